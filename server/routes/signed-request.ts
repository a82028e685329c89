import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { isSignedByHubSpot } from '../hubspot/signature';
import type { Log } from '../log';
import { refusals, refuse } from './refusals';

/** What HubSpot lets through in one request (its page on fetching data from cards). */
const maxBodyBytes = 1024 * 1024;

/** To come before the signature, which is of the whole body. */
export const atMostOneMegabyte = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) => refuse(c, 413, refusals.tooLarge),
});

/** What is known of a request that HubSpot signed. */
export interface SignedVariables {
  accountId: string;
  body: string;
}

/** What it takes to tell whether HubSpot made a request for this app. */
export interface SignatureSettings {
  /** HubSpot signs the address that it called, which behind a proxy is not the one that arrives. */
  publicUrl: string;
  hubspotClientSecret: string;
  /** Where given, requests for another app are refused. */
  hubspotAppId?: string | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  log: Log;
}

/** Lets only requests pass that HubSpot signed lately, and reads from the signed query for which account they are. */
export function signedByHubSpot(settings: SignatureSettings) {
  const { publicUrl, hubspotClientSecret, hubspotAppId, now, log } = settings;
  return createMiddleware<{ Variables: SignedVariables }>(async (c, next) => {
    const { pathname, search, searchParams } = new URL(c.req.url);
    const body = await c.req.text();
    const request = {
      method: c.req.method,
      url: publicUrl + pathname + search,
      body,
      signature: c.req.header('x-hubspot-signature-v3'),
      timestamp: c.req.header('x-hubspot-request-timestamp'),
    };
    const isSigned = isSignedByHubSpot(request, hubspotClientSecret, now());
    const accountId = isSigned ? accountIn(searchParams, hubspotAppId) : undefined;
    if (accountId === undefined) {
      log({ event: 'request_refused', route: c.req.routePath, reason: isSigned ? 'account' : 'signature' });
      return refuse(c, 401, refusals.notSigned);
    }
    c.set('accountId', accountId);
    c.set('body', body);
    return next();
  });
}

/**
 * HubSpot appends its fields to the query of the address that a card asks for. Whoever can make a card ask for another
 * address could bring a `portalId` along: two of a field prove nothing.
 */
function accountIn(query: URLSearchParams, appId: string | undefined): string | undefined {
  const only = (name: string) => (query.getAll(name).length === 1 ? query.get(name) : null);
  if (appId !== undefined && only('appId') !== appId) return undefined;
  const portalId = only('portalId') ?? '';
  return /^[1-9]\d{0,17}$/.test(portalId) ? portalId : undefined;
}
