import type { Crm } from '../crm';
import type { CrmOptions } from '../options';
import { allScopes, homeAccount } from '../access';
import type { OAuthAccount, OAuthApp } from '../oauth/apps';

/** An app for tests. */
export const testApp: OAuthApp = {
  appId: 4711,
  name: 'Sample App',
  clientId: 'client-of-a-test',
  clientSecret: 'secret-of-a-test',
  redirectUrls: ['http://app.test/oauth/callback'],
  requiredScopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.companies.read'],
  optionalScopes: ['crm.schemas.custom.read'],
};

/** An account whose subscription has no custom objects. */
export const smallAccount: OAuthAccount = {
  hubId: 87_654_321,
  hubDomain: 'small.example.com',
  scopes: ['oauth', ...allScopes.filter((scope) => !scope.includes('custom'))],
};

/** Two accounts, and an app that neither has installed. */
export const withTestApp: CrmOptions = {
  oauth: { apps: [testApp], accounts: [homeAccount, smallAccount] },
};

/** The path of the consent page for the test's app. */
export function authorizePath(more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: testApp.clientId,
    redirect_uri: testApp.redirectUrls[0] ?? '',
    scope: testApp.requiredScopes.join(' '),
    optional_scope: testApp.optionalScopes.join(' '),
    state: 'of this test',
    ...more,
  });
  return `/oauth/authorize?${query}`;
}

/** Submits the form of the consent page; returns the address to which the browser is redirected. */
export async function decide(
  crm: Pick<Crm, 'fetch'>,
  path: string,
  { decision = 'allow', hubId = homeAccount.hubId }: { decision?: string; hubId?: number } = {},
): Promise<URL> {
  const body = new URLSearchParams({ decision, hub_id: String(hubId) });
  const answer = await crm.fetch(new Request(`http://crm.test${path}`, { method: 'POST', body }));
  const location = answer.headers.get('location');
  if (!location) throw new Error(`The consent page answered ${answer.status}: ${await answer.text()}`);
  return new URL(location);
}

/** Consents to the test's app; returns the authorization code for its back end. */
export async function codeFor(crm: Pick<Crm, 'fetch'>, hubId = homeAccount.hubId): Promise<string> {
  return (await decide(crm, authorizePath(), { hubId })).searchParams.get('code') ?? '';
}
