import { Signature } from '@hubspot/api-client/lib/src/utils/signature';
import type { CardRequest, CardResponse, FetchSeen } from './card-request';
import { identityOf } from './identity';
import type { UserName } from './users';

/** An app's back end, as HubSpot knows it. */
export interface BackEnd {
  /** `permittedUrls.fetch` of the app's metadata. */
  permittedUrls: readonly string[];
  /** Where an origin really is: what HubSpot's own local development reads from `local.json`. */
  proxy: Readonly<Record<string, string>>;
  /** Signs the requests. */
  clientSecret: string;
  /** The account whose record page it is. */
  portalId: number;
}

/** HubSpot's limits (its page on fetching data from cards). */
const mostBytes = 1_000_000;
const mostAtOnce = 20;
const defaultTimeOutMs = 15_000;

/**
 * HubSpot's side of `hubspot.fetch`: calls only what the app's metadata permit, appends who asks and for which account,
 * signs, keeps to limits of size and time, and tries once more after a 5xx or a broken connection.
 */
export class HubSpotFetch {
  private underWay = 0;

  constructor(
    private readonly backEnd: BackEnd,
    private readonly onCall: (call: FetchSeen) => void = () => undefined,
  ) {}

  /** Does not reject: HubSpot's refusals are answers. A request beyond 20 at once gets a 429. */
  async answer(request: CardRequest, user: UserName = 'sam'): Promise<CardResponse> {
    const refused = this.refusal(request);
    if (refused !== undefined) return { refused };
    if (this.underWay >= mostAtOnce) return tooMany;
    this.underWay++;
    try {
      return await this.ask(request, user);
    } finally {
      this.underWay--;
    }
  }

  private refusal({ url, body, headers = {} }: CardRequest): string | undefined {
    if (!isPermitted(url, this.backEnd.permittedUrls))
      return `${url} is not in permittedUrls.fetch of the app.`;
    if (Object.keys(headers).some((name) => name.toLowerCase() !== 'authorization'))
      return "Invalid Request Headers provided. Only 'Authorization' header is allowed from hubspot.fetch()";
    return sizeOf(textOf(body)) > mostBytes ? 'The request is larger than 1 MB.' : undefined;
  }

  private async ask(
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
    const { response, attempts } = await this.twice(address, init, signal);
    const text = await response?.text().catch(() => undefined);
    this.onCall({
      path: address.pathname,
      status: response?.status ?? 'failed',
      attempts,
      elapsedMs: Math.round(performance.now() - startedAt),
    });
    if (!response || text === undefined) return { refused: 'The back end did not answer.' };
    if (response.status >= 300 && response.status < 400) return { refused: 'Redirects are not followed.' };
    if (sizeOf(text) > mostBytes) return { refused: 'The response is larger than 1 MB.' };
    return { status: response.status, body: text };
  }

  private async twice(url: URL, init: Attempt, signal: AbortSignal) {
    const first = await this.send(url, init, signal);
    if ((first && first.status < 500) || signal.aborted) return { response: first, attempts: 1 };
    return { response: await this.send(url, init, signal), attempts: 2 };
  }

  /** Every attempt has a signature of its own, with its own time. */
  private async send(url: URL, { method, headers, body }: Attempt, signal: AbortSignal) {
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
  body: JSON.stringify({ status: 'error', message: `More than ${mostAtOnce} requests at once.` }),
};

/** By prefix, but never so that `https://app.example` would permit `https://app.example.elsewhere`. */
function isPermitted(url: string, permitted: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  return permitted.some((text) => {
    const allowed = new URL(text);
    return allowed.origin === origin && pathname.startsWith(allowed.pathname);
  });
}

/** Where the request really goes, with who asks appended. */
function addressOf(url: string, { proxy, portalId }: BackEnd, user: UserName): URL {
  const asked = new URL(url);
  const address = new URL(`${proxy[asked.origin] ?? asked.origin}${asked.pathname}${asked.search}`);
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
