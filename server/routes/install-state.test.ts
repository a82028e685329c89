import { isOwnState, newState, stateLifetimeMs } from './install-state';

const secret = 'a-client-secret';
const now = Date.UTC(2026, 10, 25);
const { state, nonce } = newState(secret, now);

describe('the state of an install', () => {
  it('is good in the browser that began it, for a while', () => {
    expect(isOwnState(state, nonce, secret, now)).toBe(true);
    expect(isOwnState(state, nonce, secret, now + stateLifetimeMs)).toBe(true);
  });

  it('is another one each time', () => {
    expect(newState(secret, now).state).not.toBe(state);
  });

  it.each<[string, string | undefined, string | undefined, number]>([
    ['in another browser', state, newState(secret, now).nonce, now],
    ['in a browser without the cookie', state, undefined, now],
    ['too late', state, nonce, now + stateLifetimeMs + 1],
    ['before it began', state, nonce, now - 1],
    ['with another time', state.replace(/^[^.]+/, (now + 1).toString(36)), nonce, now + 1],
    ['changed', `${state.slice(0, -2)}AA`, nonce, now],
    ['cut short', state.slice(0, -1), nonce, now],
    ['empty', '', nonce, now],
    ['missing', undefined, nonce, now],
  ])('is not good %s', (_, given, cookie, at) => {
    expect(isOwnState(given, cookie, secret, at)).toBe(false);
  });

  it('is not good if another app made it', () => {
    expect(isOwnState(state, nonce, 'another secret', now)).toBe(false);
  });
});
