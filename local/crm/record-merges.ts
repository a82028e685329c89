import { failures } from './errors';
import { objectTypes, type ObjectType } from './object-types';
import { findObject, wireRecord } from './objects';
import { addRecord, archiveRecords } from './record-writes';
import type { CrmRecord, CrmState } from './state';

/** The properties that keep the value of the other record in a merge -> the property with the further values. */
const keptApart: Readonly<Record<string, string>> = {
  email: 'hs_additional_emails',
  domain: 'hs_additional_domains',
};

/**
 * Merges two records into a new one, which the ids of both lead to (guides). It has the values of the first, and those of
 * the other where the first has none. What a merge does to labels is not documented: records with links are not merged here.
 */
export function mergeRecords(
  state: CrmState,
  type: ObjectType,
  { primaryId, otherId }: { primaryId: string; otherId: string },
  now: string,
): object {
  const [primary, other] = [findObject(state, type, primaryId), findObject(state, type, otherId)];
  if (!primary || !other) throw failures.notFound();
  if (primary === other) throw failures.invalid('A record cannot be merged with itself.');
  const hasLinks = ({ id }: CrmRecord) => objectTypes.some((one) => state.partnersOf(type, id, one));
  if (hasLinks(primary) || hasLinks(other))
    throw failures.notEmulated('a merge of records with associations');
  const values = (...names: string[]) =>
    [primary, other].flatMap(({ properties }) => names.flatMap((name) => properties[name]?.split(';') ?? []));
  const properties = { ...present(other), ...present(primary) };
  for (const [name, further] of Object.entries(keptApart)) {
    const more = values(name, further).filter((value) => value !== properties[name]);
    if (more.length > 0) properties[further] = [...new Set(more)].join(';');
  }
  const lists = [...state.lists.values()].filter(
    ({ objectTypeId, members }) =>
      objectTypeId === type.id && [primary.id, other.id].some((id) => members.includes(id)),
  );
  archiveRecords(state, type, [primary.id, other.id]);
  const merged = [primary, other].flatMap(({ id, properties }) => [
    id,
    ...(properties['hs_merged_object_ids']?.split(';') ?? []),
  ]);
  const record = addRecord(state, type, { ...properties, hs_merged_object_ids: merged.join(';') }, now);
  for (const list of lists) list.members.push(record.id);
  return wireRecord(state, type, record);
}

/** The values of a record that a merge passes on. */
function present({ properties }: CrmRecord): Record<string, string> {
  const own = ['hs_object_id', 'createdate'];
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      value === null || own.includes(name) ? [] : [[name, value]],
    ),
  );
}
