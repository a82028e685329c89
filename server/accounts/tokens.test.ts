import type { Granted } from '../hubspot/oauth';
import type { Account } from './accounts';
import { Tokens } from './tokens';

const start = Date.UTC(2026, 10, 25);

function account(more: Partial<Account> = {}): Account {
  return { id: '1', accessToken: 'old', refreshToken: 'refresh', scopes: [], expiresAt: start, ...more };
}

/** Tokens over a store in memory that holds one account; `grant` is what HubSpot answers. */
function tokensOf(stored: Account | undefined, grant: (known: Account) => Granted | Promise<Granted>) {
  const rows = new Map(stored && [[stored.id, stored]]);
  const lines: object[] = [];
  let refreshes = 0;
  let last: Promise<unknown> = Promise.resolve();
  const tokens = new Tokens({
    accounts: {
      find: async (id) => rows.get(id),
      save: async (saved) => void rows.set(saved.id, saved),
      remove: async (id) => void rows.delete(id),
      withLock: (_, work) => {
        const result = last.then(work);
        last = result.catch(() => undefined);
        return result;
      },
    },
    oauth: {
      refresh: async (known) => {
        refreshes++;
        return grant(known);
      },
    },
    now: () => start,
    log: (line) => lines.push(line),
  });
  return { tokens, rows, lines, refreshes: () => refreshes };
}

const renewed = (known: Account): Granted => ({
  kind: 'granted',
  account: { ...known, accessToken: 'new', expiresAt: start + 1_800_000 },
});
const unavailable = (): Granted => ({ kind: 'unavailable', reason: 'HTTP 502' });
const leftMs = (ms: number) => account({ expiresAt: start + ms });

describe('Tokens', () => {
  it.each([
    [120_000, 0],
    [119_999, 1],
  ])('has an access token with %d ms left renewed %d times before it is used', async (ms, times) => {
    const { tokens, refreshes } = tokensOf(leftMs(ms), renewed);
    expect(await tokens.ready('1')).toMatchObject({ kind: 'ready' });
    expect(refreshes()).toBe(times);
  });

  it('stores what was granted before it hands it out', async () => {
    const { tokens, rows, lines } = tokensOf(leftMs(0), renewed);
    expect(await tokens.ready('1')).toMatchObject({ kind: 'ready', account: { accessToken: 'new' } });
    expect(rows.get('1')).toMatchObject({ accessToken: 'new' });
    expect(lines).toEqual([{ event: 'token_renewed', account: '1' }]);
  });

  it.each([
    [20_000, 'ready'],
    [19_999, 'unavailable'],
  ])('has %d ms left when HubSpot names another account: stores nothing, and is %s', async (ms, kind) => {
    const stored = leftMs(ms);
    const { tokens, rows, lines } = tokensOf(stored, () => renewed(account({ id: '2' })));
    expect(await tokens.ready('1')).toEqual(kind === 'ready' ? { kind, account: stored } : { kind });
    expect([...rows]).toEqual([['1', stored]]);
    expect(lines).toEqual([
      { event: 'renewal_failed', account: '1', reason: 'HubSpot named another account.' },
    ]);
  });

  it.each([
    [20_000, 'ready'],
    [19_999, 'unavailable'],
  ])('has %d ms left when HubSpot does not answer: keeps the account, and is %s', async (ms, kind) => {
    const stored = leftMs(ms);
    const { tokens, rows, lines } = tokensOf(stored, unavailable);
    expect(await tokens.ready('1')).toMatchObject({ kind });
    expect(rows.get('1')).toEqual(stored);
    expect(lines).toEqual([{ event: 'renewal_failed', account: '1', reason: 'HTTP 502' }]);
  });

  it('forgets an account whose refresh token HubSpot refuses', async () => {
    const { tokens, rows, lines } = tokensOf(leftMs(0), () => ({ kind: 'refused', reason: 'HTTP 400' }));
    expect(await tokens.ready('1')).toEqual({ kind: 'not_installed' });
    expect(rows.size).toBe(0);
    expect(lines).toEqual([{ event: 'uninstalled', account: '1', reason: 'HTTP 400' }]);
  });

  it('takes what another instance has renewed in the meantime, without a request', async () => {
    const { tokens, rows, refreshes } = tokensOf(account({ accessToken: 'newer' }), renewed);
    expect(await tokens.renew(account())).toEqual({ kind: 'ready', account: rows.get('1') });
    expect(refreshes()).toBe(0);
  });

  it('does not bring back an account that was removed in the meantime', async () => {
    const { tokens, rows, refreshes } = tokensOf(undefined, renewed);
    expect(await tokens.renew(account())).toEqual({ kind: 'not_installed' });
    expect([rows.size, refreshes()]).toEqual([0, 0]);
  });

  it('makes one request for all who need the same renewal, and another one after it failed', async () => {
    const { tokens, refreshes } = tokensOf(leftMs(0), unavailable);
    await Promise.all([tokens.ready('1'), tokens.ready('1'), tokens.ready('1')]);
    expect(refreshes()).toBe(1);
    await tokens.ready('1');
    expect(refreshes()).toBe(2);
  });
});
