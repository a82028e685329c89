import type { Answer, PreviewAnswer, PreviewParameters, PreviewStatus } from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import { capacityFor, maxCounted, readLimits } from './limits';
import { isLinked, LinkReading, type LinkState } from './links';
import { Outcomes, Pairs, duplicateError, selfError } from './pairs';
import { readRecords } from './records';
import { Run } from './run';

/**
 * Returns the expected outcome of associating each pair, by reads alone: which pairs are linked, which records exist, and
 * how many further links the limits allow. Never rejects; a pair without an answer is `unknown`.
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

  const links = new LinkReading(run, pairs);
  const states = await readStates(run, pairs, links);
  const candidates: number[] = [];
  for (const [index, state] of states) {
    if (isLinked(state)) outcomes.set(index, 'already_associated');
    else if (state === 'not_linked') candidates.push(index);
  }
  const existing = parameters.seen ? candidates : await findExisting(run, pairs, candidates, outcomes);
  const capacity = await capacityFor(run, pairs, links, existing);
  const isAllowed = parameters.alone ? capacity.allows : capacity.reserve;
  for (const index of existing) outcomes.set(index, isAllowed(index) ? 'new' : 'over_limit');

  if (run.stopped && !outcomes.some('new', 'already_associated', 'not_found', 'over_limit')) {
    return { ok: false, error: run.stopped };
  }
  const stopped = run.stopped ?? (outcomes.some('unknown') ? run.unresolvedFault : undefined);
  return { ok: true, outcomes: outcomes.toList(), ...(stopped && { stopped }) };
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
