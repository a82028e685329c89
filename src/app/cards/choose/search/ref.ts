import { detailProperties, type LinkableObjectType, type RecordRef } from '@bulk-associate/contract';
import { labelOf } from '../../parts/label';
import type { FoundRecord } from '../../sdk/sdk';

/** The property that tells records of this type apart; none where there is no such property. */
export function detailPropertyOf({ id }: LinkableObjectType): string[] {
  const name = detailProperties[id];
  return name === undefined ? [] : [name];
}

/** A found record as the selection holds it: its id, its name, and what tells it apart. */
export function refOf({ id: objectType, labelProperty }: LinkableObjectType, record: FoundRecord): RecordRef {
  const { id, properties } = record;
  const label = labelOf(objectType, properties, labelProperty) ?? id;
  const detail = properties[detailProperties[objectType] ?? '']?.trim();
  return { id, label, ...(detail && detail !== label && { detail }) };
}
