import { homeAccount, landmarks, seededId } from 'hubspot-local/crm';
import type { HostedServer, ServerOptions } from '../../server/app';
import { RunStore } from '../../server/runs/run-store';
import { openDatabase, type Database } from '../../server/storage';
import { onPostgres } from '../../server/testing/on-databases';
import { callFunction, describeContacts, Hosting, install, marketplaceApp, otherAccount } from './hosted-app';
import { associating, newLines, RunCard } from './run-card';

/** “Billing contact”, of companies to contacts. */
const label = { category: 'USER_DEFINED', typeId: 932 } as const;
const company = landmarks.company;
const contact = (n: number) => seededId('contact', n);

onPostgres((postgres) => {
  let hosting: Hosting;
  let database: Database;
  let options: ServerOptions;
  const servers: HostedServer[] = [];
  const card = new RunCard(() => servers[0] as HostedServer);
  const otherUser = new RunCard(() => servers[0] as HostedServer, { user: '2' });
  const elsewhere = new RunCard(() => servers[0] as HostedServer, { account: otherAccount });

  beforeAll(async () => {
    hosting = await Hosting.start();
    const databaseUrl = postgres().newDatabase();
    const runTimes = { pollMs: 50, waitFactor: 0.01, turnsAtOnce: 1 };
    options = hosting.options({ databaseUrl, runTimes });
    for (let n = 0; n < 2; n++) servers.push(await hosting.createServer(options));
    database = await openDatabase({ databaseUrl });
  }, 60_000);
  beforeEach(async () => {
    hosting.reset();
    // In the order in which a turn that is still in progress locks them.
    await database.script('DELETE FROM run_turns; DELETE FROM accounts; DELETE FROM call_windows');
    await install(servers[0] as HostedServer, hosting.crm);
    hosting.crm.calls.length = 0;
  });
  afterAll(async () => {
    await database.close();
    for (const server of servers) await server.close();
    await hosting.hubspot.close();
  });
  const isLinked = (n: number) => hosting.crm.isAssociated('0-2', company, '0-1', contact(n));
  const countRuns = async () =>
    (
      await database.query<{ runs: number; parts: number }>(
        'SELECT (SELECT count(*)::int FROM runs) AS runs, (SELECT count(*)::int FROM run_parts) AS parts',
      )
    )[0];

  describe('a run that is handed over', () => {
    it('is carried out without the card, and tells the outcome of every line', async () => {
      const lines = newLines(2_500);
      lines[7] = { id: '99', before: 'new' };
      lines[8] = { id: contact(3_000), before: 'already_associated' };
      const status = await card.carriesOut(lines);
      expect(status).toMatchObject({
        phase: 'run',
        total: 2_500,
        work: { total: 2_499, settled: 2_499 },
        outcomes: { associated: 2_498, failed: 1, already: 1, not_sent: 0 },
        undoable: 2_498,
        stopped: false,
        userId: '1',
        isOwn: true,
      });
      expect(status.error).toBeUndefined();
      const results = await card.lines(status.run);
      expect(results.map(({ id, position }) => [id, position])).toEqual(lines.map(({ id }, n) => [id, n]));
      expect(results[7]).toMatchObject({ outcome: 'failed', error: { category: 'OBJECT_NOT_FOUND' } });
      expect(lines.every(({ id }, n) => n === 7 || n === 8 || hosting.crm.isAssociated('0-2', company, '0-1', id))).toBe(true); // prettier-ignore
      expect(await card.lines(status.run, { outcomes: ['failed', 'already'] })).toEqual([
        results[7],
        results[8],
      ]);
    });

    it('is the same run when any of its calls arrives twice', async () => {
      const lines = newLines(1_500);
      const start = { key: card.newKey(), ...associating, total: 1_500, lines: lines.slice(0, 700) };
      const [{ status }, again] = await Promise.all([
        card.call('start_run', start),
        card.call('start_run', start),
      ]);
      expect(again.status.run).toBe(status.run);
      const { run } = status;
      const part = { run, position: 700, lines: lines.slice(700) };
      const received = await Promise.all([
        card.call('add_run_lines', part),
        card.call('add_run_lines', part),
      ]);
      expect(received).toEqual([{ ok: true, received: 1_500 }, { ok: true, received: 1_500 }]); // prettier-ignore
      await Promise.all([card.call('begin_run', { run }), card.call('begin_run', { run })]);
      expect(await card.call('add_run_lines', part)).toEqual({ ok: true, received: 1_500 });
      expect((await card.ends(run)).outcomes.associated).toBe(1_500);
      expect((await card.call('start_run', start)).status).toMatchObject({ run, state: 'ended' });
      expect((await card.call('begin_run', { run })).status).toMatchObject({ run, state: 'ended' });
      expect(await countRuns()).toEqual({ runs: 1, parts: 2 });
      // The key of one person says nothing about the run of another.
      expect((await otherUser.call('start_run', start)).status.run).not.toBe(run);
    });

    it('does not begin without all its lines, and is not listed', async () => {
      const start = { key: card.newKey(), ...associating, total: 3, lines: newLines(2) };
      const { run } = (await card.call('start_run', start)).status;
      expect(await card.refusal('begin_run', { run })).toMatchObject({ error: { reason: 'run_incomplete' } });
      const far = { run, position: 2, lines: newLines(2) };
      expect(await card.refusal('add_run_lines', far)).toMatchObject({ error: { reason: 'run_incomplete' } });
      expect((await card.call('list_runs', { record: associating.record })).runs).toEqual([]);
      expect(hosting.crm.calls.filter(({ path }) => path.includes('batch'))).toEqual([]);
    });

    it('sends again what has failed, in whichever of its parts that is', async () => {
      // More parts than a turn reads.
      const total = 20;
      const { run } = (await card.call('start_run', { key: card.newKey(), ...associating, total })).status;
      for (let position = 0; position < total; position += 2) {
        const lines = [...newLines(1, 100 + position), { id: String(10 + position), before: 'new' as const }];
        await card.call('add_run_lines', { run, position, lines });
      }
      await card.call('begin_run', { run });
      const { revision, outcomes } = await card.ends(run);
      expect(outcomes).toMatchObject({ associated: 10, failed: 10 });
      await card.call('continue_run', { run, revision });
      expect(await card.ends(run)).toMatchObject({ work: { total: 10, settled: 10 }, outcomes });
    });

    it('ends at once where no line has work', async () => {
      const lines = newLines(3).map((line) => ({ ...line, before: 'already_associated' as const }));
      expect(await card.begin(lines)).toMatchObject({ state: 'ended', outcomes: { already: 3 } });
    });

    it('belongs to its account: another one neither reads nor changes it', async () => {
      await install(servers[0] as HostedServer, hosting.crm, otherAccount);
      const { run } = await card.carriesOut(newLines(1));
      for (const uid of ['read_run', 'stop_run', 'begin_run', 'read_run_lines'] as const) {
        expect(await elsewhere.refusal(uid, { run })).toMatchObject({ error: { reason: 'run_gone' } });
      }
      expect(await elsewhere.refusal('undo_run', { run, revision: 0 })).toMatchObject({
        error: { reason: 'run_gone' },
      });
      expect((await elsewhere.call('list_runs', { record: associating.record })).runs).toEqual([]);
    });
  });

  describe('the runs of a record', () => {
    it('are listed newest first, page by page, and tell whose they are and which go on', async () => {
      const first = await card.carriesOut(newLines(1));
      const second = await otherUser.carriesOut(newLines(1, 200));
      const other = { ...associating.record, id: landmarks.labelledCompany };
      await card.carriesOut(newLines(1), { record: other });
      const page = await card.call('list_runs', { record: associating.record, limit: 1 });
      expect(page.runs).toMatchObject([{ run: second.run, userId: '2', isOwn: false }]);
      const { cursor = '' } = page;
      const rest = await card.call('list_runs', { record: associating.record, limit: 1, cursor });
      expect(rest).toMatchObject({ runs: [{ run: first.run, userId: '1', isOwn: true }] });
      expect(rest.cursor).toBeUndefined();
      const open = { record: associating.record, open: true };
      expect((await card.call('list_runs', open)).runs).toEqual([]);
      hosting.crm.faults.add({ name: 'empty-503', on: 'associate' });
      const { run } = await card.begin(newLines(1, 300));
      expect((await otherUser.call('list_runs', open)).runs).toMatchObject([{ run }]);
      // No turn is in progress when the next test takes the app out of the account.
      hosting.crm.faults.clear();
      await card.ends(run);
    });
  });

  it('has lines from no more than 100 records beside its own, however they are handed over', async () => {
    const lines = newLines(101).map((line, n) => ({ ...line, from: seededId('company', 200 + n) }));
    const start = { key: card.newKey(), ...associating, total: 101 };
    expect(await card.refusal('start_run', { ...start, lines })).toMatchObject({
      error: { message: expect.stringContaining('too many records') },
    });
    const { run } = (await card.call('start_run', { ...start, lines: lines.slice(0, 100) })).status;
    const again = { run, position: 0, lines: lines.slice(0, 100) };
    expect(await card.call('add_run_lines', again)).toMatchObject({ received: 100 });
    expect(
      await card.refusal('add_run_lines', { run, position: 100, lines: lines.slice(100) }),
    ).toMatchObject({
      error: { message: expect.stringContaining('too many records') },
    });
  });

  it('is listed by every record that its lines start from', async () => {
    const other = { ...associating.record, id: landmarks.labelledCompany };
    const [own, elsewhereFrom] = newLines(2);
    if (!own || !elsewhereFrom) throw new Error('There are two lines.');
    const { run } = await card.carriesOut([own, { ...elsewhereFrom, from: other.id }]);
    for (const record of [associating.record, other]) {
      expect((await card.call('list_runs', { record })).runs).toMatchObject([{ run }]);
    }
    const third = { ...other, id: seededId('company', 77) };
    expect((await card.call('list_runs', { record: third })).runs).toEqual([]);
  });

  describe('an undo', () => {
    it('makes each pair as it was, and happens once however often it is asked for', async () => {
      const lines = newLines(3);
      lines.push({ id: '99', before: 'new' });
      const ran = await card.carriesOut(lines);
      const asked = { run: ran.run, revision: ran.revision };
      await Promise.all([card.call('undo_run', asked), card.call('undo_run', asked)]);
      const status = await card.ends(ran.run);
      expect(status).toMatchObject({
        phase: 'undo',
        revision: 1,
        outcomes: { associated: 3, failed: 1 },
        undone: { undone: 3, not_sent: 0 },
        undoable: 0,
      });
      expect([100, 101, 102].map(isLinked)).toEqual([false, false, false]);
      expect((await card.call('undo_run', { run: ran.run, revision: 1 })).status.revision).toBe(1);
    });

    it('takes back the Primary that HubSpot gave, and keeps a pair that somebody labelled since', async () => {
      // Contacts of no company yet: HubSpot makes the first one their Primary.
      const status = await card.carriesOut(newLines(2, 4_000));
      const parameters = {
        fromObjectType: '0-2',
        toObjectType: '0-1',
        inputs: [{ from: { id: company }, to: { id: contact(4_000) } }],
        label,
      };
      await callFunction(servers[0] as HostedServer, 'associate_records', parameters);
      expect(await card.undoes(status)).toMatchObject({ undone: { undone: 1, kept: 1 } });
      expect([4_000, 4_001].map(isLinked)).toEqual([true, false]);
    });

    it('gives back what a run removed, with its labels', async () => {
      const record = { objectType: '0-2', id: landmarks.labelledCompany };
      const listed = { ...record, toObjectType: '0-1' };
      const linked = () => callFunction(servers[0] as HostedServer, 'list_associations', listed);
      const before = await linked();
      const lines = landmarks.labelledContacts.map((id) => ({ id, before: 'already_associated' as const }));
      const status = await card.carriesOut(lines, { record, operation: { name: 'remove' } });
      expect(status).toMatchObject({ outcomes: { removed: 4 }, undoable: 4 });
      expect(await card.undoes(status)).toMatchObject({ undone: { undone: 4 } });
      expect(before.body['records']).toMatchObject([{}, {}, { labels: [{}, {}] }, { labels: [{}] }, {}, {}]);
      expect(await linked()).toEqual(before);
    });
  });

  describe('a run that cannot go on', () => {
    it('waits while HubSpot is out of reach, says so, and goes on by itself', async () => {
      hosting.crm.faults.add({ name: 'migrating-477', on: 'associate', value: 100 });
      const { run } = await card.begin(newLines(3));
      const waiting = await card.reads(run, ({ state }) => state === 'waiting');
      hosting.crm.faults.clear();
      expect(waiting.error).toMatchObject({ code: 'HUBSPOT_UNAVAILABLE' });
      expect(waiting.retryAt).toBeGreaterThan(waiting.createdAt);
      const ended = await card.ends(run);
      expect(ended).toMatchObject({ outcomes: { associated: 3 } });
      expect(ended.error).toBeUndefined();
    });

    it('ends with the reason where an admin or another day is needed, and is continued later', async () => {
      hosting.crm.faults.add({ name: 'limit-daily' });
      const status = await card.carriesOut(newLines(3));
      expect(status).toMatchObject({ error: { code: 'DAILY_LIMIT' }, outcomes: { not_sent: 3 } });
      hosting.crm.faults.clear();
      const asked = { run: status.run, revision: status.revision };
      await Promise.all([card.call('continue_run', asked), card.call('continue_run', asked)]);
      const continued = await card.ends(status.run);
      expect(continued).toMatchObject({ revision: 1, outcomes: { associated: 3, not_sent: 0 } });
      expect(continued.error).toBeUndefined();
    });

    it('stops when it is told to, also while it waits', async () => {
      hosting.crm.faults.add({ name: 'migrating-477', on: 'associate', value: 20 });
      const { run } = await card.begin(newLines(3));
      await card.call('stop_run', { run });
      const status = await card.ends(run);
      expect(status).toMatchObject({ stopped: true, total: 3 });
      expect(status.outcomes.associated).toBe(0);
    });

    it('is gone with the account when the app is uninstalled', async () => {
      const { run } = await card.carriesOut(newLines(3));
      // A back end that renewed a refused token, as a turn of an earlier test may have made it do, asks no more for a minute.
      hosting.clock.now += 61_000;
      hosting.crm.oauth.uninstall(marketplaceApp, homeAccount);
      expect(await card.call('read_run', { run })).toMatchObject({ status: { run } });
      const response = await describeContacts(servers[0] as HostedServer);
      expect(response.status).toBe(403);
      expect(await countRuns()).toEqual({ runs: 0, parts: 0 });
    });
  });

  it('lets the few pairs of another account or another person pass the many of one', async () => {
    await install(servers[0] as HostedServer, hosting.crm, otherAccount);
    hosting.crm.change({ latencyMs: 50 });
    const { run } = await card.begin(newLines(4_000));
    const [few, colleague] = await Promise.all([
      elsewhere.carriesOut(newLines(3)),
      otherUser.carriesOut(newLines(3, 4_200)),
    ]);
    expect((await describeContacts(servers[1] as HostedServer)).body.ok).toBe(true);
    const many = await card.ends(run);
    expect([few, colleague, many].map(({ outcomes }) => outcomes.associated)).toEqual([3, 3, 4_000]);
    expect(few.endedAt).toBeLessThan(many.endedAt ?? 0);
    expect(colleague.endedAt).toBeLessThan(many.endedAt ?? 0);
  });

  it('stores ids and outcomes of runs, and nothing of a person', async () => {
    hosting.crm.faults.add({ name: 'server-error-500', on: 'associate', times: 1 });
    await card.carriesOut(newLines(3));
    const rows = await database.query('SELECT * FROM runs, run_parts');
    const stored = JSON.stringify(rows);
    expect(stored).toContain(contact(100));
    expect(stored).not.toMatch(/@|o'brien|Amelia/i);
    expect(JSON.stringify(hosting.lines)).not.toMatch(/@|o'brien/i);
  });

  it('keeps what has ended for the days that are set, what never began for an hour, and what is at work', async () => {
    const store = new RunStore(database);
    const dayMs = 24 * 60 * 60_000;
    const age = (run: string, column: 'ended_at' | 'created_at', ms: number) =>
      database.query(`UPDATE runs SET ${column} = ${column} - $2 * interval '1 ms' WHERE run_id = $1`, [run, ms]); // prettier-ignore
    const [old, young] = [await card.carriesOut(newLines(1)), await card.carriesOut(newLines(1, 200))];
    await age(old.run, 'ended_at', 90 * dayMs);
    await age(young.run, 'ended_at', 90 * dayMs - 60_000);
    const receiving = async () =>
      (await card.call('start_run', { key: card.newKey(), ...associating, total: 2, lines: newLines(1) })).status.run; // prettier-ignore
    const [left, arriving] = [await receiving(), await receiving()];
    await age(left, 'created_at', 60 * 60_000);
    await age(arriving, 'created_at', 59 * 60_000);
    hosting.crm.faults.add({ name: 'migrating-477', on: 'associate', value: 100 });
    const { run: waiting } = await card.begin(newLines(1, 300));
    await age(waiting, 'created_at', 365 * dayMs);
    expect(await store.deleteOld(90 * dayMs)).toBe(2);
    const kept = await database.query<{ run: string }>(
      'SELECT run_id::text AS run FROM runs ORDER BY run_id',
    );
    expect(kept.map(({ run }) => run)).toEqual([young.run, arriving, waiting]);
    expect(await card.lines(young.run)).toHaveLength(1);
    expect(await countRuns()).toMatchObject({ runs: 3, parts: 3 });
  });

  it('deletes runs for good: one, and all of them, also those at work', async () => {
    const { run } = await card.carriesOut(newLines(2));
    expect(await card.call('delete_runs', { run })).toEqual({ ok: true, deleted: 1 });
    expect(await card.refusal('read_run', { run })).toMatchObject({ error: { reason: 'run_gone' } });
    expect(await card.refusal('delete_runs', { run })).toMatchObject({ error: { reason: 'run_gone' } });
    await card.carriesOut(newLines(1, 200));
    await card.begin(newLines(3_000, 300));
    expect(await card.call('delete_runs', {})).toEqual({ ok: true, deleted: 2 });
    expect((await card.call('list_runs', { record: associating.record })).runs).toEqual([]);
    for (let left = await countRuns(); left?.runs !== 0; left = await countRuns())
      await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await countRuns()).toEqual({ runs: 0, parts: 0 });
  });
});
