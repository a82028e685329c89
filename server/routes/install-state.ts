import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Milliseconds to sign in to HubSpot, choose an account and read the permissions. */
export const stateLifetimeMs = 30 * 60_000;

/**
 * Creates the OAuth `state` of an install: the time, and a MAC over the time and a nonce that the browser holds as a
 * cookie. A forged link cannot make a person finish an install that another browser began (RFC 6749, section 10.12).
 * The server stores nothing.
 */
export function newState(secret: string, now: number): { state: string; nonce: string } {
  const nonce = randomBytes(18).toString('base64url');
  return { nonce, state: `${now.toString(36)}.${macOf(secret, now, nonce)}` };
}

/** Whether `state` was made with this secret and this browser's nonce, within its lifetime. */
export function isOwnState(
  state: string | undefined,
  nonce: string | undefined,
  secret: string,
  now: number,
): boolean {
  const [, time = '', mac = ''] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(state ?? '') ?? [];
  if (nonce === undefined || mac === '') return false;
  const began = parseInt(time, 36);
  const isRecent = now - began >= 0 && now - began <= stateLifetimeMs;
  return isRecent && timingSafeEqual(Buffer.from(macOf(secret, began, nonce)), Buffer.from(mac));
}

function macOf(secret: string, time: number, nonce: string): string {
  return createHmac('sha256', secret).update(`install ${time} ${nonce}`).digest('base64url');
}
