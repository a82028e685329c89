import type { AssociationLabel, PairsParameters } from '@bulk-associate/contract';
import { companies, contacts, FakeFunctions, labels, notFound, someRecords } from '../testing/fake-functions';
import { FakeSdk } from '../testing/fake-sdk';
import { countOutcomes, countUndo, undoable } from '../run/ledger';
import { createSession, type Session } from './session';
import { selectionOf, type PanelState } from './state';

const company = { objectType: '0-2', id: '7' };

/** A session in which `count` contacts are chosen. */
async function choose(count: number, sdk = new FakeSdk(new FakeFunctions(someRecords(count)))) {
  const session = createSession(company, sdk);
  await session.open();
  session.add(sdk.functions.records);
  return { session, sdk, functions: sdk.functions };
}

/** The state, which must be the named one. */
function stateOf<Name extends PanelState['name']>(session: Session, name: Name) {
  const state = session.getState();
  if (state.name !== name) throw new Error(`The panel is ${state.name}, not ${name}.`);
  return state as Extract<PanelState, { name: Name }>;
}

describe('choosing in a session', () => {
  it('begins with contacts on a company, and with companies on a contact', async () => {
    const { session, sdk } = await choose(1);
    expect(stateOf(session, 'choosing').draft.type.id).toBe('0-1');
    const other = createSession({ objectType: '0-1', id: '7' }, sdk);
    await other.open();
    expect(stateOf(other, 'choosing').draft.type.id).toBe('0-2');
  });

  it('retries when the object types could not be read', async () => {
    const sdk = new FakeSdk();
    sdk.functions.fail('describe_objects', { code: 'NO_ANSWER', message: '…' });
    const session = createSession(company, sdk);
    await session.open();
    stateOf(session, 'unavailable');
    sdk.functions.restore('describe_objects');
    await session.open();
    stateOf(session, 'choosing');
  });

  it('does not select the record being viewed', async () => {
    const { session } = await choose(1);
    session.chooseType(companies.id);
    session.add([
      { id: '7', label: 'Acme' },
      { id: '8', label: 'Beta' },
    ]);
    expect([...selectionOf(stateOf(session, 'choosing').draft).values()]).toEqual([
      { id: '8', label: 'Beta' },
    ]);
  });

  it('takes a record of another type that has the id of the record being viewed', async () => {
    const { session } = await choose(0);
    session.add([{ id: '7', label: 'Ada' }]);
    expect(selectionOf(stateOf(session, 'choosing').draft).size).toBe(1);
  });

  it('leaves out the record being viewed when all matches are collected', async () => {
    const records = [
      { id: '7', label: 'Acme' },
      { id: '8', label: 'Beta' },
    ];
    const { session } = await choose(0, new FakeSdk(new FakeFunctions(records)));
    session.chooseType(companies.id);
    await session.collect({ query: '' });
    const { draft } = stateOf(session, 'choosing');
    expect([...selectionOf(draft).keys()]).toEqual(['8']);
    expect(draft.collecting).toMatchObject({ found: 1 });
  });

  it('stops collecting when the selection is cleared', async () => {
    const { session, functions } = await choose(0);
    functions.replace('collect_records', ({ cursor }) => {
      if (cursor !== undefined) session.clear();
      return { ok: true, records: [{ id: cursor ?? '8', label: 'x' }], cursor: '9', capped: false };
    });
    await session.collect({ query: '' });
    expect(selectionOf(stateOf(session, 'choosing').draft).size).toBe(0);
  });

  it('adds nothing of a first collecting once a second one has started', async () => {
    const { session, functions } = await choose(0);
    const answers: (() => void)[] = [];
    functions.replace('collect_records', async ({ source }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      const id = 'segmentId' in source ? source.segmentId : '0';
      return { ok: true, records: [{ id, label: 'x' }], capped: false };
    });
    const first = session.collect({ segmentId: '11' });
    const second = session.collect({ segmentId: '12' });
    answers[0]?.();
    await first;
    expect(selectionOf(stateOf(session, 'choosing').draft).size).toBe(0);
    answers[1]?.();
    await second;
    expect([...selectionOf(stateOf(session, 'choosing').draft).keys()]).toEqual(['12']);
  });

  it('stops collecting when the object type is changed', async () => {
    const { session, functions } = await choose(0);
    functions.replace('collect_records', () => {
      session.chooseType(companies.id);
      return { ok: true, records: someRecords(1), cursor: '1', capped: false };
    });
    await session.collect({ query: '' });
    expect(stateOf(session, 'choosing').draft.collecting.name).toBe('idle');
    session.chooseType('0-1');
    expect(selectionOf(stateOf(session, 'choosing').draft).size).toBe(0);
    expect(functions.calls.filter(({ uid }) => uid === 'collect_records')).toHaveLength(1);
  });

  it('collects all matches of a search, page by page', async () => {
    const { session } = await choose(0, new FakeSdk(new FakeFunctions(someRecords(2500))));
    session.clear();
    await session.collect({ query: 'Record' });
    const { draft } = stateOf(session, 'choosing');
    expect(selectionOf(draft).size).toBe(2500);
    expect(draft.collecting).toMatchObject({ name: 'collected', found: 2500, stopped: false });
  });

  it('keeps the records collected before a stop', async () => {
    const { session, functions } = await choose(0);
    functions.replace('collect_records', ({ cursor }) => {
      if (cursor === '1') session.stopCollecting();
      const records = [{ id: cursor ?? '9', label: 'x' }];
      return { ok: true, records, cursor: String(Number(cursor ?? 0) + 1), capped: false };
    });
    await session.collect({ segmentId: '5' });
    const { draft } = stateOf(session, 'choosing');
    expect([...selectionOf(draft).values()]).toEqual([{ id: '9', label: 'x' }]);
    expect(draft.collecting).toMatchObject({ name: 'collected', stopped: true, found: 1 });
  });

  it('continues collecting while the last result is shown', async () => {
    const { session, functions } = await choose(1);
    await session.review();
    await session.carryOut();
    session.startOver();
    functions.replace('collect_records', ({ cursor }) => {
      session.showLast();
      const records = [{ id: cursor ?? '8', label: 'x' }];
      return { ok: true, records, capped: false, ...(cursor === undefined && { cursor: '9' }) };
    });
    await session.collect({ query: 'x' });
    session.startOver();
    const { draft } = stateOf(session, 'choosing');
    expect(draft.collecting).toMatchObject({ name: 'collected', found: 2 });
    expect([...selectionOf(draft).keys()]).toEqual(['8', '9']);
  });

  it('continues collecting after a temporary error, and ends at a permanent one', async () => {
    const { session, functions } = await choose(0);
    let calls = 0;
    functions.replace('collect_records', () => {
      calls += 1;
      if (calls === 1) return { ok: true, records: someRecords(1), cursor: '1', capped: false };
      if (calls === 2) return { ok: false, error: { code: 'RATE_LIMITED', message: '…' } };
      return { ok: false, error: { code: 'DAILY_LIMIT', message: '…' } };
    });
    await session.collect({ query: '' });
    const { draft } = stateOf(session, 'choosing');
    expect(draft.collecting).toMatchObject({ found: 1, error: { code: 'DAILY_LIMIT' } });
    expect(selectionOf(draft).size).toBe(1);
  });
});

