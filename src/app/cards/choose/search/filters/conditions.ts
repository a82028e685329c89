import {
  operatorsOf,
  type FilterOperator,
  type FilterProperty,
  type SearchFilter,
} from '@bulk-associate/contract';

/** What an operator compares a property with: one value, two, any number of them, or nothing. */
export type Operand = 'none' | 'one' | 'range' | 'list';

/** What the operator of a condition needs. */
export function operandOf(operator: FilterOperator): Operand {
  switch (operator) {
    case 'HAS_PROPERTY':
    case 'NOT_HAS_PROPERTY':
      return 'none';
    case 'BETWEEN':
      return 'range';
    case 'IN':
    case 'NOT_IN':
      return 'list';
    default:
      return 'one';
  }
}

/** The operators that are offered for a property. Without its options, HubSpot's values cannot be selected. */
export function operatorsFor({ type, options }: FilterProperty): readonly FilterOperator[] {
  const all = operatorsOf[type];
  return type === 'enumeration' && !options?.length ? all.filter((each) => operandOf(each) === 'none') : all;
}

/** A new condition on a property, with the operator that is needed most. */
export function newCondition(property: FilterProperty): SearchFilter {
  const [operator = 'HAS_PROPERTY'] = operatorsFor(property);
  return { propertyName: property.name, operator };
}

/** The condition with another operator. It keeps the values that still fit. */
export function withOperator(
  { propertyName, operator, ...values }: SearchFilter,
  next: FilterOperator,
): SearchFilter {
  const condition = { propertyName, operator: next };
  const [before, after] = [operandOf(operator), operandOf(next)];
  if (before === after) return { ...condition, ...values };
  return after === 'range' && values.value !== undefined ? { ...condition, value: values.value } : condition;
}

/** Why a condition no longer fits the properties of the account. */
export type Misfit = 'property' | 'operator' | 'value' | 'option';

/** What changed in the account since a condition was set, so that HubSpot would refuse it or find nothing. */
export function misfitOf(filter: SearchFilter, properties: readonly FilterProperty[]): Misfit | undefined {
  const property = properties.find(({ name }) => name === filter.propertyName);
  if (!property) return 'property';
  const { type, options = [] } = property;
  if (!operatorsFor(property).includes(filter.operator)) return 'operator';
  const { value, highValue, values = [] } = filter;
  if (type === 'enumeration') {
    const known = new Set(options.map((option) => option.value));
    return values.every((each) => known.has(each)) ? undefined : 'option';
  }
  const given = [value, highValue].filter((each) => each !== undefined);
  const isRight =
    type === 'bool'
      ? given.every((each) => each === 'true' || each === 'false')
      : type === 'string' || given.every((each) => Number.isFinite(Number(each)));
  return isRight ? undefined : 'value';
}
