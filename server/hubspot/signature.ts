import { Signature } from '@hubspot/api-client/lib/src/utils/signature';
import { timingSafeEqual } from 'node:crypto';

/** A request is good for so long, as HubSpot asks; a clock of ours that runs late counts the same way. */
export const signatureWindowMs = 5 * 60_000;

/** What HubSpot signs of a request, and the signature it sent along. */
export interface SignedRequest {
  method: string;
  /** The address HubSpot called, from `https://` to the end of the query. */
  url: string;
  body: string;
  /** `X-HubSpot-Signature-v3`: base64. */
  signature: string | undefined;
  /** `X-HubSpot-Request-Timestamp`: milliseconds since 1970. */
  timestamp: string | undefined;
}

/** Whether HubSpot signed this request (its v3 signature) with the app's secret, and lately. */
export function isSignedByHubSpot(request: SignedRequest, clientSecret: string, now: number): boolean {
  const { method, url, body, signature, timestamp } = request;
  if (signature === undefined || timestamp === undefined || !/^\d{1,15}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp)) > signatureWindowMs) return false;
  const matches = [url, decoded(url)].map((signed) => {
    const options = { url: signed, requestBody: body, timestamp: Number(timestamp), clientSecret, signature };
    return isSame(Signature.getSignature(method, 'v3', options), signature);
  });
  return matches.includes(true);
}

/** The official client's own comparison (`Signature.isValid`) stops at the first difference, and lets future times pass. */
function isSame(expected: string, given: string): boolean {
  const [one, another] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === another.length && timingSafeEqual(one, another);
}

/**
 * The characters HubSpot wants decoded before the comparison (its guide on validating requests). None of them separates
 * the fields of a query, so both spellings mean the same request. Its clients do not decode, hence both are tried.
 */
const encoded = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

function decoded(url: string): string {
  return url.replace(encoded, (code) => decodeURIComponent(code));
}