describe('reviewing in a session', () => {
  it('finds the status of each record, and sends only new ones', async () => {
    const { session, functions } = await choose(4);
    functions.linked.add('1001');
    functions.missing.add('1002');
    await session.review();
    await session.carryOut();
    const sent = functions.calls.find(({ uid }) => uid === 'associate_records')
      ?.parameters as PairsParameters;
    expect(sent.inputs.map(({ to }) => to.id)).toEqual(['1003', '1004']);
    const { ledger } = stateOf(session, 'finished').result;
    expect(countOutcomes(ledger)).toMatchObject({ associated: 2, already: 1, skipped: 1 });
  });

  it('removes rows from the selection', async () => {
    const { session } = await choose(2);
    await session.review();
    session.remove(['1001']);
    session.back();
    expect([...selectionOf(stateOf(session, 'choosing').draft).values()]).toEqual([
      { id: '1002', label: 'Record 2' },
    ]);
  });

  it('keeps the error of a check, and checks again', async () => {
    const { session, functions } = await choose(2);
    functions.fail('preview_associations', {
      code: 'MISSING_SCOPES',
      message: '…',
      requiredScopes: ['tickets'],
    });
    await session.review();
    expect(stateOf(session, 'checkFailed').error.requiredScopes).toEqual(['tickets']);
    functions.restore('preview_associations');
    await session.review();
    stateOf(session, 'reviewing');
  });

  it('asks once more above a hundred records, and not at a hundred', async () => {
    const atHundred = await choose(100);
    await atHundred.session.review();
    await atHundred.session.carryOut();
    stateOf(atHundred.session, 'finished');
    const above = await choose(101);
    await above.session.review();
    await above.session.carryOut();
    stateOf(above.session, 'confirming');
    await above.session.carryOut();
    expect(countOutcomes(stateOf(above.session, 'finished').result.ledger).associated).toBe(101);
  });

  it('sends no further call of the check after going back', async () => {
    const { session, functions } = await choose(500);
    functions.replace('preview_associations', ({ inputs }) => {
      session.back();
      return { ok: true, outcomes: inputs.map((input) => ({ ...input, status: 'new' as const })) };
    });
    await session.review();
    stateOf(session, 'choosing');
    expect(functions.calls.filter(({ uid }) => uid === 'preview_associations')).toHaveLength(1);
  });

  it('calls records unknown that a stopped check did not reach', async () => {
    const { session, functions } = await choose(201);
    functions.replace('preview_associations', ({ inputs }) => {
      session.stop();
      return { ok: true, outcomes: inputs.map((input) => ({ ...input, status: 'new' as const })) };
    });
    await session.review();
    expect(stateOf(session, 'reviewing').reviewed.at(-1)?.status).toBe('unknown');
  });

  it('sends nothing when nothing is new', async () => {
    const { session, functions } = await choose(1);
    functions.linked.add('1001');
    await session.review();
    await session.carryOut();
    stateOf(session, 'reviewing');
    expect(functions.calls.some(({ uid }) => uid === 'associate_records')).toBe(false);
  });
});

