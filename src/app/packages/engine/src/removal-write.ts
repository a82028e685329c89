import { labelKey, type AssociationLabel, type OutcomeError } from '@bulk-associate/contract';
import { BatchSize } from './batch-size';
import { hasLabels, type PairState } from './pair-labels';
import type { Pairs } from './pairs';
import type { Run } from './run';

/** What a read shows of what is to go: nothing, all of it, or that it must stay. */
type Left = 'nothing' | 'present' | 'kept';

/** What a removal takes from its pairs, and by which requests: the links, or one label. */
export interface RemovalWrite {
  readonly path: string;
  /** The error of a pair that HubSpot took, and that still has what was to go. */
  readonly stillThere: OutcomeError;
  leftOf(index: number, state: Exclude<PairState, 'unknown'>): Left;
  sizeFor(indexes: readonly number[]): BatchSize;
  inputs(batch: readonly number[]): object[];
}

/** The most `from` records of a batch/archive, and inputs of a batch/labels/archive (HubSpot's guide). */
export const maxArchived = 100;

/** A size of at most `maxArchived`, for which nothing is learned. */
function fixedSize(): BatchSize {
  const size = new BatchSize();
  size.tooLarge(maxArchived + 1);
  return size;
}

/** Removes links by batch/archive, with the labels of the input, or with all labels. */
export class LinkRemoval implements RemovalWrite {
  readonly path: string;
  readonly stillThere: OutcomeError = {
    message: 'HubSpot took the request, but the link is still there. Try again.',
    retryable: true,
  };

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
    private readonly withAllLabels: boolean,
  ) {
    const { fromObjectType, toObjectType } = pairs.parameters;
    this.path = run.hubspot.paths.archiveAssociations(fromObjectType, toObjectType);
  }

  leftOf(index: number, state: Exclude<PairState, 'unknown'>): Left {
    if (!hasLabels(state)) return 'nothing';
    if (this.withAllLabels) return 'present';
    const going = new Set(this.pairs.input(index).labels?.map(labelKey));
    return state.every((label) => going.has(labelKey(label))) ? 'present' : 'kept';
  }

  /** For up to 100 `from` records the size is learned, as for the card's calls; for more, a batch holds at most 100 pairs. */
  sizeFor(indexes: readonly number[]): BatchSize {
    const froms = new Set(indexes.map((index) => this.pairs.fromId(index)));
    return froms.size <= maxArchived ? this.run.hubspot.archiveSize : fixedSize();
  }

  /** Every `from` record once, with all its partners. */
  inputs(batch: readonly number[]): object[] {
    const partners = new Map<string, { id: string }[]>();
    for (const index of batch) {
      const from = this.pairs.fromId(index);
      const to = partners.get(from) ?? [];
      to.push({ id: this.pairs.toId(index) });
      partners.set(from, to);
    }
    return [...partners].map(([id, to]) => ({ from: { id }, to }));
  }
}

/** Removes one label by batch/labels/archive. The link and its other labels stay. */
export class LabelRemoval implements RemovalWrite {
  readonly path: string;
  readonly stillThere: OutcomeError = {
    message: 'HubSpot took the request, but the label is still there. Try again.',
    retryable: true,
  };

  constructor(
    run: Run,
    private readonly pairs: Pairs,
    private readonly label: AssociationLabel,
  ) {
    const { fromObjectType, toObjectType } = pairs.parameters;
    this.path = run.hubspot.paths.archiveLabels(fromObjectType, toObjectType);
  }

  leftOf(_: number, state: Exclude<PairState, 'unknown'>): Left {
    const hasLabel = hasLabels(state) && state.some((label) => labelKey(label) === labelKey(this.label));
    return hasLabel ? 'present' : 'nothing';
  }

  sizeFor(): BatchSize {
    return fixedSize();
  }

  inputs(batch: readonly number[]): object[] {
    const { category, typeId } = this.label;
    return batch.map((index) => ({
      from: { id: this.pairs.fromId(index) },
      to: { id: this.pairs.toId(index) },
      types: [{ associationCategory: category, associationTypeId: typeId }],
    }));
  }
}
