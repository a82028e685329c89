import { pairKey, pairsOf, type AnchoredRecord } from '../run/pairs';
import { selectionOf, type Draft } from './state';

/**
 * The most associations of one bulk action. HubSpot documents no largest selection. 10,000 is what its search lists of one
 * index page, takes some ten calls of 1,000 pairs each way, and can be watched to its end: the action stays open meanwhile.
 */
export const mostPairs = 10_000;

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
