import { someRecords } from '../testing/fake-functions';
import { countOpen, enterRun, enterUndo, openLedger, undoable } from './ledger';

const ledger = openLedger(
  someRecords(1).map((record) => ({ record, status: 'new' })),
  { name: 'associate' },
);
const ending = { results: [], lost: new Set<number>(), stopped: true };
const associated = enterRun(ledger, [0], { ...ending, results: [{ status: 'associated' }] });

describe('the ledger of a run', () => {
  it('keeps the outcome of a record that a later run does not reach', () => {
    const lost = enterRun(ledger, [0], { ...ending, lost: new Set([0]) });
    expect(lost[0]).toMatchObject({
      outcome: 'unconfirmed',
      error: { category: 'NO_ANSWER', retryable: true },
    });
    expect(enterRun(lost, [0], ending)).toEqual(lost);
  });

  it('keeps the outcome of a link that a later undo does not reach', () => {
    const lost = enterUndo(associated, [0], { ...ending, lost: new Set([0]) });
    expect(undoable(lost)).toEqual([0]);
    expect(enterUndo(lost, [0], ending)[0]?.undo?.outcome).toBe('unconfirmed');
    expect(enterUndo(associated, [0], ending)[0]?.undo?.outcome).toBe('not_sent');
  });

  it('keeps the correlation id of the call that was lost', () => {
    const error = { code: 'INTERNAL', message: '…', correlationId: 'abc' } as const;
    const lost = enterRun(ledger, [0], { ...ending, lost: new Set([0]), error });
    expect(lost[0]?.error).toMatchObject({ category: 'INTERNAL', correlationId: 'abc' });
  });

  it.each([
    ['removed', 'undone', []],
    ['kept', 'kept', []],
    ['skipped', 'not_sent', [0]],
    ['failed', 'failed', [0]],
  ] as const)('enters an undo with the status %s as %s', (status, outcome, left) => {
    const undone = enterUndo(associated, [0], { ...ending, results: [{ status }] });
    expect(undone[0]?.undo?.outcome).toBe(outcome);
    expect(undoable(undone)).toEqual(left);
  });

  it.each([
    ['associated', 0],
    ['skipped', 0],
    ['failed', 1],
    ['unconfirmed', 1],
  ] as const)('counts a record that is %s as %i open', (status, count) => {
    const entered = enterRun(ledger, [0], { ...ending, results: [{ status }] });
    expect(countOpen(entered, 'run')).toBe(count);
  });
});
