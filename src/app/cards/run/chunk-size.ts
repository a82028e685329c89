import { maxInputs } from '@bulk-associate/contract';

/** The number of items in the first call. Small, so that progress or a missing permission shows quickly. */
export const firstSize = 200;
/** The smallest size after failures. */
const smallestSize = 50;

/** The size of the next call after one that returned all results. At most the contract's `maxInputs`. */
export function larger(size: number): number {
  return Math.min(maxInputs, size * 2);
}

/** The size of the next call after one that failed or ran out of time after `done` items. */
export function smaller(size: number, done: number): number {
  return Math.min(size, Math.max(smallestSize, Math.ceil(done)));
}
