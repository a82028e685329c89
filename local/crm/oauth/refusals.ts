import { HubSpotFailure } from '../errors';

/**
 * A refusal of the token endpoints. They send a code as `status`, where others send `error` (recorded: `BAD_AUTH_CODE`,
 * `BAD_REFRESH_TOKEN`, `BAD_CLIENT_ID`, `BAD_CLIENT_SECRET`, `BAD_REDIRECT_URI`, `BAD_GRANT_TYPE`, `EXPIRED_AUTH_CODE`).
 */
function refusal(status: string, message: string): HubSpotFailure {
  return new HubSpotFailure(400, message, { status });
}

/** The messages of the first two are recorded. Those of the others are guesses: do not rely on them. */
export const refusals = {
  authCode: () => refusal('BAD_AUTH_CODE', 'missing or unknown auth code'),
  refreshToken: () => refusal('BAD_REFRESH_TOKEN', 'missing or invalid refresh token'),
  expiredAuthCode: () => refusal('EXPIRED_AUTH_CODE', 'the auth code has expired'),
  clientId: () => refusal('BAD_CLIENT_ID', 'missing or unknown client id'),
  clientSecret: () => refusal('BAD_CLIENT_SECRET', 'missing or invalid client secret'),
  redirectUri: () => refusal('BAD_REDIRECT_URI', 'missing or invalid redirect uri'),
  grantType: () => refusal('BAD_GRANT_TYPE', 'missing or unknown grant type'),
};

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** HubSpot's 401 for an access token that has expired (recorded). */
export function expired(expiresAt: number, now: number): HubSpotFailure {
  const seconds = Math.max(0, Math.floor((now - expiresAt) / 1_000));
  const [unit, length] = units.find(([, least]) => seconds >= least) ?? ['second', 1];
  return new HubSpotFailure(
    401,
    `The OAuth token used to make this call expired ${Math.floor(seconds / length)} ${unit}(s) ago.`,
    {
      category: 'EXPIRED_AUTHENTICATION',
      context: { 'expire time': [new Date(expiresAt).toISOString()] },
    },
  );
}
