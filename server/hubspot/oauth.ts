import type { Account } from '../accounts/accounts';

/**
 * HubSpot's OAuth API of March 2026: all parameters in the body. Its v1 is switched off on 16 February 2027
 * (developers.hubspot.com/changelog/v1-oauth-api-deprecation).
 */
const oauthVersion = '2026-03';
/** HubSpot's endpoint by which an app uninstalls itself from an account (the same version). */
const uninstallPath = `/appinstalls/${oauthVersion}/external-install`;

/** The result of a token request. */
export type Granted =
  | { kind: 'granted'; account: Account }
  /** The code or refresh token is not valid: the app is not installed. */
  | { kind: 'refused'; reason: string }
  /** No conclusion: HubSpot is unreachable or faulty, or the app's own settings are wrong. */
  | { kind: 'unavailable'; reason: string };

/** The app's credentials at HubSpot. */
export interface OAuthSettings {
  /** Without a trailing slash. */
  apiBaseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds after which a request counts as not answered. */
  timeOutMs: number;
}

/** HubSpot's OAuth requests: tokens, and uninstalling the app from an account. */
export class HubSpotOAuth {
  constructor(private readonly settings: OAuthSettings) {}

  /** Exchanges the code of a consent for tokens. A code is valid once. */
  exchange(code: string, redirectUri: string): Promise<Granted> {
    return this.tokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  }

  /** Gets a new access token. If HubSpot returns a new refresh token, it replaces the old one. */
  refresh(known: Account): Promise<Granted> {
    return this.tokens({ grant_type: 'refresh_token', refresh_token: known.refreshToken }, known);
  }

  /** Uninstalls the app from the account. HubSpot e-mails the account's admins. False if HubSpot did not confirm. */
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
    const userId = digitsIn(body['user_id']);
    const account = { id, accessToken, refreshToken, scopes, expiresAt, ...(userId && { userId }) };
    return { kind: 'granted', account };
  }

  /** HubSpot's token answers contain the account since August 2025. Older ones need this request. */
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
      const signal = AbortSignal.timeout(this.settings.timeOutMs);
      const response = await fetch(`${this.settings.apiBaseUrl}${path}`, { ...init, signal });
      const body: unknown = await response.json().catch(() => undefined);
      return { status: response.status, body: isObject(body) ? body : {} };
    } catch {
      return { status: 0, body: {} };
    }
  }
}

interface Answered {
  /** 0 if there was no answer. */
  status: number;
  body: Record<string, unknown>;
}

/**
 * Only HubSpot's names for an invalid grant are a refusal: an account must not be deleted because of wrong app settings or
 * a fault. `error` is the field of RFC 6749, `status` HubSpot's older one.
 */
function failure(status: number, body: Record<string, unknown>): Granted {
  const names = [body['error'], body['status']].filter((name) => typeof name === 'string');
  const reason = status === 0 ? 'no answer' : `HTTP ${status} ${names.join(' ')}`.trim();
  const refused = names.some((name) => grantRefusals.has(name));
  return status < 500 && refused ? { kind: 'refused', reason } : { kind: 'unavailable', reason };
}

const grantRefusals = new Set(['invalid_grant', 'BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE', 'EXPIRED_AUTH_CODE']);

function idOf(body: Record<string, unknown>): string | undefined {
  return digitsIn(body['hub_id']);
}

function digitsIn(value: unknown): string | undefined {
  const id = String(value ?? '');
  return /^[1-9]\d{0,17}$/.test(id) ? id : undefined;
}

function scopesOf({ scopes }: Record<string, unknown>): string[] | undefined {
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
