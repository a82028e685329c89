import fc from 'fast-check';
import { checkParameters } from './checks';
import { filterIssue, type FilterIssue } from './filter-issue';
import type { FilterGroup, FilterOperator, SearchFilter } from './filters';

const known: SearchFilter = { propertyName: 'city', operator: 'HAS_PROPERTY' };
const group = (count: number): FilterGroup => ({ filters: Array.from({ length: count }, () => known) });
const of = (filter: Partial<SearchFilter>): FilterGroup[] => [
  group(1),
  { filters: [known, { ...known, ...filter } as SearchFilter] },
];
const at = { group: 1, filter: 1 };

const cases: [name: string, filterGroups: FilterGroup[], issue: FilterIssue | undefined][] = [
  ['nothing', [], undefined],
  ['5 groups', [1, 1, 1, 1, 1].map(group), undefined],
  ['6 groups', [1, 1, 1, 1, 1, 1].map(group), { kind: 'too_many_groups', max: 5 }],
  ['6 filters in a group', [group(6)], undefined],
  ['7 filters in a group', [group(1), group(7)], { kind: 'too_many_in_group', max: 6, group: 1 }],
  ['18 filters', [6, 6, 6].map(group), undefined],
  ['19 filters', [6, 6, 6, 1].map(group), { kind: 'too_many_filters', max: 18 }],
  ['an empty group', [group(1), group(0)], { kind: 'empty_group', group: 1 }],
  ['no property', of({ propertyName: '' }), { kind: 'no_property', ...at }],
  ['an unknown operator', of({ operator: 'LIKE' as FilterOperator }), { kind: 'unknown_operator', ...at }],
  ['no value', of({ operator: 'EQ' }), { kind: 'no_value', ...at }],
  ['a blank value', of({ operator: 'CONTAINS_TOKEN', value: ' ' }), { kind: 'no_value', ...at }],
  ['a value', of({ operator: 'EQ', value: '0' }), undefined],
  ['half a range', of({ operator: 'BETWEEN', value: '1' }), { kind: 'no_high_value', ...at }],
  [
    'a blank end of a range',
    of({ operator: 'BETWEEN', value: '1', highValue: ' ' }),
    { kind: 'no_high_value', ...at },
  ],
  ['a range', of({ operator: 'BETWEEN', value: '1', highValue: '2' }), undefined],
  ['a value in place of values', of({ operator: 'IN', value: 'a' }), { kind: 'no_values', ...at }],
  ['an empty list', of({ operator: 'NOT_IN', values: [] }), { kind: 'no_values', ...at }],
  ['an empty one of the values', of({ operator: 'IN', values: ['a', ''] }), { kind: 'no_values', ...at }],
  ['a blank one of the values', of({ operator: 'IN', values: ['a', ' '] }), { kind: 'no_values', ...at }],
  ['values', of({ operator: 'IN', values: ['a'] }), undefined],
];

describe('filterIssue', () => {
  it.each(cases)('of %s', (_, filterGroups, issue) => {
    expect(filterIssue({ query: '', filterGroups })).toEqual(issue);
  });

  it('says by how much a search is too long, its query counted', () => {
    const filterGroups = of({ operator: 'EQ', value: 'x'.repeat(2_000) });
    expect(filterIssue({ query: '', filterGroups })).toBeUndefined();
    const over = (query: string) => {
      const issue = filterIssue({ query, filterGroups });
      return issue?.kind === 'too_long' ? issue.over : 0;
    };
    expect(over('x'.repeat(900)) - over('x'.repeat(880))).toBe(20);
    // The names of the properties to return, the order and the page are part of what HubSpot counts.
    expect(over('x'.repeat(700))).toBeGreaterThan(0);
  });
});

describe('the check of the filters of a search', () => {
  const check = (filterGroups: unknown) =>
    checkParameters.collect_records({ objectType: '0-1', source: { query: '', filterGroups } });

  it.each(cases)('of %s refuses what HubSpot would refuse, in a sentence', (_, filterGroups, issue) => {
    const checked = check(filterGroups);
    expect(checked).toEqual(
      issue
        ? { ok: false, message: expect.stringMatching(/^[a-z].*\.$/i) }
        : { ok: true, value: { objectType: '0-1', source: { query: '', filterGroups } } },
    );
  });

  it('refuses what is no filter', () => {
    fc.assert(
      fc.property(fc.anything({ withSparseArray: true, withNullPrototype: true }), (value) => {
        fc.pre(!(Array.isArray(value) && value.length === 0) && value !== undefined);
        expect(check(value).ok).toBe(false);
        expect(check([{ filters: [value] }]).ok).toBe(false);
      }),
    );
  });

  it('passes on nothing that the contract does not know', () => {
    const filterGroups = [{ filters: [{ ...known, token: 'x' }], sorts: [] }];
    expect(check(filterGroups)).toMatchObject({
      value: { source: { filterGroups: [{ filters: [known] }] } },
    });
    expect(JSON.stringify(check(filterGroups))).not.toMatch(/token|sorts/);
  });
});
