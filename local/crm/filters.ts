import { valueOf } from './calculated';
import { failures, type HubSpotFailure } from './errors';
import { objectTypes, type ObjectType } from './object-types';
import { comparisonOf, timeOf } from './property-values';
import type { Property } from './properties/property';
import type { CrmRecord, CrmState } from './state';

/** A condition of a search. The operator decides between `value`, a range up to `highValue`, and `values`. */
export interface Filter {
  propertyName: string;
  operator: string;
  value?: string;
  highValue?: string;
  values?: string[];
}

/** Whether a record meets a condition. */
type RecordTest = (record: CrmRecord) => boolean;

/**
 * The test of a search's filter groups: every filter of at least one of them. Throws a 400 for what HubSpot refuses,
 * whichever records there are.
 */
export function testOfGroups(state: CrmState, type: ObjectType, groups: { filters: Filter[] }[]): RecordTest {
  refuseTooMany(groups);
  const tests = groups.map(({ filters }) => filters.map((filter) => testOf(state, type, filter)));
  return (record) => tests.length === 0 || tests.some((group) => group.every((test) => test(record)));
}

/** HubSpot's search guide: five groups, six filters in each, eighteen in all. */
function refuseTooMany(groups: { filters: Filter[] }[]): void {
  if (groups.length > 5)
    throw failures.invalid(`filterGroups may have at most 5 groups, and has ${groups.length}.`);
  if (groups.some(({ filters }) => filters.length > 6))
    throw failures.invalid('A filter group may have at most 6 filters.');
  if (groups.flatMap(({ filters }) => filters).length > 18)
    throw failures.invalid('A search may have at most 18 filters in all.');
}

const operators = {
  value: ['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'],
  values: ['IN', 'NOT_IN'],
  none: ['HAS_PROPERTY', 'NOT_HAS_PROPERTY'],
};

/** Why a filter has not the values that its operator needs; undefined if it has. HubSpot's message for a range is recorded. */
function formProblem({ operator, value, values, highValue }: Filter): string | undefined {
  if (operators.none.includes(operator))
    return value === undefined ? undefined : `operator ${operator} does not allow a value`;
  if (operators.values.includes(operator))
    return values?.length ? undefined : `operator ${operator} requires values`;
  if (!operators.value.includes(operator))
    return `${operator} is not an operator: one of [${Object.values(operators).flat().join(', ')}]`;
  if (value === undefined) return `operator ${operator} requires a value`;
  if (operator === 'BETWEEN' && highValue === undefined) return `operator ${operator} requires a highValue`;
  return undefined;
}

function testOf(state: CrmState, type: ObjectType, filter: Filter): RecordTest {
  const problem = formProblem(filter);
  if (problem !== undefined)
    throw failures.badJson(
      `Cannot construct instance of \`com.hubspot.inbounddb.publicobject.core.v3.search.Filter\`, problem: ${problem}`,
    );
  const linked = /^associations\.(.+)$/.exec(filter.propertyName)?.[1];
  if (linked !== undefined) return linkTest(state, type, linked, filter);
  const property = searchedProperty(type, filter.propertyName);
  const test = valueTest(property, filter);
  return (record) => test(valueOf(state, type, record, property.name) ?? '');
}

/** The property that a filter or a sort names. Throws a 400 if the type has none, or if it is archived. */
export function searchedProperty(type: ObjectType, name: string): Property {
  const property = type.properties.find((one) => one.name === name && !one.archived);
  if (!property) throw noSuchProperty(name);
  return property;
}

function noSuchProperty(name: string): HubSpotFailure {
  return failures.refusedFilter(name, `Property "${name}" does not exist`, 'PROPERTY_DOESNT_EXIST');
}

