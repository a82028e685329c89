import { filterOperators, type FilterProperty, type SearchFilter } from '@bulk-associate/contract';
import { misfitOf, newCondition, operatorsFor, withOperator } from './conditions';

const properties: FilterProperty[] = [
  { name: 'city', label: 'City', type: 'string' },
  { name: 'stage', label: 'Stage', type: 'enumeration', options: [{ value: 'lead', label: 'Lead' }] },
  { name: 'owner', label: 'Owner', type: 'enumeration' },
  { name: 'size', label: 'Size', type: 'number' },
  { name: 'born', label: 'Born', type: 'date' },
  { name: 'vip', label: 'VIP', type: 'bool' },
];
const of = (name: string) => properties.find((each) => each.name === name) as FilterProperty;
const filter = (
  propertyName: string,
  operator: SearchFilter['operator'],
  values: Partial<SearchFilter> = {},
) => ({
  propertyName,
  operator,
  ...values,
});

describe('a new condition', () => {
  it.each([
    ['city', 'CONTAINS_TOKEN'],
    ['stage', 'IN'],
    ['size', 'EQ'],
    ['born', 'GTE'],
    ['vip', 'EQ'],
    // Without options there are no values to select.
    ['owner', 'HAS_PROPERTY'],
  ])('on %s begins with %s', (name, operator) => {
    expect(newCondition(of(name))).toEqual({ propertyName: name, operator });
  });
});

describe('another operator', () => {
  const between = filter('size', 'BETWEEN', { value: '1', highValue: '9' });
  it.each<[string, SearchFilter, SearchFilter['operator'], Partial<SearchFilter>]>([
    ['keeps a value that fits', filter('size', 'GTE', { value: '1' }), 'LT', { value: '1' }],
    ['takes a value as the lower end', filter('size', 'EQ', { value: '1' }), 'BETWEEN', { value: '1' }],
    ['drops a range', between, 'EQ', {}],
    ['drops values', filter('city', 'IN', { values: ['a'] }), 'EQ', {}],
    ['keeps values', filter('city', 'IN', { values: ['a'] }), 'NOT_IN', { values: ['a'] }],
    ['needs no value', between, 'HAS_PROPERTY', {}],
  ])('%s', (_, before, operator, kept) => {
    expect(withOperator(before, operator)).toEqual({ propertyName: before.propertyName, operator, ...kept });
  });
});

describe('a condition fits the account', () => {
  it.each<[string, SearchFilter, string | undefined]>([
    ['while all is there', filter('stage', 'IN', { values: ['lead'] }), undefined],
    ['with any text', filter('city', 'EQ', { value: '!' }), undefined],
    ['not without its property', filter('gone', 'EQ', { value: 'x' }), 'property'],
    ['not with an operator of another type', filter('size', 'CONTAINS_TOKEN', { value: '1' }), 'operator'],
    ['not with a value where there are no options', filter('owner', 'IN', { values: ['1'] }), 'operator'],
    ['not with an option that was removed', filter('stage', 'IN', { values: ['lead', 'x'] }), 'option'],
    ['not with a text as a number', filter('size', 'EQ', { value: 'big' }), 'value'],
    [
      'not with a text as the end of a range',
      filter('born', 'BETWEEN', { value: '1', highValue: 'x' }),
      'value',
    ],
    ['not with a third truth', filter('vip', 'EQ', { value: 'maybe' }), 'value'],
  ])('%s', (_, condition, misfit) => expect(misfitOf(condition, properties)).toBe(misfit));

  it('with every operator that is offered', () => {
    for (const property of properties) {
      for (const operator of operatorsFor(property)) {
        expect(filterOperators).toContain(operator);
        expect(misfitOf(filter(property.name, operator, {}), properties)).toBeUndefined();
      }
    }
  });
});
