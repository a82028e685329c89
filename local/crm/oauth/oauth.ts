import { failures } from '../errors';
import type { Random } from '../random';
import { installer, type Grant, type OAuthAccount, type OAuthApp } from './apps';
import { expired, refusals } from './refusals';

/** The apps of this HubSpot, and the accounts that may install them. */
export interface OAuthOptions {
  apps?: readonly OAuthApp[];
  accounts: readonly OAuthAccount[];
  /** Told after an account has uninstalled an app. */
  onUninstalled?: (app: OAuthApp, account: OAuthAccount) => void;
}

/** What a person allowed on the consent page. */
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
/** HubSpot names no figure; apps report minutes. */
const codeSeconds = 600;

/** Apps, their installs and their tokens: who may do what, and until when. Knows no HTTP. */
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

  /** The code that takes a person's consent to the app's back end. */
  allow(consent: Consent): string {
    const code = this.random.uuid();
    this.codes.set(code, { ...consent, expiresAt: this.now() + codeSeconds * 1_000 });
    return code;
  }

  /** Exchanges a code, which works once, for the account's first tokens. */
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

  /** A new access token. HubSpot answers with the same refresh token, and older access tokens live out their time. */
  refresh(app: OAuthApp, refreshToken: string): TokenAnswer {
    const grant = this.grants.get(refreshToken);
    if (grant?.app !== app) throw refusals.refreshToken();
    return this.tokensOf(grant);
  }

  /** The app a client says it is. */
  appOf(clientId: string, clientSecret: string): OAuthApp {
    const app = this.apps.find((known) => known.clientId === clientId);
    if (!app) throw refusals.clientId();
    if (app.clientSecret !== clientSecret) throw refusals.clientSecret();
    return app;
  }

  /** What an access token may do: undefined if it is none of ours, a 401 in HubSpot's words if it had its time. */
  grantOf(accessToken: string): Grant | undefined {
    const token = this.accessTokens.get(accessToken);
    if (!token) return undefined;
    if (token.expiresAt <= this.now()) throw expired(token.expiresAt, this.now());
    return token.grant;
  }

  /** What HubSpot tells of an access token; 404 for one that is unknown or had its time. */
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

  /** What HubSpot tells of a refresh token; 404 for one that is unknown. */
  refreshTokenInfo(token: string): object {
    const grant = this.grants.get(token);
    if (!grant) throw failures.notFound();
    return { ...infoOf(grant, token), client_id: grant.app.clientId, token_type: 'refresh' };
  }

  /** Deletes a refresh token. Access tokens made with it live out their time, and the app stays installed (docs). */
  deleteRefreshToken(token: string): void {
    this.grants.delete(token);
  }

  /** Takes every token of the app away from itself in that account. */
  uninstall(app: OAuthApp, account: OAuthAccount): void {
    const isGone = (grant: Grant) => grant.app === app && grant.account === account;
    for (const [token, grant] of this.grants) if (isGone(grant)) this.grants.delete(token);
    for (const [token, { grant }] of this.accessTokens) if (isGone(grant)) this.accessTokens.delete(token);
    this.options.onUninstalled?.(app, account);
  }

  /** Lets every access token have had its time, as half an hour would. */
  expireAccessTokens(): void {
    const justNow = this.now() - 1;
    for (const token of this.accessTokens.values()) token.expiresAt = Math.min(token.expiresAt, justNow);
  }

  /** The grants as they stand, without their tokens. */
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
