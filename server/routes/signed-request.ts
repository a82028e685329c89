import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { isSignedByHubSpot } from '../hubspot/signature';
import type { Log } from '../log';
import { refusals, refuse } from '../refusals';

/** HubSpot's limit for a request body (its page on fetching data from cards). */
const maxBodyBytes = 1024 * 1024;

/** Must run before the signature check, which reads the whole body. */
export const atMostOneMegabyte = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) => refuse(c, 413, refusals.tooLarge),
});

/** The account, the user and the body of a request that HubSpot signed. */
export interface SignedVariables {
  accountId: string;
  /** HubSpot's id of the user who is signed in. */
  userId: string;
  /** The user's address; empty if HubSpot names none. Not logged. */
  email: string;
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

/** Passes only requests with a valid, recent signature of HubSpot. Reads account and user from the signed query. */
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
    const identity = isSigned ? identityIn(searchParams, hubspotAppId) : undefined;
    if (identity === undefined) {
      log({ event: 'request_refused', route: c.req.routePath, reason: isSigned ? 'identity' : 'signature' });
      return refuse(c, 401, refusals.notSigned);
    }
    c.set('accountId', identity.accountId);
    c.set('userId', identity.userId);
    c.set('email', identity.email);
    c.set('body', body);
    return next();
  });
}

/**
 * HubSpot appends its fields to the query of the address that the card requested. That address could already contain a
 * `portalId`, so a request with two values for a field is refused.
 */
function identityIn(
  query: URLSearchParams,
  appId: string | undefined,
): Omit<SignedVariables, 'body'> | undefined {
  const only = (name: string) => (query.getAll(name).length === 1 ? (query.get(name) ?? '') : '');
  if (appId !== undefined && only('appId') !== appId) return undefined;
  const accountId = only('portalId');
  const userId = only('userId');
  return isId(accountId) && isId(userId) ? { accountId, userId, email: only('userEmail') } : undefined;
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}
