import type { AssociationLabel, PreviewStatus } from '../associations';
import { enterOutcome, isUndoable } from './outcome-rules';

const label: AssociationLabel = { category: 'USER_DEFINED', typeId: 932 };
const other: AssociationLabel = { category: 'USER_DEFINED', typeId: 2 };

/** A line whose label was removed, in a call that repeats one without an answer. */
function removed(before: PreviewStatus, found: AssociationLabel[], labels?: AssociationLabel[]) {
  return enterOutcome(
    { before, outcome: 'not_sent' as const, ...(labels && { labels }) },
    { status: 'removed', labels: found },
    { operation: { name: 'remove', label }, isResent: true, readsLabels: true },
  );
}

describe('the removal of a label, after a call of which no answer came', () => {
  it.each([
    ['that the review found', removed('already_associated', [other]), true],
    ['that the repeated call still found', removed('unknown', [other, label]), true],
    ['that was read before the first call', removed('unknown', [other], [label]), true],
    ['that nobody is known to have seen', removed('unknown', [other]), false],
    ['of a pair that has no label now, and that nobody has read', removed('unknown', []), false],
  ])('a label %s: an undo gives it back: %#', (_, line, expected) => {
    expect(line.outcome).toBe('removed');
    expect(isUndoable(line)).toBe(expected);
  });
});
