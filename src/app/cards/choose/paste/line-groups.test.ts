import { groupLines } from './line-groups';
import type { PastedLine } from './pasted-line';

const rowWithAnotherValue: PastedLine = {
  text: 'x',
  values: ['x', 'y'],
  done: 1,
  status: 'not_found',
  records: [],
};

it('groups every pasted line that did not identify one record, with its position', () => {
  const statuses = ['found', 'several', 'not_found', 'unreadable', 'self', 'unknown'] as const;
  const lines = [
    ...statuses.map((status): PastedLine => ({
      text: status,
      values: [status],
      done: status === 'unknown' ? 0 : 1,
      status,
      records: [],
    })),
    rowWithAnotherValue,
  ];
  const groups = Object.entries(groupLines(lines)).map(([name, of]) => [name, of.map(({ index }) => index)]);
  expect(Object.fromEntries(groups)).toEqual({
    several: [1],
    notFound: [2],
    unreadable: [3, 4],
    unknown: [5, 6],
  });
});
