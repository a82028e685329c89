import type { EndpointKind } from './faults';

/** The API generations HubSpot serves side by side: the numbered ones, and one by date. */
export type ApiGeneration = 'numbered' | '2025-09' | '2026-03' | '2026-09';

/** The endpoint that a path names. */
export interface Endpoint {
  generation: ApiGeneration;
  /** The path without its version: `/associations/0-1/0-2/batch/read`. One route serves every generation. */
  path: string;
  /** For faults and rate limits. */
  kind: EndpointKind;
}

const dated = '(?<dated>2025-09|2026-03|2026-09)';

/** The paths of each family of endpoints: HubSpot puts the version in different places. */
const families: [RegExp, string][] = [
  [
    new RegExp(`^/crm/(?:v4/associations|associations/v4|associations/${dated})(?<rest>/.*)$`),
    '/associations',
  ],
  // Under v4/objects there are only associations. Those under v3/objects have other bodies, and are not emulated.
  [new RegExp(`^/crm/(?:v4/objects|objects/${dated})(?<rest>/[^/]+/[^/]+/associations/.+)$`), '/objects'],
  [new RegExp(`^/crm/(?:v3/objects|objects/${dated})(?<rest>/(?![^/]+/[^/]+/associations/).+)$`), '/objects'],
  [new RegExp(`^/(?:crm-object-schemas/(?:v3|${dated})|crm/v3)/schemas(?<rest>/.*|)$`), '/schemas'],
  [new RegExp(`^/crm/(?:v3/limits|limits/${dated})(?<rest>/.*)$`), '/limits'],
  [new RegExp(`^/crm/(?:v3/lists|lists/${dated})(?<rest>/.*|)$`), '/lists'],
  [new RegExp(`^/crm/(?:v3/owners|owners/${dated})(?<rest>/.*|)$`), '/owners'],
  [new RegExp(`^/account-info/(?:v3|${dated})(?<rest>/.*)$`), '/account-info'],
  [new RegExp(`^/oauth/(?:v1|v3|${dated})(?<rest>/.*)$`), '/oauth'],
  [new RegExp(`^/appinstalls/(?:v3|${dated})(?<rest>/.*)$`), '/appinstalls'],
  [new RegExp(`^/crm/(?:v3/properties|properties/${dated})(?<rest>/.*)$`), '/properties'],
  [new RegExp(`^/crm/(?:v3/pipelines|pipelines/${dated})(?<rest>/.*)$`), '/pipelines'],
];

/** The endpoint that a path names; undefined if the path belongs to no family, and so is not emulated. */
export function endpointOf(path: string): Endpoint | undefined {
  for (const [pattern, family] of families) {
    const groups = pattern.exec(path)?.groups;
    if (!groups) continue;
    const own = `${family}${(groups['rest'] ?? '').replace(/\/$/, '')}`;
    return {
      generation: (groups['dated'] as ApiGeneration | undefined) ?? 'numbered',
      path: own,
      kind: kindOf(own),
    };
  }
  return undefined;
}

function kindOf(path: string): EndpointKind {
  if (/^\/associations\/[^/]+\/[^/]+\/batch\/(?:associate\/default|create)$/.test(path)) return 'associate';
  if (/^\/associations\/[^/]+\/[^/]+\/batch\/read$/.test(path)) return 'readAssociations';
  if (/^\/associations\/.*archive$/.test(path)) return 'archive';
  if (/^\/objects\/[^/]+\/search$/.test(path)) return 'search';
  if (path.startsWith('/objects')) return 'objects';
  if (path.startsWith('/lists')) return 'lists';
  if (/^\/(?:oauth|appinstalls)\//.test(path)) return 'oauth';
  if (path.startsWith('/schemas')) return 'schemas';
  return path.startsWith('/limits') ? 'limits' : 'other';
}
