import { someRecords } from '../testing/fake-functions';
import { enterRun, enterUndo, openLedger, undoable } from './ledger';

const ledger = openLedger(someRecords(1).map((record) => ({ record, status: 'new' })));
const ending = { results: [], lost: new Set<number>(), stopped: true };
const associated = enterRun(ledger, [0], { ...ending, results: [{ status: 'associated' }] });

describe('the account of a run', () => {
  it('leaves what was known of a record that a later run does not get to', () => {
    const lost = enterRun(ledger, [0], { ...ending, lost: new Set([0]) });
    expect(lost[0]).toMatchObject({
      outcome: 'unconfirmed',
      error: { category: 'NO_ANSWER', retryable: true },
    });
    expect(enterRun(lost, [0], ending)).toEqual(lost);
  });

  it('leaves what was known of a link that a later undoing does not get to', () => {
    const lost = enterUndo(associated, [0], { ...ending, lost: new Set([0]) });
    expect(undoable(lost)).toEqual([0]);
    expect(enterUndo(lost, [0], ending)[0]?.undo?.outcome).toBe('unconfirmed');
    expect(enterUndo(associated, [0], ending)[0]?.undo?.outcome).toBe('not_sent');
  });
});
