import { labelKey, type AssociationLabel, type Pair } from '@bulk-associate/contract';
import { turnFor } from './label-directory';
import { primaryBack, readLabelLimits, sideWithOne } from './labels';
import type { Capacity } from './limits';
import type { LinkReading, Side } from './links';
import type { Pairs } from './pairs';
import type { Run } from './run';

/** What giving a label to pairs comes to, by reads: whether limits allow it, and what loses the label for it. */
export interface LabelReview extends Capacity {
  /** With Primary: whether it was read which pair has the label now. */
  isKnown(index: number): boolean;
  /** With Primary: the other pair that has the label and loses it. */
  movesFrom(index: number): Pair | undefined;
}

/** Further pages are read for the records of a side if there are at most this many of them. */
const mostPaged = 100;

/** The label as one of the two records shows it, and how many partners of that record may have it. */
interface LabelSide {
  side: Side;
  key: string;
  most: number;
}

/** Reads what is needed to review a label for these pairs. Without an answer there is no limit. */
export async function reviewLabel(
  run: Run,
  pairs: Pairs,
  reading: LinkReading,
  label: AssociationLabel,
  indexes: readonly number[],
): Promise<LabelReview> {
  const { fromObjectType, toObjectType } = pairs.parameters;
  const single = sideWithOne(fromObjectType, toObjectType, label);
  const sides = indexes.length > 0 ? await limitedSides(run, pairs, label, single) : [];
  for (const { side } of sides) await readWhole(reading, side, idsOn(pairs, side, indexes));
  const used = new Map<string, number>();
  const holders = ({ side, key }: LabelSide, id: string) =>
    [...reading.labelledPartners(side, id)]
      .filter(([, labels]) => labels.some((one) => labelKey(one) === key))
      .map(([partner]) => partner);
  // Primary moves: what a record has before does not count, what this list gives it does.
  const usedOf = (one: LabelSide, id: string) =>
    used.get(`${one.side} ${id}`) ?? (one.side === single ? 0 : holders(one, id).length);
  const endsOf = (index: number) => sides.map((one) => ({ one, id: idOn(pairs, one.side, index) }));
  const allows = (index: number) => endsOf(index).every(({ one, id }) => usedOf(one, id) < one.most);
  return {
    allows,
    roomOf: (id) =>
      Math.min(...sides.filter(({ side }) => side === 'from').map((one) => one.most - usedOf(one, id))),
    reserve(index) {
      if (!allows(index)) return false;
      for (const { one, id } of endsOf(index)) used.set(`${one.side} ${id}`, usedOf(one, id) + 1);
      return true;
    },
    isKnown: (index) =>
      single === undefined || reading.linksOf(single, idOn(pairs, single, index)) !== undefined,
    movesFrom(index) {
      const one = sides.find(({ side }) => side === single);
      if (!one) return undefined;
      const { from, to } = pairs.input(index);
      const [own, partner] = one.side === 'from' ? [from.id, to.id] : [to.id, from.id];
      const holder = holders(one, own).find((id) => id !== partner);
      if (holder === undefined) return undefined;
      return one.side === 'from'
        ? { from: { id: own }, to: { id: holder } }
        : { from: { id: holder }, to: { id: own } };
    },
  };
}

async function limitedSides(
  run: Run,
  pairs: Pairs,
  label: AssociationLabel,
  single: Side | undefined,
): Promise<LabelSide[]> {
  const { fromObjectType: from, toObjectType: to } = pairs.parameters;
  const primary = primaryBack(from, to, label);
  if (single && primary)
    return [{ side: single, key: labelKey(single === 'from' ? label : primary), most: 1 }];
  const back = (await turnFor(run, from, to))(label);
  const limits = [
    { side: 'from' as const, key: labelKey(label), most: (await readLabelLimits(run, from, to)).get(labelKey(label)) },
    ...(back
      ? [{ side: 'to' as const, key: labelKey(back), most: (await readLabelLimits(run, to, from)).get(labelKey(back)) }]
      : []),
  ]; // prettier-ignore
  return limits.flatMap(({ most, ...one }) => (most === undefined ? [] : [{ ...one, most }]));
}

async function readWhole(reading: LinkReading, side: Side, ids: string[]): Promise<void> {
  await reading.count(side, ids);
  if (ids.length <= mostPaged) for (const id of ids) await reading.readAllOf(side, id);
}

function idsOn(pairs: Pairs, side: Side, indexes: readonly number[]): string[] {
  return [...new Set(indexes.map((index) => idOn(pairs, side, index)))];
}

function idOn(pairs: Pairs, side: Side, index: number): string {
  return side === 'from' ? pairs.fromId(index) : pairs.toId(index);
}
