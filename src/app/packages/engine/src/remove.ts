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

/** HubSpot takes so many different `from` records in a batch/archive (its guide), and names no limit of partners. */
const maxFromRecords = 100;
const concurrency = 2;
/** So often the removal of a pair is asked for. */
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
 * Removes the plain link of every pair. HubSpot's batch/archive removes all links of a pair, labels included, and says
 * nothing of single pairs: so the pairs are read before, and a pair with a label is `kept`; and read after, and only
 * what a read no longer shows is `removed`. Never rejects.
 */
export async function remove(hubspot: HubSpot, parameters: PairsParameters): Promise<Answer<RemoveAnswer>> {
  const removal = new Removal(new Run(hubspot), new Pairs(parameters));
  await removal.finish();
  return removal.answer();
}

type Refused = Extract<Reply, { kind: 'refused' }>;

interface Archived {
  /** The pairs that HubSpot was asked about. */
  sent: number[];
  /** What the batches went by. */
  size: BatchSize;
  /** Whether HubSpot said yes to every batch. */
  allAccepted: boolean;
  /** How many pairs the largest batch held. */
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
      // HubSpot said yes to all, and may have left out what was too much for it without a word.
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

  /** Writes down what a read shows, and returns the pairs that are still plainly linked and not refused. */
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

  /** Asks HubSpot to remove the links. */
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

  /** One record with many partners, as the card sends them, may go in few batches; many records go by hundreds. */
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
   * One bad record must not keep the others, nor their number: the batch is split until an offender stands alone. What
   * concerns the call ends the removal; reads may still tell what became of pairs that were sent.
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

  /** The shape of batch/archive: every `from` once, with all its partners. */
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
