import type { BatchSize } from './batch-size';

/** Inputs that are sent in one request, as indexes into `inputs`. */
export interface Batch {
  indexes: number[];
  /** The refused batch of which this batch is a half. */
  half?: Split | undefined;
}

/** A batch that HubSpot refused without a reason. If it accepts both halves, it refused the batch for its size. */
interface Split {
  size: number;
  /** Halves that HubSpot has not accepted; a refused half is never accepted. */
  halvesLeft: number;
}

/** The inputs that are still to be sent, and their batches. */
export class BatchQueue {
  /** Inputs that may go into any batch. */
  private unbatched: number[];
  /** Batches that stay as they are, because one of them holds an input that HubSpot refuses. */
  private readonly separate: Batch[] = [];

  constructor(
    private readonly batchSize: BatchSize,
    indexes: readonly number[],
  ) {
    this.unbatched = [...indexes];
  }

  get size(): number {
    return this.separate.reduce((sum, { indexes }) => sum + indexes.length, this.unbatched.length);
  }

  /**
   * Sends the batches, at most `concurrency` at once, until the queue is empty or `mayStart` returns false. `send`
   * reports the result of its batch through the other methods, and must not reject.
   */
  async sendAll(
    concurrency: number,
    mayStart: () => boolean,
    send: (batch: Batch) => Promise<void>,
  ): Promise<void> {
    const inFlight = new Set<Promise<void>>();
    for (;;) {
      const batch = mayStart() ? this.takeBatch(inFlight.size) : undefined;
      if (batch) {
        const flight: Promise<void> = send(batch).finally(() => inFlight.delete(flight));
        inFlight.add(flight);
      }
      if (inFlight.size === 0) return;
      if (!batch || inFlight.size >= concurrency) await Promise.race(inFlight);
    }
  }

  /** The next batch; undefined if the queue is empty, or if the batch must wait for those in flight. */
  private takeBatch(inFlight: number): Batch | undefined {
    const [next] = this.separate;
    const size = next
      ? next.indexes.length
      : this.unbatched.length > 0
        ? this.batchSize.evenShare(this.unbatched.length)
        : 0;
    if (size === 0 || (inFlight > 0 && !this.batchSize.isProven(size))) return undefined;
    return next ? this.separate.shift() : { indexes: this.unbatched.splice(0, size) };
  }

  /** Puts the batch, or the rest of it, back into the queue. */
  requeue(batch: Batch, indexes: readonly number[] = batch.indexes): void {
    this.unbatched.push(...indexes);
  }

  add(indexes: readonly number[]): void {
    this.unbatched.push(...indexes);
  }

  accepted({ half }: Batch): void {
    if (half && --half.halvesLeft === 0) this.batchSize.tooLarge(half.size);
  }

  refusedForSize(batch: Batch, max: number | undefined): void {
    this.batchSize.tooLarge(batch.indexes.length, max);
    this.requeue(batch);
  }

  /** HubSpot refused the batch for one of its inputs or for its size. With `first`, its halves are sent next. */
  halve({ indexes }: Batch, first: boolean): void {
    const split = this.batchSize.isProven(indexes.length)
      ? undefined
      : { size: indexes.length, halvesLeft: 2 };
    const halves = halvesOf(indexes).map((part) => ({ indexes: part, half: split }));
    if (first) this.separate.unshift(...halves);
    else this.separate.push(...halves);
  }

  /** Some of these inputs fail, but HubSpot accepted their batch: this proves nothing about the size. */
  halveAccepted(indexes: readonly number[]): void {
    this.separate.push(...halvesOf(indexes).map((part) => ({ indexes: part })));
  }
}

function halvesOf(indexes: readonly number[]): number[][] {
  const middle = Math.ceil(indexes.length / 2);
  return [indexes.slice(0, middle), indexes.slice(middle)].filter((part) => part.length > 0);
}
