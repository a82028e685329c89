import { lineOutcomes, undoOutcomes } from '@bulk-associate/contract';
import { type Line } from '../run/ledger';
import { summarize, resultStatuses } from './summary';

const record = { id: '1', label: 'Ada' };
const lines: Line[] = lineOutcomes.flatMap((outcome): Line[] => [
  { record, before: 'new', outcome },
  ...undoOutcomes.map((undo): Line => ({ record, before: 'new', outcome, undo: { outcome: undo } })),
]);

describe('the result summary of a ledger', () => {
  it('holds every line once', () => {
    const groups = summarize(lines);
    expect(groups.flatMap((group) => group.lines)).toHaveLength(lines.length);
    expect(groups.map(({ status }) => status)).toEqual([...resultStatuses]);
  });

  it('does not call a link associated that was removed again', () => {
    const undone: Line = { record, before: 'new', outcome: 'associated', undo: { outcome: 'undone' } };
    expect(summarize([undone])).toEqual([{ status: 'undone', lines: [undone] }]);
  });
});
