import { failures } from '../errors';
import type { Random } from '../random';
import { installer, type Grant, type OAuthAccount, type OAuthApp } from './apps';
import { expired, refusals } from './refusals';

/** Apps, and the accounts that may install them. */
export interface OAuthOptions {
  apps?: readonly OAuthApp[];
  accounts: readonly OAuthAccount[];
  /** Called after an account has uninstalled an app. */
  onUninstalled?: (app: OAuthApp, account: OAuthAccount) => void;
}

/** What a user allowed on the consent page. */
export interface Consent {
  app: OAuthApp;
  account: OAuthAccount;
  scopes: readonly string[];
  redirectUri: string;
}

/**
 * The answer to a token request, as v3 and the dated versions send it; v1 sends the first four fields alone. HubSpot's
 * document requires none of the last three.
 */
export interface TokenAnswer {
  token_type: 'bearer';
  refresh_token: string;
  access_token: string;
  /** Seconds. */
  expires_in: number;
  token_use: 'access_token';
  hub_id?: number | undefined;
  scopes?: readonly string[] | undefined;
  user_id?: number | undefined;
}

interface AccessToken {
  grant: Grant;
  expiresAt: number;
}

const accessTokenSeconds = 1_800;
/** HubSpot documents no lifetime; apps report minutes. */
const codeSeconds = 600;

/** Apps, their installs and their tokens, without HTTP. */
export class OAuth {
  readonly apps: readonly OAuthApp[];
  readonly accounts: readonly OAuthAccount[];
  private readonly codes = new Map<string, Consent & { expiresAt: number }>();
  /** By refresh token. */
  private readonly grants = new Map<string, Grant>();
  private readonly accessTokens = new Map<string, AccessToken>();

  constructor(
    private readonly options: OAuthOptions,
    private readonly random: Random,
    private readonly now: () => number,
  ) {
    this.apps = options.apps ?? [];
    this.accounts = options.accounts;
  }

  /** An authorization code for a consent, to be exchanged by the app's back end. */
  allow(consent: Consent): string {
    const code = this.random.uuid();
    this.codes.set(code, { ...consent, expiresAt: this.now() + codeSeconds * 1_000 });
    return code;
  }

  /** Exchanges an authorization code for tokens. A code is valid once. */
  exchange(app: OAuthApp, code: string, redirectUri: string): TokenAnswer {
    const consent = this.codes.get(code);
    if (consent?.app !== app) throw refusals.authCode();
    if (consent.redirectUri !== redirectUri) throw refusals.redirectUri();
    this.codes.delete(code);
    if (consent.expiresAt <= this.now()) throw refusals.expiredAuthCode();
    const { account, scopes } = consent;
    const grant = { app, account, scopes, refreshToken: `na1-${this.random.uuid()}` };
    this.grants.set(grant.refreshToken, grant);
    return this.tokensOf(grant);
  }

  /** A new access token. HubSpot returns the same refresh token; older access tokens stay valid until they expire. */
  refresh(app: OAuthApp, refreshToken: string): TokenAnswer {
    const grant = this.grants.get(refreshToken);
    if (grant?.app !== app) throw refusals.refreshToken();
    return this.tokensOf(grant);
  }

  /** The app with these client credentials. Throws a 400 if there is none. */
  appOf(clientId: string, clientSecret: string): OAuthApp {
    const app = this.apps.find((known) => known.clientId === clientId);
    if (!app) throw refusals.clientId();
    if (app.clientSecret !== clientSecret) throw refusals.clientSecret();
    return app;
  }

  /** The grant of an access token; undefined if it is unknown. Throws HubSpot's 401 if it has expired. */
  grantOf(accessToken: string): Grant | undefined {
    const token = this.accessTokens.get(accessToken);
    if (!token) return undefined;
    if (token.expiresAt <= this.now()) throw expired(token.expiresAt, this.now());
    return token.grant;
  }

  /** HubSpot's information about an access token. Throws a 404 if it is unknown or has expired. */
  accessTokenInfo(token: string): object {
    const known = this.accessTokens.get(token);
    if (!known || known.expiresAt <= this.now()) throw failures.notFound();
    const { grant, expiresAt } = known;
    return {
      ...infoOf(grant, token),
      app_id: grant.app.appId,
      expires_in: Math.floor((expiresAt - this.now()) / 1_000),
      token_type: 'access',
    };
  }

  /** HubSpot's information about a refresh token. Throws a 404 if it is unknown. */
  refreshTokenInfo(token: string): object {
    const grant = this.grants.get(token);
    if (!grant) throw failures.notFound();
    return { ...infoOf(grant, token), client_id: grant.app.clientId, token_type: 'refresh' };
  }

  /** Deletes a refresh token. Its access tokens stay valid until they expire, and the app stays installed (docs). */
  deleteRefreshToken(token: string): void {
    this.grants.delete(token);
  }

  /** Uninstalls an app: deletes its tokens for that account. */
  uninstall(app: OAuthApp, account: OAuthAccount): void {
    const isGone = (grant: Grant) => grant.app === app && grant.account === account;
    for (const [token, grant] of this.grants) if (isGone(grant)) this.grants.delete(token);
    for (const [token, { grant }] of this.accessTokens) if (isGone(grant)) this.accessTokens.delete(token);
    this.options.onUninstalled?.(app, account);
  }

  /** Expires every access token, as 30 minutes would. */
  expireAccessTokens(): void {
    const justNow = this.now() - 1;
    for (const token of this.accessTokens.values()) token.expiresAt = Math.min(token.expiresAt, justNow);
  }

  /** The current grants, without tokens. */
  installs(): { appId: number; hubId: number; scopes: readonly string[] }[] {
    return [...this.grants.values()].map(({ app, account, scopes }) => ({
      appId: app.appId,
      hubId: account.hubId,
      scopes,
    }));
  }

  private tokensOf(grant: Grant): TokenAnswer {
    const accessToken = Buffer.from(`${this.random.uuid()} ${this.random.uuid()}`).toString('base64url');
    this.accessTokens.set(accessToken, { grant, expiresAt: this.now() + accessTokenSeconds * 1_000 });
    return {
      token_type: 'bearer',
      refresh_token: grant.refreshToken,
      access_token: accessToken,
      expires_in: accessTokenSeconds,
      token_use: 'access_token',
      hub_id: grant.account.hubId,
      scopes: grant.scopes,
      user_id: installer.userId,
    };
  }
}

function infoOf({ account, scopes }: Grant, token: string): object {
  return {
    token,
    user: installer.email,
    user_id: installer.userId,
    hub_id: account.hubId,
    hub_domain: account.hubDomain,
    scopes,
  };
}
