import type { NamedLabel } from '@bulk-associate/contract';
import { errorOf, type HubSpotError } from './hubspot-error';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/** The links of one record, as one page of batch/read shows them. */
export interface RecordLinks {
  /** Partner -> the labels of the link. The unlabelled type stands beside them in every link, and is left out. */
  labels: Map<string, readonly NamedLabel[]>;
  /** The cursor of the next page. */
  after?: string;
}

/** One list for all links without a label, so that a page of thousands does not hold thousands of lists. */
const none: readonly NamedLabel[] = [];

/** The links in an answer of batch/read, by record. */
export function linksByRecord(body: JsonObject): Map<string, RecordLinks> {
  const links = new Map<string, RecordLinks>();
  for (const { from, to, paging } of jsonObjectsIn(body['results'])) {
    const id = isJsonObject(from) ? idOf(from['id']) : undefined;
    if (id === undefined) continue;
    const record: RecordLinks = links.get(id) ?? { labels: new Map() };
    for (const partner of jsonObjectsIn(to)) {
      const partnerId = idOf(partner['toObjectId']);
      if (partnerId !== undefined) record.labels.set(partnerId, labelsIn(partner['associationTypes']));
    }
    const next =
      isJsonObject(paging) && isJsonObject(paging['next']) ? idOf(paging['next']['after']) : undefined;
    if (next !== undefined) record.after = next;
    links.set(id, record);
  }
  return links;
}

/** The labels among association types. The unlabelled type has the label null (HubSpot's associations guide). */
export function labelsIn(types: unknown): readonly NamedLabel[] {
  const labels = jsonObjectsIn(types).flatMap(labelIn);
  return labels.length > 0 ? labels : none;
}

function labelIn(type: JsonObject): NamedLabel[] {
  const name = textOf(type['label']);
  const typeId = numberOf(type['typeId']);
  const category = textOf(type['category']);
  if (name === undefined || typeId === undefined || category === undefined) return [];
  // A label of a category that HubSpot adds later is a label too: unseen, a write would take it away.
  return [{ category: category as NamedLabel['category'], typeId, name }];
}

/**
 * The failures in an answer of batch/read. HubSpot also names a record without links in an error (`NO_ASSOCIATIONS_FOUND`,
 * in a 207): that is no failure.
 */
export function failuresIn(body: JsonObject): HubSpotError[] {
  return jsonObjectsIn(body['errors'])
    .map(errorOf)
    .filter(({ subCategory = '' }) => !subCategory.includes('NO_ASSOCIATIONS_FOUND'));
}

/** Records whose links HubSpot could not read. */
export function recordsInError(body: JsonObject, asked: ReadonlySet<string>): ReadonlySet<string> {
  const named = failuresIn(body).map(
    ({ context }) =>
    Object.values(context).flat().filter((id) => asked.has(id)), // prettier-ignore
  );
  // An error that names no record may concern any of them.
  return named.some((ids) => ids.length === 0) ? asked : new Set(named.flat());
}
