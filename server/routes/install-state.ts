import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Time to sign in to HubSpot, choose an account and read what is asked for. */
export const stateLifetimeMs = 30 * 60_000;

/**
 * The `state` of an install: that it began here, lately, and in this browser, which holds the nonce as a cookie. So
 * nobody can be led to finish an install that somebody else began. Nothing of it is stored.
 */
export function newState(secret: string, now: number): { state: string; nonce: string } {
  const nonce = randomBytes(18).toString('base64url');
  return { nonce, state: `${now.toString(36)}.${macOf(secret, now, nonce)}` };
}

/** Whether a `state` was made with this secret, within its lifetime, and for the browser that holds this nonce. */
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
