/**
 * The API versions the engine speaks. `v4` is supported by HubSpot until 30 March 2027
 * (changelog "Deprecating support for HubSpot v4 APIs"); `2026-09` has the same bodies under dated paths.
 */
export const apiVersions = ['v4', '2026-09'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** The one constant that decides. */
export const apiVersion: ApiVersion = 'v4';

/** Paths of the endpoints in use. Arguments must have passed the contract's checks: they are not escaped here. */
export interface Paths {
  /** POST, the default (most generic) association of many pairs. */
  associateDefault(from: string, to: string): string;
  /** POST, the links of up to 1,000 records. */
  readAssociations(from: string, to: string): string;
  /** POST, removes every link of the pairs named. */
  archiveAssociations(from: string, to: string): string;
  /** POST, records by id or by a unique property, up to 100. */
  readObjects(type: string): string;
  /** POST, 5 a second for an account. */
  searchObjects(type: string): string;
  /** GET, schemas of custom object types. */
  schemas(): string;
  /** GET, one schema, of a standard type too. */
  schema(type: string): string;
  /** GET, limits an admin set for a pair of types. */
  associationLimits(from: string, to: string): string;
  /** GET, records that are at or near their limit. */
  recordsNearLimit(from: string, to: string): string;
  /** POST, lists by name. */
  searchLists(): string;
  /** GET, one list. */
  list(id: string): string;
  /** GET, members of a list, a page. */
  listMemberships(id: string): string;
}

export const pathsOf: Record<ApiVersion, Paths> = {
  v4: paths({
    associations: '/crm/v4/associations',
    configurations: '/crm/associations/v4/definitions/configurations',
    objects: '/crm/v3/objects',
    schemas: '/crm-object-schemas/v3/schemas',
    limits: '/crm/v3/limits',
    lists: '/crm/v3/lists',
  }),
  '2026-09': paths({
    associations: '/crm/associations/2026-09',
    configurations: '/crm/associations/2026-09/definitions/configurations',
    objects: '/crm/objects/2026-09',
    schemas: '/crm-object-schemas/2026-09/schemas',
    limits: '/crm/limits/2026-09',
    lists: '/crm/lists/2026-09',
  }),
};

type Bases = Record<'associations' | 'configurations' | 'objects' | 'schemas' | 'limits' | 'lists', string>;

function paths(base: Bases): Paths {
  return {
    associateDefault: (from, to) => `${base.associations}/${from}/${to}/batch/associate/default`,
    readAssociations: (from, to) => `${base.associations}/${from}/${to}/batch/read`,
    archiveAssociations: (from, to) => `${base.associations}/${from}/${to}/batch/archive`,
    readObjects: (type) => `${base.objects}/${type}/batch/read`,
    searchObjects: (type) => `${base.objects}/${type}/search`,
    schemas: () => base.schemas,
    schema: (type) => `${base.schemas}/${type}`,
    associationLimits: (from, to) => `${base.configurations}/${from}/${to}`,
    recordsNearLimit: (from, to) => `${base.limits}/associations/records/${from}/${to}`,
    searchLists: () => `${base.lists}/search`,
    list: (id) => `${base.lists}/${id}`,
    listMemberships: (id) => `${base.lists}/${id}/memberships`,
  };
}
