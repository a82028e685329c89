/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import { maxValues } from '@bulk-associate/contract';
import { homeAccount, landmarks, seededId } from 'hubspot-local/crm';
import { appId, HubSpotFetch } from 'hubspot-local/page';
import { backendUrl } from '../../marketplace/card/backend-url';
import { transport } from '../../marketplace/card/transport';
import type { HostedServer } from '../../server/app';
import { operationRun } from '../../src/app/cards/run/pair-runs';
import { pairsOf } from '../../src/app/cards/run/pairs';
import { callThrough } from '../../src/app/cards/sdk/call';
import { Hosting, marketplaceApp, otherAccount } from './hosted-app';
import { installAt } from './install-at';
import { FaultyNetwork, type Fault, type Sent } from './faulty-network';

/** From the card's own transport through HubSpot's side of it and a real network to the back end, and to HubSpot. */
const minute = 60_000;
/** On which no deadline comes. */
const withoutDeadlines = { now: Date.now, sleep: () => new Promise<void>(() => undefined) };
/** On which waiting takes no time. */
const withShortSleeps = {
  now: Date.now,
  sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)),
};

let network: FaultyNetwork;
let hosting: Hosting;
let server: HostedServer;
let hubspot: HubSpotFetch;

beforeAll(async () => {
  network = await FaultyNetwork.start();
  const app = { ...marketplaceApp, appId, redirectUrls: [`${network.url}/oauth/callback`] };
  hosting = await Hosting.start({ oauth: { apps: [app] } });
  server = await hosting.createServer({ publicUrl: network.url, hubspotAppId: String(app.appId) });
  const { clientSecret } = app;
  hubspot = new HubSpotFetch({
    permittedUrls: [backendUrl],
    proxy: { [backendUrl]: network.url },
    clientSecret,
    portalId: homeAccount.hubId,
  });
  Object.assign(globalThis, {
    self: {
      hsFetch: async (url: string, options: object) => {
        const answer = await hubspot.answer({ ...options, url });
        if ('refused' in answer) throw new Error(answer.refused);
        return new Response(answer.body, { status: answer.status });
      },
    },
  });
}, 60_000);
afterAll(async () => {
  Reflect.deleteProperty(globalThis, 'self');
  await network.close();
  await server.close();
  await hosting.hubspot.close();
});
beforeEach(async () => {
  const { crm } = hosting;
  crm.reset();
  for (const account of crm.oauth.accounts)
    for (const app of crm.oauth.apps) crm.oauth.uninstall(app, account);
  network.answer = (sent) => server.fetch(requestOf(sent));
  network.faults = [];
  await installAt(network.url);
  hosting.clock.now = Date.now();
  network.seen.length = 0;
  crm.calls.length = 0;
});

function requestOf({ method, path, headers, body }: Sent): Request {
  return new Request(`${network.url}${path}`, { method, headers, ...(method === 'POST' && { body }) });
}

const call = callThrough(transport as never, withoutDeadlines);
const contacts = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: seededId('contact', n + 10), label: `Contact ${n}` }));
const run = (count: number) =>
  operationRun(
    { from: { objectType: '0-2', id: landmarks.company }, toObjectType: '0-1', call, clock: withShortSleeps },
    { name: 'associate' },
    pairsOf(contacts(count)),
  );
const linked = (count: number) =>
  contacts(count).filter(({ id }) => hosting.crm.isAssociated('0-2', landmarks.company, '0-1', id)).length;
const one = () =>
  call('associate_records', {
    fromObjectType: '0-2',
    toObjectType: '0-1',
    inputs: [{ from: { id: landmarks.company }, to: { id: seededId('contact', 10) } }],
  });
const writes = () => hosting.crm.calls.filter(({ kind }) => kind === 'associate').length;
/** Sends another request than HubSpot signed. */
const changed =
  (change: (sent: Sent) => Partial<Sent>): Fault =>
  (sent, pass) =>
    pass({ ...sent, ...change(sent) });

