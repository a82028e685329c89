import { lineOutcomes, undoOutcomes, type Line } from '../run/ledger';
import { byStanding, standings } from './standing';

const record = { id: '1', label: 'Ada' };
const lines: Line[] = lineOutcomes.flatMap((outcome): Line[] => [
  { record, before: 'new', outcome },
  ...undoOutcomes.map((undo): Line => ({ record, before: 'new', outcome, undo: { outcome: undo } })),
]);

describe('the standings of a ledger', () => {
  it('hold every line once', () => {
    const groups = byStanding(lines);
    expect(groups.flatMap((group) => group.lines)).toHaveLength(lines.length);
    expect(groups.map(({ standing }) => standing)).toEqual([...standings]);
  });

  it('do not call a link associated that was removed again', () => {
    const undone: Line = { record, before: 'new', outcome: 'associated', undo: { outcome: 'removed' } };
    expect(byStanding([undone])).toEqual([{ standing: 'removed', lines: [undone] }]);
  });
});
