import type { FilterGroup, SearchFilter } from '@bulk-associate/contract';
import { withFilter, withoutFilter } from './settings';

const named = (propertyName: string): SearchFilter => ({ propertyName, operator: 'HAS_PROPERTY' });
/** "a b | c" is two groups. */
const groups = (text: string): FilterGroup[] =>
  text === '' ? [] : text.split(' | ').map((group) => ({ filters: group.split(' ').map(named) }));

describe('filters', () => {
  it.each([
    ['begin with the first', '', { group: 0, filter: 0 }, 'x'],
    ['take one more into a group', 'a b | c', { group: 0, filter: 2 }, 'a b x | c'],
    ['take one more group', 'a b | c', { group: 2, filter: 0 }, 'a b | c | x'],
    ['leave no hole where others are gone', 'a', { group: 3, filter: 2 }, 'a | x'],
    ['replace one in its place', 'a b | c', { group: 0, filter: 1 }, 'a x | c'],
  ])('%s', (_, before, place, after) => {
    expect(withFilter(groups(before), place, named('x'))).toEqual(groups(after));
  });

  it.each([
    ['lose one of a group', 'a b | c', { group: 0, filter: 0 }, 'b | c'],
    ['lose a group with its last one', 'a b | c', { group: 1, filter: 0 }, 'a b'],
    ['can all be removed', 'a', { group: 0, filter: 0 }, ''],
  ])('%s', (_, before, place, after) => {
    expect(withoutFilter(groups(before), place)).toEqual(groups(after));
  });
});
