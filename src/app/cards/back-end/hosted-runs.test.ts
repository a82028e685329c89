import { createSession } from '../panel/session';
import type { Result } from '../panel/state';
import { FakeBackEnd } from '../testing/fake-back-end';
import { contacts, FakeFunctions, someRecords } from '../testing/fake-functions';
import { FakeSdk } from '../testing/fake-sdk';
import { createHostedRuns } from './hosted-runs';
import { showResult, showRun } from './show-run';

const noAnswerOf = <Code extends string>(code: Code) => ({ code, message: '' });
const noAnswer = { code: 'NO_ANSWER', message: '' } as const;
const record = { objectType: '0-2', id: '7' };

/** A session on a back end that keeps runs, with `count` contacts selected. */
async function withSelected(count: number, backEnd = new FakeBackEnd()) {
  const sdk = new FakeSdk(new FakeFunctions(someRecords(count)));
  const hosted = createHostedRuns(record, sdk, { call: backEnd.call, note: () => 'It goes on.' });
  const session = createSession(record, sdk, hosted);
  await hosted.load();
  await session.open();
  session.add(sdk.functions.records);
  return { sdk, backEnd, hosted, session };
}

type Started = Awaited<ReturnType<typeof withSelected>>;

async function run({ session }: Started): Promise<void> {
  await session.review();
  await session.carryOut();
  if (session.getState().name === 'confirming') await session.carryOut();
}

function resultOf({ session }: Started): Result {
  const state = session.getState();
  if (!('result' in state)) throw new Error(`There is no result, but ${state.name}.`);
  return state.result;
}

const outcomesOf = (started: Started) => new Set(resultOf(started).ledger.map(({ outcome }) => outcome));

