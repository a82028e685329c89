import { fates, undoFates, type Line } from '../run/ledger';
import { byStanding, standings } from './standing';

const record = { id: '1', label: 'Ada' };
const lines: Line[] = fates.flatMap((fate): Line[] => [
  { record, before: 'new', fate },
  ...undoFates.map((undo): Line => ({ record, before: 'new', fate, undo: { fate: undo } })),
]);

describe('the standings of a ledger', () => {
  it('hold every line once', () => {
    const groups = byStanding(lines);
    expect(groups.flatMap((group) => group.lines)).toHaveLength(lines.length);
    expect(groups.map(({ standing }) => standing)).toEqual([...standings]);
  });

  it('do not call a link associated that was removed again', () => {
    const undone: Line = { record, before: 'new', fate: 'associated', undo: { fate: 'removed' } };
    expect(byStanding([undone])).toEqual([{ standing: 'removed', lines: [undone] }]);
  });
});
