import type {
  Answer,
  FunctionError,
  OutcomeError,
  RemovalStatus,
  RemoveAnswer,
  RemoveParameters,
} from '@bulk-associate/contract';
import { checkAskedLabels } from './asked-labels';
import type { BatchSize } from './batch-size';
import { sendRequest, type Reply } from './send-request';
import type { HubSpot } from './hubspot';
import { hasLabels, readPairLabels, type PairState } from './pair-labels';
import { Outcomes, Pairs, duplicateError, selfError } from './pairs';
import { concernsTheCall, rejection, RepeatedRefusals, sizeRefusal } from './refusals';
import { LabelRemoval, LinkRemoval, maxArchived, type RemovalWrite } from './removal-write';
import { Run } from './run';
import { BatchQueue, type Batch } from './batch-queue';
import { outcomeError } from './hubspot-error';

const concurrency = 2;
/** How often the removal of a pair is requested. */
const maxRounds = 3;

const labelledError: OutcomeError = {
  message: 'This pair has a label now. Removing the link would remove the label too, so it was left.',
  retryable: false,
};
const unreadableError: OutcomeError = {
  message: 'HubSpot did not say whether this link is gone. Try again: repeating it is harmless.',
  retryable: true,
};

/**
 * Removes the link of every pair, or with `label` that label alone. HubSpot's answers to a removal name no pairs, and
 * batch/archive removes all labels of a pair. Therefore the pairs are read before: a pair with a label that is not to go
 * is `kept`, and the labels that do go are in the outcome. And they are read after: only what the read no longer shows is
 * `removed`. Never rejects.
 */
export async function remove(hubspot: HubSpot, parameters: RemoveParameters): Promise<Answer<RemoveAnswer>> {
  const run = new Run(hubspot);
  const pairs = new Pairs(parameters);
  const write = await writeFor(run, pairs, parameters);
  if ('error' in write) return write;
  const removal = new Removal(run, pairs, write);
  await removal.finish();
  return removal.answer();
}

async function writeFor(
  run: Run,
  pairs: Pairs,
  { label, labelled }: RemoveParameters,
): Promise<RemovalWrite | { ok: false; error: FunctionError }> {
  if (!label) return new LinkRemoval(run, pairs, labelled === 'remove');
  // The removal of the unlabelled type would remove the link.
  const asked = await checkAskedLabels(run, pairs);
  return asked.ok ? new LabelRemoval(run, pairs, label) : asked;
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
    private readonly write: RemovalWrite,
  ) {
    this.outcomes = new Outcomes<RemovalStatus>(pairs, 'not_attempted');
    for (const index of pairs.duplicates) this.outcomes.set(index, 'skipped', duplicateError);
    for (const index of pairs.selfPairs) this.outcomes.set(index, 'skipped', selfError);
  }

  async finish(): Promise<void> {
    let linked = this.settle(await readPairLabels(this.run, this.pairs, this.pairs.open), false);
    for (let round = 0; round < maxRounds && linked.length > 0 && this.run.isOpen('write'); round++) {
      const { sent, size, allAccepted: allTaken, largest } = await this.archive(linked);
      linked = this.settle(await readPairLabels(this.run, this.pairs, sent), true);
      // HubSpot accepted all batches and left links: it may ignore the inputs of a batch beyond a maximum.
      if (linked.length > 0 && allTaken && largest > maxArchived) size.tooLarge(maxArchived + 1);
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

  /** Sets the outcomes that a read shows. Returns the pairs that still have what is to go, and were not refused. */
  private settle(states: Map<number, PairState>, sent: boolean): number[] {
    const present: number[] = [];
    for (const [index, state] of states) {
      if (!sent && hasLabels(state)) this.outcomes.noteLabels(index, state);
      const refusal = this.refused.get(index);
      const left = state === 'unknown' ? state : this.write.leftOf(index, state);
      if (left === 'nothing') this.outcomes.set(index, 'removed');
      else if (left === 'kept') this.outcomes.set(index, 'kept', labelledError);
      else if (refusal) this.outcomes.set(index, 'failed', refusal);
      else if (left === 'unknown') {
        if (sent) this.outcomes.set(index, 'unconfirmed', unreadableError);
      } else {
        if (sent) this.outcomes.set(index, 'failed', this.write.stillThere);
        present.push(index);
      }
    }
    return present;
  }

  /** Sends the removal of the links in batches. */
  private async archive(indexes: number[]): Promise<Archived> {
    const size = this.write.sizeFor(indexes);
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

  private sendArchive({ indexes }: Batch): Promise<Reply> {
    const { path } = this.write;
    const body = { inputs: this.write.inputs(indexes) };
    return sendRequest(this.run, { method: 'POST', path, body, purpose: 'write' });
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
}
