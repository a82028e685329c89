import { errorOf, type HubSpotError, outcomeError } from './hubspot-error';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn } from './json';
import type { OutcomeError } from '@bulk-associate/contract';
import type { Pairs } from './pairs';
import { isRecordNotFound } from './refusals';

/** The inputs of a batch by what the answer shows of them. */
export interface Attribution {
  /** Named in `results`. */
  associated: number[];
  /** Named by id in `errors`, and not in `results`. */
  failed: { index: number; error: OutcomeError }[];
  /** Named in neither, or not with certainty: needs a read. `error` may concern the input. */
  unclear: { index: number; error?: OutcomeError }[];
}

/** Which inputs of a batch the results show as done, and which they do not. */
export interface Matched {
  associated: number[];
  unnamed: number[];
}

/** Matches the results of a batch answer with its inputs. */
type MatchResults = (pairs: Pairs, batch: readonly number[], results: JsonObject[]) => Matched;

/** Matches a batch answer with the inputs of the batch: by the ids of the pair, never by number or position. */
export function attribute(
  pairs: Pairs,
  batch: readonly number[],
  body: JsonObject,
  match: MatchResults = matchDefaultResults,
): Attribution {
  const { associated, unnamed } = match(pairs, batch, jsonObjectsIn(body['results']));
  const errors = unnamed.length > 0 ? jsonObjectsIn(body['errors']).map(errorOf) : [];
  const failed = new Map<number, OutcomeError>();
  const suspected = new Map<number, OutcomeError>();
  const unattributed: HubSpotError[] = [];
  const attributed = errors.map((error) => ({ error, ...namedInputs(pairs, unnamed, error) }));
  const errorsBySameInputs = countErrorsBySameInputs(attributed);
  for (const { error, certain, possible } of attributed) {
    if (certain.length + possible.length === 0) unattributed.push(error);
    const isSure = isRecordNotFound(error) || certain.length <= (errorsBySameInputs.get(certain.join()) ?? 0);
    for (const index of certain) (isSure ? failed : suspected).set(index, outcomeError(error));
    for (const index of possible) suspected.set(index, outcomeError(error));
  }
  const open = unnamed.filter((index) => !failed.has(index));
  const common = commonError(unattributed, open.filter((index) => !suspected.has(index)).length);
  return {
    associated,
    failed: [...failed].map(([index, error]) => ({ index, error })),
    unclear: open.map((index) => {
      const error = suspected.get(index) ?? common;
      return error ? { index, error } : { index };
    }),
  };
}

/** States of an input while results are matched; 0 for inputs of other batches. */
const asked = 1;
const named = 2;

/** A result whose two ids match two inputs. */
interface Ambiguous {
  result: JsonObject;
  forward: number;
  reverse: number;
}

/** Results of batch/associate/default, which name a pair in either direction, or in both. */
function matchDefaultResults(pairs: Pairs, batch: readonly number[], results: JsonObject[]): Matched {
  const known = new Uint8Array(pairs.parameters.inputs.length);
  for (const index of batch) known[index] = asked;
  const associated: number[] = [];
  const name = (index: number) => {
    if (known[index] !== asked) return;
    known[index] = named;
    associated.push(index);
  };
  const inBatch = (from: string, to: string) => {
    const index = pairs.directed(from, to);
    return index !== undefined && known[index] ? index : undefined;
  };
  const ambiguous: Ambiguous[] = [];
  for (const result of results) {
    const from = endIn(result['from']);
    const to = endIn(result['to']);
    if (from === undefined || to === undefined) continue;
    const forward = inBatch(from, to);
    const reverse = inBatch(to, from);
    if (forward !== undefined && reverse !== undefined) ambiguous.push({ result, forward, reverse });
    else if (forward !== undefined) name(forward);
    else if (reverse !== undefined) name(reverse);
  }
  // Contact 5 > company 7 and contact 7 > company 5 in one batch: the ids match both, the association type decides.
  const directions = ambiguous.length > 0 ? directionsIn(results, inBatch) : undefined;
  for (const { result, forward, reverse } of ambiguous) {
    const direction = directions?.of(typeIn(result));
    if (direction) name(direction === 'forward' ? forward : reverse);
  }
  return { associated, unnamed: batch.filter((index) => known[index] === asked) };
}

function endIn(end: unknown): string | undefined {
  return isJsonObject(end) ? idOf(end['id']) : undefined;
}

function typeIn({ associationSpec }: JsonObject): string {
  const spec = isJsonObject(associationSpec) ? associationSpec : {};
  return `${String(spec['associationCategory'])} ${String(spec['associationTypeId'])}`;
}

