import { checkRemove } from '@bulk-associate/contract';
import { remove } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Removes the links of pairs, or a label of them, and returns the outcome of each: `RemoveParameters` to `RemoveAnswer`. */
export const main = appFunction('remove_associations', checkRemove, remove);
