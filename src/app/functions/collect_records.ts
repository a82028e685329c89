import { checkCollect } from '@bulk-associate/contract';
import { collect } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Pages the records of a search or a segment: `CollectParameters` to `CollectAnswer`. */
export const main = appFunction('collect_records', checkCollect, collect);