/** Lets the preview in the background come to its end. */
const previewed = () => new Promise((resolve) => setTimeout(resolve, 0));

const countOf = (functions: FakeFunctions, uid: string) =>
  functions.calls.filter((call) => call.uid === uid).length;

describe('a small selection', () => {
  it('is previewed in one call while the user selects, and its review needs no other', async () => {
    const { session, functions } = await choose(100);
    await previewed();
    expect(countOf(functions, 'preview_associations')).toBe(1);
    await session.review();
    stateOf(session, 'reviewing');
    expect(countOf(functions, 'preview_associations')).toBe(1);
    expect(functions.calls.at(-1)?.parameters).toMatchObject({ seen: true });
  });

  it('is associated at once if all of it is new', async () => {
    const { session, functions } = await choose(3);
    await previewed();
    await session.associateNow();
    expect(countOutcomes(stateOf(session, 'finished').result.ledger).associated).toBe(3);
    const uids = functions.calls.map(({ uid }) => uid);
    expect(uids.slice(0, 3)).toEqual(['describe_objects', 'preview_associations', 'associate_records']);
  });

  it('is read before it is associated if the preview is not there yet, or older than a minute', async () => {
    const early = await choose(2);
    early.functions.calls.length = 0;
    await early.session.associateNow();
    expect(early.functions.calls.map(({ uid }) => uid)).toContain('preview_associations');
    stateOf(early.session, 'finished');
    const late = await choose(2);
    await previewed();
    late.sdk.clock.time += 60_000;
    late.functions.linked.add('1001');
    await late.session.associateNow();
    expect(stateOf(late.session, 'reviewing').reviewed.map(({ status }) => status)).toEqual([
      'already_associated',
      'new',
    ]);
    expect(countOf(late.functions, 'associate_records')).toBe(0);
  });

  it.each(['already_associated', 'not_found', 'over_limit', 'unknown'] as const)(
    'is reviewed first if a record is %s',
    async (status) => {
      const { session, functions } = await choose(0);
      functions.replace('preview_associations', ({ inputs }) => ({
        ok: true,
        outcomes: inputs.map((input, at) => ({ ...input, status: at === 0 ? status : 'new' })),
      }));
      session.add(someRecords(2));
      await previewed();
      await session.associateNow();
      stateOf(session, 'reviewing');
      expect(countOf(functions, 'associate_records')).toBe(0);
    },
  );

  it('is previewed anew after each change, without an answer to the earlier one', async () => {
    const { session, functions } = await choose(1);
    await previewed();
    session.add([{ id: '77', label: 'x' }]);
    await previewed();
    session.remove(['77']);
    await previewed();
    expect(countOf(functions, 'preview_associations')).toBe(3);
    expect(stateOf(session, 'choosing').draft.preview?.reviewed).toHaveLength(1);
  });

  it('is previewed anew after a run, which may have changed what it would do', async () => {
    const { session, functions } = await choose(1);
    await session.review();
    await session.carryOut();
    session.startOver();
    session.add(functions.records);
    await previewed();
    expect(stateOf(session, 'choosing').draft.preview?.reviewed).toMatchObject([
      { status: 'already_associated' },
    ]);
    session.showLast();
    session.askUndo();
    await session.undo();
    session.startOver();
    await session.review();
    expect(stateOf(session, 'reviewing').reviewed).toMatchObject([{ status: 'new' }]);
  });

  it('is left alone after a preview that failed, until it changes', async () => {
    const { session, functions } = await choose(0);
    functions.fail('preview_associations', { code: 'NO_ANSWER', message: '…' });
    session.add(someRecords(1));
    await previewed();
    const tries = countOf(functions, 'preview_associations');
    session.chooseSource('paste');
    await previewed();
    expect(countOf(functions, 'preview_associations')).toBe(tries);
    functions.restore('preview_associations');
    session.add([{ id: '77', label: 'x' }]);
    await previewed();
    expect(stateOf(session, 'choosing').draft.preview?.reviewed).toHaveLength(2);
  });
});

