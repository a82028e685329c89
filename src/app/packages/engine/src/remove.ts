import type {
  Answer,
  OutcomeError,
  PairsParameters,
  RemovalStatus,
  RemoveAnswer,
} from '@bulk-associate/contract';
import { BatchSize } from './batch-size';
import { sendRequest, type Reply } from './send-request';
import type { HubSpot } from './hubspot';
import { readLinks, type LinkState } from './links';
import { Outcomes, Pairs, duplicateError, selfError } from './pairs';
import { concernsTheCall, rejection, RepeatedRefusals, sizeRefusal } from './refusals';
import { Run } from './run';
import { BatchQueue, type Batch } from './batch-queue';
import { outcomeError } from './hubspot-error';

/** The most `from` records of a batch/archive (HubSpot's guide, which states no limit of partners). */
const maxFromRecords = 100;
const concurrency = 2;
/** How often the removal of a pair is requested. */
const maxRounds = 3;

const labelledError: OutcomeError = {
  message: 'This pair has a label now. Removing the link would remove the label too, so it was left.',
  retryable: false,
};
const stillLinkedError: OutcomeError = {
  message: 'HubSpot took the request, but the link is still there. Try again.',
  retryable: true,
};
const unreadableError: OutcomeError = {
  message: 'HubSpot did not say whether this link is gone. Try again: repeating it is harmless.',
  retryable: true,
};

/**
 * Removes the unlabelled link of every pair. HubSpot's batch/archive removes all links of a pair, labels included, and
 * its answer names no pairs. Therefore the pairs are read before, and one with a label is `kept`; and they are read
 * after, and only a pair that the read no longer shows is `removed`. Never rejects.
 */
export async function remove(hubspot: HubSpot, parameters: PairsParameters): Promise<Answer<RemoveAnswer>> {
  const removal = new Removal(new Run(hubspot), new Pairs(parameters));
  await removal.finish();
  return removal.answer();
}

type Refused = Extract<Reply, { kind: 'refused' }>;

interface Archived {
  /** The pairs of the requests that HubSpot may have processed. */
  sent: number[];
  /** The batch size that was used. */
  size: BatchSize;
  /** Whether HubSpot accepted every batch. */
  allAccepted: boolean;
  /** The number of pairs of the largest batch. */
  largest: number;
}

