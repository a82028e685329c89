import {
  labelKey,
  type Answer,
  type AssociationLabel,
  type PreviewAnswer,
  type PreviewOutcome,
  type PreviewParameters,
  type PreviewStatus,
  type Room,
} from '@bulk-associate/contract';
import { checkAskedLabels } from './asked-labels';
import type { HubSpot } from './hubspot';
import { reviewLabel, type LabelReview } from './label-limits';
import { capacityFor, maxCounted, readLimits, type Capacity } from './limits';
import { LinkReading, type LinkState } from './links';
import { hasLabels, labelledStates } from './pair-labels';
import { Outcomes, Pairs, duplicateError, selfError } from './pairs';
import { readRecords } from './records';
import { Run } from './run';

/**
 * Returns the expected outcome of associating each pair, by reads alone: which pairs are linked, which records exist, and
 * how many further links the limits allow. With a label also which pairs have it, how many more the limits of the label
 * allow, and whose Primary moves. Never rejects; a pair without an answer is `unknown`.
 *
 * Records that were `seen` are not read. A call for one anchor with 10 to 1,000 of them takes two requests at once, one
 * for the links of each side, and a third at the same time for the limits where a process is cold. More follow where the
 * links of a record take more than a page.
 */
export async function preview(
  hubspot: HubSpot,
  parameters: PreviewParameters,
): Promise<Answer<PreviewAnswer>> {
  const run = new Run(hubspot);
  const pairs = new Pairs(parameters);
  const outcomes = new Outcomes<PreviewStatus>(pairs, 'unknown');
  for (const index of pairs.duplicates) outcomes.set(index, 'duplicate', duplicateError);
  for (const index of pairs.selfPairs) outcomes.set(index, 'self', selfError);

  const { label } = parameters;
  const asked = label && (await checkAskedLabels(run, pairs));
  if (asked && !asked.ok) return asked;

  const links = new LinkReading(run, pairs);
  const states = await labelledStates(run, pairs, links, await readStates(run, pairs, links));
  const candidates: number[] = [];
  const linked: number[] = [];
  for (const [index, state] of states) {
    if (hasLabels(state)) {
      outcomes.noteLabels(index, state);
      if (label && !includes(state, label)) linked.push(index);
      else outcomes.set(index, 'already_associated');
    } else if (state === 'not_linked') candidates.push(index);
  }
  const existing = parameters.seen ? candidates : await findExisting(run, pairs, candidates, outcomes);
  const capacity = await capacityFor(run, pairs, links, existing);
  const review = label && (await reviewLabel(run, pairs, links, label, [...existing, ...linked]));
  const rooms = roomsIn(pairs, capacity, review);
  const isAllowed = (index: number, limits: Capacity | undefined) =>
    !limits || (parameters.alone ? limits.allows(index) : limits.reserve(index));
  const isReadable = (index: number) => !review || review.isKnown(index);
  for (const index of linked.filter(isReadable))
    outcomes.set(index, isAllowed(index, review) ? 'adds_label' : 'over_limit');
  for (const index of existing.filter(isReadable))
    outcomes.set(index, isAllowed(index, review) && isAllowed(index, capacity) ? 'new' : 'over_limit');

  if (run.stopped && !outcomes.some('new', 'already_associated', 'adds_label', 'not_found', 'over_limit')) {
    return { ok: false, error: run.stopped };
  }
  const stopped = run.stopped ?? (outcomes.some('unknown') ? run.unresolvedFault : undefined);
  const list = outcomes.toList().map((outcome, index): PreviewOutcome => {
    const isSent = outcome.status === 'new' || outcome.status === 'adds_label';
    const movesFrom = isSent ? review?.movesFrom(index) : undefined;
    return movesFrom ? { ...outcome, movesFrom } : outcome;
  });
  return { ok: true, outcomes: list, ...rooms, ...(stopped && { stopped }) };
}

/** What the limits of the `from` records of the call allow. Records without a known limit are left out. */
function roomsIn(
  pairs: Pairs,
  capacity: Capacity,
  review: LabelReview | undefined,
): Pick<PreviewAnswer, 'room' | 'rooms'> {
  const numberIn = (limits: Capacity | undefined, id: string) => {
    const n = limits?.roomOf(id) ?? Infinity;
    return Number.isFinite(n) ? Math.max(0, n) : undefined;
  };
  const roomOf = (id: string): Room => {
    const [associations, label] = [numberIn(capacity, id), numberIn(review, id)];
    return { ...(associations !== undefined && { associations }), ...(label !== undefined && { label }) };
  };
  const [first, ...others] = new Set(pairs.open.map((index) => pairs.fromId(index)));
  if (first === undefined) return {};
  if (others.length === 0) return { room: roomOf(first) };
  const rooms = [first, ...others].map((id) => [id, roomOf(id)] as const);
  const limited = rooms.filter(([, room]) => Object.keys(room).length > 0);
  return limited.length > 0 ? { rooms: Object.fromEntries(limited) } : {};
}

function includes(labels: readonly AssociationLabel[], label: AssociationLabel): boolean {
  return labels.some((one) => labelKey(one) === labelKey(label));
}

/**
 * Reads the links, and at the same time what the limits need beside them: the links of the `from` records, and the limits
 * of the types, which are then known to `capacityFor`.
 */
async function readStates(run: Run, pairs: Pairs, links: LinkReading): Promise<Map<number, LinkState>> {
  const { fromObjectType, toObjectType } = pairs.parameters;
  const froms = new Set(pairs.open.map((index) => pairs.fromId(index)));
  if (froms.size === 0) return new Map();
  if (froms.size > maxCounted) return links.read(pairs.open);
  const [states] = await Promise.all([
    links.readBothSides(pairs.open),
    readLimits(run, fromObjectType, toObjectType),
  ]);
  return states;
}

/** Marks the pairs with a missing record as `not_found`, and returns the pairs whose records both exist. */
async function findExisting(
  run: Run,
  pairs: Pairs,
  indexes: number[],
  outcomes: Outcomes<PreviewStatus>,
): Promise<number[]> {
  const { fromObjectType, toObjectType } = pairs.parameters;
  const ids = (idOf: (index: number) => string) => [...new Set(indexes.map(idOf))];
  const froms = await readRecords(
    run,
    fromObjectType,
    ids((index) => pairs.fromId(index)),
  );
  const tos = await readRecords(
    run,
    toObjectType,
    ids((index) => pairs.toId(index)),
  );
  return indexes.filter((index) => {
    const both = [froms.get(pairs.fromId(index)), tos.get(pairs.toId(index))];
    if (both.some((record) => record === 'not_found')) outcomes.set(index, 'not_found');
    return both.every((record) => typeof record === 'object');
  });
}
