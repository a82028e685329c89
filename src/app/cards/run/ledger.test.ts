import type { ReportedOutcome } from '@bulk-associate/contract';
import { someRecords } from '../testing/fake-functions';
import type { Operation } from './operation';
import { countOpen, enterRun, enterUndo, openLedger, undoable, type Line, type Reviewed } from './ledger';

const associate: Operation = { name: 'associate' };
const ledger = openLedger(
  someRecords(1).map((record) => ({ record, status: 'new' })),
  associate,
);
const ending = { results: [], lost: new Set<number>(), resent: new Set<number>(), stopped: true };
const associated = enterRun(ledger, [0], { ...ending, results: [{ status: 'associated' }] }, associate);

describe('the ledger of a run', () => {
  it('keeps the outcome of a record that a later run does not reach', () => {
    const lost = enterRun(ledger, [0], { ...ending, lost: new Set([0]) }, associate);
    expect(lost[0]).toMatchObject({
      outcome: 'unconfirmed',
      error: { category: 'NO_ANSWER', retryable: true },
    });
    expect(enterRun(lost, [0], ending, associate)).toEqual(lost);
  });

  it('keeps the outcome of a link that a later undo does not reach', () => {
    const lost = enterUndo(associated, [0], { ...ending, lost: new Set([0]) });
    expect(undoable(lost)).toEqual([0]);
    expect(enterUndo(lost, [0], ending)[0]?.undo?.outcome).toBe('unconfirmed');
    expect(enterUndo(associated, [0], ending)[0]?.undo?.outcome).toBe('not_sent');
  });

  it('keeps the correlation id of the call that was lost', () => {
    const error = { code: 'INTERNAL', message: '…', correlationId: 'abc' } as const;
    const lost = enterRun(ledger, [0], { ...ending, lost: new Set([0]), error }, associate);
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
    const entered = enterRun(ledger, [0], { ...ending, results: [{ status }] }, associate);
    expect(countOpen(entered, 'run')).toBe(count);
  });
});

describe('what somebody else did between the review and the run', () => {
  const label = { category: 'USER_DEFINED', typeId: 28, name: 'Decision maker' } as const;
  const other = { category: 'USER_DEFINED', typeId: 30, name: 'Billing contact' } as const;
  const give: Operation = { name: 'associate', label };
  const remove: Operation = { name: 'remove' };
  const removeLabel: Operation = { name: 'remove', label };
  const review = (operation: Operation, reviewed: Omit<Reviewed, 'record'>) =>
    openLedger(someRecords(1).map((record) => ({ record, ...reviewed })), operation); // prettier-ignore
  type Case = [string, Operation, Omit<Reviewed, 'record'>, ReportedOutcome, Partial<Line>, number[]];

  it.each<Case>([
    ['a new association is made by hand', give, { status: 'new' }, { status: 'associated', labels: [other] }, { outcome: 'associated', before: 'adds_label' }, [0]],
    ['a new association is made by hand, with the label', give, { status: 'new' }, { status: 'associated', labels: [label] }, { outcome: 'already' }, []],
    ['the label is given by hand', give, { status: 'adds_label', labels: [] }, { status: 'associated', labels: [label] }, { outcome: 'already' }, []],
    ['the association is removed by hand', remove, { status: 'already_associated', labels: [label] }, { status: 'removed' }, { outcome: 'absent' }, []],
    ['the label is removed by hand', removeLabel, { status: 'already_associated', labels: [label] }, { status: 'removed', labels: [other] }, { outcome: 'absent' }, []],
    ['the association gets another label', remove, { status: 'already_associated', labels: [label] }, { status: 'removed', labels: [label, other] }, { outcome: 'removed', labels: [label, other] }, [0]],
  ])('is told, and an undo leaves it: %s', (_, operation, reviewed, reported, expected, left) => {
    const [line] = enterRun(review(operation, reviewed), [0], { ...ending, results: [reported] }, operation);
    expect(line).toMatchObject(expected);
    expect(undoable(line ? [line] : [])).toEqual(left);
  }); // prettier-ignore

  it.each<Case>([
    ['a new association with the label', give, { status: 'new' }, { status: 'associated', labels: [label] }, { outcome: 'associated', before: 'new' }, [0]],
    ['the label', give, { status: 'adds_label', labels: [other] }, { status: 'associated', labels: [other, label] }, { outcome: 'associated', before: 'adds_label' }, [0]],
    ['the removal', remove, { status: 'already_associated', labels: [label] }, { status: 'removed' }, { outcome: 'removed', labels: [label] }, [0]],
    ['the removal of the label', removeLabel, { status: 'already_associated', labels: [label] }, { status: 'removed', labels: [] }, { outcome: 'removed' }, [0]],
  ])('is not what an earlier call of the run did whose answer was lost: %s', (_, operation, reviewed, reported, expected, left) => {
    const ledgers = [
      enterRun(review(operation, reviewed), [0], { ...ending, resent: new Set([0]), results: [reported] }, operation),
      enterRun(
        enterRun(review(operation, reviewed), [0], { ...ending, lost: new Set([0]), resent: new Set([0]) }, operation),
        [0],
        { ...ending, results: [reported] },
        operation,
      ),
    ];
    for (const entered of ledgers) {
      expect(entered).toMatchObject([expected]);
      expect(undoable(entered)).toEqual(left);
    }
  }); // prettier-ignore

  it('cannot be told by a function that reads no labels', () => {
    const entered = enterRun(review(remove, { status: 'unknown' }), [0], { ...ending, results: [{ status: 'removed' }] }, remove); // prettier-ignore
    expect(entered).toMatchObject([{ outcome: 'removed' }]);
    expect(undoable(entered)).toEqual([]);
  });
});
