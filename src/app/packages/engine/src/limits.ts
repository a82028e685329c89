import type { PairLimits } from './account-facts';
import { sendRequest } from './send-request';
import type { LinkReading } from './links';
import type { Pairs } from './pairs';
import type { Run } from './run';
import { idOf, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';

/**
 * The unlabelled association types of HubSpot's own objects, `from to` -> type id. A schema lists the labelled ones
 * too, with limits of their own. Source: HubSpot's associate-records guide, 30 March 2026.
 */
const defaultTypes: Record<string, number> = {
  '0-1 0-1': 449, '0-1 0-2': 279, '0-1 0-3': 4, '0-1 0-5': 15,
  '0-2 0-1': 280, '0-2 0-2': 450, '0-2 0-3': 342, '0-2 0-5': 340,
  '0-3 0-1': 3, '0-3 0-2': 341, '0-3 0-3': 451, '0-3 0-5': 27,
  '0-5 0-1': 16, '0-5 0-2': 339, '0-5 0-3': 28, '0-5 0-5': 452,
}; // prettier-ignore

/** The limits that a schema states for the unlabelled association of two types. */
export function limitsIn(schema: JsonObject, from: string, to: string): PairLimits {
  const definitions = jsonObjectsIn(schema['associations']).filter(
    (definition) => definition['fromObjectTypeId'] === from && definition['toObjectTypeId'] === to,
  );
  const known = defaultTypes[`${from} ${to}`];
  const plain = definitions.filter((definition) => numberOf(definition['id']) === known);
  const limit = (name: string) => {
    const stated = (plain.length > 0 ? plain : definitions).map((definition) => numberOf(definition[name]));
    // Without a known id, the definition with the highest limit is taken for the unlabelled one.
    return Math.max(...stated.filter((value): value is number => value !== undefined && value > 0));
  };
  const limits = { from: limit('maxToObjectIds'), to: limit('maxFromObjectIds') };
  return {
    ...(Number.isFinite(limits.from) && { from: limits.from }),
    ...(Number.isFinite(limits.to) && { to: limits.to }),
  };
}

/** The number of further links that the limits allow. */
export interface Capacity {
  /** Whether the limits of both records allow the pair, beside the pairs that are counted so far. */
  allows(index: number): boolean;
  /** Whether the limits of both records allow the pair; if so, it is counted. */
  reserve(index: number): boolean;
  /** How many more pairs the limits of this `from` record allow beside those counted so far. Infinity without a limit. */
  roomOf(fromId: string): number;
}

/** The links of more `from` records than this are not counted; only HubSpot's list of records near a limit is used. */
export const maxCounted = 100;

/**
 * How many further links the limits allow the records of these pairs. An estimate from three sources: the limits in the
 * schema, the links already read, and HubSpot's list of records at or near their limit. Without an answer there is no
 * limit.
 */
export async function capacityFor(
  run: Run,
  pairs: Pairs,
  links: LinkReading,
  indexes: number[],
): Promise<Capacity> {
  if (indexes.length === 0) return { allows: () => true, reserve: () => true, roomOf: () => Infinity };
  const { fromObjectType: from, toObjectType: to } = pairs.parameters;
  const limits = await readLimits(run, from, to);
  const froms = [...new Set(indexes.map((index) => pairs.fromId(index)))];
  if (limits.from !== undefined && froms.length <= maxCounted) await links.count('from', froms);
  const isCounted = froms.every((id) => links.linksOf('from', id)?.all);
  const nearLimit =
    limits.from === undefined || isCounted ? new Map<string, number>() : await readNearlyFull(run, from, to);
  const left = (side: 'from' | 'to', id: string) => {
    const limit = limits[side];
    if (limit === undefined) return Infinity;
    const counted = links.linksOf(side, id);
    const used = counted?.all
      ? counted.count
      : side === 'from'
        ? (nearLimit.get(id) ?? counted?.count)
        : counted?.count;
    return limit - (used ?? 0);
  };
  const remaining = new Map<string, number>();
  const remainingOf = (side: 'from' | 'to', id: string) => remaining.get(`${side} ${id}`) ?? left(side, id);
  const sidesOf = (index: number) =>
    [['from', pairs.fromId(index)] as const, ['to', pairs.toId(index)] as const] as const;
  const allows = (index: number) => sidesOf(index).every(([side, id]) => remainingOf(side, id) >= 1);
  return {
    allows,
    roomOf: (id) => remainingOf('from', id),
    reserve(index) {
      if (!allows(index)) return false;
      for (const [side, id] of sidesOf(index)) remaining.set(`${side} ${id}`, remainingOf(side, id) - 1);
      return true;
    },
  };
}

/** The limits of two types. One request in a warm process, at most once in some minutes; without an answer, none. */
export async function readLimits(run: Run, from: string, to: string): Promise<PairLimits> {
  const path = run.hubspot.paths.schema(from);
  const limits = await run.hubspot.facts.limits.get(run.environment, `${from} ${to}`, async () => {
    const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read', optional: true });
    return reply.kind === 'answered' ? limitsIn(reply.body, from, to) : undefined;
  });
  return limits ?? {};
}

/** Records at or over 80 % of their limit -> the number of their links. Source: HubSpot's limits tracking API. */
async function readNearlyFull(run: Run, from: string, to: string): Promise<Map<string, number>> {
  const path = run.hubspot.paths.recordsNearLimit(from, to);
  const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read', optional: true });
  if (reply.kind !== 'answered') return new Map();
  const limit = numberOf(reply.body['limit']) ?? Infinity;
  const entries = [
    ...jsonObjectsIn(reply.body['nearLimitFromRecordSamples']).map((sample) => ({
      sample,
      usage: numberOf(sample['usage']),
    })),
    ...jsonObjectsIn(reply.body['atLimitFromRecordSamples']).map((sample) => ({ sample, usage: limit })),
  ];
  return new Map(
    entries.map(({ sample, usage }) => [
      idOf(sample['objectId']) ?? textOf(sample['label']) ?? '',
      usage ?? 0,
    ]),
  );
}
