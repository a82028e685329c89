import { createCrm, type Crm } from './crm';
import { faultNames, type Fault, type FaultName } from './faults';
import { landmarks, seededId } from './seed';
import { serveCrm } from './serve';
import { ask, pairsOf, type AskedRow } from './testing/ask';

const path = '/crm/v4/associations/0-2/0-1/batch/associate/default';
const contact = (n: number) => seededId('contact', n);
const inputs = pairsOf(landmarks.company, contact(11), contact(12), contact(13));

let crm: Crm;
beforeAll(() => (crm = createCrm()));
beforeEach(() => crm.reset());

const linked = () => [11, 12, 13].map((n) => crm.isAssociated('0-2', landmarks.company, '0-1', contact(n)));
const all = [true, true, true];
const none = [false, false, false];

async function callWithFault(fault: Fault) {
  crm.faults.add(fault);
  return ask(crm, path, { body: { inputs } });
}
const pairIn = ({ from, to }: AskedRow) => `${from?.id}>${(to as { id: string }).id}`;
const forward = inputs.map(({ from, to }) => `${from.id}>${to.id}`);
const backward = inputs.map(({ from, to }) => `${to.id}>${from.id}`);

describe('an answer with another face', () => {
  it.each<[FaultName, number, (rows: string[]) => boolean]>([
    ['created-201', 201, (rows) => rows.length === 6],
    ['status-207', 207, (rows) => rows.length === 6],
    ['results-reversed', 200, (rows) => rows[0] === forward[2]],
    ['results-doubled', 200, (rows) => rows.length === 12 && new Set(rows).size === 6],
    ['results-forward-only', 200, (rows) => rows.every((row) => forward.includes(row)) && rows.length === 3],
    [
      'results-backward-only',
      200,
      (rows) => rows.every((row) => backward.includes(row)) && rows.length === 3,
    ],
    ['results-missing-some', 200, (rows) => rows.length === 4],
    ['empty-complete-done', 200, (rows) => rows.length === 0],
  ])('%s: status %i, and the pairs are linked', async (name, status, holds) => {
    const answer = await callWithFault({ name });
    expect(answer.status).toBe(status);
    expect(holds((answer.body?.results ?? []).map(pairIn))).toBe(true);
    expect(linked()).toEqual(all);
  });

  it('ids-as-numbers: ids of results are JSON numbers', async () => {
    const { body } = await callWithFault({ name: 'ids-as-numbers' });
    expect(body?.results?.every(({ from }) => typeof from?.id === 'number')).toBe(true);
  });

  it('empty-complete: says COMPLETE and has done nothing', async () => {
    const { status, body } = await callWithFault({ name: 'empty-complete' });
    expect([status, body?.['status'], body?.results]).toEqual([200, 'COMPLETE', []]);
    expect(linked()).toEqual(none);
  });
});

describe('a pair refused within a 200', () => {
  it('is named by its id, and is not linked', async () => {
    const { status, body } = await callWithFault({ name: 'error-names-one' });
    expect(status).toBe(200);
    expect(body?.errors).toEqual([expect.objectContaining({ context: { id: [contact(13)] } })]);
    expect(linked()).toEqual([true, true, false]);
  });

  it('is named by nothing', async () => {
    const { body } = await callWithFault({ name: 'error-names-nobody' });
    expect(body?.errors?.[0]).not.toHaveProperty('context');
    expect(JSON.stringify(body?.errors)).not.toContain(contact(13));
    expect(linked()).toEqual([true, true, false]);
  });
});

describe('all-at-limit-207', () => {
  it('refuses every pair by its id, and leaves the links that are there', async () => {
    for (const expected of [none, all]) {
      const { status, body } = await callWithFault({ name: 'all-at-limit-207', times: 1 });
      const ids = body?.errors?.map(({ context }) => context?.['id']);
      expect([status, body?.results, ids]).toEqual([207, [], [[contact(11)], [contact(12)], [contact(13)]]]);
      expect(linked()).toEqual(expected);
      await ask(crm, path, { body: { inputs } });
    }
  });

  it('lets requests pass that name no records', async () => {
    crm.faults.add({ name: 'all-at-limit-207' });
    expect((await ask(crm, '/crm/v3/objects/contacts/search', { body: { limit: 1 } })).status).toBe(200);
  });
});

