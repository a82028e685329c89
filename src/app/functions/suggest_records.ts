import { checkSuggest } from '@bulk-associate/contract';
import { suggest } from '@bulk-associate/engine';
import { appFunction } from './app-function';

/** Suggests records that probably belong to a record: `SuggestParameters` to `SuggestAnswer`. */
export const main = appFunction('suggest_records', checkSuggest, suggest);
