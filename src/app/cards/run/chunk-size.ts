import { maxInputs } from '@bulk-associate/contract';

/** A first chunk small enough to show progress, or a missing permission, within moments. */
const first = 200;
const least = 50;

/** Inputs of the next call: doubling while calls come back whole, less when one was cut short or lost. */
export class ChunkSize {
  private size = first;

  get next(): number {
    return this.size;
  }

  whole(): void {
    this.size = Math.min(maxInputs, this.size * 2);
  }

  /** A call ran out of time after `done` inputs. */
  cutShort(done: number): void {
    this.size = Math.min(this.size, Math.max(least, done));
  }

  lost(): void {
    this.size = Math.max(least, Math.ceil(this.size / 2));
  }
}