describe('an answer that proves nothing', () => {
  it.each<[FaultName, number, boolean[]]>([
    ['html-502', 502, none],
    ['html-502-done', 502, all],
    ['empty-503', 503, none],
    ['empty-503-done', 503, all],
    ['server-error-500', 500, none],
    ['gateway-timeout-504', 504, none],
    ['truncated-json', 200, none],
    ['truncated-json-done', 200, all],
  ])('%s: status %i', async (name, status, expected) => {
    const { text, ...answer } = await callWithFault({ name });
    expect(answer.status).toBe(status);
    expect(linked()).toEqual(expected);
    if (name.startsWith('truncated')) expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    if (name.startsWith('html')) expect(text).toMatch(/^<html>/);
    if (name.startsWith('empty')) expect(text).toBe('');
  });
});

describe('a refusal', () => {
  it.each<[FaultName, number, object]>([
    ['limit-secondly', 429, { policyName: 'SECONDLY', message: 'You have reached your secondly limit.' }],
    ['limit-ten-secondly', 429, { policyName: 'TEN_SECONDLY_ROLLING' }],
    ['limit-daily', 429, { policyName: 'DAILY' }],
    ['locked-423', 423, { status: 'error' }],
    ['migrating-477', 477, { status: 'error' }],
    ['unauthorized-401', 401, { category: 'EXPIRED_AUTHENTICATION' }],
    ['missing-scopes-403', 403, { category: 'MISSING_SCOPES' }],
    ['refused-400', 400, { category: 'VALIDATION_ERROR' }],
  ])('%s: status %i, and nothing is done', async (name, status, body) => {
    const answer = await callWithFault({ name });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ correlationId: expect.any(String), ...body });
    expect(linked()).toEqual(none);
  });

  it('says when to come back only where it is told to, and 477 always', async () => {
    expect((await callWithFault({ name: 'limit-secondly', times: 1 })).headers.get('retry-after')).toBeNull();
    expect(
      (await callWithFault({ name: 'limit-secondly', times: 1, value: 3 })).headers.get('retry-after'),
    ).toBe('3');
    expect(
      (await callWithFault({ name: 'migrating-477', times: 1 })).headers.get('retry-after'),
    ).not.toBeNull();
  });
});

describe('the connection, in this process', () => {
  it.each<[FaultName, boolean[]]>([
    ['reset-before', none],
    ['reset-after', all],
  ])('%s: rejects as fetch does', async (name, expected) => {
    await expect(callWithFault({ name })).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    expect(linked()).toEqual(expected);
    expect(crm.calls.at(-1)).toMatchObject({ status: 'reset', fault: name });
  });

  it.each<[FaultName, boolean[]]>([
    ['silence', none],
    ['silence-done', all],
  ])('%s: ends only when the caller gives up', async (name, expected) => {
    crm.faults.add({ name });
    const caller = new AbortController();
    let ended = false;
    const answer = ask(crm, path, { body: { inputs }, signal: caller.signal }).finally(() => (ended = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([ended, linked()]).toEqual([false, expected]);
    caller.abort();
    await expect(answer).rejects.toThrow();
  });

  it('slow: answers rightly after its time', async () => {
    const waits: number[] = [];
    const slow = createCrm({ sleep: (ms) => Promise.resolve(void waits.push(ms)) });
    slow.faults.add({ name: 'slow', value: 4_000 });
    expect((await ask(slow, path, { body: { inputs } })).status).toBe(200);
    expect(waits).toEqual([4_000]);
  });
});

describe('the connection, over HTTP', () => {
  let server: Awaited<ReturnType<typeof serveCrm>>;
  beforeAll(async () => (server = await serveCrm(crm)));
  afterAll(() => server.close());

  const post = (signal?: AbortSignal) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox' },
      body: JSON.stringify({ inputs }),
      ...(signal && { signal }),
    });

  it.each<[FaultName, boolean[]]>([
    ['reset-before', none],
    ['reset-after', all],
  ])('%s: breaks, and the next request finds the server up', async (name, expected) => {
    crm.faults.add({ name, times: 1 });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(linked()).toEqual(expected);
    expect((await post()).status).toBe(200);
  });

  it('silence: keeps a caller waiting until it hangs up', async () => {
    crm.faults.add({ name: 'silence', times: 1 });
    const caller = new AbortController();
    const answer = post(caller.signal);
    setTimeout(() => caller.abort(), 50);
    await expect(answer).rejects.toThrow('aborted');
    expect((await post()).status).toBe(200);
  });
});

