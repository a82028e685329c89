/** @jest-environment <rootDir>/server/testing/jest-environment.ts */
import {
  checkParameters,
  type AssociationLabel,
  type FunctionError,
  type RunLine,
  type RunLineResult,
  type RunOperation,
} from '@bulk-associate/contract';
import { answerCall, apiVersion, createHubSpot, preview } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, seededId, type AssociationType } from 'hubspot-local/crm';
import { recordsOf, typeNamed } from 'hubspot-local/crm/testing';
import { handlers } from '../../server/handlers';
import type { AccountCalls } from '../../server/hubspot/account-calls';
import { statusOf } from '../../server/runs/run-row';
import { TokenCipher } from '../../server/accounts/token-cipher';
import type { WantedNote } from '../../server/runs/run-note';
import { RunNotes } from '../../server/runs/run-notes';
import { RunStore } from '../../server/runs/run-store';
import { RunTurns } from '../../server/runs/run-turns';
import { RunWork } from '../../server/runs/run-work';
import { openDatabase, type Database } from '../../server/storage';
import { crmEnvironment, payloadOf } from '../engine/crm-environment';
import { labelsOf, setLabels, wordsOf } from '../engine/labelled-links';
import { Crashed, CrashPoints } from './crash-points';

const crm = createCrm();
const [companyType, contactType] = [typeNamed('0-2'), typeNamed('0-1')];
const types = { fromObjectType: '0-2', toObjectType: '0-1' };
const record = { objectType: '0-2', id: seededId('company', 50) };
const other = seededId('company', 51);
const billing: AssociationLabel = { category: 'USER_DEFINED', typeId: 932 };
const advised: AssociationLabel = { category: 'USER_DEFINED', typeId: 2 };
const primary: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 2 };
/** Contacts that belong to no company yet. */
const contacts = Array.from({ length: 400 }, (_, n) => seededId('contact', 4_000 + n))
  .filter((id) => companiesOf(id).length === 0)
  .slice(0, 12);
const caller = { account: '1', userId: '1' };
const keptMs = 1;
const cipher = new TokenCipher([{ id: 'k1', key: Buffer.alloc(32, 1) }]);

const pairOf = (id: string, from = record.id) => ({ from: { id: from }, to: { id } });
// A third is not linked; the others are linked with no label, with one, and with two.
contacts.forEach((id, n) => {
  const given = [undefined, [], [billing], [billing, advised], [advised], undefined][n % 6];
  if (given) setLabels(crm, types, pairOf(id), given);
  if (n % 2 === 0) setLabels(crm, types, pairOf(id, other), [primary]);
});
const links = linksNow();

/** The companies of a contact, with the association types in both directions. */
function companiesOf(id: string) {
  const companies =
    crm.state.partnersOf(contactType, id, companyType) ?? new Map<string, AssociationType[]>();
  return [...companies].map(([company, there]) => {
    return { company, there, back: crm.state.partnersOf(companyType, company, contactType)?.get(id) ?? [] };
  });
}

function linksNow() {
  return contacts.map((id) => ({ id, companies: companiesOf(id) }));
}

function restore(): void {
  for (const { id, companies } of links) {
    const set = (company: string, there: readonly AssociationType[], back: readonly AssociationType[]) => {
      crm.state.setLink(contactType, id, companyType, company, there);
      crm.state.setLink(companyType, company, contactType, id, back);
    };
    for (const { company } of companiesOf(id)) set(company, [], []);
    for (const { company, there, back } of companies) set(company, there, back);
  }
}

/** Each link in words. */
function wordsIn(all: ReturnType<typeof linksNow>): string[] {
  return all
    .flatMap(({ id, companies }) =>
      companies.map(({ company, there, back }) =>
        [id, company, there.map(wordsOf).sort().join(), back.map(wordsOf).sort().join()].join(' '),
      ),
    )
    .sort();
}

let database: Database;
beforeAll(async () => {
  database = await openDatabase({});
  await database.query('SELECT 1');
});
beforeEach(async () => {
  restore();
  await database.script('TRUNCATE accounts CASCADE');
  await database.query(
    `INSERT INTO accounts (account_id, tokens, key_id, scopes, expires_at, installed_at, renewed_at)
     VALUES (1, 't', 'k', '{}', now(), now(), now())`,
  );
});
afterAll(() => database.close());

