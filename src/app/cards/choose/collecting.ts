import { searchCap } from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';

/** Where the records are taken from: all that a search finds, or all members of a segment. */
export type CollectSource = { query: string } | { segmentId: string; name: string };

/** Taking all records of a search or a segment into the tray, page by page. */
export type Collecting =
  | { name: 'idle' }
  | { name: 'collecting'; request: number; source: CollectSource; found: number; total?: number }
  | {
      name: 'collected';
      source: CollectSource;
      found: number;
      total?: number;
      capped: boolean;
      stopped: boolean;
      error?: CallError;
    };

/** What happens while records are taken; `request` tells which taking it belongs to. */
export type CollectEvent =
  | { type: 'collectStarted'; request: number; source: CollectSource }
  | { type: 'collectedPage'; request: number; found: number; total?: number }
  | { type: 'collectEnded'; request: number; capped: boolean; stopped: boolean; error?: CallError };

/** The next state; a late word from an earlier request changes nothing. */
export function collectingReducer(state: Collecting, event: CollectEvent): Collecting {
  if (event.type === 'collectStarted') {
    return { name: 'collecting', request: event.request, source: event.source, found: 0 };
  }
  if (state.name !== 'collecting' || state.request !== event.request) return state;
  if (event.type === 'collectedPage') {
    const { found, total = state.total } = event;
    return { ...state, found: state.found + found, ...(total !== undefined && { total }) };
  }
  const { capped, stopped, error } = event;
  const { source, found, total } = state;
  return {
    name: 'collected',
    source,
    found,
    capped,
    stopped,
    ...(total !== undefined && { total }),
    ...(error && { error }),
  };
}

/** Whether HubSpot will not show all of so many matches. */
export function isBeyondCap(total: number): boolean {
  return total > searchCap;
}