describe('a press', () => {
  it('that comes when a preview has just changed what the button does is ignored', async () => {
    const { session, sdk, functions } = await choose(0);
    functions.linked.add('1001');
    sdk.clock.time += 1000;
    session.add(someRecords(1));
    await previewed();
    let presses = 0;
    const press = session.ignoreDoubleClick(() => (presses += 1));
    press();
    expect(presses).toBe(0);
    sdk.clock.time += 400;
    press();
    expect(presses).toBe(1);
  });
});

describe('after a run', () => {
  it('nothing is read where HubSpot gives no label by itself', async () => {
    const { session, functions } = await choose(0);
    session.chooseType('2-77');
    session.add(someRecords(1));
    await session.review();
    await session.carryOut();
    expect(functions.calls.at(-1)?.uid).toBe('associate_records');
  });
});

describe('a large selection', () => {
  it('is not previewed while the user selects', async () => {
    const { functions } = await choose(101);
    await previewed();
    expect(countOf(functions, 'preview_associations')).toBe(0);
  });
});

describe('all members of a segment', () => {
  it('are shown in their review, if that is asked for', async () => {
    const { session } = await choose(0, new FakeSdk(new FakeFunctions(someRecords(2500))));
    await session.collect({ segmentId: '11' }, { thenReview: true });
    expect(stateOf(session, 'reviewing').reviewed).toHaveLength(2500);
  });

  it('are not reviewed if collecting them was stopped or failed', async () => {
    const { session, functions } = await choose(0);
    functions.replace('collect_records', ({ cursor }) => {
      if (cursor !== undefined) session.stopCollecting();
      return { ok: true, records: someRecords(1), cursor: '9', capped: false };
    });
    await session.collect({ segmentId: '11' }, { thenReview: true });
    stateOf(session, 'choosing');
    functions.fail('collect_records', { code: 'DAILY_LIMIT', message: '…' });
    await session.collect({ segmentId: '11' }, { thenReview: true });
    stateOf(session, 'choosing');
  });
});

