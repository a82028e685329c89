import type { LinkableObjectType, RecordRef } from '@bulk-associate/contract';
import { labelOf } from '../../parts/label';
import type { FoundRecord } from '../../sdk/sdk';

/** A found record as the selection holds it: its id and its name. */
export function refOf({ id: objectType, labelProperty }: LinkableObjectType, record: FoundRecord): RecordRef {
  const { id, properties } = record;
  return { id, label: labelOf(objectType, properties, labelProperty) ?? id };
}
