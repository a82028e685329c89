import { checkList } from '@bulk-associate/contract';
import { listAssociations } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Pages the records that one record is linked to, with their labels: `ListParameters` to `ListAnswer`. */
export const main = appFunction('list_associations', checkList, listAssociations);