describe('labels in a session', () => {
  const [decisionMaker, primary] = labels;
  const idOf = ({ category, typeId }: AssociationLabel) => ({ category, typeId });

  /** A session with labels, in which contacts 1001 and 1002 are associated, the second as decision maker. */
  async function withLabels(count: number) {
    const sdk = new FakeSdk(new FakeFunctions(someRecords(count)));
    sdk.functions.types = [{ ...contacts, labels }, companies];
    sdk.functions.linked.add('1001').add('1002');
    sdk.functions.labels.set('1002', [idOf(decisionMaker)]);
    return choose(count, sdk);
  }

  it('tells apart what is new, what gets the label too, and what has it', async () => {
    const { session } = await withLabels(3);
    session.chooseLabel(decisionMaker);
    await session.review();
    expect(stateOf(session, 'reviewing').reviewed.map(({ status }) => status)).toEqual([
      'adds_label',
      'already_associated',
      'new',
    ]);
    await session.carryOut();
    const { ledger } = stateOf(session, 'finished').result;
    expect(countOutcomes(ledger)).toMatchObject({ associated: 2, already: 1 });
  });

  it('are undone as they were given: the label alone where the association existed', async () => {
    const { session, functions } = await withLabels(3);
    session.chooseLabel(decisionMaker);
    await session.review();
    await session.carryOut();
    session.askUndo();
    await session.undo();
    expect(functions.linked).toEqual(new Set(['1001', '1002']));
    expect(functions.labels.get('1002')).toEqual([idOf(decisionMaker)]);
    expect(functions.labels.get('1001')).toEqual([]);
  });

  it('that HubSpot gave by itself go with the association, and no label that a person gave later', async () => {
    const { session, functions } = await choose(1);
    await session.review();
    functions.labels.set('1001', [idOf(primary)]);
    await session.carryOut();
    session.askUndo();
    await session.undo();
    const removal = functions.calls.find(({ uid }) => uid === 'remove_associations');
    expect(removal?.parameters).toMatchObject({ inputs: [{ to: { id: '1001' }, labels: [idOf(primary)] }] });
  });

  it('that HubSpot gave by itself are waited for by an undo that comes before they are read', async () => {
    const { session, functions } = await choose(1);
    await session.review();
    functions.labels.set('1001', [idOf(primary)]);
    let read: () => void = () => undefined;
    functions.replace('preview_associations', async (parameters) => {
      await new Promise<void>((resolve) => (read = resolve));
      return functions.reply('preview_associations', parameters);
    });
    const run = session.carryOut();
    await previewed();
    session.askUndo();
    const undo = session.undo();
    await previewed();
    expect(countOf(functions, 'remove_associations')).toBe(0);
    functions.restore('preview_associations');
    read();
    await Promise.all([run, undo]);
    const removal = functions.calls.find(({ uid }) => uid === 'remove_associations');
    expect(removal?.parameters).toMatchObject({ inputs: [{ labels: [idOf(primary)] }] });
  });

  it('that a person gives after a part of the run are not taken for HubSpot’s when the rest is sent', async () => {
    const { session, functions } = await choose(2);
    functions.refused.add('1002');
    await session.review();
    await session.carryOut();
    functions.labels.set('1001', [idOf(primary)]);
    functions.refused.clear();
    await session.sendAgain(({ outcome }) => outcome === 'failed');
    const { ledger } = stateOf(session, 'finished').result;
    expect(ledger.map(({ given }) => given)).toEqual([[], []]);
  });

  it('are reviewed first where Primary would move from another record', async () => {
    const { session, functions } = await withLabels(3);
    const movesFrom = { from: { id: '8' }, to: { id: '1003' } };
    functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input) => ({ ...input, status: 'new', movesFrom })),
    }));
    session.chooseLabel(primary);
    await session.associateNow();
    expect(stateOf(session, 'reviewing').reviewed[0]?.movesFrom).toEqual(movesFrom);
    expect(countOf(functions, 'associate_records')).toBe(0);
  });

  it('belong to an object type, and are not carried to another', async () => {
    const { session } = await withLabels(1);
    session.chooseLabel(decisionMaker);
    session.chooseType(companies.id);
    expect(stateOf(session, 'choosing').draft.operation).toEqual({ name: 'associate' });
  });
});

describe('removing in a session', () => {
  async function withAssociated(count: number) {
    const made = await choose(0, new FakeSdk(new FakeFunctions(someRecords(count))));
    made.functions.types = [{ ...contacts, labels }];
    for (const { id } of someRecords(count)) made.functions.linked.add(id);
    made.session.chooseOperation('remove');
    return made;
  }

  it('keeps what is selected for one operation apart from what is selected for the other', async () => {
    const { session } = await choose(2);
    session.chooseOperation('remove');
    expect(selectionOf(stateOf(session, 'choosing').draft).size).toBe(0);
    session.add([{ id: '77', label: 'x' }]);
    session.chooseOperation('associate');
    expect(selectionOf(stateOf(session, 'choosing').draft).size).toBe(2);
  });

  it('is reviewed, even where all is as expected, and removes no more than is associated', async () => {
    const { session, functions } = await withAssociated(2);
    session.add([...someRecords(2), { id: '77', label: 'x' }]);
    await session.review();
    expect(stateOf(session, 'reviewing').reviewed.map(({ status }) => status)).toEqual([
      'already_associated',
      'already_associated',
      'new',
    ]);
    await session.carryOut();
    expect(countOutcomes(stateOf(session, 'finished').result.ledger)).toMatchObject({
      removed: 2,
      absent: 1,
    });
    expect(functions.linked.size).toBe(0);
  });

  it('asks once more above a hundred records', async () => {
    const { session } = await withAssociated(101);
    session.add(someRecords(101));
    await session.review();
    await session.carryOut();
    stateOf(session, 'confirming');
  });

  it('is undone with the labels that the associations had', async () => {
    const { session, functions } = await withAssociated(2);
    functions.labels.set('1002', [{ category: 'USER_DEFINED', typeId: 28 }]);
    session.add(someRecords(2));
    await session.review();
    await session.carryOut();
    session.askUndo();
    await session.undo();
    expect(functions.linked.size).toBe(2);
    expect(functions.labels.get('1002')).toEqual([{ category: 'USER_DEFINED', typeId: 28 }]);
    expect(countUndo(stateOf(session, 'finished').result.ledger).undone).toBe(2);
  });

  it('does not undo what it removed without knowing its labels', async () => {
    const { session, functions } = await withAssociated(1);
    functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input) => ({ ...input, status: 'unknown' })),
    }));
    functions.replace('remove_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input) => ({ ...input, status: 'removed' })),
    }));
    session.add(someRecords(1));
    await session.review();
    await session.carryOut();
    const { ledger } = stateOf(session, 'finished').result;
    expect(countOutcomes(ledger).removed).toBe(1);
    expect(undoable(ledger)).toEqual([]);
  });
});

