import type {
  Answer,
  AssociateAnswer,
  AssociateParameters,
  AssociationStatus,
  FunctionError,
  OutcomeError,
} from '@bulk-associate/contract';
import { attribute, namedInputs } from './attribution';
import { sendRequest } from './send-request';
import type { HubSpot } from './hubspot';
import { isLinked, readLinks } from './links';
import { Outcomes, Pairs, duplicateError, selfError } from './pairs';
import { concernsTheCall, rejection, RepeatedRefusals, isRecordNotFound, sizeRefusal } from './refusals';
import { Run, timeLimits } from './run';
import { BatchQueue, type Batch } from './batch-queue';
import { type HubSpotError, outcomeError } from './hubspot-error';
import { type JsonObject, jsonObjectsIn } from './json';

/** The most batches in flight at once. */
const concurrency = 2;
/** How often a pair is sent that HubSpot neither links nor refuses. */
const maxSends = 3;
/** Milliseconds to wait before sending a pair again that HubSpot refused for a temporary reason. */
const transientRetryMs = 500;

const notLinkedError: OutcomeError = {
  message: 'HubSpot took the request, but did not make this link. Try again.',
  retryable: true,
};
const unreadableError: OutcomeError = {
  message: 'HubSpot did not say whether this link was made. Try again: repeating it is harmless.',
  retryable: true,
};

/** A pair of which HubSpot's answer does not show whether it is linked. */
interface UnclearPair {
  index: number;
  /** An error of HubSpot that may concern this pair. */
  error?: OutcomeError;
  /** The batch whose answer had errors that name no pair. */
  unattributedIn?: Batch;
}

/**
 * Creates the default association of every pair. Whatever HubSpot answers, there is one outcome per input, in input
 * order, and it is `associated` only where HubSpot named the pair in its results or a later read shows the link.
 *
 * Never rejects. Answers `ok: false` only if the run ended before any pair was linked, refused or left unclear.
 */
export async function associate(
  hubspot: HubSpot,
  parameters: AssociateParameters,
): Promise<Answer<AssociateAnswer>> {
  if (parameters.batchSize !== undefined) hubspot.batchSize.hint(parameters.batchSize);
  const run = new Run(hubspot);
  const work = new Association(run, new Pairs(parameters));
  await work.finish();
  return work.answer();
}

