import type { Account } from '../accounts/accounts';

/**
 * HubSpot's OAuth API of March 2026: all parameters in the body. Its v1 is switched off on 16 February 2027
 * (developers.hubspot.com/changelog/v1-oauth-api-deprecation).
 */
const oauthVersion = '2026-03';
/** HubSpot's API by which an app takes itself out of an account (the same version). */
const uninstallPath = `/appinstalls/${oauthVersion}/external-install`;

/** HubSpot answers in a fraction of a second; a card's call, which has 15 seconds in all, waits for a renewal. */
const defaultTimeOutMs = 4_000;

/** What asking HubSpot for tokens came to. */
export type Granted =
  | { kind: 'granted'; account: Account }
  /** The code or refresh token is not good (any more): the app is not installed. */
  | { kind: 'refused'; reason: string }
  /** Nothing can be said: out of reach, a fault, or the app's own settings are wrong. */
  | { kind: 'unavailable'; reason: string };

/** The app as HubSpot knows it. */
export interface OAuthSettings {
  /** Without a slash at its end. */
  apiBaseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds after which a request counts as not answered; 4,000 if absent. */
  timeOutMs?: number;
}

/** The app's own dealings with HubSpot: tokens, and leaving an account. */
export class HubSpotOAuth {
  constructor(private readonly settings: OAuthSettings) {}

  /** Turns the code of a finished consent into tokens. A code is good once. */
  exchange(code: string, redirectUri: string): Promise<Granted> {
    return this.tokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  }

  /** Gets a new access token. HubSpot may hand out a new refresh token with it, which then is the good one. */
  refresh(known: Account): Promise<Granted> {
    return this.tokens({ grant_type: 'refresh_token', refresh_token: known.refreshToken }, known);
  }

  /** Takes the app out of the account; HubSpot mails the account's admins. False if HubSpot did not do it. */
  async uninstall({ accessToken }: Account): Promise<boolean> {
    const { status } = await this.send(uninstallPath, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    return status === 204;
  }

  private async tokens(grant: Record<string, string>, known?: Account): Promise<Granted> {
    const startedAt = this.settings.now();
    const { status, body } = await this.post('token', grant);
    if (status !== 200) return failure(status, body);
    const accessToken = body['access_token'];
    const refreshToken = body['refresh_token'] ?? known?.refreshToken;
    if (typeof accessToken !== 'string' || typeof refreshToken !== 'string') {
      return { kind: 'unavailable', reason: 'HubSpot’s answer lacks a token.' };
    }
    const id = idOf(body) ?? (await this.accountOf(accessToken));
    if (id === undefined) return { kind: 'unavailable', reason: 'HubSpot did not name the account.' };
    const expiresAt = startedAt + Number(body['expires_in'] ?? 0) * 1000;
    const scopes = scopesOf(body) ?? known?.scopes ?? [];
    return { kind: 'granted', account: { id, accessToken, refreshToken, scopes, expiresAt } };
  }

  /** Answers to token requests name the account since August 2025; before, one had to ask. */
  private async accountOf(accessToken: string): Promise<string | undefined> {
    const question = { token: accessToken, token_type_hint: 'access_token' };
    const { body } = await this.post('token/introspect', question);
    return idOf(body);
  }

  private post(what: string, fields: Record<string, string>): Promise<Answered> {
    const { clientId, clientSecret } = this.settings;
    return this.send(`/oauth/${oauthVersion}/${what}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, client_id: clientId, client_secret: clientSecret }),
    });
  }

  private async send(path: string, init: RequestInit): Promise<Answered> {
    try {
      const signal = AbortSignal.timeout(this.settings.timeOutMs ?? defaultTimeOutMs);
      const response = await fetch(`${this.settings.apiBaseUrl}${path}`, { ...init, signal });
      const body: unknown = await response.json().catch(() => undefined);
      return { status: response.status, body: isObject(body) ? body : {} };
    } catch {
      return { status: 0, body: {} };
    }
  }
}

interface Answered {
  /** 0 where no answer came. */
  status: number;
  body: Record<string, unknown>;
}

/**
 * Only HubSpot's plain "this grant is not good" is a refusal: wrong app settings or a fault must never look as if a
 * customer had uninstalled. `error` is the name by RFC 6749, `status` HubSpot's older one.
 */
function failure(status: number, body: Record<string, unknown>): Granted {
  const names = [body['error'], body['status']].filter((name) => typeof name === 'string');
  const reason = status === 0 ? 'no answer' : `HTTP ${status} ${names.join(' ')}`.trim();
  const refused = names.some((name) => grantRefusals.has(name));
  return status < 500 && refused ? { kind: 'refused', reason } : { kind: 'unavailable', reason };
}

const grantRefusals = new Set(['invalid_grant', 'BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE', 'EXPIRED_AUTH_CODE']);

function idOf(body: Record<string, unknown>): string | undefined {
  const id = String(body['hub_id'] ?? '');
  return /^[1-9]\d{0,17}$/.test(id) ? id : undefined;
}

function scopesOf({ scopes }: Record<string, unknown>): string[] | undefined {
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
