import { remove } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Removes the plain link of pairs, and tells the outcome of each: `PairsParameters` to `RemoveAnswer`. */
export const main = appFunction('remove_associations', remove);
