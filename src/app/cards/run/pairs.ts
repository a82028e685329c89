import type { RecordRef } from '@bulk-associate/contract';
import type { ChosenRecord } from '../panel/selection';
import type { RecordKey } from '../sdk/sdk';

/** A record that the selected ones are associated with, where it is not the record being viewed. */
export type Anchor = RecordRef & RecordKey;

/** A pair: a selected record and its anchor. Without one, the other is the record being viewed. */
export interface AnchoredRecord {
  record: ChosenRecord;
  anchor?: Anchor | undefined;
}

/** Names a pair among those of a run: with several anchors, a record is in as many pairs. */
export function pairKey({ record, anchor }: AnchoredRecord): string {
  return `${anchor?.id ?? ''} ${record.id}`;
}

/** Whether the pairs are those of more than one anchor. */
export function hasSeveralAnchors(pairs: readonly AnchoredRecord[]): boolean {
  return pairs.some(({ anchor }) => anchor?.id !== pairs[0]?.anchor?.id);
}

/** The number of selected records in some pairs. */
export function recordCount(pairs: readonly AnchoredRecord[]): number {
  return hasSeveralAnchors(pairs) ? new Set(pairs.map(({ record }) => record.id)).size : pairs.length;
}

/**
 * The pairs of each record with each anchor. Those of one record follow each other, so that nearly all of them are in one
 * call, which counts them against the limits of the record.
 */
export function pairsOf(records: Iterable<ChosenRecord>, anchors?: readonly Anchor[]): AnchoredRecord[] {
  const all = [...records];
  if (!anchors) return all.map((record) => ({ record }));
  return all.flatMap((record) => anchors.map((anchor) => ({ record, anchor })));
}
