import {
  detailProperties,
  labelKey,
  withoutName,
  type AssociationLabel,
  type PreviewStatus,
  type RecordRef,
} from '@bulk-associate/contract';
import type { RecordKey, Sdk } from '../sdk/sdk';
import { observable } from '../state/observable';
import { backgroundReader, type BackgroundReader } from './background-reader';

/** What was read of records in the background: for what is on the screen, whether it is associated, and its name. */
export type KnownRecords = ReturnType<typeof createKnownRecords>;

/** What a status belongs to: records of a type, and the label that they would get. */
export interface StatusTarget {
  objectType: string;
  label?: AssociationLabel | undefined;
}

/**
 * Whether the name of a record, or what tells it apart from others, has to be read before it is shown. A search gives both
 * where the value of a property is what tells it apart.
 */
function isNameless(objectType: string, { id, label, detail }: RecordRef): boolean {
  return label === id || (detail === undefined && detailProperties[objectType] === undefined);
}

/**
 * Creates the readers of a session. They read in the background, and never twice what is still fresh. Statuses are those
 * with the record being viewed; without one, none is read.
 */
export function createKnownRecords(
  record: RecordKey | undefined,
  { call, clock }: Pick<Sdk, 'call' | 'clock'>,
) {
  const changes = observable(0);
  const statuses = new Map<string, BackgroundReader<PreviewStatus>>();
  const names = new Map<string, BackgroundReader<RecordRef>>();
  const onRead = () => changes.set(changes.get() + 1);

  const statusesOf = ({ objectType, label }: StatusTarget) =>
    keyed(statuses, `${objectType} ${label ? labelKey(label) : ''}`, () =>
      backgroundReader({
        clock,
        onRead,
        read: async (ids) => {
          if (!record) return undefined;
          const reply = await call('preview_associations', {
            fromObjectType: record.objectType,
            toObjectType: objectType,
            inputs: ids.map((id) => ({ from: { id: record.id }, to: { id } })),
            ...(label && { label: withoutName(label) }),
            seen: true,
            alone: true,
          });
          return reply.ok ? new Map(reply.outcomes.map(({ to, status }) => [to.id, status])) : undefined;
        },
      }),
    );

  const namesOf = (objectType: string) =>
    keyed(names, objectType, () =>
      backgroundReader({
        clock,
        onRead,
        read: async (ids) => {
          const reply = await call('resolve_records', { objectType, values: ids });
          if (!reply.ok) return undefined;
          const found = reply.lines.flatMap(({ value, records: [ref] }) => (ref?.id === value ? [ref] : []));
          return new Map(found.map((ref) => [ref.id, ref]));
        },
      }),
    );

  return {
    subscribe: changes.subscribe,
    /** A number that changes when something was read. */
    getVersion: changes.get,

    /** What associating the record, with this label, would do. Undefined until it was read. */
    statusOf: (target: StatusTarget, id: string) => statusesOf(target).get(id),
    requestStatuses: (target: StatusTarget, ids: readonly string[]) => statusesOf(target).request(ids),
    /** Forgets all statuses, because associations were created or removed. */
    forgetStatuses(): void {
      for (const reader of statuses.values()) reader.forget();
      onRead();
    },

    /** The record, with the name that was read meanwhile. */
    named<Ref extends RecordRef>(objectType: string, ref: Ref): Ref {
      const read = isNameless(objectType, ref) ? namesOf(objectType).get(ref.id) : undefined;
      return read ? { ...ref, ...read } : ref;
    },
    /** Reads the names of records that have none yet. */
    requestNames: (objectType: string, refs: readonly RecordRef[]) =>
      namesOf(objectType).request(refs.filter((ref) => isNameless(objectType, ref)).map(({ id }) => id)),
  };
}

function keyed<Value>(values: Map<string, Value>, key: string, create: () => Value): Value {
  const value = values.get(key) ?? create();
  values.set(key, value);
  return value;
}
