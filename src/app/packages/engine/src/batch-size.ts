import { maxBatchSize } from '@bulk-associate/contract';

/** Safe under every source there is. */
const firstSize = 100;
/** Milliseconds one batch should take: quick enough that a few fit into a function's time. */
const targetMs = 2500;
/** An answer slower than this shrinks the next batch. */
const slowMs = 4000;
/** A batch that goes well may be followed by one this many times larger. */
const growth = 10;
/** A batch this small did not fail for its size: it teaches nothing. */
const smallest = 25;
/** After so many clean answers a size that once went badly (but was not refused) may be tried again. */
const cleanAnswersToRetry = 8;

/**
 * How many pairs to put into a batch. HubSpot documents no maximum for batch/associate/default (sources say 100 to
 * 2,000) nor for the partners in a batch/archive, so it is learned: start at 100, grow while answers stay clean and
 * quick, shrink at once when they do not.
 */
export class BatchSize {
  /** What speed and cleanness allow. */
  private target = firstSize;
  /** The largest size that went well. */
  private proven = 0;
  /** The smallest size that HubSpot refused for its size. */
  private refused = Infinity;
  /** The smallest size that lately went badly for another reason. */
  private suspect = Infinity;
  private cleanSinceDoubt = 0;

  /** The size a batch would have next if there were enough inputs. */
  get next(): number {
    return Math.max(1, Math.min(this.target, maxBatchSize, this.refused - 1, this.suspect - 1));
  }

  /** Whether batches of this size may run side by side: a size that is tried for the first time runs alone. */
  isProven(size: number): boolean {
    return size <= this.proven;
  }

  /** The next batch out of so many waiting inputs: as few batches as `next` allows, evenly filled. */
  evenShare(waiting: number): number {
    return Math.ceil(waiting / Math.ceil(waiting / this.next));
  }

  /** Starts where another process stopped. What this process has seen itself weighs more. */
  hint(size: number): void {
    if (this.proven > 0 || this.next !== firstSize) return;
    this.target = size;
    this.proven = size;
  }

  /** Every input of the batch was named in HubSpot's answer. */
  recordSuccess(size: number, elapsedMs: number): void {
    this.proven = Math.max(this.proven, size);
    if (++this.cleanSinceDoubt >= cleanAnswersToRetry) this.suspect = Infinity;
    if (elapsedMs > slowMs) return this.recordProblem(size);
    const factor = Math.min(growth, Math.max(1, targetMs / Math.max(elapsedMs, 1)));
    this.target = Math.max(this.target, Math.min(maxBatchSize, Math.floor(size * factor)));
  }

  /** HubSpot refused the batch for its size; `max` is the maximum that its message states. */
  tooLarge(size: number, max?: number): void {
    this.refused = Math.min(this.refused, max === undefined ? size : max + 1);
    // Below a hundred every step is dear: halve instead of feeling for the edge.
    if (max === undefined && size <= firstSize) this.target = Math.max(1, Math.floor(size / 2));
    this.proven = Math.min(this.proven, this.refused - 1);
  }

  /** The batch was slow, got no clear answer, or silently lost inputs. */
  recordProblem(size: number): void {
    this.cleanSinceDoubt = 0;
    if (size <= smallest) return;
    this.suspect = Math.min(this.suspect, size);
    this.target = Math.max(smallest, Math.floor(size / 2));
  }
}
