import { resolve } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Turns pasted values into records: `ResolveParameters` to `ResolveAnswer`. */
export const main = appFunction('resolve_records', resolve);