class Removal {
  private readonly outcomes: Outcomes<RemovalStatus>;
  private readonly refused = new Map<number, OutcomeError>();
  private readonly repeatedRefusals = new RepeatedRefusals();
  private anyAccepted = false;

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
  ) {
    this.outcomes = new Outcomes<RemovalStatus>(pairs, 'not_attempted');
    for (const index of pairs.duplicates) this.outcomes.set(index, 'skipped', duplicateError);
    for (const index of pairs.selfPairs) this.outcomes.set(index, 'skipped', selfError);
  }

  async finish(): Promise<void> {
    let linked = this.settle(await readLinks(this.run, this.pairs, this.pairs.open), false);
    for (let round = 0; round < maxRounds && linked.length > 0 && this.run.isOpen('write'); round++) {
      const { sent, size, allAccepted: allTaken, largest } = await this.archive(linked);
      linked = this.settle(await readLinks(this.run, this.pairs, sent), true);
      // HubSpot accepted all batches and left links: it may ignore the inputs of a batch beyond a maximum.
      if (linked.length > 0 && allTaken && largest > maxFromRecords) size.tooLarge(maxFromRecords + 1);
    }
  }

  answer(): Answer<RemoveAnswer> {
    const { run } = this;
    if (!run.stopped && this.outcomes.some('unconfirmed', 'not_attempted') && run.unresolvedFault)
      run.stop(run.unresolvedFault);
    if (run.stopped && !this.outcomes.some('removed', 'kept', 'failed', 'unconfirmed')) {
      return { ok: false, error: run.stopped };
    }
    return { ok: true, outcomes: this.outcomes.toList(), ...(run.stopped && { stopped: run.stopped }) };
  }

  /** Sets the outcomes that a read shows. Returns the pairs that are still linked without a label and not refused. */
  private settle(states: Map<number, LinkState>, sent: boolean): number[] {
    const linked: number[] = [];
    for (const [index, state] of states) {
      const refusal = this.refused.get(index);
      if (state === 'not_linked') this.outcomes.set(index, 'removed');
      else if (state === 'labelled') this.outcomes.set(index, 'kept', labelledError);
      else if (refusal) this.outcomes.set(index, 'failed', refusal);
      else if (state === 'unknown' && sent) this.outcomes.set(index, 'unconfirmed', unreadableError);
      else if (state === 'linked') {
        if (sent) this.outcomes.set(index, 'failed', stillLinkedError);
        linked.push(index);
      }
    }
    return linked;
  }

  /** Sends the removal of the links in batches. */
  private async archive(indexes: number[]): Promise<Archived> {
    const size = this.batchSize(indexes);
    const queue = new BatchQueue(size, indexes);
    const sent: number[] = [];
    let allTaken = true;
    let largest = 0;
    const mayStart = () => this.run.isOpen('write');
    await queue.sendAll(concurrency, mayStart, async (batch) => {
      const startedAt = this.run.elapsedMs;
      const reply = await this.sendArchive(batch);
      if (reply.kind !== 'answered') allTaken = false;
      largest = Math.max(largest, batch.indexes.length);
      if (reply.kind === 'not_sent') return;
      if (reply.kind === 'refused' && this.handleRefusal(batch, reply, queue)) return;
      sent.push(...batch.indexes);
      if (reply.kind === 'unclear') size.recordProblem(batch.indexes.length);
      if (reply.kind === 'answered') {
        this.anyAccepted = true;
        queue.accepted(batch);
        size.recordSuccess(batch.indexes.length, this.run.elapsedMs - startedAt);
      }
    });
    return { sent, size, allAccepted: allTaken, largest };
  }

  /** For up to 100 `from` records the size is learned, as for the card's calls; for more, a batch holds at most 100 pairs. */
  private batchSize(indexes: number[]): BatchSize {
    const froms = new Set(indexes.map((index) => this.pairs.fromId(index)));
    if (froms.size <= maxFromRecords) return this.run.hubspot.archiveSize;
    const size = new BatchSize();
    size.tooLarge(maxFromRecords + 1);
    return size;
  }

  private sendArchive({ indexes }: Batch): Promise<Reply> {
    const { fromObjectType, toObjectType } = this.pairs.parameters;
    const path = this.run.hubspot.paths.archiveAssociations(fromObjectType, toObjectType);
    return sendRequest(this.run, {
      method: 'POST',
      path,
      body: { inputs: this.groupedByFrom(indexes) },
      purpose: 'write',
    });
  }

  /**
   * Handles a refused batch: it is split until the refused pair stands alone, or sent in smaller batches if the size was
   * refused. A refusal of the call as a whole ends the removal; reads stay open for the pairs that were sent. Returns
   * whether the batch needs no read now.
   */
  private handleRefusal(batch: Batch, { status, error }: Refused, queue: BatchQueue): boolean {
    const { indexes } = batch;
    const alike = this.repeatedRefusals.add(error) && !this.anyAccepted && this.refused.size > 0;
    if (concernsTheCall(status, error) || (alike && indexes.length > 1)) {
      this.run.stop(rejection(error), ['write']);
      return true;
    }
    const [only, ...more] = indexes;
    if (only !== undefined && more.length === 0) {
      this.refused.set(only, { ...outcomeError(error), retryable: false });
      return false;
    }
    const tooMany = sizeRefusal(status, error, indexes.length);
    if (tooMany) queue.refusedForSize(batch, tooMany.max);
    else queue.halve(batch, true);
    return true;
  }

  /** The inputs of batch/archive: every `from` record once, with all its partners. */
  private groupedByFrom(batch: readonly number[]) {
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
