import { Signature } from '@hubspot/api-client/lib/src/utils/signature';
import { timingSafeEqual } from 'node:crypto';

/**
 * Milliseconds. HubSpot's guide says to refuse requests older than five minutes. Future times, which clock skew causes, have
 * the same limit.
 */
export const signatureWindowMs = 5 * 60_000;

/** The signed parts of a request, and its signature. */
export interface SignedRequest {
  method: string;
  /** The address that HubSpot called, from `https://` to the end of the query. */
  url: string;
  body: string;
  /** `X-HubSpot-Signature-v3`: base64. */
  signature: string | undefined;
  /** `X-HubSpot-Request-Timestamp`: milliseconds since 1970. */
  timestamp: string | undefined;
}

/** Whether the request has a valid v3 signature of HubSpot that is at most five minutes old. */
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

/** Compares in constant time. The official client's `Signature.isValid` does not, and accepts future times. */
function isSame(expected: string, given: string): boolean {
  const [one, another] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === another.length && timingSafeEqual(one, another);
}

/**
 * The characters that HubSpot's guide on validating requests decodes before the comparison. None of them separates the
 * fields of a query, so both spellings mean the same request. HubSpot's clients do not decode, so both are tried.
 */
const encoded = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

function decoded(url: string): string {
  return url.replace(encoded, (code) => decodeURIComponent(code));
}
