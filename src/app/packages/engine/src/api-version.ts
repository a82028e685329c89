/**
 * The API versions that the engine supports. `v4` is supported by HubSpot until 30 March 2027
 * (changelog "Deprecating support for HubSpot v4 APIs"); `2026-09` has the same bodies under dated paths.
 */
export const apiVersions = ['v4', '2026-09'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** The version in use. */
export const apiVersion: ApiVersion = 'v4';

/** Paths of the endpoints in use. They are not escaped: the arguments must have passed the contract's checks. */
export interface Paths {
  /** POST, creates the default (unlabelled) association of many pairs. */
  associateDefault(from: string, to: string): string;
  /** POST, gives up to 2,000 pairs labels, which replace those they have; makes the links too. */
  createAssociations(from: string, to: string): string;
  /** POST, reads the links of up to 1,000 records. */
  readAssociations(from: string, to: string): string;
  /** POST, removes every link of many pairs, labels included. */
  archiveAssociations(from: string, to: string): string;
  /** POST, removes labels of up to 100 pairs; the links stay. */
  archiveLabels(from: string, to: string): string;
  /** GET, the association types of one direction: labels, and the unlabelled type. */
  labels(from: string, to: string): string;
  /** POST, reads up to 100 records by id or by a unique property. */
  readObjects(type: string): string;
  /** POST, creates a record with its associations. */
  createObject(type: string): string;
  /** GET, one page of all records, 100 at most. */
  listObjects(type: string): string;
  /** POST, searches records; 5 requests a second for each account. */
  searchObjects(type: string): string;
  /** GET, schemas of custom object types. */
  schemas(): string;
  /** GET, one schema, also of a standard type. */
  schema(type: string): string;
  /** GET, the properties of a type; `?locale=` translates the names of HubSpot's own. */
  properties(type: string): string;
  /** GET, the groups of these properties. */
  propertyGroups(type: string): string;
  /** GET, the pipelines of a type, with their stages. */
  pipelines(type: string): string;
  /** GET, limits that an admin has set for a pair of types. */
  associationLimits(from: string, to: string): string;
  /** GET, records that are at or near their limit. */
  recordsNearLimit(from: string, to: string): string;
  /** POST, lists by name. */
  searchLists(): string;
  /** GET, one list. */
  list(id: string): string;
  /** GET, one page of the members of a list. */
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
    pipelines: '/crm/v3/pipelines',
    properties: '/crm/v3/properties',
  }),
  '2026-09': paths({
    associations: '/crm/associations/2026-09',
    configurations: '/crm/associations/2026-09/definitions/configurations',
    objects: '/crm/objects/2026-09',
    schemas: '/crm-object-schemas/2026-09/schemas',
    limits: '/crm/limits/2026-09',
    lists: '/crm/lists/2026-09',
    pipelines: '/crm/pipelines/2026-09',
    properties: '/crm/properties/2026-09',
  }),
};

type Bases = Record<
  'associations' | 'configurations' | 'objects' | 'schemas' | 'limits' | 'lists' | 'pipelines' | 'properties',
  string
>;

function paths(base: Bases): Paths {
  return {
    associateDefault: (from, to) => `${base.associations}/${from}/${to}/batch/associate/default`,
    createAssociations: (from, to) => `${base.associations}/${from}/${to}/batch/create`,
    readAssociations: (from, to) => `${base.associations}/${from}/${to}/batch/read`,
    archiveAssociations: (from, to) => `${base.associations}/${from}/${to}/batch/archive`,
    archiveLabels: (from, to) => `${base.associations}/${from}/${to}/batch/labels/archive`,
    labels: (from, to) => `${base.associations}/${from}/${to}/labels`,
    readObjects: (type) => `${base.objects}/${type}/batch/read`,
    createObject: (type) => `${base.objects}/${type}`,
    listObjects: (type) => `${base.objects}/${type}`,
    searchObjects: (type) => `${base.objects}/${type}/search`,
    schemas: () => base.schemas,
    schema: (type) => `${base.schemas}/${type}`,
    pipelines: (type) => `${base.pipelines}/${type}`,
    properties: (type) => `${base.properties}/${type}`,
    propertyGroups: (type) => `${base.properties}/${type}/groups`,
    associationLimits: (from, to) => `${base.configurations}/${from}/${to}`,
    recordsNearLimit: (from, to) => `${base.limits}/associations/records/${from}/${to}`,
    searchLists: () => `${base.lists}/search`,
    list: (id) => `${base.lists}/${id}`,
    listMemberships: (id) => `${base.lists}/${id}/memberships`,
  };
}
