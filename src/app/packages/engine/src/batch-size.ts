import { maxBatchSize } from '@bulk-associate/contract';

/** Allowed by every source. */
const firstSize = 100;
/** Milliseconds that one batch should take, so that a call has time for several. */
const targetMs = 2500;
/** Milliseconds; a slower answer shrinks the next batch. */
const slowMs = 4000;
/** The next batch is at most this many times larger than one that succeeded. */
const growth = 10;
/** A batch of this size or less did not fail for its size. */
const smallest = 25;
/** After this many successes, a size that had a problem (but was not refused) is tried again. */
const successesToRetry = 8;

/**
 * How many pairs to put into a batch. HubSpot documents no maximum for batch/associate/default (sources say 100 to
 * 2,000) nor for the partners in a batch/archive, so the size adapts: it starts at 100, grows while answers are complete
 * and quick, and shrinks at once when they are not.
 */
export class BatchSize {
  /** The size that the last answers allow. */
  private target = firstSize;
  /** The largest size that succeeded. */
  private proven = 0;
  /** The smallest size that HubSpot refused for its size. */
  private refused = Infinity;
  /** The smallest size that recently had a problem for another reason. */
  private suspect = Infinity;
  private successesSinceProblem = 0;

  /** The size of the next batch, if there are enough inputs. */
  get next(): number {
    return Math.max(1, Math.min(this.target, maxBatchSize, this.refused - 1, this.suspect - 1));
  }

  /** Whether batches of this size may run at the same time: a size that is tried for the first time runs alone. */
  isProven(size: number): boolean {
    return size <= this.proven;
  }

  /** The size of the next batch out of `waiting` inputs: as few batches as `next` allows, all of about the same size. */
  evenShare(waiting: number): number {
    return Math.ceil(waiting / Math.ceil(waiting / this.next));
  }

  /** Sets the size that another process has learned, unless this process has learned one itself. */
  hint(size: number): void {
    if (this.proven > 0 || this.next !== firstSize) return;
    this.target = size;
    this.proven = size;
  }

  /** Every input of the batch was named in HubSpot's answer. */
  recordSuccess(size: number, elapsedMs: number): void {
    this.proven = Math.max(this.proven, size);
    if (++this.successesSinceProblem >= successesToRetry) this.suspect = Infinity;
    if (elapsedMs > slowMs) return this.recordProblem(size);
    const factor = Math.min(growth, Math.max(1, targetMs / Math.max(elapsedMs, 1)));
    this.target = Math.max(this.target, Math.min(maxBatchSize, Math.floor(size * factor)));
  }

  /** HubSpot refused the batch for its size; `max` is the maximum that the message states, if any. */
  tooLarge(size: number, max?: number): void {
    this.refused = Math.min(this.refused, max === undefined ? size : max + 1);
    // At 100 and below, one input less per attempt would cost too many requests: halve instead.
    if (max === undefined && size <= firstSize) this.target = Math.max(1, Math.floor(size / 2));
    this.proven = Math.min(this.proven, this.refused - 1);
  }

  /** The batch was slow, got no clear answer, or its answer left out inputs. */
  recordProblem(size: number): void {
    this.successesSinceProblem = 0;
    if (size <= smallest) return;
    this.suspect = Math.min(this.suspect, size);
    this.target = Math.max(smallest, Math.floor(size / 2));
  }
}