class Association {
  private readonly outcomes: Outcomes<AssociationStatus>;
  private readonly queue: BatchQueue;
  private unclear: UnclearPair[] = [];
  /** Pairs that HubSpot refused and that no read has shown since. */
  private readonly refusals = new Set<number>();
  private readonly sent = new Map<number, number>();
  private anyLinked = false;
  private foundOffender = false;
  private slowestMs = 0;
  private readonly repeatedRefusals = new RepeatedRefusals();
  /** Why the run ended early. */
  private endedBy: FunctionError | undefined;

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
  ) {
    this.outcomes = new Outcomes<AssociationStatus>(pairs, 'not_attempted');
    for (const index of pairs.duplicates) this.outcomes.set(index, 'skipped', duplicateError);
    for (const index of pairs.selfPairs) this.outcomes.set(index, 'skipped', selfError);
    this.queue = new BatchQueue(run.hubspot.batchSize, pairs.open);
  }

  /**
   * Sends the batches, reads back the unclear pairs, and sends the missing ones again, until none is left. Then reads
   * back the refused pairs.
   */
  async finish(): Promise<void> {
    while (this.queue.size > 0 && this.mayStart()) {
      await this.queue.sendAll(concurrency, () => this.mayStart(), (batch) => this.send(batch)); // prettier-ignore
      await this.readBack();
    }
    this.endedBy = this.reasonOfEnd();
    await this.readRefusals();
  }

  answer(): Answer<AssociateAnswer> {
    const { endedBy } = this;
    const done = this.outcomes.some('associated', 'failed', 'unconfirmed');
    if (endedBy && !done) return { ok: false, error: endedBy };
    const { calls, retries, elapsedMs, hubspot } = this.run;
    return {
      ok: true,
      outcomes: this.outcomes.toList(),
      usage: { calls, retries, elapsedMs: Math.round(elapsedMs), batchSize: hubspot.batchSize.next },
      ...(endedBy && { stopped: endedBy }),
    };
  }

  private reasonOfEnd(): FunctionError | undefined {
    const { stopped, unresolvedFault: trouble } = this.run;
    return stopped ?? (this.outcomes.some('unconfirmed', 'not_attempted') ? trouble : undefined);
  }

  /** No batch starts that would probably outlast the function: the next call can send it, and no pair is left unclear. */
  private mayStart(): boolean {
    const { run } = this;
    return run.isOpen('write') && run.elapsedMs + this.slowestMs <= timeLimits.lastAnswer.write;
  }

  private async send(batch: Batch): Promise<void> {
    const { parameters } = this.pairs;
    const path = this.run.hubspot.paths.associateDefault(parameters.fromObjectType, parameters.toObjectType);
    const inputs = batch.indexes.map((index) => this.inputBody(index));
    const again = batch.indexes.some((index) => this.sent.has(index));
    const startedAt = this.run.elapsedMs;
    const reply = await sendRequest(this.run, {
      method: 'POST',
      path,
      body: { inputs },
      purpose: 'write',
      again,
    });
    switch (reply.kind) {
      case 'answered':
        return this.answered(batch, reply.body, this.run.elapsedMs - startedAt);
      case 'refused':
        return this.refused(batch, reply.status, reply.error);
      case 'unclear': {
        this.run.hubspot.batchSize.recordProblem(batch.indexes.length);
        this.countSent(batch.indexes);
        this.unclear.push(...batch.indexes.map((index) => ({ index })));
        return;
      }
      case 'not_sent':
        this.queue.requeue(batch);
    }
  }

  private inputBody(index: number) {
    return { from: { id: this.pairs.fromId(index) }, to: { id: this.pairs.toId(index) } };
  }

  private countSent(indexes: number[]): void {
    for (const index of indexes) this.sent.set(index, (this.sent.get(index) ?? 0) + 1);
  }

  private maySendAgain(index: number): boolean {
    return (this.sent.get(index) ?? 0) < maxSends && this.run.isOpen('write');
  }

  private answered(batch: Batch, body: JsonObject, elapsedMs: number): void {
    const { associated, failed, unclear } = attribute(this.pairs, batch.indexes, body);
    for (const index of associated) this.linked(index);
    this.slowestMs = Math.max(this.slowestMs, elapsedMs);
    for (const { index, error } of failed) this.failed(index, error);
    this.queue.accepted(batch);
    this.countSent(unclear.map(({ index }) => index));
    const hasErrors = jsonObjectsIn(body['errors']).length > 0;
    const mustBisect = hasErrors && batch.indexes.length > 1;
    this.unclear.push(
      ...unclear.map((pair) => (mustBisect && !pair.error ? { ...pair, unattributedIn: batch } : pair)),
    );
    if (unclear.length === 0) this.run.hubspot.batchSize.recordSuccess(batch.indexes.length, elapsedMs);
    else if (!hasErrors) this.run.hubspot.batchSize.recordProblem(batch.indexes.length);
  }

  /**
   * Records a refused pair. It may be linked all the same, by an earlier request whose answer was lost: it is read back,
   * with the next unclear pairs if that request was part of this run, else at the end. A pair that HubSpot refused for
   * a temporary reason is sent again.
   */
  private failed(index: number, error: OutcomeError): void {
    const inDoubt = this.sent.has(index);
    this.countSent([index]);
    this.outcomes.set(index, 'failed', error);
    if (!isRecordNotFound(error)) this.refusals.add(index);
    if (inDoubt) this.unclear.push({ index, error });
    else if (error.retryable && this.maySendAgain(index)) {
      this.queue.add([index]);
      this.run.pause(transientRetryMs);
    }
  }

  /** HubSpot refused the whole batch: for its size, for the records it names, or for one that bisection has to find. */
  private refused(batch: Batch, status: number, error: HubSpotError): void {
    if (concernsTheCall(status, error)) return this.rejectAll(batch, error);
    const refusal = { ...outcomeError(error), retryable: false };
    const named = namedInputs(this.pairs, batch.indexes, error).certain;
    const offenders = named.length > 0 || batch.indexes.length > 1 ? named : batch.indexes;
    for (const index of offenders) this.failed(index, refusal);
    if (named.length > 0) {
      const named = new Set(offenders);
      return this.queue.requeue(batch, batch.indexes.filter((index) => !named.has(index))); // prettier-ignore
    }
    if (offenders.length > 0) this.foundOffender = true;
    if (this.isSystematicRefusal(error) && offenders.length === 0) return this.rejectAll(batch, error);
    if (offenders.length > 0) return;
    const size = this.run.hubspot.batchSize.isProven(batch.indexes.length)
      ? undefined
      : sizeRefusal(status, error, batch.indexes.length);
    if (size) this.queue.refusedForSize(batch, size.max);
    else this.queue.halve(batch, !this.foundOffender && !this.anyLinked);
  }

  /** Whether HubSpot has refused everything so far with the same message. */
  private isSystematicRefusal(error: HubSpotError): boolean {
    return this.repeatedRefusals.add(error) && !this.anyLinked && this.foundOffender;
  }

  private rejectAll(batch: Batch, error: HubSpotError): void {
    // Reads stay open: they may show links of pairs that were sent.
    this.run.stop(rejection(error), ['write']);
    this.queue.requeue(batch);
  }

  /** Reads the unclear pairs, and queues again those that are not linked and may be sent again. */
  private async readBack(): Promise<void> {
    const unclear = this.unclear;
    if (unclear.length === 0) return;
    this.unclear = [];
    const states = await readLinks(this.run, this.pairs, unclear.map(({ index }) => index)); // prettier-ignore
    const again: number[] = [];
    // Each batch is halved on its own: two batches of one pair, halved together, would give the same two batches again.
    const byBatch = new Map<Batch, number[]>();
    for (const pair of unclear) {
      const { index, error } = pair;
      const state = states.get(index) ?? 'unknown';
      this.refusals.delete(index);
      if (isLinked(state)) {
        this.linked(index);
        continue;
      }
      // The outcome unless sending it again gives another.
      if (state === 'not_linked') this.outcomes.set(index, 'failed', error ?? notLinkedError);
      else this.outcomes.set(index, 'unconfirmed', error ?? unreadableError);
      if (state === 'not_linked' && error && !error.retryable) continue;
      const { unattributedIn } = pair;
      if (unattributedIn) {
        const others = byBatch.get(unattributedIn);
        if (others) others.push(index);
        else byBatch.set(unattributedIn, [index]);
      } else if (this.maySendAgain(index)) again.push(index);
    }
    this.queue.add(again);
    for (const indexes of byBatch.values()) this.queue.halveAccepted(indexes);
  }

  /**
   * Reads back the refused pairs: HubSpot may refuse a pair because an earlier call, whose answer was lost, has linked
   * it (a record at its limit may be full of these links). Without an answer to the read, the pair stays `failed`. This
   * is the last step and a read of its own, because HubSpot may refuse the read for one of these records.
   */
  private async readRefusals(): Promise<void> {
    const refused = [...this.refusals];
    if (refused.length === 0) return;
    const states = await readLinks(this.run, this.pairs, refused);
    for (const index of refused) if (isLinked(states.get(index))) this.linked(index);
  }

  private linked(index: number): void {
    this.anyLinked = true;
    this.refusals.delete(index);
    this.outcomes.set(index, 'associated');
  }
}
