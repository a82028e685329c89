import type { FunctionError, OutcomeError } from '@bulk-associate/contract';
import { attribute, type Attribution } from './attribution';
import type { BatchSize } from './batch-size';
import type { HubSpotError } from './hubspot-error';
import type { JsonObject } from './json';
import { isLinked, readLinks } from './links';
import type { Pairs } from './pairs';
import type { Run } from './run';

/** What a read shows of a pair: as it shall be, not so, or nothing. */
export type PairProof = 'done' | 'not_done' | 'unknown';

/** How a run makes its pairs what they shall be, and what proves it: the links alone, or the links with labels. */
export interface LinkWrite {
  readonly size: BatchSize;
  readonly path: string;
  /** The error of a pair that HubSpot took, and did not make what it shall be. */
  readonly notDone: OutcomeError;
  /**
   * Prepares pairs that are about to be sent: reads what the write must not take away. Returns what each of them is by
   * that read; only a pair that is `not_done` may be sent. Absent where all may be sent as they are.
   */
  prepare?(indexes: readonly number[]): Promise<ReadonlyMap<number, PairProof>>;
  input(index: number): object;
  attribute(batch: readonly number[], body: JsonObject): Attribution;
  read(indexes: number[]): Promise<ReadonlyMap<number, PairProof>>;
  /** Why the run ends at a refusal that concerns what every pair shall get; undefined for any other refusal. */
  endedBy?(refusal: HubSpotError): FunctionError | undefined;
}

/** The unlabelled link, by batch/associate/default, which leaves the labels of a pair as they are. */
export class DefaultWrite implements LinkWrite {
  readonly size: BatchSize;
  readonly path: string;
  readonly notDone: OutcomeError = {
    message: 'HubSpot took the request, but did not make this link. Try again.',
    retryable: true,
  };

  constructor(
    private readonly run: Run,
    private readonly pairs: Pairs,
  ) {
    const { fromObjectType, toObjectType } = pairs.parameters;
    this.size = run.hubspot.batchSize;
    this.path = run.hubspot.paths.associateDefault(fromObjectType, toObjectType);
  }

  input(index: number): object {
    return { from: { id: this.pairs.fromId(index) }, to: { id: this.pairs.toId(index) } };
  }

  attribute(batch: readonly number[], body: JsonObject): Attribution {
    return attribute(this.pairs, batch, body);
  }

  async read(indexes: number[]): Promise<ReadonlyMap<number, PairProof>> {
    const states = await readLinks(this.run, this.pairs, indexes);
    return new Map(
      indexes.map((index) => {
        const state = states.get(index);
        return [index, isLinked(state) ? 'done' : state === 'not_linked' ? 'not_done' : 'unknown'];
      }),
    );
  }
}
