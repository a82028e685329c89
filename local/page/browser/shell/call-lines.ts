import { pageAgent } from '../../page-events';
import type { SeenEvent } from '../events';
import { fill, type Words } from '../words';
import type { CallSeen } from './sandbox';

/** A row of the list of calls. */
export interface CallLine {
  at: string;
  /** Caller and callee: `card → function`. */
  between: string;
  what: string;
  outcome: string;
  isBad: boolean;
  /** Made by the card; the calls to HubSpot are made within such a call. */
  isOuter?: boolean;
  elapsedMs?: number;
  details: string;
  /** Read by the page itself, so not made by the app. */
  byPage: boolean;
}

/** The `User-Agent` of HubSpot's official client, which functions call HubSpot with. */
const functionAgent = /hubspot-api-client/;

/** All calls and events, the newest first. Calls with the user agent `backEndAgent` are the back end's. */
export function callLines(
  words: Words,
  events: SeenEvent[],
  calls: CallSeen[],
  backEndAgent?: string,
): CallLine[] {
  const lines = [
    ...events.map((one) => eventLine(words, one)),
    ...calls.map((one) => callLine(words, one, callerOf(one.agent ?? '', backEndAgent))),
  ];
  // Among calls that ended at the same time, the outer call comes before the calls within it.
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

function callLine(words: Words, { at, elapsedMs, ...call }: CallSeen, by: Caller): CallLine {
  // The embedded CRM gives the start time of a call; every other line has the end time.
  const ended = new Date(Date.parse(at) + elapsedMs).toISOString();
  return hubspotLine(words, { ...call, at: ended, elapsedMs, by });
}

type Caller = 'page' | 'function' | 'backEnd' | 'others';

function callerOf(agent: string, backEndAgent?: string): Caller {
  if (agent === pageAgent) return 'page';
  if (functionAgent.test(agent)) return 'function';
  return agent !== '' && agent === backEndAgent ? 'backEnd' : 'others';
}

interface HubspotCall {
  at: string;
  by: Caller;
  method: string;
  path: string;
  status: number | string;
  elapsedMs: number;
  inputs?: number;
  fault?: string;
}

function hubspotLine(
  words: Words,
  { at, by, method, path, status, elapsedMs, inputs = 0, fault }: HubspotCall,
): CallLine {
  const details = [
    ...(inputs > 0 ? [fill(words.inputs, { n: String(inputs) })] : []),
    ...(fault === undefined ? [] : [fill(words.injected, { name: fault })]),
  ];
  const broken = { reset: words.reset, silence: words.silence }[String(status)];
  return {
    at,
    between: `${words[by]} → HubSpot`,
    what: `${method} ${path}`,
    outcome: broken ?? String(status),
    isBad: broken !== undefined || Number(status) >= 400,
    elapsedMs,
    details: details.join(', '),
    byPage: by === 'page',
  };
}

function eventLine(words: Words, { at, event }: SeenEvent): CallLine {
  const line = { at, between: '', what: '', outcome: '', isBad: false, details: '', byPage: false };
  switch (event.kind) {
    case 'hubspot':
      return hubspotLine(words, { at, ...event });
    case 'function': {
      const { uid, ok, elapsedMs } = event;
      const between = `${words.card} → ${words.function}`;
      return {
        ...line,
        between,
        what: uid,
        outcome: ok ? words.done : words.failed,
        isBad: !ok,
        isOuter: true,
        elapsedMs,
      };
    }
    case 'fetch': {
      const { path, status, attempts, elapsedMs } = event;
      const between = `${words.card} → ${words.backEnd}`;
      const isBad = status === 'failed' || status >= 400;
      const outcome = status === 'failed' ? words.failed : String(status);
      const details = attempts > 1 ? words.sentTwice : '';
      return { ...line, between, what: path, outcome, isBad, isOuter: true, elapsedMs, details };
    }
    case 'log':
      return {
        ...line,
        between: event.uid === undefined ? words.backEnd : words.function,
        what: event.uid ?? '',
        outcome: words.prints,
        details: event.line,
      };
    case 'card':
      return { ...line, details: words.builtAnew };
    case 'build-error':
      return { ...line, isBad: true, details: fill(words.notBuilt, { message: event.message }) };
  }
}
