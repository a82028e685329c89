import { batchErrors, failures, type BatchError } from './errors';
import type { LabelRules } from './label-rules';
import { wireLabel } from './labels';
import { givePrimary } from './link-changes';
import type { AssociationType, ObjectType } from './object-types';
import type { PairInput } from './pair-inputs';
import { isRecordId } from './record-id';
import type { CrmState } from './state';
import { WireNumber } from './wire';

/** The outcome of a batch: results in the form in which HubSpot sends them, and an error for each refused input. */
export interface BatchOutcome {
  results: object[];
  errors: BatchError[];
}

/** How a batch with invalid pairs is answered. HubSpot does not document it: see docs/assumptions.md. */
export type PartialFailure = '207' | '200' | '400-whole-batch';

/** The error for a pair that cannot be linked; undefined if it can be. */
export function errorOf(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  input: PairInput,
): BatchError | undefined {
  const fromId = input.from.id;
  const toId = input.to.id;
  const malformed = [fromId, toId].find((id) => !isRecordId(id));
  if (malformed !== undefined) return batchErrors.invalidId(malformed);
  if (from === to && fromId === toId) return batchErrors.itself(fromId);
  if (!state.recordsOf(from).has(fromId)) return batchErrors.recordNotFound('FROM', from.name, fromId);
  if (!state.recordsOf(to).has(toId)) return batchErrors.recordNotFound('TO', to.name, toId);
  return state.partnersOf(from, fromId, to)?.has(toId)
    ? undefined
    : limitError(state, from, to, fromId, toId);
}

function limitError(state: CrmState, from: ObjectType, to: ObjectType, fromId: string, toId: string) {
  for (const [one, id, other] of [
    [from, fromId, to],
    [to, toId, from],
  ] as const) {
    const most = state.definitionsOf(one, other)[0]?.maxToObjectIds ?? Infinity;
    const used = state.partnersOf(one, id, other)?.size ?? 0;
    if (used >= most) return batchErrors.overLimit(one.name, id, most, other.plural.toLowerCase());
  }
  return undefined;
}

/**
 * Creates the default association of every pair. A pair that is linked already is a success, and keeps its labels. The
 * results name each linked pair in both directions, the reverse one first, as in recorded answers.
 */
export function associateDefault(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: PairInput[],
  partialFailure: PartialFailure,
  rules: LabelRules = {},
): BatchOutcome {
  const forward = state.definitionsOf(from, to)[0];
  const reverse = state.definitionsOf(to, from)[0];
  if (!forward || !reverse) {
    throw failures.invalid(`No association is defined between ${from.name} and ${to.name}.`);
  }
  const results: object[] = [];
  const errors: BatchError[] = [];
  const made: PairInput[] = [];
  for (const input of withoutRepeats(inputs)) {
    // Checked pair by pair: an earlier pair of the batch may have reached the limit.
    const error = errorOf(state, from, to, input);
    if (error) {
      errors.push(error);
      continue;
    }
    if (link(state, [from, input.from.id, forward], [to, input.to.id, reverse])) {
      made.push(input);
      if (rules.firstCompany === 'becomes-primary') givePrimary(state, from, to, input);
    }
    results.push(result(input.to.id, input.from.id, reverse), result(input.from.id, input.to.id, forward));
  }
  if (errors.length > 0 && partialFailure === '400-whole-batch') {
    archiveAssociations(
      state,
      from,
      to,
      made.map((input) => ({ from: input.from, to: [input.to] })),
    );
    throw wholeBatch(errors);
  }
  return { results, errors };
}

/** What HubSpot does with a repeated pair is not known. Here it counts once. */
function withoutRepeats(inputs: PairInput[]): PairInput[] {
  const seen = new Set<string>();
  return inputs.filter(({ from, to }) => seen.size < seen.add(`${from.id} ${to.id}`).size);
}

type End = readonly [type: ObjectType, id: string, definition: AssociationType];

