import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from '../accounts/accounts';
import type { Ready } from '../accounts/tokens';
import { Connections } from './connections';

function account(more: Partial<Account> = {}): Account {
  return { id: '1', accessToken: 't1', refreshToken: 'r', scopes: [], expiresAt: 0, ...more };
}

let hubspot: Server;
/** The access tokens of the requests that came. */
let seen: string[] = [];
/** What HubSpot refuses with 401. */
let refused = new Set<string>();

beforeAll(async () => {
  hubspot = createServer((request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    seen.push(token);
    response.writeHead(refused.has(token) ? 401 : 200).end('{}');
  }).listen(0, '127.0.0.1');
  await once(hubspot, 'listening');
});
beforeEach(() => {
  seen = [];
  refused = new Set();
});
afterAll(async () => {
  hubspot.closeAllConnections();
  await new Promise((closed) => hubspot.close(closed));
});

type Admit = (accountId: string, kind: 'all' | 'search') => Promise<number>;

function connectionsOf({
  renewed = async (): Promise<Ready> => ({ kind: 'unavailable' }),
  admit = (async () => 0) as Admit,
} = {}) {
  const clock = { now: 0 };
  let renewals = 0;
  const connections = new Connections({
    apiBaseUrl: `http://127.0.0.1:${(hubspot.address() as AddressInfo).port}`,
    tokens: { renew: () => (renewals++, renewed()) },
    limits: { admit },
    now: () => clock.now,
  });
  return { connections, clock, renewals: () => renewals };
}

const get = { method: 'GET', path: '/crm/v3/objects/contacts' } as const;
const send = ({ hubspot: { environment } }: ReturnType<Connections['to']>) =>
  environment.send(get, new AbortController().signal);
const ready = (accessToken: string) => async (): Promise<Ready> => ({
  kind: 'ready',
  account: account({ accessToken }),
});

describe('a connection to an account', () => {
  it('uses the token as it was stored last', async () => {
    const { connections } = connectionsOf();
    connections.to(account());
    await send(connections.to(account({ accessToken: 't2' })));
    expect(seen).toEqual(['t2']);
  });

  it('repeats a request that HubSpot refused, once, with a renewed token', async () => {
    refused.add('t1');
    const { connections, renewals } = connectionsOf({ renewed: ready('t2') });
    const connection = connections.to(account());
    const responses = await Promise.all([send(connection), send(connection), send(connection)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(seen.sort()).toEqual(['t1', 't1', 't1', 't2', 't2', 't2']);
    expect(renewals()).toBe(1);
  });

  it('does not repeat it with the token that was refused', async () => {
    refused.add('t1');
    const { connections } = connectionsOf({ renewed: ready('t1') });
    expect((await send(connections.to(account()))).status).toBe(401);
    expect(seen).toEqual(['t1']);
  });

  it.each([
    [59_999, 1],
    [60_000, 2],
  ])('renews what HubSpot goes on to refuse once a minute (%d ms later: %d times)', async (ms, times) => {
    refused.add('t1').add('t2');
    const { connections, clock, renewals } = connectionsOf({ renewed: ready('t2') });
    const connection = connections.to(account());
    await send(connection);
    clock.now += ms;
    await send(connection);
    expect(renewals()).toBe(times);
  });

  it('says that the app is uninstalled where the renewal says so, until the account is back', async () => {
    refused.add('t1');
    const { connections } = connectionsOf({ renewed: async () => ({ kind: 'not_installed' }) });
    const connection = connections.to(account());
    expect((await send(connection)).status).toBe(401);
    expect(connection.uninstalled).toBe(true);
    const back = connections.to(account({ accessToken: 't2' }));
    expect(back.uninstalled).toBe(false);
    expect(back).not.toBe(connection);
  });

  it('answers 401 where the renewal fails', async () => {
    refused.add('t1');
    const { connections } = connectionsOf({ renewed: () => Promise.reject(new Error('no database')) });
    const connection = connections.to(account());
    expect((await send(connection)).status).toBe(401);
    expect(connection.uninstalled).toBe(false);
  });

  it('keeps the latest three tokens as secrets', () => {
    const { connections } = connectionsOf();
    for (const accessToken of ['t1', 't2', 't3', 't4']) connections.to(account({ accessToken }));
    expect([...connections.to(account({ accessToken: 't4' })).secrets]).toEqual(['t2', 't3', 't4']);
  });

  it('is kept for the thousand accounts that were used last', () => {
    const { connections } = connectionsOf();
    const [first, second] = [connections.to(account({ id: '1' })), connections.to(account({ id: '2' }))];
    for (let id = 3; id <= 1_000; id++) connections.to(account({ id: String(id) }));
    expect(connections.to(account({ id: '1' }))).toBe(first);
    connections.to(account({ id: '1001' }));
    expect(connections.to(account({ id: '1' }))).toBe(first);
    expect(connections.to(account({ id: '2' }))).not.toBe(second);
  });
});

describe('the limits of an account', () => {
  const asked = async (path: string, waits: { all: number; search: number }) => {
    const kinds: string[] = [];
    const { connections } = connectionsOf({
      admit: async (id, kind) => (kinds.push(`${id} ${kind}`), waits[kind]),
    });
    const { environment } = connections.to(account()).hubspot;
    return [kinds, await environment.admit?.({ ...get, path })];
  };

  it.each([
    ['/crm/v3/objects/contacts/search', ['1 search', '1 all']],
    ['/crm/objects/2026-09/contacts/search', ['1 search', '1 all']],
    ['/crm/v3/objects/contacts/batch/read', ['1 all']],
    // Lists have a search without a limit of its own.
    ['/crm/v3/lists/search', ['1 all']],
  ])('of %s are %j', async (path, kinds) => {
    expect(await asked(path, { all: 0, search: 0 })).toEqual([kinds, 0]);
    expect(await asked(path, { all: 7, search: 0 })).toEqual([kinds, 7]);
  });

  it('count a search that has to wait for its own limit only once it may start', async () => {
    const path = '/crm/v3/objects/contacts/search';
    expect(await asked(path, { all: 0, search: 9 })).toEqual([['1 search'], 9]);
  });

  it('let calls start while the database is away', async () => {
    const { connections } = connectionsOf({ admit: () => Promise.reject(new Error('no database')) });
    expect(await connections.to(account()).hubspot.environment.admit?.(get)).toBe(0);
  });
});
