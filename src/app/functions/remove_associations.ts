import { remove } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Removes the unlabelled link of pairs, and returns the outcome of each: `PairsParameters` to `RemoveAnswer`. */
export const main = appFunction('remove_associations', remove);