describe('a run that the back end keeps', () => {
  it('is handed over as a whole where it is small, and its result has the names that the card knows', async () => {
    const started = await withSelected(3);
    await run(started);
    const { sdk, backEnd } = started;
    expect(backEnd.calls.map(({ uid }) => uid)).toEqual([
      'list_runs',
      'start_run',
      'read_run',
      'read_run_lines',
    ]);
    expect(sdk.functions.calls.map(({ uid }) => uid)).not.toContain('associate_records');
    expect(resultOf(started).ledger.map(({ record: { label }, outcome }) => [label, outcome])).toEqual([
      ['Record 1', 'associated'],
      ['Record 2', 'associated'],
      ['Record 3', 'associated'],
    ]);
    expect(sdk.refreshed).toBeGreaterThan(0);
  });

  it('stands before the earlier ones in the list of the runs, without another read of the list', async () => {
    const started = await withSelected(1);
    const { backEnd, hosted, session, sdk } = started;
    await run(started);
    session.startOver();
    session.add(sdk.functions.records);
    await run(started);
    const { runs = [] } = hosted.known.get();
    expect(runs.map(({ run: id }) => id)).toEqual(['2', '1']);
    expect(backEnd.count('list_runs')).toBe(1);
  });

  it('is handed over in parts where it is large', async () => {
    const started = await withSelected(12_000);
    await run(started);
    const { backEnd } = started;
    expect(backEnd.count('start_run')).toBe(1);
    expect(backEnd.count('add_run_lines')).toBe(3);
    expect(backEnd.count('begin_run')).toBe(1);
    expect(resultOf(started).ledger).toHaveLength(12_000);
    expect(outcomesOf(started)).toEqual(new Set(['associated']));
  });

  it.each(['start_run', 'add_run_lines', 'begin_run', 'read_run', 'read_run_lines'] as const)(
    'is done once where the answer to %s is lost twice',
    async (uid) => {
      const backEnd = new FakeBackEnd();
      backEnd.fail(uid, noAnswer, noAnswer);
      const started = await withSelected(6_000, backEnd);
      await run(started);
      expect(backEnd.count(uid)).toBeGreaterThan(2);
      expect(backEnd.runs).toHaveLength(1);
      expect(outcomesOf(started)).toEqual(new Set(['associated']));
    },
  );

  it('is not handed over any further, nor begun, where it is stopped meanwhile', async () => {
    const backEnd = new FakeBackEnd();
    const { call } = backEnd;
    const started = await withSelected(12_000, {
      ...backEnd,
      call: (uid, parameters) => {
        if (uid === 'add_run_lines') started.session.stop();
        return call(uid, parameters);
      },
    } as FakeBackEnd);
    await run(started);
    expect(backEnd.calls.map(({ uid }) => uid)).toEqual(['list_runs', 'start_run', 'add_run_lines']);
    expect(resultOf(started).stopped).toBe(true);
    expect(outcomesOf(started)).toEqual(new Set(['not_sent']));
  });

  it('is not said to be unsent where nobody knows whether it began', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.fail('start_run', noAnswer, noAnswer, noAnswer, noAnswer);
    const started = await withSelected(3, backEnd);
    await run(started);
    expect(outcomesOf(started)).toEqual(new Set(['unconfirmed']));
    expect(resultOf(started).error).toEqual(noAnswer);
  });

  it('is not sent where the back end refuses it', async () => {
    const backEnd = new FakeBackEnd();
    const error = { code: 'DAILY_LIMIT', message: '' } as const;
    backEnd.fail('start_run', error);
    const started = await withSelected(3, backEnd);
    await run(started);
    expect(outcomesOf(started)).toEqual(new Set(['not_sent']));
    expect(resultOf(started).error).toEqual(error);
  });

  it('ends where it is stopped, and goes on with what is left', async () => {
    const started = await withSelected(3_000);
    const { backEnd, session } = started;
    backEnd.pace = 1_000;
    let isStopped = false;
    const stopOnce = () => {
      const state = session.getState();
      if (isStopped || state.name !== 'running' || state.run.getProgress().settled < 1_000) return;
      isStopped = true;
      session.stop();
    };
    session.subscribe(() => {
      const state = session.getState();
      if (state.name === 'running') state.run.subscribe(stopOnce);
    });
    await run(started);
    const { stopped, ledger } = resultOf(started);
    const left = ledger.filter(({ outcome }) => outcome === 'not_sent').length;
    expect(stopped).toBe(true);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(3_000);
    await session.sendAgain(({ outcome }) => outcome === 'not_sent');
    expect(backEnd.calls.find(({ uid }) => uid === 'continue_run')?.parameters).toEqual({
      run: '1',
      revision: 0,
      outcomes: ['not_sent'],
    });
    expect(outcomesOf(started)).toEqual(new Set(['associated']));
  });

  it('is undone by the back end, as the person saw it', async () => {
    const started = await withSelected(3);
    await run(started);
    await started.session.askUndo();
    await started.session.undo();
    const { calls } = started.backEnd;
    expect(calls.find(({ uid }) => uid === 'undo_run')?.parameters).toEqual({ run: '1', revision: 0 });
    expect(resultOf(started).ledger.map(({ undo }) => undo?.outcome)).toEqual(['undone', 'undone', 'undone']);
    expect(resultOf(started)).toMatchObject({ phase: 'undo', kept: { run: '1', revision: 1 } });
  });

  it('is not followed any more where it was deleted, and its outcomes are unconfirmed', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.fail('read_run', { code: 'INVALID_INPUT', message: '', reason: 'run_gone' });
    const started = await withSelected(3, backEnd);
    await run(started);
    expect(outcomesOf(started)).toEqual(new Set(['unconfirmed']));
    expect(resultOf(started).error).toMatchObject({ reason: 'run_gone' });
  });

  it('is read less and less often while nothing changes, at most every ten seconds', async () => {
    const started = await withSelected(3);
    const { backEnd, sdk } = started;
    backEnd.pace = 0;
    sdk.clock.waits.length = 0;
    const running = run(started);
    while (backEnd.count('read_run') < 8) await Promise.resolve();
    backEnd.pace = Infinity;
    await running;
    expect(sdk.clock.waits.filter((ms) => ms >= 300).slice(0, 8)).toEqual([
      300, 600, 1_200, 2_400, 4_800, 9_600, 10_000, 10_000,
    ]);
  });

  it('says that it goes on only once it is handed over', async () => {
    const started = await withSelected(6_000);
    const { session, backEnd } = started;
    const notes: [number, string | undefined][] = [];
    session.subscribe(() => {
      const state = session.getState();
      if (state.name !== 'running') return;
      const note = () => notes.push([backEnd.count('begin_run'), state.run.note?.()]);
      note();
      state.run.subscribe(note);
    });
    await run(started);
    expect(notes[0]).toEqual([0, undefined]);
    expect(notes.at(-1)).toEqual([1, 'It goes on.']);
  });

  it('is carried out by the card where the back end keeps no runs', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.fail('list_runs', { code: 'INVALID_INPUT', message: 'There is no such function.' });
    const started = await withSelected(3, backEnd);
    await run(started);
    expect(backEnd.runs).toEqual([]);
    expect(started.sdk.functions.linked.size).toBe(3);
  });
});

