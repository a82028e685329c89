import { withoutName, type AssociationLabel } from '@bulk-associate/contract';
import type { Turn } from './account-facts';
import { turnFor } from './label-directory';
import { LinkReading, type LinkState } from './links';
import type { Pairs } from './pairs';
import type { Run } from './run';

/** A pair in a read: its labels, in the direction of the call, where it is linked. */
export type PairState = readonly AssociationLabel[] | 'not_linked' | 'unknown';

/** Whether a read showed the pair as linked. */
export function hasLabels(state: PairState | undefined): state is readonly AssociationLabel[] {
  return typeof state === 'object';
}

/** Reads the pairs with their labels. */
export async function readPairLabels(
  run: Run,
  pairs: Pairs,
  indexes: number[],
): Promise<Map<number, PairState>> {
  const reading = new LinkReading(run, pairs);
  return labelledStates(run, pairs, reading, await reading.read(indexes));
}

/**
 * The labels of pairs that were read. The `to` records, which take fewer calls, show the labels of the other direction:
 * these are translated, and where that is not certain, the pairs are read again by their `from` records.
 */
export async function labelledStates(
  run: Run,
  pairs: Pairs,
  reading: LinkReading,
  read: ReadonlyMap<number, LinkState>,
): Promise<Map<number, PairState>> {
  const states = new Map<number, PairState>();
  const turned: number[] = [];
  for (const [index, state] of read) {
    const seen = reading.labelsOf(index);
    if (state === 'unknown' || state === 'not_linked' || !seen)
      states.set(index, state === 'not_linked' ? state : 'unknown');
    else if (seen.side === 'from' || seen.labels.length === 0)
      states.set(index, seen.labels.map(withoutName));
    else turned.push(index);
  }
  const unturned = await turnAll(run, pairs, reading, turned, states);
  for (const [index, state] of await readForward(run, pairs, unturned)) states.set(index, state);
  return states;
}

/** Sets the labels that can be translated. Returns the pairs of which some label cannot. */
async function turnAll(
  run: Run,
  pairs: Pairs,
  reading: LinkReading,
  indexes: number[],
  states: Map<number, PairState>,
): Promise<number[]> {
  if (indexes.length === 0) return [];
  const { fromObjectType, toObjectType } = pairs.parameters;
  const turn = await turnFor(run, toObjectType, fromObjectType);
  return indexes.filter((index) => {
    const labels = turnedBy(turn, reading.labelsOf(index)?.labels ?? []);
    if (labels) states.set(index, labels);
    return !labels;
  });
}

function turnedBy(turn: Turn, labels: readonly AssociationLabel[]): AssociationLabel[] | undefined {
  const turned = labels.flatMap((label) => turn(label) ?? []);
  return turned.length === labels.length ? turned : undefined;
}

async function readForward(run: Run, pairs: Pairs, indexes: number[]): Promise<Map<number, PairState>> {
  if (indexes.length === 0) return new Map();
  const reading = new LinkReading(run, pairs);
  const states = await reading.readForward(indexes);
  return new Map(
    [...states].map(([index, state]): [number, PairState] => {
      const seen = reading.labelsOf(index);
      if (seen) return [index, seen.labels.map(withoutName)];
      return [index, state === 'not_linked' ? state : 'unknown'];
    }),
  );
}
