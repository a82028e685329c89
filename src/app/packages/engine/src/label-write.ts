import {
  labelKey,
  withoutName,
  type AssociationLabel,
  type FunctionError,
  type NamedLabel,
  type OutcomeError,
} from '@bulk-associate/contract';
import { noSuchLabel } from './asked-labels';
import { attribute, type Attribution, type Matched } from './attribution';
import type { BatchSize } from './batch-size';
import { chunksOf } from './chunks';
import type { HubSpotError } from './hubspot-error';
import { idOf, type JsonObject } from './json';
import { forgetLabels } from './label-directory';
import type { LinkWrite, PairProof } from './link-write';
import { hasLabels, readPairLabels, type PairState } from './pair-labels';
import { labelsFor, type Outcomes, type Pairs } from './pairs';
import type { Run } from './run';

/** Milliseconds after which the labels of a pair are read again before it is sent: someone may have added one. */
const maxAgeMs = 1_000;

/**
 * The first reads of more pairs than this are halved: HubSpot takes 1,000 records at once, but the write waits for the
 * read, and two reads of half the pairs take less time. For fewer pairs that is not worth a call.
 */
const mostInOneRead = 900;
const pairsPerRead = 500;

/** What the write of one pair is made of. */
interface Plan {
  /** By `labelKey`: the labels that the pair shall have, with all that a read has shown of it. */
  wanted: Map<string, AssociationLabel>;
  readAt: number;
  /** Whether it was sent: from then on, what a read does not show any more may be what the write took away. */
  isSent: boolean;
}

/**
 * The link with labels, by batch/create. The labels that it sends replace those of the pair (HubSpot's guide): each pair
 * is read before, and gets all its labels with the new ones. The unlabelled type comes by itself. HubSpot's answer names
 * labels by their text alone: a pair is done where it names every label, each by a text that only one label has. Any other
 * pair is read back, by category and id.
 */