describe('the note about a run', () => {
  const savedNotes = ({ sdk }: Started) => sdk.functions.calls.filter(({ uid }) => uid === 'save_note');

  it('is wanted from the back end with the run and with its undo, and the card writes none', async () => {
    const started = await withSelected(3);
    const { session, backEnd } = started;
    session.chooseNote(true);
    await run(started);
    const note = { language: 'en', timeZone: 'Europe/Berlin' };
    const wishOf = (uid: string) => backEnd.calls.find((call) => call.uid === uid)?.parameters;
    expect(wishOf('start_run')).toMatchObject({ note });
    expect(resultOf(started)).toMatchObject({ key: 'note-of-1-1', note: { state: 'saved' } });
    await session.askUndo();
    await session.undo();
    expect(wishOf('undo_run')).toEqual({ run: '1', revision: 0, note });
    expect(resultOf(started)).toMatchObject({ key: 'note-of-1-2', note: { state: 'saved' } });
    expect(savedNotes(started)).toEqual([]);
  });

  it('is not wanted where no person wants it', async () => {
    const started = await withSelected(3);
    await run(started);
    expect(started.backEnd.calls.some(({ parameters }) => 'note' in (parameters as object))).toBe(false);
    expect(resultOf(started).note).toBeUndefined();
  });

  it('that the back end could not save is saved by the card when tried again, as the same one', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.notes = { state: 'failed', error: noAnswerOf('HUBSPOT_UNAVAILABLE') };
    const started = await withSelected(3, backEnd);
    started.session.chooseNote(true);
    await run(started);
    expect(resultOf(started).note).toMatchObject({ state: 'failed', error: { code: 'HUBSPOT_UNAVAILABLE' } });
    expect(savedNotes(started)).toEqual([]);
    resultOf(started).note?.retry?.();
    while (resultOf(started).note?.state !== 'saved') await new Promise(setImmediate);
    expect(savedNotes(started)).toMatchObject([{ parameters: { run: { key: 'note-of-1-1', changed: 3 } } }]);
  });

  it('is written by the card where the back end is of a version that writes none', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.notes = undefined;
    const started = await withSelected(3, backEnd);
    started.session.chooseNote(true);
    await run(started);
    while (resultOf(started).note?.state !== 'saved') await new Promise(setImmediate);
    expect(savedNotes(started)).toMatchObject([{ parameters: { run: { changed: 3 } } }]);
  });
});

describe('a run of a bulk action', () => {
  const anchors = ['1', '2'].map((id) => ({ objectType: '0-2', id, label: `Company ${id}` }));

  it('is handed over with the record that each line starts from, and belongs to the first of them', async () => {
    const backEnd = new FakeBackEnd();
    const sdk = new FakeSdk();
    const hosted = createHostedRuns(undefined, sdk, { call: backEnd.call, note: () => 'It goes on.' });
    await hosted.load();
    expect(backEnd.calls).toEqual([]);
    const ledger = anchors.map((anchor) => ({
      record: { id: '1001', label: 'Record 1' },
      anchor,
      before: 'new' as const,
      outcome: 'not_sent' as const,
    }));
    const work = { ledger, type: contacts, operation: { name: 'associate' as const }, phase: 'run' as const };
    const performed = hosted.perform(work, [0, 1], true);
    const ended = await performed?.start();
    expect(backEnd.calls[0]?.parameters).toMatchObject({
      record: { objectType: '0-2', id: '1' },
      lines: [
        { id: '1001', from: '1' },
        { id: '1001', from: '2' },
      ],
    });
    expect(ended?.ledger).toMatchObject([
      { outcome: 'associated', anchor: { label: 'Company 1' } },
      { outcome: 'associated', anchor: { label: 'Company 2' } },
    ]);
    expect(performed?.run.note?.()).toBe('It goes on.');
  });
});

describe('a run that another browser started', () => {
  it('is followed to its result, and leaves the selection as it is', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.refused.add('1002');
    const { session, hosted } = await withSelected(2, backEnd);
    await run(await withSelected(3, backEnd));
    await hosted.load();
    const [status] = hosted.known.get().runs ?? [];
    const state = session.getState();
    if (!status || !('draft' in state)) throw new Error('There is no run.');
    const { work, performed } = hosted.shown({ ...status, state: 'running' }, state.draft.types);
    showRun(session, work, performed);
    expect(session.getState()).toMatchObject({ name: 'running' });
    while (session.getState().name === 'running') await new Promise(setImmediate);
    const shown = session.getState();
    expect(shown).toMatchObject({ name: 'finished', result: { kept: { run: '1', revision: 0 } } });
    expect(
      'result' in shown && shown.result.ledger.map(({ record: { id }, outcome }) => [id, outcome]),
    ).toEqual([
      ['1001', 'associated'],
      ['1002', 'failed'],
      ['1003', 'associated'],
    ]);
    expect('draft' in shown && shown.draft.selections['associate 0-1']?.size).toBe(2);
  });

  it('has a result that is read page by page', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.pageLength = 2;
    await run(await withSelected(5, backEnd));
    const { session, hosted } = await withSelected(1, backEnd);
    const [status] = hosted.known.get().runs ?? [];
    const state = session.getState();
    if (!status || !('draft' in state)) throw new Error('There is no run.');
    const read = await hosted.read(status, state.draft.types);
    if ('code' in read) throw new Error(read.message);
    expect(read.ledger).toHaveLength(5);
    showResult(session, { ...read, endedAt: 5 });
    expect(session.getState()).toMatchObject({
      name: 'finished',
      result: { type: { id: '0-1' }, endedAt: 5 },
    });
  });

  it('is never shown in place of one that the card carries out itself', async () => {
    const { session, hosted, sdk } = await withSelected(1);
    const functions = sdk.functions;
    functions.replace('associate_records', () => new Promise(() => undefined));
    hosted.perform = () => undefined;
    await session.review();
    void session.carryOut();
    await Promise.resolve();
    expect(session.getState().name).toBe('running');
    session.dispatch({ type: 'runLeft' });
    expect(session.getState().name).toBe('running');
  });
});