describe('running in a session', () => {
  it('stops after the call under way, and sends the rest when asked', async () => {
    const { session, functions } = await choose(500);
    await session.review();
    session.remove([]);
    await session.carryOut();
    functions.replace('associate_records', ({ inputs }) => {
      session.stop();
      const outcomes = inputs.map((input) => ({ ...input, status: 'associated' as const }));
      return { ok: true, outcomes, usage: { calls: 1, retries: 0, elapsedMs: 1, batchSize: 100 } };
    });
    await session.carryOut();
    const stopped = stateOf(session, 'finished').result;
    expect(stopped.stopped).toBe(true);
    expect(countOutcomes(stopped.ledger)).toMatchObject({ associated: 200, not_sent: 300 });
    functions.restore('associate_records');
    await session.sendAgain(({ outcome }) => outcome === 'not_sent');
    expect(countOutcomes(stateOf(session, 'finished').result.ledger).associated).toBe(500);
  });

  it('retries only what failed, and keeps the rest of the account', async () => {
    const { session, functions } = await choose(3);
    functions.refused.add('1002');
    await session.review();
    await session.carryOut();
    functions.refused.clear();
    functions.calls.length = 0;
    await session.sendAgain(({ outcome }) => outcome === 'failed');
    const { inputs } = functions.calls[0]?.parameters as PairsParameters;
    expect(inputs.map(({ to }) => to.id)).toEqual(['1002']);
    expect(countOutcomes(stateOf(session, 'finished').result.ledger).associated).toBe(3);
  });

  it('refreshes the record, and notifies the listeners', async () => {
    const { session, sdk } = await choose(1);
    const ended: string[] = [];
    const remove = session.onEnded(({ phase }) => void ended.push(phase));
    session.onEnded(() => void ended.push('late'))();
    await session.review();
    await session.carryOut();
    session.askUndo();
    await session.undo();
    expect([sdk.refreshed, ended]).toEqual([2, ['run', 'undo']]);
    remove();
    await session.sendAgain(() => true);
    expect(ended).toHaveLength(2);
  });
});

describe('undoing in a session', () => {
  it('removes exactly the links that the run made, and enters the outcome of each', async () => {
    const { session, functions } = await choose(4);
    functions.linked.add('1001');
    functions.refused.add('1002');
    await session.review();
    await session.carryOut();
    functions.replace('remove_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input, at) => ({
        ...input,
        status: at === 0 ? ('kept' as const) : ('failed' as const),
        ...(at > 0 && { error: notFound }),
      })),
    }));
    session.askUndo();
    await session.undo();
    const removal = functions.calls.find(({ uid }) => uid === 'remove_associations');
    expect((removal?.parameters as PairsParameters).inputs.map(({ to }) => to.id)).toEqual(['1003', '1004']);
    expect(countUndo(stateOf(session, 'finished').result.ledger)).toMatchObject({ kept: 1, failed: 1 });
  });

  it('keeps a link that may have existed before the run', async () => {
    const { session, functions } = await choose(1);
    functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input) => ({ ...input, status: 'unknown' as const })),
    }));
    await session.review();
    await session.carryOut();
    expect(countOutcomes(stateOf(session, 'finished').result.ledger).associated).toBe(1);
    session.askUndo();
    await session.undo();
    expect(functions.calls.some(({ uid }) => uid === 'remove_associations')).toBe(false);
    stateOf(session, 'finished');
  });
});