/** Carries out turns with one instance until no run is due, or the instance is dead. Returns how many. */
async function work(points: CrashPoints, defectAt = Infinity): Promise<number> {
  const own = points.database(database);
  const turns = new RunTurns(own, { leaseMs: 60_000, requestMs: 6_500 });
  const time = new VirtualTime();
  const environment = crmEnvironment(crm, time, () => 0.5);
  const send: typeof environment.send = (request, signal) =>
    points.request(request, () => environment.send(request, signal));
  const hubspot = createHubSpot({ ...environment, send }, apiVersion);
  let answers = 0;
  const calls = {
    answer: async (_, uid, parameters, { signedUser } = {}) => {
      const call = { ...hubspot, spentMs: 0, ...(signedUser && { signedUser }) };
      const access = { hubspot: call, secrets: [] };
      const answer = await time.run(() =>
        answerCall(uid, checkParameters[uid], handlers[uid], parameters, access),
      );
      return answers++ === defectAt ? { ok: false, error: defect } : answer;
    },
  } as Pick<AccountCalls, 'answer'>;
  const notes = new RunNotes({ database: own, calls, cipher });
  const runWork = new RunWork({ database: own, turns, calls, notes, log: () => undefined, waitFactor: 0 });
  let count = 0;
  try {
    for (let turn = await turns.take(); turn; turn = await turns.take()) {
      count += 1;
      await runWork.carryOut(turn);
    }
  } catch (error) {
    if (!(error instanceof Crashed)) throw error;
  }
  return count;
}

/** Its message has what a database's JSON cannot hold, and what must not be stored. */
const defect: FunctionError = { code: 'INTERNAL', message: 'A defect of dana@example.com\0\ud800.' };

/** The turn of the dead instance ends, and another one carries on to the end. */
async function workAfter(points: CrashPoints, defectAt?: number): Promise<void> {
  await work(points, defectAt);
  await database.script(`UPDATE run_turns SET lease_until = clock_timestamp() - interval '1 ms'`);
  await work(new CrashPoints(-1));
}

/** The lines of all contacts, as a review finds them. */
async function reviewed({ label }: RunOperation): Promise<RunLine[]> {
  const inputs = contacts.map((id) => pairOf(id));
  const { outcomes } = await payloadOf(crm, apiVersion, (hubspot) =>
    preview(hubspot, { ...types, inputs, ...(label && { label }) }),
  );
  return outcomes.map(({ to, status, labels, movesFrom }) => {
    return { id: to.id, before: status, ...(labels && { labels }), ...(movesFrom && { movesFrom }) };
  });
}

const unreviewed = async (): Promise<RunLine[]> => contacts.map((id) => ({ id, before: 'unknown' }));

const store = () => new RunStore(database);
let keys = 0;

async function start(
  operation: RunOperation,
  lines: RunLine[],
  note: WantedNote | null = null,
): Promise<string> {
  const key = `key-of-a-crash-test-${++keys}`;
  const run = await store().start(caller, { key, record, toObjectType: '0-1', operation, total: lines.length, lines }, note); // prettier-ignore
  if (typeof run === 'string') throw new Error(run);
  return run.run;
}

async function statusIs(run: string) {
  const row = await store().read(caller, run);
  if (typeof row === 'string') throw new Error(row);
  return statusOf(row, '1', keptMs);
}

async function linesOf(run: string): Promise<RunLineResult[]> {
  const page = await store().lines(caller, { run });
  if (typeof page === 'string') throw new Error(page);
  return page.lines;
}

/** Continues or undoes a run until it has ended. */
async function goOn(run: string, what: 'continue' | 'undo', points = new CrashPoints(-1), defectAt?: number) {
  const { revision } = await statusIs(run);
  await store()[what](caller, { run, revision });
  await workAfter(points, defectAt);
}

/** What a line says has happened, against what HubSpot has. */
function expectTruth(operation: RunOperation, lines: readonly RunLineResult[]): void {
  const { label } = operation;
  for (const { id, outcome, undo } of lines) {
    if (undo?.outcome === 'undone') continue;
    const labels = labelsOf(crm, types, pairOf(id));
    const is = label
      ? (labels?.includes(`${label.category} ${label.typeId}`) ?? false)
      : labels !== undefined;
    if (outcome === 'associated' || outcome === 'already') expect({ id, outcome, is }).toMatchObject({ is: true }); // prettier-ignore
    if (outcome === 'removed' || outcome === 'absent') expect({ id, outcome, is }).toMatchObject({ is: false }); // prettier-ignore
  }
}

const told = (lines: readonly RunLineResult[]) => lines.map(({ id, outcome }) => `${id} ${outcome}`);

const cases: [string, RunOperation, (operation: RunOperation) => Promise<RunLine[]>][] = [
  ['associates', { name: 'associate' }, reviewed],
  ['gives a label', { name: 'associate', label: billing }, reviewed],
  ['moves Primary', { name: 'associate', label: primary }, reviewed],
  ['removes', { name: 'remove' }, reviewed],
  ['removes a label', { name: 'remove', label: billing }, reviewed],
  ['removes what was not reviewed', { name: 'remove' }, unreviewed],
  ['removes a label of what was not reviewed', { name: 'remove', label: billing }, unreviewed],
];