const linkedTypes = ['contact', 'company', 'deal', 'ticket'];
const linkOperators = ['EQ', 'IN', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY'];

/** `associations.company`: whether a record is associated with the record of an id, or with any. Not for custom objects. */
function linkTest(
  state: CrmState,
  type: ObjectType,
  name: string,
  { propertyName, operator, value, values }: Filter,
): RecordTest {
  const other = linkedTypes.includes(name) ? objectTypes.find((one) => one.name === name) : undefined;
  if (!other) throw noSuchProperty(propertyName);
  if (!linkOperators.includes(operator)) throw failures.wrongOperator(propertyName, operator, 'association');
  const ids = values ?? [value ?? ''];
  return ({ id }) => {
    const partners = state.partnersOf(type, id, other);
    if (operator === 'HAS_PROPERTY') return partners !== undefined;
    if (operator === 'NOT_HAS_PROPERTY') return partners === undefined;
    return ids.some((one) => partners?.has(one) ?? false);
  };
}

const equality = ['EQ', 'NEQ', 'IN', 'NOT_IN', ...operators.none];
const ranges = ['LT', 'LTE', 'GT', 'GTE', 'BETWEEN'];
const tokens = ['CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'];

/** The operators that fit a type. HubSpot documents no such table; see docs/assumptions.md. */
const operatorsOf: Record<Property['type'], string[]> = {
  string: [...equality, ...tokens],
  number: [...equality, ...ranges],
  date: [...equality, ...ranges],
  datetime: [...equality, ...ranges],
  enumeration: equality,
  bool: equality,
};

/** The test of a property's value, which is empty where there is none. */
function valueTest(property: Property, filter: Filter): (actual: string) => boolean {
  const { propertyName, operator } = filter;
  if (!operatorsOf[property.type].includes(operator))
    throw failures.wrongOperator(propertyName, operator, property.type);
  refuseWrongValues(property, filter);
  const { value = '', highValue = '', values = [] } = filter;
  const compare = comparisonOf(property);
  const is = (actual: string, other: string) => isEqual(property, compare, actual, other);
  const isOneOf = (actual: string) => values.some((other) => isListed(property, is, actual, other));
  const tests: Record<string, (actual: string) => boolean> = {
    EQ: (actual) => is(actual, value),
    // HubSpot does not say what these three do with a record without a value: it passes here; see docs/assumptions.md.
    NEQ: (actual) => !is(actual, value),
    NOT_IN: (actual) => !isOneOf(actual),
    NOT_CONTAINS_TOKEN: (actual) => !hasToken(actual, value),
    IN: isOneOf,
    LT: (actual) => actual !== '' && compare(actual, value) < 0,
    LTE: (actual) => actual !== '' && compare(actual, value) <= 0,
    GT: (actual) => actual !== '' && compare(actual, value) > 0,
    GTE: (actual) => actual !== '' && compare(actual, value) >= 0,
    BETWEEN: (actual) => actual !== '' && compare(actual, value) >= 0 && compare(actual, highValue) <= 0,
    HAS_PROPERTY: (actual) => actual !== '',
    NOT_HAS_PROPERTY: (actual) => actual === '',
    CONTAINS_TOKEN: (actual) => hasToken(actual, value),
  };
  return tests[operator] ?? (() => false);
}

/** Throws a 400 for a value that is none of the property's type. An option that does not exist is one that no record has. */
function refuseWrongValues({ name, type }: Property, { value, highValue, values = [] }: Filter): void {
  const isRight = {
    number: (text: string) => text.trim() !== '' && !isNaN(Number(text)),
    date: (text: string) => timeOf(text) !== undefined,
    datetime: (text: string) => timeOf(text) !== undefined,
    bool: (text: string) => /^(true|false)$/i.test(text),
    string: () => true,
    enumeration: () => true,
  }[type];
  const wrong = [value, highValue, ...values].find((text) => text !== undefined && !isRight(text));
  if (wrong !== undefined)
    throw failures.refusedFilter(
      name,
      `"${wrong}" is not a valid ${type} for the property "${name}"`,
      'INVALID_VALUE',
    );
}

function isEqual(
  property: Property,
  compare: (a: string, b: string) => number,
  actual: string,
  other: string,
): boolean {
  if (actual === '') return false;
  // Any of the values of a multiple-choice property; see docs/assumptions.md.
  if (property.fieldType === 'checkbox') return actual.split(';').includes(other);
  return compare(actual, other) === 0;
}

/** HubSpot compares strings with lower-case values only in IN and NOT_IN (search guide). */
function isListed(
  { type }: Property,
  is: (actual: string, other: string) => boolean,
  actual: string,
  other: string,
): boolean {
  return type === 'string' ? actual !== '' && actual.toLowerCase() === other : is(actual, other);
}

/** Whether whole words of a text match, without case. `*` stands for any characters. */
function hasToken(actual: string, value: string): boolean {
  const pattern = value.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*'); // prettier-ignore
  return new RegExp(`(^|[^\\p{L}\\p{N}])${pattern}($|[^\\p{L}\\p{N}])`, 'iu').test(actual);
}