describe('the requests that a fault applies to', () => {
  const search = () => ask(crm, '/crm/v3/objects/contacts/search', { body: { limit: 1 } });

  it('the next so many requests', async () => {
    crm.faults.add({ name: 'empty-503', times: 2 });
    expect([(await search()).status, (await search()).status, (await search()).status]).toEqual([
      503, 503, 200,
    ]);
    expect(crm.faults.list()).toEqual([]);
  });

  it('requests of one kind', async () => {
    crm.faults.add({ name: 'empty-503', on: 'associate' });
    expect((await search()).status).toBe(200);
    expect((await ask(crm, path, { body: { inputs } })).status).toBe(503);
    expect(
      (await ask(crm, '/crm/associations/2026-09/0-2/0-1/batch/associate/default', { body: { inputs } }))
        .status,
    ).toBe(503);
  });

  it('by chance, the same for the same seed', async () => {
    const run = async (seed: number) => {
      const own = createCrm({ data: 'empty', seed });
      own.faults.add({ name: 'empty-503', probability: 0.3 });
      const statuses: number[] = [];
      for (let n = 0; n < 100; n++) statuses.push((await ask(own, '/crm/v3/objects/contacts')).status);
      return statuses;
    };
    const first = await run(3);
    const share = first.filter((status) => status === 503).length;
    expect(share).toBeGreaterThan(10);
    expect(share).toBeLessThan(60);
    expect(await run(3)).toEqual(first);
    expect(await run(4)).not.toEqual(first);
  });
});

describe('/sandbox', () => {
  it('lists, adds and clears faults', async () => {
    const { body } = await ask(crm, '/sandbox/faults');
    expect(body).toMatchObject({
      active: [],
      names: faultNames,
      kinds: expect.arrayContaining(['associate', 'search']),
    });
    const fault = { name: 'html-502', on: 'search', times: 2 };
    expect((await ask(crm, '/sandbox/faults', { body: fault })).body).toEqual({ active: [fault] });
    await ask(crm, '/sandbox/faults', { method: 'DELETE' });
    expect(crm.faults.list()).toEqual([]);
  });

  it.each([{ name: 'earthquake' }, { name: 'toString' }, { name: 'slow', on: 'nothing' }, {}])(
    'refuses the fault %j',
    async (body) => {
      expect((await ask(crm, '/sandbox/faults', { body })).status).toBe(400);
      expect(crm.faults.list()).toEqual([]);
    },
  );

  it('needs no token, is exempt from faults, and is not in the log of calls', async () => {
    crm.faults.add({ name: 'empty-503' });
    const { status, body } = await ask(crm, '/sandbox/requests', { token: null });
    expect([status, body]).toEqual([200, { requests: [] }]);
  });

  it('tells the calls seen and forgets them', async () => {
    await ask(crm, path, { body: { inputs } });
    const { body, text } = await ask(crm, '/sandbox/requests');
    expect(body).toMatchObject({ requests: [{ method: 'POST', path, status: 200, inputs: 3 }] });
    expect(text).not.toContain('Bearer');
    await ask(crm, '/sandbox/requests', { method: 'DELETE' });
    expect(crm.calls).toEqual([]);
  });

  it('changes settings and the scopes of its token', async () => {
    await ask(crm, '/sandbox/settings', { body: { partialFailure: '200', scopes: ['tickets'] } });
    expect((await ask(crm, path, { body: { inputs } })).status).toBe(403);
    const { body } = await ask(crm, '/sandbox/settings');
    expect(body).toMatchObject({ partialFailure: '200', maxInputs: 2_000, scopes: ['tickets'] });
    await ask(crm, '/sandbox/reset', { method: 'POST' });
    expect((await ask(crm, path, { body: { inputs } })).status).toBe(200);
  });

  it('tells the landmarks', async () => {
    expect((await ask(crm, '/sandbox/landmarks')).body).toEqual(landmarks);
  });
});
