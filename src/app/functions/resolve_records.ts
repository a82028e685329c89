import { checkResolve } from '@bulk-associate/contract';
import { resolve } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Finds the records that pasted values name: `ResolveParameters` to `ResolveAnswer`. */
export const main = appFunction('resolve_records', checkResolve, resolve);
