import { maxInputs } from '@bulk-associate/contract';

/** Inputs of the first call: small enough to show progress, or a missing permission, within moments. */
export const firstSize = 200;
const least = 50;

/** Inputs of the next call after one that came back whole. */
export function larger(size: number): number {
  return Math.min(maxInputs, size * 2);
}

/** Inputs of the next call after one that was lost, or ran out of time: no more than `done`. */
export function smaller(size: number, done: number): number {
  return Math.min(size, Math.max(least, Math.ceil(done)));
}