export class LabelWrite implements LinkWrite {
  readonly size: BatchSize;
  readonly path: string;
  readonly notDone: OutcomeError = {
    message: 'HubSpot took the request, but did not give this pair the label. Try again.',
    retryable: true,
  };
  private readonly plans = new Map<number, Plan>();
  /** By `labelKey`: the texts that name one label only. */
  private texts: ReadonlyMap<string, string> = new Map();
  private readonly proofs = new Map<number, PairProof>();
  private readonly firstReads: { indexes: ReadonlySet<number>; done: Promise<unknown> }[] = [];

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
    private readonly outcomes: Pick<Outcomes<never>, 'noteLabels'>,
  ) {
    const { fromObjectType, toObjectType } = pairs.parameters;
    this.size = run.hubspot.labelSize;
    this.path = run.hubspot.paths.createAssociations(fromObjectType, toObjectType);
  }

  /**
   * Reads the labels of all pairs, in a few requests at once. The pairs that a cold process sends first are read by
   * themselves, and need not wait for the others.
   */
  async start(indexes: readonly number[]): Promise<void> {
    const next = this.size.evenShare(indexes.length);
    const isLarge = indexes.length > mostInOneRead;
    const isAlone = isLarge && !this.size.isProven(next) && next < pairsPerRead;
    const [first, rest] = isAlone ? [indexes.slice(0, next), indexes.slice(next)] : [[], indexes];
    const share = isLarge ? Math.ceil(rest.length / Math.ceil(rest.length / pairsPerRead)) : rest.length;
    for (const part of [first, ...chunksOf(rest, share)])
      if (part.length > 0) this.firstReads.push({ indexes: new Set(part), done: this.read(part) });
    await Promise.all(this.firstReads.map(({ done }) => done));
  }

  /** The labels of the direction, whose texts HubSpot's answers name. */
  know(labels: readonly NamedLabel[]): void {
    const isUnique = ({ name }: NamedLabel) => labels.filter((label) => label.name === name).length === 1;
    this.texts = new Map(labels.filter(isUnique).map((label) => [labelKey(label), label.name]));
  }

  /** Waits for the first reads of these pairs. Pairs that were read a while ago are read again. */
  async prepare(indexes: readonly number[]): Promise<ReadonlyMap<number, PairProof>> {
    const needed = this.firstReads.filter((read) => indexes.some((index) => read.indexes.has(index)));
    await Promise.all(needed.map(({ done }) => done));
    const oldest = this.run.environment.now() - maxAgeMs;
    await this.read(indexes.filter((index) => (this.plans.get(index)?.readAt ?? Infinity) < oldest));
    return this.proofs;
  }

  input(index: number): object {
    const plan = this.plans.get(index);
    const types = [...(plan?.wanted.values() ?? [])];
    if (plan) plan.isSent = true;
    return {
      from: { id: this.pairs.fromId(index) },
      to: { id: this.pairs.toId(index) },
      types: types.map(({ category, typeId }) => ({
        associationCategory: category,
        associationTypeId: typeId,
      })),
    };
  }

  attribute(batch: readonly number[], body: JsonObject): Attribution {
    return attribute(this.pairs, batch, body, (_, indexes, rows) => this.match(indexes, rows));
  }

  async read(indexes: readonly number[]): Promise<ReadonlyMap<number, PairProof>> {
    if (indexes.length === 0) return this.proofs;
    const states = await readPairLabels(this.run, this.pairs, [...indexes]);
    const readAt = this.run.environment.now();
    for (const index of indexes) this.proofs.set(index, this.proofIn(index, states.get(index), readAt));
    return this.proofs;
  }

  /** The label was deleted after it was listed. */
  endedBy({ context, correlationId }: HubSpotError): FunctionError | undefined {
    const { fromObjectType, toObjectType, label } = this.pairs.parameters;
    const invalid = context['INVALID_ASSOCIATION_TYPE_ID'] ?? [];
    if (invalid.length > 0) forgetLabels(this.run, fromObjectType, toObjectType);
    const isGone = label && invalid.some((text) => text.startsWith(`${label.category}=${label.typeId} `));
    return isGone ? { ...noSuchLabel, ...(correlationId && { correlationId }) } : undefined;
  }

  /** What a read shows of a pair. What it has is noted, so that no later write takes it away. */
  private proofIn(index: number, state: PairState | undefined, readAt: number): PairProof {
    if (state === undefined || state === 'unknown') return 'unknown';
    const labels = hasLabels(state) ? state : [];
    const before = this.plans.get(index);
    if (!before && hasLabels(state)) this.outcomes.noteLabels(index, labels);
    const wanted = before?.isSent ? before.wanted : this.asked(index);
    const present = new Set(labels.map(labelKey));
    const isDone = hasLabels(state) && [...wanted.keys()].every((key) => present.has(key));
    for (const label of labels) wanted.set(labelKey(label), withoutName(label));
    this.plans.set(index, { wanted, readAt, isSent: before?.isSent ?? false });
    return isDone ? 'done' : 'not_done';
  }

  /** The labels that the call asks for. */
  private asked(index: number): Map<string, AssociationLabel> {
    return new Map(labelsFor(this.pairs, index).map((label) => [labelKey(label), label]));
  }

  /** A row of batch/create names a pair in the direction of the path, by numbers, with the texts of its labels. */
  private match(batch: readonly number[], rows: JsonObject[]): Matched {
    const open = new Set(batch);
    const associated: number[] = [];
    for (const row of rows) {
      const from = idOf(row['fromObjectId']);
      const to = idOf(row['toObjectId']);
      const index = from === undefined || to === undefined ? undefined : this.pairs.directed(from, to);
      if (index === undefined || !open.has(index) || !this.namesAll(index, row)) continue;
      open.delete(index);
      associated.push(index);
    }
    return { associated, unnamed: batch.filter((index) => open.has(index)) };
  }

  private namesAll(index: number, row: JsonObject): boolean {
    const { fromObjectType, toObjectType } = this.pairs.parameters;
    const isForward = row['fromObjectTypeId'] === fromObjectType && row['toObjectTypeId'] === toObjectType;
    const named = Array.isArray(row['labels']) ? row['labels'].map(String) : [];
    const wanted = [...(this.plans.get(index)?.wanted.keys() ?? [])];
    const isNamed = (key: string) => {
      const text = this.texts.get(key);
      return text !== undefined && named.includes(text);
    };
    return isForward && wanted.length > 0 && wanted.every(isNamed);
  }
}
