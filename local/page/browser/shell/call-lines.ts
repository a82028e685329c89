import { pageAgent } from '../../page-events';
import type { SeenEvent } from '../events';
import { fill, type Words } from '../words';
import type { CallSeen } from './sandbox';

/** One thing that happened, as a row of the list of calls. */
export interface CallLine {
  at: string;
  /** Who called whom: `card → function`. */
  between: string;
  what: string;
  outcome: string;
  isBad: boolean;
  /** A call by the card; those to HubSpot are made within one. */
  isOuter?: boolean;
  elapsedMs?: number;
  details: string;
  /** Read by the page itself, and so no part of what the product does. */
  byPage: boolean;
}

/** What HubSpot's own client, with which functions call, calls itself. */
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
  // What ended at the same moment: the outer call stands above the calls it made.
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

function callLine(words: Words, { at, elapsedMs, ...call }: CallSeen, by: Caller): CallLine {
  // The embedded CRM tells when a call began; every other line when it ended.
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
  const told = { reset: words.reset, silence: words.silence }[String(status)];
  return {
    at,
    between: `${words[by]} → HubSpot`,
    what: `${method} ${path}`,
    outcome: told ?? String(status),
    isBad: told !== undefined || Number(status) >= 400,
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
