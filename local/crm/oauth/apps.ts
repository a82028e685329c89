/** An OAuth app, as its project defines it. */
export interface OAuthApp {
  appId: number;
  name: string;
  clientId: string;
  clientSecret: string;
  /** Addresses to which HubSpot may redirect; an authorization for another address is refused. */
  redirectUrls: readonly string[];
  requiredScopes: readonly string[];
  optionalScopes: readonly string[];
}

/** A HubSpot account that may install apps. */
export interface OAuthAccount {
  hubId: number;
  /** `hub_domain` in HubSpot's answers about tokens. */
  hubDomain: string;
  /** The scopes that the account's subscription allows it to grant. */
  scopes: readonly string[];
}

/** The user at the consent page. */
export const installer = { userId: 1, email: 'sam.sandbox@example.com' } as const;

/** The scopes that an account granted to an app, until the app is uninstalled or its refresh token is deleted. */
export interface Grant {
  app: OAuthApp;
  account: OAuthAccount;
  scopes: readonly string[];
  refreshToken: string;
}
