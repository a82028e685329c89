import type { BatchSize } from './batch-size';

/** Inputs that are sent together. Numbers are places in `inputs`. */
export interface Batch {
  indexes: number[];
  /** The refused batch of which this is a half. */
  half?: Split | undefined;
}

/** A batch that HubSpot refused without saying why. If both halves go through, it was refused for its size. */
interface Split {
  size: number;
  halvesOut: number;
  halfRefused: boolean;
}

/** What has still to be sent, and in which batches. */
export class BatchQueue {
  /** Inputs that may be batched freely. */
  private unbatched: number[];
  /** Batches that must stay apart, because an offender hides in one of them. */
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
   * Sends batch after batch, up to so many side by side, until nothing waits or none may start. `send` says what became
   * of its batch by the other methods, and must not reject.
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

  /** The next batch; undefined if nothing waits, or if it has to wait for the batches in flight. */
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

  /** The batch, or what is left of it, is to be sent later. */
  requeue(batch: Batch, indexes: readonly number[] = batch.indexes): void {
    this.unbatched.push(...indexes);
  }

  add(indexes: readonly number[]): void {
    this.unbatched.push(...indexes);
  }

  accepted({ half }: Batch): void {
    if (half && --half.halvesOut === 0 && !half.halfRefused) this.batchSize.tooLarge(half.size);
  }

  refusedForSize(batch: Batch, max: number | undefined): void {
    this.batchSize.tooLarge(batch.indexes.length, max);
    this.requeue(batch);
  }

  /** One of these is an offender, or they are too many: `first` sends the halves before anything else. */
  halve({ indexes, half }: Batch, first: boolean): void {
    if (half) half.halfRefused = true;
    const split = this.batchSize.isProven(indexes.length)
      ? undefined
      : { size: indexes.length, halvesOut: 2, halfRefused: false };
    const halves = halvesOf(indexes).map((part) => ({ indexes: part, half: split }));
    if (first) this.separate.unshift(...halves);
    else this.separate.push(...halves);
  }

  /** Offenders hide among these, and HubSpot took the batch they came from: nothing is said of its size. */
  halveAccepted(indexes: readonly number[]): void {
    this.separate.push(...halvesOf(indexes).map((part) => ({ indexes: part })));
  }
}

function halvesOf(indexes: readonly number[]): number[][] {
  const middle = Math.ceil(indexes.length / 2);
  return [indexes.slice(0, middle), indexes.slice(middle)].filter((part) => part.length > 0);
}
