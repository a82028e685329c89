import { searchCap, type ParametersOf, type SearchSource } from '@bulk-associate/contract';
import { fromAnswer, from, reducerOf } from '../state/transitions';
import type { CallError } from '../sdk/sdk';

/** The records to collect: all matches of a search, or all members of a segment. */
export type CollectSource = ParametersOf<'collect_records'>['source'];

/** The state of adding all records of a search or a segment to the selection, page by page. */
export type Collecting =
  | { name: 'idle' }
  | { name: 'collecting'; request: number; source: CollectSource; found: number; total?: number | undefined }
  | ({ name: 'collected'; found: number } & CollectEnding);

/** How collecting ended. `capped`: HubSpot returns no further matches (see `searchCap`). */
export interface CollectEnding {
  capped: boolean;
  stopped: boolean;
  error?: CallError | undefined;
}

/** Events of collecting. `request` is the number of the collecting they belong to. */
export type CollectEvent =
  | { type: 'collectStarted'; request: number; source: CollectSource; total?: number | undefined }
  | { type: 'collectedPage'; request: number; found: number; total?: number | undefined }
  | { type: 'collectEnded'; request: number; ending: CollectEnding }
  | { type: 'collectStopped' };

/** The next state of collecting. */
export const collectingReducer = reducerOf<Collecting, CollectEvent>({
  collectStarted: (_, { request, source, total }) => ({
    name: 'collecting',
    request,
    source,
    found: 0,
    total,
  }),
  collectedPage: fromAnswer(['collecting'], (state, { found, total = state.total }) => ({
    ...state,
    found: state.found + found,
    total,
  })),
  collectEnded: fromAnswer(['collecting'], ({ found }, { ending }) => ({
    name: 'collected',
    found,
    ...ending,
  })),
  collectStopped: from(['collecting'], ({ found }) => ({
    name: 'collected',
    found,
    capped: false,
    stopped: true,
  })),
});

/**
 * The most matches of a search that HubSpot returns. Without words and filters there is no such limit: the records of the
 * type are then paged without a search.
 */
export function capOf({ query, filterGroups = [] }: SearchSource): number {
  return query === '' && filterGroups.length === 0 ? Infinity : searchCap;
}
