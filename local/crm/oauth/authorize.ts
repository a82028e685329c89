import type { OAuthAccount, OAuthApp } from './apps';
import type { Consent, OAuth } from './oauth';

/** Why the consent page shows an error. The texts are in `consent-words.ts`. */
export type ConsentRefusal = 'unknownClient' | 'otherRedirect' | 'scopeMismatch' | 'accountLacks';

/** A checked request to the consent page. */
export interface AuthorizationRequest {
  app: OAuthApp;
  redirectUri: string;
  required: string[];
  optional: string[];
  state: string | undefined;
}

const words = (text: string | null) => (text ?? '').split(/[\s+]+/).filter(Boolean);

/**
 * Reads the query of `/oauth/authorize`. Returns a refusal where HubSpot shows an error page instead of redirecting.
 */
export function readAuthorization(
  oauth: OAuth,
  query: URLSearchParams,
): AuthorizationRequest | ConsentRefusal {
  const app = oauth.apps.find(({ clientId }) => clientId === query.get('client_id'));
  if (!app) return 'unknownClient';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!app.redirectUrls.includes(redirectUri)) return 'otherRedirect';
  const required = words(query.get('scope'));
  const optional = words(query.get('optional_scope'));
  const known = new Set([...app.requiredScopes, ...app.optionalScopes]);
  const isWhole = app.requiredScopes.every((scope) => required.includes(scope));
  if (!isWhole || [...required, ...optional].some((scope) => !known.has(scope))) return 'scopeMismatch';
  return { app, redirectUri, required, optional, state: query.get('state') ?? undefined };
}

/** The scopes an account grants: all required ones, and the optional ones that its subscription has. */
export function consentOf(
  { app, redirectUri, required, optional }: AuthorizationRequest,
  account: OAuthAccount,
): Consent | ConsentRefusal {
  const has = (scope: string) => account.scopes.includes(scope);
  if (!required.every(has)) return 'accountLacks';
  return { app, account, redirectUri, scopes: [...new Set([...required, ...optional.filter(has)])] };
}

/** The address back to the app, with the outcome and the `state` of the request. */
export function redirectFor(
  { redirectUri, state }: AuthorizationRequest,
  outcome: Record<string, string>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
