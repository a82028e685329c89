import { useEffect, useSyncExternalStore } from 'react';
import type { PreviewStatus, RecordRef } from '@bulk-associate/contract';
import { useSession } from '../panel/SessionProvider';
import type { KnownRecords } from './known-records';

/** What is known of records. Renders again when something was read. */
function useKnownRecords(): KnownRecords {
  const { known } = useSession();
  useSyncExternalStore(known.subscribe, known.getVersion);
  return known;
}

/** Reads, for records on the screen, what associating them would do. Returns the status of a record, where it is known. */
export function useStatuses(
  objectType: string,
  ids: readonly string[],
): (id: string) => PreviewStatus | undefined {
  const known = useKnownRecords();
  // After every rendering: what is known and fresh is not read again.
  useEffect(() => known.requestStatuses(objectType, ids));
  return (id) => known.statusOf(objectType, id);
}

/** A record on the screen with its name, which is read if the record has none yet. */
export function useNamed<Ref extends RecordRef>(objectType: string, ref: Ref): Ref {
  const known = useKnownRecords();
  useEffect(() => known.requestNames(objectType, [ref]));
  return known.named(objectType, ref);
}