describe.each(cases)('a run that %s', (_, operation, linesFor) => {
  it('has the same outcomes, and is undone as well, at whatever point its instance is killed', async () => {
    const lines = await linesFor(operation);
    let whole: string[] | undefined;
    for (let fatal = -1; ; fatal++) {
      const points = new CrashPoints(fatal);
      const run = await start(operation, lines);
      await workAfter(points);
      const results = await linesOf(run);
      expectTruth(operation, results);
      whole ??= told(results);
      expect({ fatal, told: told(results) }).toEqual({ fatal, told: whole });
      await goOn(run, 'undo');
      expect({ fatal, links: wordsIn(linksNow()) }).toEqual({ fatal, links: wordsIn(links) });
      expect((await statusIs(run)).undoable).toBe(0);
      restore();
      if (fatal >= 0 && !points.isDead) break;
    }
  });

  it('is undone to the end, at whatever point the instance of the undo is killed', async () => {
    const lines = await linesFor(operation);
    for (let fatal = 0; ; fatal++) {
      const run = await start(operation, lines);
      await work(new CrashPoints(-1));
      const points = new CrashPoints(fatal);
      await goOn(run, 'undo', points);
      expect((await statusIs(run)).undoable).toBe(0);
      expect({ fatal, links: wordsIn(linksNow()) }).toEqual({ fatal, links: wordsIn(links) });
      restore();
      if (!points.isDead) break;
    }
  });

  it('is undone as well after a defect whose work was done, and that lost the answer', async () => {
    const lines = await linesFor(operation);
    const run = await start(operation, lines);
    await work(new CrashPoints(-1));
    const whole = told(await linesOf(run));
    restore();
    for (const defectAt of [0, 1]) {
      const again = await start(operation, lines);
      await work(new CrashPoints(-1), defectAt);
      await goOn(again, 'continue');
      const results = await linesOf(again);
      expectTruth(operation, results);
      expect(told(results)).toEqual(whole);
      await goOn(again, 'undo', new CrashPoints(-1), defectAt);
      await goOn(again, 'undo');
      expect({ defectAt, links: wordsIn(linksNow()) }).toEqual({ defectAt, links: wordsIn(links) });
      restore();
    }
  });
});

it.each(cases)(
  'needs one turn for a few pairs, and one for their undo: a run that %s',
  async (_, operation, linesFor) => {
    const run = await start(operation, await linesFor(operation));
    expect(await work(new CrashPoints(-1))).toBe(1);
    const { revision, outcomes } = await statusIs(run);
    expect(outcomes.not_sent).toBe(0);
    await store().undo(caller, { run, revision });
    expect(await work(new CrashPoints(-1))).toBe(1);
    expect((await statusIs(run)).undoable).toBe(0);
  },
);

it('stores no address of a person, neither why a run ended nor why a line failed', async () => {
  const run = await start({ name: 'associate' }, await unreviewed());
  await work(new CrashPoints(-1), 0);
  const message = 'A defect of …';
  expect((await statusIs(run)).error).toEqual({ ...defect, message });
  expect((await linesOf(run))[0]).toMatchObject({ outcome: 'unconfirmed', error: { message } });
});

it('has one note on each record, in the name of the user, at whatever point its instance is killed', async () => {
  const email = 'dana@example.com';
  const [one = '', two = '', three = ''] = contacts.filter((_, n) => n % 6 === 0 || n % 6 === 5);
  const lines: RunLine[] = [
    { id: one, before: 'new' },
    { id: two, before: 'new', from: other },
    { id: three, before: 'new' },
  ];
  for (let fatal = -1; ; fatal++) {
    const points = new CrashPoints(fatal);
    const notes = new RunNotes({ database, calls: { answer: () => Promise.reject() }, cipher });
    const wanted = notes.wanted({ ...caller, email }, { language: 'en' });
    const run = await start({ name: 'associate' }, lines, wanted);
    await workAfter(points);
    const { key = '', state } = (await statusIs(run)).note ?? {};
    expect({ fatal, state }).toEqual({ fatal, state: 'saved' });
    const written = [...recordsOf(crm, 'note')].flatMap(([id, { properties }]) => {
      const body = String(properties['hs_note_body']);
      return body.includes(key) ? [{ id, body }] : [];
    });
    const on = [record.id, other].map((id) => written.filter((note) => crm.isAssociated('0-46', note.id, '0-2', id)).length); // prettier-ignore
    expect({ fatal, on }).toEqual({ fatal, on: [1, 1] });
    for (const { body } of written) expect(body).toContain(`By ${email}`);
    const [stored] = await database.query('SELECT note FROM runs WHERE run_id = $1', [run]);
    expect(stored).toEqual({ note: { state: 'saved' } });
    restore();
    if (fatal >= 0 && !points.isDead) break;
  }
});
