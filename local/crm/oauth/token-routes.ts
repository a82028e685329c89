import { Hono } from 'hono';
import { failures, HubSpotFailure } from '../errors';
import type { OAuth, TokenAnswer } from './oauth';
import { refusals } from './refusals';

/** What these routes get beside the request. */
export interface TokenBindings {
  body: string;
  /** The bearer token; undefined if the request has none. */
  token: string | undefined;
  /** Whether the path is one of v1, whose answers to token requests have fewer fields. */
  isV1: boolean;
}

/**
 * The endpoints about tokens, without versions in their paths, and the one by which an app uninstalls itself. v1 has
 * tokens in its paths, v3 and the dated versions have them in the body.
 */
export function tokenRoutes(oauth: OAuth): Hono<{ Bindings: TokenBindings }> {
  const app = new Hono<{ Bindings: TokenBindings }>();
  app.post('/oauth/token', (c) => {
    const { field, client } = formOf(oauth, c.env.body);
    switch (field('grant_type')) {
      case 'authorization_code':
        return c.json(answerIn(c.env, oauth.exchange(client(), field('code'), field('redirect_uri'))));
      case 'refresh_token':
        return c.json(answerIn(c.env, oauth.refresh(client(), field('refresh_token'))));
      default:
        throw refusals.grantType();
    }
  });
  app.post('/oauth/token/introspect', (c) => {
    const { field, client } = formOf(oauth, c.env.body);
    client();
    return c.json(introspect(oauth, field('token')));
  });
  app.post('/oauth/token/revoke', (c) => {
    const { field, client } = formOf(oauth, c.env.body);
    client();
    oauth.deleteRefreshToken(field('token'));
    return c.body(null, 200);
  });
  app.get('/oauth/access-tokens/:token', (c) => c.json(oauth.accessTokenInfo(c.req.param('token'))));
  app.get('/oauth/refresh-tokens/:token', (c) => c.json(oauth.refreshTokenInfo(c.req.param('token'))));
  app.delete('/oauth/refresh-tokens/:token', (c) => {
    oauth.deleteRefreshToken(c.req.param('token'));
    return c.body(null, 204);
  });
  app.delete('/appinstalls/external-install', (c) => {
    const grant = c.env.token === undefined ? undefined : oauth.grantOf(c.env.token);
    if (!grant) throw failures.unauthenticated();
    oauth.uninstall(grant.app, grant.account);
    return c.body(null, 204);
  });
  app.notFound((c) => {
    throw failures.notEmulated(`${c.req.method} ${c.req.path}`);
  });
  app.onError((error) => {
    throw error;
  });
  return app;
}

function answerIn({ isV1 }: TokenBindings, answer: TokenAnswer): Partial<TokenAnswer> {
  const { token_type, refresh_token, access_token, expires_in } = answer;
  return isV1 ? { token_type, refresh_token, access_token, expires_in } : answer;
}

/**
 * The fields of a form, empty if missing. `client` throws a 400 unless the client credentials are those of an app.
 */
function formOf(oauth: OAuth, body: string) {
  const form = new URLSearchParams(body);
  const field = (name: string) => form.get(name) ?? '';
  return { field, client: () => oauth.appOf(field('client_id'), field('client_secret')) };
}

/** Information about a token of either kind. For one that is not valid it is `active: false` only (RFC 7662). */
function introspect(oauth: OAuth, token: string): object {
  for (const info of [() => oauth.accessTokenInfo(token), () => oauth.refreshTokenInfo(token)]) {
    try {
      return { active: true, ...info() };
    } catch (error) {
      if (!(error instanceof HubSpotFailure)) throw error;
    }
  }
  return { active: false };
}
