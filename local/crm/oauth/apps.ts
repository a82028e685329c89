/** An OAuth app, as HubSpot knows it from its project. */
export interface OAuthApp {
  appId: number;
  name: string;
  clientId: string;
  clientSecret: string;
  /** Where HubSpot may send people back to; an authorization for another address is refused. */
  redirectUrls: readonly string[];
  requiredScopes: readonly string[];
  optionalScopes: readonly string[];
}

/** A HubSpot account that may install apps. */
export interface OAuthAccount {
  hubId: number;
  /** As HubSpot names accounts to apps: the domain of their first portal. */
  hubDomain: string;
  /** What its subscription lets it grant. */
  scopes: readonly string[];
}

/** The person at the consent page. */
export const installer = { userId: 1, email: 'sam.sandbox@example.com' } as const;

/** What one account granted one app. Lives until the app is uninstalled, or its refresh token deleted. */
export interface Grant {
  app: OAuthApp;
  account: OAuthAccount;
  scopes: readonly string[];
  refreshToken: string;
}
