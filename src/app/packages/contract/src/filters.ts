/** HubSpot's operators of a search filter. */
export const filterOperators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** A condition of a search, in HubSpot's own shape. Dates are milliseconds since 1970, as text. */
export interface SearchFilter {
  propertyName: string;
  operator: FilterOperator;
  /** With every operator but `IN`, `NOT_IN`, `HAS_PROPERTY` and `NOT_HAS_PROPERTY`; the lower end with `BETWEEN`. */
  value?: string;
  /** The upper end with `BETWEEN`. */
  highValue?: string;
  /** With `IN` and `NOT_IN`. */
  values?: string[];
}

/** A record matches a group if it passes every filter of it, and a search if it matches any group. */
export interface FilterGroup {
  filters: SearchFilter[];
}

/** HubSpot's limits of one search (search guide): it refuses more as `VALIDATION_ERROR`. */
export const filterLimits = {
  groups: 5,
  filtersOfGroup: 6,
  filters: 18,
  /** Of the whole request body. */
  characters: 3000,
} as const;

/**
 * The type of a property, as far as its operators go. `association` is no property: its name is `associations.` and an
 * object type, and it stands for whether a record is associated with any record of that type.
 */
export type FilterType = 'string' | 'number' | 'date' | 'datetime' | 'enumeration' | 'bool' | 'association';

const isKnown = ['HAS_PROPERTY', 'NOT_HAS_PROPERTY'] as const;

/** The operators that fit each type, the most useful first. HubSpot documents no such table (docs/assumptions.md). */
export const operatorsOf: Readonly<Record<FilterType, readonly FilterOperator[]>> = {
  string: ['CONTAINS_TOKEN', 'EQ', 'NEQ', 'IN', 'NOT_IN', 'NOT_CONTAINS_TOKEN', ...isKnown],
  number: ['EQ', 'NEQ', 'GTE', 'LTE', 'GT', 'LT', 'BETWEEN', ...isKnown],
  date: ['GTE', 'LTE', 'BETWEEN', ...isKnown],
  datetime: ['GTE', 'LTE', 'BETWEEN', ...isKnown],
  enumeration: ['IN', 'NOT_IN', ...isKnown],
  bool: ['EQ', ...isKnown],
  association: [...isKnown],
};

/** `describe_properties`: the properties of an object type that a search can filter by. */
export interface PropertiesParameters {
  objectType: string;
  /** The BCP 47 tag of the user's language, for the names of properties. */
  language?: string;
}

/** One value of a property that has fixed values. */
export interface PropertyOption {
  value: string;
  label: string;
}

/** A property, with its name in the user's language. */
export interface FilterProperty {
  name: string;
  label: string;
  type: FilterType;
  /** The name of its group in HubSpot's settings. */
  group?: string;
  /** Of an enumeration; absent where HubSpot does not list them, as for owners. */
  options?: PropertyOption[];
  /** Whether a record can have several of the options. */
  multiple?: boolean;
}

/** The properties of a type, in the order in which they are offered. */
export interface PropertiesAnswer {
  properties: FilterProperty[];
}
