import { outcomeError, errorOf, idOf, isWire, wires, type HubSpotError, type Wire } from './wire';
import type { OutcomeError } from '@bulk-associate/contract';
import type { Pairs } from './pairs';

/** What a batch answer says of each input of the batch. */
export interface Attribution {
  /** Named in `results`. */
  associated: number[];
  /** Named by id in `errors`, and not in `results`. */
  failed: { index: number; error: OutcomeError }[];
  /** Named in neither, or not beyond doubt: a read has to tell. `error` is what may be meant for it. */
  unclear: { index: number; error?: OutcomeError }[];
}

/** Matches a batch answer with the inputs it was asked for: by pair, never by count or place. */
export function attribute(pairs: Pairs, batch: readonly number[], body: Wire): Attribution {
  const unnamed = new Set(batch);
  const associated = matchResults(pairs, unnamed, wires(body['results']));
  const errors = wires(body['errors']).map(errorOf);
  const failed = new Map<number, OutcomeError>();
  const suspected = new Map<number, OutcomeError>();
  const nameless: HubSpotError[] = [];
  for (const error of unnamed.size > 0 ? errors : []) {
    const named = namedInputs(pairs, unnamed, error);
    if (named.certain.length + named.possible.length === 0) nameless.push(error);
    for (const index of named.certain) failed.set(index, outcomeError(error));
    for (const index of named.possible) suspected.set(index, outcomeError(error));
  }
  for (const index of failed.keys()) unnamed.delete(index);
  const common = commonError(nameless, [...unnamed].filter((index) => !suspected.has(index)).length);
  return {
    associated,
    failed: [...failed].map(([index, error]) => ({ index, error })),
    unclear: [...unnamed].map((index) => {
      const error = suspected.get(index) ?? common;
      return error ? { index, error } : { index };
    }),
  };
}

/** Takes the inputs that `results` name out of `unnamed`, and returns them. */
function matchResults(pairs: Pairs, unnamed: Set<number>, results: Wire[]): number[] {
  const associated: number[] = [];
  const name = (index: number | undefined) => {
    if (index !== undefined && unnamed.delete(index)) associated.push(index);
  };
  const asked = new Set(unnamed);
  const inBatch = (from: string, to: string) => {
    const index = pairs.directed(from, to);
    return index !== undefined && asked.has(index) ? index : undefined;
  };
  const directions = new Directions();
  const ambiguous: { type: string; forward: number; reverse: number }[] = [];
  for (const { from, to, type } of results.map(resultPair)) {
    if (from === undefined || to === undefined) continue;
    const forward = inBatch(from, to);
    const reverse = inBatch(to, from);
    if (forward !== undefined && reverse !== undefined) {
      ambiguous.push({ type, forward, reverse });
      continue;
    }
    directions.learn(type, forward !== undefined, reverse !== undefined);
    name(forward ?? reverse);
  }
  // Contact 5 > company 7 and contact 7 > company 5 in one batch: the numbers fit both, the association type decides.
  for (const { type, forward, reverse } of ambiguous) {
    const direction = directions.of(type);
    if (direction) name(direction === 'forward' ? forward : reverse);
  }
  return associated;
}

function resultPair(result: Wire): { from: string | undefined; to: string | undefined; type: string } {
  const { from, to, associationSpec } = result;
  const spec = isWire(associationSpec) ? associationSpec : {};
  return {
    from: isWire(from) ? idOf(from['id']) : undefined,
    to: isWire(to) ? idOf(to['id']) : undefined,
    type: `${String(spec['associationCategory'])} ${String(spec['associationTypeId'])}`,
  };
}

/** Which direction an association type has, learned from results that fit one input only. */
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

interface Named {
  /** HubSpot's `context` names a record of the pair, on a side that is certain. */
  certain: number[];
  /** The message, or an id whose side is open, may mean the pair. */
  possible: number[];
}

/** The inputs an error speaks of. HubSpot names one *id*, not the pair: one bad record fails all its pairs. */
export function namedInputs(pairs: Pairs, candidates: Iterable<number>, error: HubSpotError): Named {
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

/** An id whose side HubSpot left open is certain all the same if, among these inputs, it stands on one side only. */
function settleSides(pairs: Pairs, either: Set<string>, { certain, possible }: Named): Named {
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

/** Errors that name nobody are meant for all that is unnamed if they are as many, and all say the same. */
function commonError(nameless: HubSpotError[], unnamed: number): OutcomeError | undefined {
  const [first] = nameless;
  if (!first || nameless.length < unnamed) return undefined;
  return nameless.every(({ message }) => message === first.message) ? outcomeError(first) : undefined;
}
