import { Signature } from '@hubspot/api-client/lib/src/utils/signature';
import type { CardRequest, CardResponse, FetchSeen } from './card-request';
import { identityOf } from './identity';
import type { UserName } from './users';

/** What HubSpot knows of an app's back end. */
export interface BackEnd {
  /** `permittedUrls.fetch` of the app's metadata. */
  permittedUrls: readonly string[];
  /** Origin -> the origin that its requests are sent to, as `local.json` sets it for HubSpot's own local development. */
  proxy: Readonly<Record<string, string>>;
  /** Signs the requests. */
  clientSecret: string;
  /** The account whose record page it is. */
  portalId: number;
}

/** HubSpot's limits. Source: its documentation page on fetching data from cards. */
const maxBytes = 1_000_000;
const maxConcurrent = 20;
const defaultTimeOutMs = 15_000;

/**
 * HubSpot's side of `hubspot.fetch`: sends only what the app's metadata permit, appends the identity of the user and the
 * account, signs, limits size and time, and retries once after a 5xx or a broken connection.
 */
export class HubSpotFetch {
  private inFlight = 0;

  constructor(
    private readonly backEnd: BackEnd,
    private readonly onCall: (call: FetchSeen) => void = () => undefined,
  ) {}

  /** Does not reject: refusals are responses. A request beyond 20 concurrent ones gets a 429. */
  async answer(request: CardRequest, user: UserName = 'sam'): Promise<CardResponse> {
    const refused = this.refusal(request);
    if (refused !== undefined) return { refused };
    if (this.inFlight >= maxConcurrent) return tooMany;
    this.inFlight++;
    try {
      return await this.send(request, user);
    } finally {
      this.inFlight--;
    }
  }

  private refusal({ url, body, headers = {} }: CardRequest): string | undefined {
    if (!isPermitted(url, this.backEnd.permittedUrls))
      return `${url} is not in permittedUrls.fetch of the app.`;
    if (Object.keys(headers).some((name) => name.toLowerCase() !== 'authorization'))
      return "Invalid Request Headers provided. Only 'Authorization' header is allowed from hubspot.fetch()";
    return sizeOf(textOf(body)) > maxBytes ? 'The request is larger than 1 MB.' : undefined;
  }

  private async send(
    { url, method = 'GET', body, headers, timeout }: CardRequest,
    user: UserName,
  ): Promise<CardResponse> {
    const startedAt = performance.now();
    const address = addressOf(url, this.backEnd, user);
    const init: Attempt = {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body: textOf(body) }),
    };
    const signal = AbortSignal.timeout(timeout ?? defaultTimeOutMs);
    const { response, attempts } = await this.withRetry(address, init, signal);
    const text = await response?.text().catch(() => undefined);
    this.onCall({
      path: address.pathname,
      status: response?.status ?? 'failed',
      attempts,
      elapsedMs: Math.round(performance.now() - startedAt),
    });
    if (!response || text === undefined) return { refused: 'The back end did not answer.' };
    if (response.status >= 300 && response.status < 400) return { refused: 'Redirects are not followed.' };
    if (sizeOf(text) > maxBytes) return { refused: 'The response is larger than 1 MB.' };
    return { status: response.status, body: text };
  }

  private async withRetry(url: URL, init: Attempt, signal: AbortSignal) {
    const first = await this.attempt(url, init, signal);
    if ((first && first.status < 500) || signal.aborted) return { response: first, attempts: 1 };
    return { response: await this.attempt(url, init, signal), attempts: 2 };
  }

  /** Each attempt is signed anew, with its own timestamp. */
  private async attempt(url: URL, { method, headers, body }: Attempt, signal: AbortSignal) {
    const signed = { ...headers, ...this.signatureFor(url, method, body ?? '') };
    const init = { method, signal, redirect: 'manual' as const };
    if (body === undefined) return fetch(url, { ...init, headers: signed }).catch(() => undefined);
    const typed = { ...signed, 'content-type': 'application/json' };
    return fetch(url, { ...init, headers: typed, body }).catch(() => undefined);
  }

  private signatureFor(url: URL, method: string, requestBody: string): Record<string, string> {
    const timestamp = Date.now();
    const { clientSecret } = this.backEnd;
    const request = { url: url.href, requestBody, timestamp, clientSecret, signature: '' };
    return {
      'x-hubspot-request-timestamp': String(timestamp),
      'x-hubspot-signature-v3': Signature.getSignature(method, 'v3', request),
    };
  }
}

interface Attempt {
  method: string;
  headers: Record<string, string>;
  body?: string;
}

const tooMany = {
  status: 429,
  body: JSON.stringify({ status: 'error', message: `More than ${maxConcurrent} requests at once.` }),
};

/** Compares by origin and path prefix, so that `https://app.example` does not permit `https://app.example.elsewhere`. */
function isPermitted(url: string, permitted: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  return permitted.some((text) => {
    const allowed = new URL(text);
    return allowed.origin === origin && pathname.startsWith(allowed.pathname);
  });
}

/** The address that the request is sent to, with the identity of the user appended. */
function addressOf(url: string, { proxy, portalId }: BackEnd, user: UserName): URL {
  const permitted = new URL(url);
  const address = new URL(
    `${proxy[permitted.origin] ?? permitted.origin}${permitted.pathname}${permitted.search}`,
  );
  for (const [name, value] of Object.entries(identityOf(user, portalId)))
    address.searchParams.append(name, String(value));
  return address;
}

function textOf(body: unknown): string {
  return JSON.stringify(body) ?? '';
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
