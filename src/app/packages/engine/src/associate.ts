import type {
  Answer,
  AssociateAnswer,
  AssociateParameters,
  AssociationStatus,
  FunctionError,
  OutcomeError,
} from '@bulk-associate/contract';
import { checkAskedLabels, refusedLabels } from './asked-labels';
import { namedInputs } from './attribution';
import { sendRequest } from './send-request';
import type { HubSpot } from './hubspot';
import { LabelWrite } from './label-write';
import { DefaultWrite, type LinkWrite } from './link-write';
import { Outcomes, Pairs, duplicateError, labelsFor, selfError } from './pairs';
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

const unreadError: OutcomeError = {
  message: 'HubSpot did not say which labels this pair has. It was left as it is. Try again.',
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
 * Links every pair, without a label by batch/associate/default, with labels by batch/create. Whatever HubSpot answers,
 * there is one outcome per input, in input order, and it is `associated` only where HubSpot named the pair in its results
 * (with its labels), or a later read shows the link (with its labels).
 *
 * Never rejects. Answers `ok: false` only if the run ended before any pair was linked, refused or left unclear.
 */
export async function associate(
  hubspot: HubSpot,
  parameters: AssociateParameters,
): Promise<Answer<AssociateAnswer>> {
  const run = new Run(hubspot);
  const pairs = new Pairs(parameters);
  const outcomes = new Outcomes<AssociationStatus>(pairs, 'not_attempted');
  for (const index of pairs.duplicates) outcomes.set(index, 'skipped', duplicateError);
  for (const index of pairs.selfPairs) outcomes.set(index, 'skipped', selfError);
  const works = await worksFor(run, pairs, outcomes, parameters.batchSize);
  if ('error' in works) return works;
  const [{ size } = { size: hubspot.batchSize }] = works.map(({ write }) => write);
  let endedBy: FunctionError | undefined;
  for (const { write, indexes } of works)
    endedBy = await new Association(run, pairs, outcomes, write, indexes).finish();
  return answer(run, outcomes, endedBy, size.next);
}

/** Pairs that are written in one way. */
interface Work {
  write: LinkWrite;
  indexes: number[];
}

/** The pairs with labels, and then those without. A pair that HubSpot cannot give its labels is left out, and failed. */
async function worksFor(
  run: Run,
  pairs: Pairs,
  outcomes: Outcomes<AssociationStatus>,
  batchSize: number | undefined,
): Promise<Work[] | { ok: false; error: FunctionError }> {
  const isLabelled = (index: number) => labelsFor(pairs, index).length > 0;
  const labelled = pairs.open.filter(isLabelled);
  const plain = pairs.open.filter((index) => !isLabelled(index));
  const write = new DefaultWrite(run, pairs);
  if (batchSize !== undefined && labelled.length === 0) write.size.hint(batchSize);
  const works = plain.length > 0 ? [{ write, indexes: plain }] : [];
  if (labelled.length === 0) return works;
  const work = await labelledWork(run, pairs, outcomes, labelled, batchSize);
  return 'error' in work ? work : [work, ...works];
}

async function labelledWork(
  run: Run,
  pairs: Pairs,
  outcomes: Outcomes<AssociationStatus>,
  labelled: readonly number[],
  batchSize: number | undefined,
): Promise<Work | { ok: false; error: FunctionError }> {
  const write = new LabelWrite(run, pairs, outcomes);
  if (batchSize !== undefined) write.size.hint(batchSize);
  const asking = checkAskedLabels(run, pairs);
  const reading = write.start(labelled);
  const asked = await asking;
  if (!asked.ok) {
    // No request starts after the answer.
    await reading;
    return asked;
  }
  write.know(asked.known);
  const refusals = refusedLabels(pairs, labelled, asked.missing);
  for (const [index, error] of refusals) outcomes.set(index, 'failed', error);
  return { write, indexes: labelled.filter((index) => !refusals.has(index)) };
}

function answer(
  { calls, retries, elapsedMs }: Run,
  outcomes: Outcomes<AssociationStatus>,
  endedBy: FunctionError | undefined,
  batchSize: number,
): Answer<AssociateAnswer> {
  const done = outcomes.some('associated', 'failed', 'unconfirmed');
  if (endedBy && !done) return { ok: false, error: endedBy };
  return {
    ok: true,
    outcomes: outcomes.toList(),
    usage: { calls, retries, elapsedMs: Math.round(elapsedMs), batchSize },
    ...(endedBy && { stopped: endedBy }),
  };
}

class Association {
  private readonly queue: BatchQueue;
  private unclear: UnclearPair[] = [];
  /** Pairs that HubSpot refused and that no read has shown since. */
  private readonly refusals = new Set<number>();
  private readonly sent = new Map<number, number>();
  private anyLinked = false;
  private foundOffender = false;
  private slowestMs = 0;
  private readonly repeatedRefusals = new RepeatedRefusals();

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
    private readonly outcomes: Outcomes<AssociationStatus>,
    private readonly write: LinkWrite,
    indexes: readonly number[],
  ) {
    this.queue = new BatchQueue(write.size, indexes);
  }

  /**
   * Sends the batches, reads back the unclear pairs, and sends the missing ones again, until none is left. Then reads
   * back the refused pairs. Returns why the run ended early: what happens to the last read does not count.
   */
  async finish(): Promise<FunctionError | undefined> {
    while (this.queue.size > 0 && this.mayStart()) {
      await this.queue.sendAll(concurrency, () => this.mayStart(), (batch) => this.send(batch)); // prettier-ignore
      await this.readBack();
    }
    const endedBy = this.reasonOfEnd();
    await this.readRefusals();
    return endedBy;
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

  private async send(whole: Batch): Promise<void> {
    const batch = await this.prepared(whole);
    if (batch.indexes.length === 0) return;
    const { path } = this.write;
    const inputs = batch.indexes.map((index) => this.write.input(index));
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
        this.write.size.recordProblem(batch.indexes.length);
        this.countSent(batch.indexes);
        this.unclear.push(...batch.indexes.map((index) => ({ index })));
        return;
      }
      case 'not_sent':
        this.queue.requeue(batch);
    }
  }

  /** The batch without the pairs that are as they shall be, and those that no read has shown: these are not sent. */
  private async prepared(batch: Batch): Promise<Batch> {
    if (!this.write.prepare) return batch;
    const proofs = await this.write.prepare(batch.indexes);
    const open = batch.indexes.filter((index) => proofs.get(index) === 'not_done');
    if (open.length === batch.indexes.length) return batch;
    for (const index of batch.indexes) {
      if (proofs.get(index) === 'done') this.linked(index);
      else if (proofs.get(index) === 'unknown') this.unread(index);
    }
    return { indexes: open };
  }

  /** A pair that could not be read is not written. Where HubSpot was out of reach, another call can send it. */
  private unread(index: number): void {
    const { run } = this;
    const isOutOfReach = !run.isOpen('read') || run.unresolvedFault !== undefined;
    if (!isOutOfReach) this.outcomes.set(index, 'unconfirmed', unreadError);
  }

  private countSent(indexes: number[]): void {
    for (const index of indexes) this.sent.set(index, (this.sent.get(index) ?? 0) + 1);
  }

  private maySendAgain(index: number): boolean {
    return (this.sent.get(index) ?? 0) < maxSends && this.run.isOpen('write');
  }

  private answered(batch: Batch, body: JsonObject, elapsedMs: number): void {
    const { associated, failed, unclear } = this.write.attribute(batch.indexes, body);
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
    if (unclear.length === 0) this.write.size.recordSuccess(batch.indexes.length, elapsedMs);
    else if (!hasErrors) this.write.size.recordProblem(batch.indexes.length);
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
    const reason = this.write.endedBy?.(error);
    if (reason || concernsTheCall(status, error)) return this.rejectAll(batch, error, reason);
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
    const size = this.write.size.isProven(batch.indexes.length)
      ? undefined
      : sizeRefusal(status, error, batch.indexes.length);
    if (size) this.queue.refusedForSize(batch, size.max);
    else this.queue.halve(batch, !this.foundOffender && !this.anyLinked);
  }

  /** Whether HubSpot has refused everything so far with the same message. */
  private isSystematicRefusal(error: HubSpotError): boolean {
    return this.repeatedRefusals.add(error) && !this.anyLinked && this.foundOffender;
  }

  private rejectAll(batch: Batch, error: HubSpotError, reason = rejection(error)): void {
    // Reads stay open: they may show links of pairs that were sent.
    this.run.stop(reason, ['write']);
    this.queue.requeue(batch);
  }

  /** Reads the unclear pairs, and queues again those that are not linked and may be sent again. */
  private async readBack(): Promise<void> {
    const unclear = this.unclear;
    if (unclear.length === 0) return;
    this.unclear = [];
    const states = await this.write.read(unclear.map(({ index }) => index));
    const again: number[] = [];
    // Each batch is halved on its own: two batches of one pair, halved together, would give the same two batches again.
    const byBatch = new Map<Batch, number[]>();
    for (const pair of unclear) {
      const { index, error } = pair;
      const state = states.get(index) ?? 'unknown';
      this.refusals.delete(index);
      if (state === 'done') {
        this.linked(index);
        continue;
      }
      // The outcome unless sending it again gives another.
      if (state === 'not_done') this.outcomes.set(index, 'failed', error ?? this.write.notDone);
      else this.outcomes.set(index, 'unconfirmed', error ?? unreadableError);
      if (state === 'not_done' && error && !error.retryable) continue;
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
    const states = await this.write.read(refused);
    for (const index of refused) if (states.get(index) === 'done') this.linked(index);
  }

  private linked(index: number): void {
    this.anyLinked = true;
    this.refusals.delete(index);
    this.outcomes.set(index, 'associated');
  }
}