describe('a call of the card', () => {
  it('goes through', async () => {
    expect(await one()).toMatchObject({ ok: true, outcomes: [{ status: 'associated' }] });
    expect(linked(1)).toBe(1);
  });

  it.each<[string, (sent: Sent) => Partial<Sent>]>([
    [
      'another body',
      ({ body }) => ({ body: body.replace(seededId('contact', 10), seededId('contact', 11)) }),
    ],
    ['another account', ({ path }) => ({ path: path.replace(/portalId=\d+/, `portalId=${otherAccount}`) })],
    ['an account on top', ({ path }) => ({ path: `${path}&portalId=${otherAccount}` })],
    ['another function', ({ path }) => ({ path: path.replace('associate_records', 'remove_associations') })],
    ['another method', () => ({ method: 'PUT' })],
    ['no signature', ({ headers: { 'x-hubspot-signature-v3': _, ...headers } }) => ({ headers })],
    [
      'another time',
      ({ headers }) => ({
        headers: {
          ...headers,
          'x-hubspot-request-timestamp': String(Number(headers['x-hubspot-request-timestamp']) + 1),
        },
      }),
    ],
  ])('with %s on its way is not let in, and nothing is written', async (what, change) => {
    network.faults = [changed(change)];
    const reply = await one();
    expect(reply.ok).toBe(false);
    expect([writes(), linked(2)]).toEqual([0, 0]);
    if (what !== 'another method') expect(reply).toMatchObject({ error: { code: 'UNAUTHORIZED' } });
  });

  it('can be played again within five minutes, which changes nothing, and not after them', async () => {
    await one();
    const [sent] = network.seen as [Sent];
    const again = async () => {
      const response = await fetch(`${network.url}${sent.path}`, sent);
      return { status: response.status, body: await response.json() };
    };
    expect(await again()).toMatchObject({ status: 200, body: { outcomes: [{ status: 'associated' }] } });
    hosting.clock.now += 5 * minute + 1_000;
    expect(await again()).toMatchObject({
      status: 401,
      body: { ok: false, error: { code: 'UNAUTHORIZED' } },
    });
  });

  it('of an account that is not installed is told to install', async () => {
    const { oauth } = hosting.crm;
    for (const account of oauth.accounts) for (const app of oauth.apps) oauth.uninstall(app, account);
    expect(await one()).toEqual({
      ok: false,
      error: {
        code: 'UNAUTHORIZED',
        message: expect.stringContaining(`install it: ${network.url}/oauth/install`),
      },
    });
  });

  it('over a megabyte is stopped by HubSpot, and by the back end if it comes some other way', async () => {
    const long = 'x'.repeat(3_000);
    const values = Array.from({ length: maxValues }, (_, n) => `${n}${long}`.slice(0, 3_000));
    const reply = await call('resolve_records', { objectType: '0-1', values });
    expect(reply).toMatchObject({ ok: false, error: { code: 'NO_ANSWER' } });
    expect(network.seen).toEqual([]);
    const body = JSON.stringify({ parameters: { objectType: '0-1', values } });
    const response = await fetch(`${network.url}/functions/resolve_records`, { method: 'POST', body });
    expect([response.status, await response.json()]).toEqual([
      413,
      { ok: false, error: { code: 'INVALID_INPUT', message: expect.stringContaining('1 MB') } },
    ]);
  });

  it('that is all but a megabyte goes through', async () => {
    const values = Array.from({ length: maxValues }, (_, n) => `${n}@${'x'.repeat(900)}.example`);
    const reply = await call('resolve_records', { objectType: '0-1', values });
    expect(reply).toMatchObject({ ok: true });
    expect(reply.ok && reply.lines).toHaveLength(maxValues);
  }, 30_000);
});

describe('a run of the card', () => {
  const away: Fault = async () => Response.json({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE', message: '…' } }, { status: 503 }); // prettier-ignore
  /** The back end does its work, and the connection breaks before it can say so. */
  const cut: Fault = async (sent, pass, cutNow) => {
    await pass(sent);
    cutNow();
    return new Response(null);
  };
  const count = 1_500;

  it.each<[string, Fault[]]>([
    ['answers once with 503', [away]],
    ['answers with 503 for a while', new Array(4).fill(away)],
    ['is cut off after its work', [cut]],
    ['is cut off after its work, twice', [cut, cut]],
    ['is behind something that answers with a page', [async () => new Response('<html>', { status: 502 })]],
  ])('ends with the truth about every record where the back end %s', async (_, faults) => {
    network.faults = faults;
    const { results, error } = await run(count).run();
    expect([error, network.faults]).toEqual([undefined, []]);
    expect(results.filter((result) => result?.status === 'associated')).toHaveLength(count);
    expect(linked(count)).toBe(count);
  });

  it.each([
    'html-502-done',
    'reset-after',
    'empty-complete-done',
    'limit-secondly',
    'results-missing-some',
  ] as const)('ends with the truth about every record where HubSpot fails half-way (%s)', async (name) => {
    hosting.crm.faults.add({ name, on: 'associate', after: 2, times: 2 });
    const { results } = await run(count).run();
    const associated = results.filter((result) => result?.status === 'associated').length;
    expect([associated, linked(count)]).toEqual([count, count]);
  });

  it('that loses its access half-way counts what was done, and what was not', async () => {
    const associate = run(count);
    associate.subscribe(() => {
      const { settled } = associate.getProgress();
      const { oauth } = hosting.crm;
      if (settled < 200) return;
      for (const account of oauth.accounts) for (const app of oauth.apps) oauth.uninstall(app, account);
    });
    const { results, lost, error } = await associate.run();
    const associated = results.filter((result) => result?.status === 'associated').length;
    expect(error).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(associated).toBeGreaterThanOrEqual(200);
    expect(associated).toBeLessThan(count);
    expect(linked(count)).toBe(associated + [...lost].filter((index) => !results[index]).length);
  });
});
