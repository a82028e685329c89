import { pairKey, pairsOf, type AnchoredRecord } from '../run/pairs';
import { selectionOf, type Draft } from './state';

/** The pairs of the selection: each record with the record being viewed, or with each anchor. */
export function pairsIn(draft: Draft): AnchoredRecord[] {
  const { anchors, leftOut } = draft;
  const pairs = pairsOf(selectionOf(draft).values(), anchors);
  return leftOut ? pairs.filter((pair) => !leftOut.has(pairKey(pair))) : pairs;
}

/** The number of pairs of the selection. */
export function pairCount(draft: Draft): number {
  const { anchors, leftOut } = draft;
  return selectionOf(draft).size * (anchors?.length ?? 1) - (leftOut?.size ?? 0);
}
