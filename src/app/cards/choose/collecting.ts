import { searchCap, type ParametersOf } from '@bulk-associate/contract';
import { fromAnswer, from, reducerOf } from '../state/transitions';
import type { CallError } from '../sdk/sdk';

/** Where the records are taken from: all that a search finds, or all members of a segment. */
export type CollectSource = ParametersOf<'collect_records'>['source'];

/** Taking all records of a search or a segment into the selection, page by page. */
export type Collecting =
  | { name: 'idle' }
  | { name: 'collecting'; request: number; source: CollectSource; found: number; total?: number | undefined }
  | ({ name: 'collected'; found: number } & CollectEnding);

/** How the taking ended; `capped`: HubSpot hides further matches. */
export interface CollectEnding {
  capped: boolean;
  stopped: boolean;
  error?: CallError | undefined;
}

/** What happens while records are taken; `request` tells which taking it belongs to. */
export type CollectEvent =
  | { type: 'collectStarted'; request: number; source: CollectSource }
  | { type: 'collectedPage'; request: number; found: number; total?: number | undefined }
  | { type: 'collectEnded'; request: number; ending: CollectEnding }
  | { type: 'collectStopped' };

/** The next state. */
export const collectingReducer = reducerOf<Collecting, CollectEvent>({
  collectStarted: (_, { request, source }) => ({ name: 'collecting', request, source, found: 0 }),
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

/** Whether HubSpot will not show all of so many matches. */
export function isBeyondCap(total: number): boolean {
  return total > searchCap;
}
