import type {
  Answer,
  OutcomeError,
  PairsParameters,
  RemovalStatus,
  RemoveAnswer,
} from '@bulk-associate/contract';
import { exchange } from './exchange';
import type { HubSpot } from './hubspot';
import { chunksOf, inLanes } from './lanes';
import { readLinks, type LinkState } from './links';
import { Outcomes, Pairs, repeatError, selfError } from './pairs';
import { Run } from './run';
import { outcomeError, type HubSpotError } from './wire';

/** HubSpot takes 100 different `from` records in a batch/archive; so many pairs fit under every reading of that. */
const pairsPerBatch = 100;
const lanes = 2;
/** So often the removal of a pair is asked for. */
const rounds = 3;

const labelled: OutcomeError = {
  message: 'This pair has a label now. Removing the link would remove the label too, so it was left.',
  retryable: false,
};
const stillLinked: OutcomeError = {
  message: 'HubSpot took the request, but the link is still there. Try again.',
  retryable: true,
};
const unread: OutcomeError = {
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

class Removal {
  private readonly outcomes: Outcomes<RemovalStatus>;
  private readonly refused = new Map<number, OutcomeError>();

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
  ) {
    this.outcomes = new Outcomes<RemovalStatus>(pairs, 'not_attempted');
    for (const index of pairs.repeats) this.outcomes.set(index, 'skipped', repeatError);
    for (const index of pairs.selves) this.outcomes.set(index, 'skipped', selfError);
  }

  async finish(): Promise<void> {
    let linked = this.settle(await readLinks(this.run, this.pairs, this.pairs.open), false);
    for (let round = 0; round < rounds && linked.length > 0 && this.run.isOpen('write'); round++) {
      const sent = await this.archive(linked);
      linked = this.settle(await readLinks(this.run, this.pairs, sent), true);
    }
  }

  answer(): Answer<RemoveAnswer> {
    const { run } = this;
    if (!run.stopped && this.outcomes.some('unconfirmed', 'not_attempted') && run.trouble)
      run.stop(run.trouble);
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
      else if (state === 'labelled') this.outcomes.set(index, 'kept', labelled);
      else if (refusal) this.outcomes.set(index, 'failed', refusal);
      else if (state === 'unknown' && sent) this.outcomes.set(index, 'unconfirmed', unread);
      else if (state === 'linked') {
        if (sent) this.outcomes.set(index, 'failed', stillLinked);
        linked.push(index);
      }
    }
    return linked;
  }

  /** Asks HubSpot to remove the links; returns the pairs that HubSpot was asked about. */
  private async archive(indexes: number[]): Promise<number[]> {
    const sent: number[] = [];
    await inLanes(lanes, chunksOf(indexes, pairsPerBatch), (batch) => this.archiveBatch(batch, sent));
    return sent;
  }

  private async archiveBatch(batch: number[], sent: number[]): Promise<void> {
    const { fromObjectType, toObjectType } = this.pairs.parameters;
    const reply = await exchange(this.run, {
      method: 'POST',
      path: this.run.hubspot.paths.archiveAssociations(fromObjectType, toObjectType),
      body: { inputs: this.grouped(batch) },
      purpose: 'write',
    });
    if (reply.kind === 'not_sent') return;
    if (reply.kind === 'refused') return this.refusedBatch(batch, reply.error, sent);
    sent.push(...batch);
  }

  /** One bad record must not keep the others: halve until it stands alone. */
  private async refusedBatch(batch: number[], error: HubSpotError, sent: number[]): Promise<void> {
    const [only, ...more] = batch;
    if (only !== undefined && more.length === 0) {
      this.refused.set(only, { ...outcomeError(error), retryable: false });
      sent.push(only);
      return;
    }
    for (const half of chunksOf(batch, Math.ceil(batch.length / 2))) await this.archiveBatch(half, sent);
  }

  /** The shape of batch/archive: every `from` once, with all its partners. */
  private grouped(batch: number[]) {
    const partners = new Map<string, { id: string }[]>();
    for (const index of batch) {
      const from = this.pairs.fromId(index);
      partners.set(from, [...(partners.get(from) ?? []), { id: this.pairs.toId(index) }]);
    }
    return [...partners].map(([id, to]) => ({ from: { id }, to }));
  }
}
