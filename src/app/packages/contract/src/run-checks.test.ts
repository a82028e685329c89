import { maxTextLength } from './limits';
import { checkBackEndParameters } from './run-checks';
import { maxRunLines, maxRunPart, maxRunsOfPage, type BackEndUid } from './runs';

const label = { category: 'USER_DEFINED' as const, typeId: 37 };
const record = { objectType: '0-2', id: '7' };
const line = { id: '1001', before: 'new' as const };
const run = {
  key: 'a-key-of-the-card-1',
  record,
  toObjectType: '0-1',
  operation: { name: 'associate' as const, label },
  total: 2,
  note: { language: 'pt-br', timeZone: 'America/Sao_Paulo' },
};
const movesFrom = { from: { id: '8' }, to: { id: '1002' } };

/** Right parameters of every call. */
const right = {
  start_run: {
    ...run,
    lines: [line, { id: '1002', from: '9', before: 'adds_label', labels: [label], movesFrom }],
  },
  add_run_lines: { run: '5', position: 5_000, lines: [{ ...line, labels: [] }] },
  begin_run: { run: '5' },
  read_run: { run: '5' },
  read_run_lines: { run: '5', cursor: '300', outcomes: ['failed', 'kept'], undone: ['failed'] },
  stop_run: { run: '5' },
  continue_run: { run: '5', revision: 1, outcomes: ['failed'], note: { language: 'en' } },
  undo_run: { run: '5', revision: 0, note: { language: 'en' } },
  list_runs: { record, open: true, limit: 20, cursor: '5' },
  delete_runs: { run: '5' },
  describe_access: {},
  open_administration: { language: 'de' },
} satisfies Record<BackEndUid, object>;
const uids = Object.keys(right) as BackEndUid[];
const check = (uid: BackEndUid, parameters: unknown) => checkBackEndParameters[uid](parameters);

describe.each(uids)('the check of %s', (uid) => {
  it('passes right parameters on as they are, and no field that the contract does not know', () => {
    const passed = { ok: true, value: right[uid] };
    expect(check(uid, right[uid])).toEqual(passed);
    expect(check(uid, { ...right[uid], token: 'x', constructor: 1 })).toEqual(passed);
  });

  it.each([undefined, null, 'run', 5, []])('refuses %p', (parameters) => {
    expect(check(uid, parameters)).toEqual({ ok: false, message: 'parameters must be an object.' });
  });
});

describe('the check of a run', () => {
  const lines = (n: number) => Array.from({ length: n }, (_, index) => ({ ...line, id: String(index + 1) }));
  const shortKey = 'k'.repeat(15);

  it('takes as many lines as a call and a run may have', () => {
    const parameters = { ...run, total: maxRunLines, lines: lines(maxRunPart) };
    expect(check('start_run', parameters)).toMatchObject({ ok: true });
  });

  it.each([
    ['more lines than it has in all', { ...run, total: 1, lines: lines(2) }, 'lines must hold at most total entries.'], // prettier-ignore
    ['more lines than a call may carry', { ...run, total: maxRunLines, lines: lines(maxRunPart + 1) }, `lines must hold 1 to ${maxRunPart} entries.`], // prettier-ignore
    ['more lines than a run may have', { ...run, total: maxRunLines + 1 }, `total must be a whole number from 1 to ${maxRunLines}.`], // prettier-ignore
    ['a key that two runs could share', { ...run, key: shortKey }, 'key must be 16 to 64 letters, digits, hyphens or underscores.'], // prettier-ignore
    ['an operation that there is not', { ...run, operation: { name: 'merge' } }, 'operation.name must be one of: associate, remove.'], // prettier-ignore
    ['a line without a record', { ...run, lines: [{ before: 'new' }] }, 'lines[0].id must be a record id: a string of 1 to 19 digits.'], // prettier-ignore
    ['a pair of Primary without an end', { ...run, lines: [{ ...line, movesFrom: { from: { id: '8' } } }] }, 'lines[0].movesFrom.to must be an object.'], // prettier-ignore
    ['a note without a language', { ...run, note: {} }, 'note.language must be a string.'],
  ])('refuses %s', (_, parameters, message) => {
    expect(check('start_run', parameters)).toEqual({ ok: false, message });
  });

  it.each<[string, BackEndUid, object]>([
    ['a revision below zero', 'undo_run', { run: '5', revision: -1 }],
    ['an outcome that is not tried again', 'continue_run', { run: '5', revision: 0, outcomes: ['associated'] }], // prettier-ignore
    ['a longer page than there is', 'list_runs', { record, limit: maxRunsOfPage + 1 }],
    ['a position behind the last line', 'add_run_lines', { run: '5', position: maxRunLines, lines: [line] }],
    ['a text that is too long', 'open_administration', { language: 'x'.repeat(maxTextLength + 1) }],
  ])('refuses %s', (_, uid, parameters) => {
    expect(check(uid, parameters)).toMatchObject({ ok: false });
  });
});
