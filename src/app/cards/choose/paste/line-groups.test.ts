import { groupLines } from './line-groups';
import type { PastedLine } from './pasting';

it('groups every pasted line that did not identify one record, with its position', () => {
  const statuses = ['found', 'several', 'not_found', 'unreadable', 'refused', 'self', 'unknown'] as const;
  const lines = statuses.map((status): PastedLine => ({ value: status, status, records: [] }));
  const groups = Object.entries(groupLines(lines)).map(([name, of]) => [name, of.map(({ index }) => index)]);
  expect(Object.fromEntries(groups)).toEqual({
    several: [1],
    notFound: [2],
    unreadable: [3, 4, 5],
    unknown: [6],
  });
});