/** The directions of association types, from the results that match one input only. */
function directionsIn(
  results: JsonObject[],
  inBatch: (from: string, to: string) => number | undefined,
): Directions {
  const directions = new Directions();
  for (const result of results) {
    const from = endIn(result['from']);
    const to = endIn(result['to']);
    if (from === undefined || to === undefined) continue;
    directions.learn(typeIn(result), inBatch(from, to) !== undefined, inBatch(to, from) !== undefined);
  }
  return directions;
}

/** The direction of each association type, as far as results that match one input only show it. */
class Directions {
  private readonly seen = new Map<string, 'forward' | 'reverse' | 'both'>();

  learn(type: string, forward: boolean, reverse: boolean): void {
    if (forward === reverse) return;
    const direction = forward ? 'forward' : 'reverse';
    const before = this.seen.get(type);
    this.seen.set(type, before === undefined || before === direction ? direction : 'both');
  }

  of(type: string): 'forward' | 'reverse' | undefined {
    const direction = this.seen.get(type);
    return direction === 'both' ? undefined : direction;
  }
}

/**
 * Counts the errors that name the same inputs. For a record that is not found, one error stands for all its pairs. For a
 * record at its limit, each pair beyond the limit has an error of its own: with fewer errors than inputs, some of the
 * inputs may be linked.
 */
function countErrorsBySameInputs(attributed: readonly NamedInputs[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { certain } of attributed) counts.set(certain.join(), (counts.get(certain.join()) ?? 0) + 1);
  return counts;
}

interface NamedInputs {
  /** HubSpot's `context` names a record of the pair, and it is certain on which side. */
  certain: number[];
  /** The message contains an id of the pair, or the side of the id is unknown. */
  possible: number[];
}

/** The inputs that an error concerns. HubSpot names one record id, not the pair: an invalid record fails all its pairs. */
export function namedInputs(pairs: Pairs, candidates: Iterable<number>, error: HubSpotError): NamedInputs {
  const ids = contextIds(error);
  const certain: number[] = [];
  const possible: number[] = [];
  const inMessage = ids.from.size + ids.to.size + ids.either.size === 0 ? digitsIn(error.message) : new Set();
  for (const index of candidates) {
    const from = pairs.fromId(index);
    const to = pairs.toId(index);
    if (ids.from.size > 0 && ids.to.size > 0) {
      if (ids.from.has(from) && ids.to.has(to)) certain.push(index);
    } else if (ids.from.has(from) || ids.to.has(to)) certain.push(index);
    else if (ids.either.has(from) || ids.either.has(to)) possible.push(index);
    else if (inMessage.has(from) || inMessage.has(to)) possible.push(index);
  }
  return settleSides(pairs, ids.either, { certain, possible });
}

/** An id without a side is certain all the same if it occurs on one side only among these inputs. */
function settleSides(pairs: Pairs, either: Set<string>, { certain, possible }: NamedInputs): NamedInputs {
  if (either.size === 0) return { certain, possible };
  const onFrom = new Set(possible.map((index) => pairs.fromId(index)));
  const onTo = new Set(possible.map((index) => pairs.toId(index)));
  const clear = (index: number) => {
    const from = pairs.fromId(index);
    const to = pairs.toId(index);
    return !(either.has(from) && onTo.has(from)) && !(either.has(to) && onFrom.has(to));
  };
  return {
    certain: [...certain, ...possible.filter(clear)],
    possible: possible.filter((index) => !clear(index)),
  };
}

function contextIds({ context, subCategory = '' }: HubSpotError) {
  const ids = { from: new Set<string>(), to: new Set<string>(), either: new Set<string>() };
  for (const [name, values] of Object.entries(context)) {
    if (!/id/i.test(name) || /type|scope/i.test(name.replace(/objectId/i, ''))) continue;
    const side = ids[sideOf(name, subCategory)];
    for (const value of values) for (const id of digitsIn(value)) side.add(id);
  }
  return ids;
}

function sideOf(name: string, subCategory: string): 'from' | 'to' | 'either' {
  if (/^from/i.test(name) || subCategory.includes('FROM_OBJECT')) return 'from';
  if (/^to/i.test(name) || subCategory.includes('TO_OBJECT')) return 'to';
  return 'either';
}

function digitsIn(text: string): Set<string> {
  return new Set(text.match(/\d+/g) ?? []);
}

/** Errors that name no input concern all unnamed inputs if there are as many of them and all have the same message. */
function commonError(unattributed: HubSpotError[], unnamed: number): OutcomeError | undefined {
  const [first] = unattributed;
  if (!first || unattributed.length < unnamed) return undefined;
  return unattributed.every(({ message }) => message === first.message) ? outcomeError(first) : undefined;
}
