import { useEffect, useSyncExternalStore } from 'react';
import type { PreviewStatus, RecordRef } from '@bulk-associate/contract';
import { useSteps } from '../panel/SessionProvider';
import type { Draft } from '../panel/state';
import type { KnownRecords } from './known-records';

/** What is known of records. Renders again when something was read. */
function useKnownRecords(): KnownRecords {
  const { known } = useSteps();
  useSyncExternalStore(known.subscribe, known.getVersion);
  return known;
}

/** What a preview says of a record, where that is known. */
export type StatusOf = (id: string) => PreviewStatus | undefined;

/** Reads the statuses of records on the screen. Returns that of a record, where it is known. */
export function useStatuses({ type, operation }: Draft, ids: readonly string[]): StatusOf {
  const known = useKnownRecords();
  const target = { objectType: type.id, label: operation.label };
  // After every rendering: what is known and fresh is not read again.
  useEffect(() => known.requestStatuses(target, ids));
  return (id) => known.statusOf(target, id);
}

/** A record on the screen with its name, which is read if the record has none yet. */
export function useNamed<Ref extends RecordRef>(objectType: string, ref: Ref): Ref {
  const known = useKnownRecords();
  useEffect(() => known.requestNames(objectType, [ref]));
  return known.named(objectType, ref);
}
