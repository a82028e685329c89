import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { isSignedByHubSpot } from '../hubspot/signature';
import type { Log } from '../log';
import { refusals, refuse } from './refusals';

/** HubSpot's limit for a request body (its page on fetching data from cards). */
const maxBodyBytes = 1024 * 1024;

/** Must run before the signature check, which reads the whole body. */
export const atMostOneMegabyte = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) => refuse(c, 413, refusals.tooLarge),
});

/** The account and body of a request that HubSpot signed. */
export interface SignedVariables {
  accountId: string;
  /** The email address of the user, if HubSpot has signed one. */
  user: string | undefined;
  body: string;
}

/** The settings of the signature check. */
export interface SignatureSettings {
  /** HubSpot signs the address that it called. Behind a proxy, the request arrives with another one. */
  publicUrl: string;
  hubspotClientSecret: string;
  /** If present, requests for another app are refused. */
  hubspotAppId?: string | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  log: Log;
}

/** Passes only requests with a valid, recent signature of HubSpot. Reads the account from the signed query. */
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
    c.set('user', valueIn(searchParams, 'userEmail') || undefined);
    c.set('body', body);
    return next();
  });
}

/**
 * HubSpot appends its fields to the query of the address that the card requested. That address could already contain a
 * `portalId`, so a request with two values for a field is refused.
 */
function accountIn(query: URLSearchParams, appId: string | undefined): string | undefined {
  if (appId !== undefined && valueIn(query, 'appId') !== appId) return undefined;
  const portalId = valueIn(query, 'portalId') ?? '';
  return /^[1-9]\d{0,17}$/.test(portalId) ? portalId : undefined;
}

/** The value of a field that is there once. */
function valueIn(query: URLSearchParams, name: string): string | null {
  return query.getAll(name).length === 1 ? query.get(name) : null;
}