function link(state: CrmState, [from, fromId, forward]: End, [to, toId, reverse]: End): boolean {
  if (state.partnersOf(from, fromId, to)?.has(toId)) return false;
  state.setLink(from, fromId, to, toId, unlabelled(forward));
  state.setLink(to, toId, from, fromId, unlabelled(reverse));
  return true;
}

/** One shared list for each definition, so that a million unlabelled links do not hold a million lists. */
const unlabelledOnly = new WeakMap<AssociationType, readonly AssociationType[]>();

function unlabelled(definition: AssociationType): readonly AssociationType[] {
  const list = unlabelledOnly.get(definition) ?? [definition];
  unlabelledOnly.set(definition, list);
  return list;
}

function result(from: string, to: string, { category, typeId }: AssociationType) {
  return {
    from: { id: from },
    to: { id: to },
    associationSpec: { associationCategory: category, associationTypeId: typeId },
  };
}

/** HubSpot's 400 for a whole request, as recorded in June 2025 for single and inline associations. */
export function wholeBatch(errors: BatchError[]) {
  const ids = [...new Set(errors.flatMap(({ context = {} }) => context['id'] ?? []))];
  // The error for a record with itself has no context, so its message stands for the whole batch.
  if (ids.length === 0) return failures.invalid(errors[0]?.message ?? 'One or more associations are invalid');
  const type = errors[0]?.context?.['objectType']?.[0]?.toUpperCase() ?? 'OBJECT';
  return failures.invalid('One or more associations are invalid', {
    INVALID_OBJECT_IDS: ids.map((id) => `${type}=${id} is not valid`),
    objectId: ids,
    objectType: [type],
  });
}

/**
 * The most links on a page of batch/read and of the list endpoint: HubSpot's list endpoint takes a limit of up to
 * 500.
 */
const linksPage = 500;

/** A record whose links are to be read. */
export interface ReadInput {
  id: string;
  /** The cursor of the page before. */
  after?: string;
}

/** The links of records. A record without links is not in the results but in an error, within a 207 (recorded). */
export function readAssociations(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: ReadInput[],
): BatchOutcome {
  const results: object[] = [];
  const errors: BatchError[] = [];
  for (const { id, after } of inputs) {
    const page = associationsOf(state, from, id, to, after);
    if (page.results.length > 0) results.push({ from: { id }, to: page.results, ...page.paging });
    else if (isRecordId(id)) errors.push(batchErrors.noAssociations(from.name, to.name, id));
    else errors.push(batchErrors.invalidId(id));
  }
  return { results, errors };
}

/** One page of the links of one record. Its ids are JSON numbers (recorded; HubSpot's document says text). */
export function associationsOf(
  state: CrmState,
  from: ObjectType,
  id: string,
  to: ObjectType,
  after = '0',
  limit = linksPage,
) {
  const partners = [...(state.partnersOf(from, id, to) ?? [])];
  const start = Number(after);
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(limit) || limit < 1)
    throw failures.invalid('limit and after must be whole numbers.');
  const page = partners.slice(start, start + limit);
  const next = start + limit;
  return {
    results: page.map(([partner, types]) => ({
      toObjectId: new WireNumber(partner),
      associationTypes: types.map(wireLabel),
    })),
    paging:
      next < partners.length ? { paging: { next: { after: String(next), link: `?after=${next}` } } } : {},
  };
}

/** Removes the links of the pairs with all their labels. Whether pairs that are not linked are an error is a rule. */
export function archiveAssociations(
  state: CrmState,
  from: ObjectType,
  to: ObjectType,
  inputs: { from: { id: string }; to: { id: string }[] }[],
  rules: LabelRules = {},
): void {
  if (rules.unlinkedPairs === 'are-refused') {
    for (const { from: one, to: others } of inputs)
      for (const { id } of others)
        if (!state.partnersOf(from, one.id, to)?.has(id)) throw failures.notAssociated(one.id, id);
  }
  for (const { from: one, to: others } of inputs) {
    for (const other of others) {
      state.setLink(from, one.id, to, other.id, []);
      state.setLink(to, other.id, from, one.id, []);
    }
  }
}
