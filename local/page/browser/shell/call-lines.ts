import { pageAgent } from '../../page-events';
import type { SeenEvent } from '../events';
import { fill, type Messages } from '../messages';
import type { CallSeen } from './sandbox';

/** A row of the list of calls. */
export interface CallLine {
  at: string;
  /** Caller and callee: `card → function`. */
  between: string;
  what: string;
  outcome: string;
  isBad: boolean;
  /** Made by the card or the bulk action; the calls to HubSpot are made within such a call. */
  isOuter?: boolean;
  elapsedMs?: number;
  details: string;
  /** Read by the page itself, so not made by the app. */
  byPage: boolean;
}

/** The `User-Agent` of HubSpot's official client, which functions call HubSpot with. */
const functionAgent = /hubspot-api-client/;

/** How the lines name who calls. */
export interface LineNames {
  messages: Messages;
  /** What the page shows of the app. */
  caller: 'card' | 'action';
  /** The `User-Agent` of the back end, if the app has one. */
  backEndAgent?: string;
}

/** All calls and events, the newest first. */
export function callLines(names: LineNames, events: SeenEvent[], calls: CallSeen[]): CallLine[] {
  const { messages, caller, backEndAgent } = names;
  const lines = [
    ...events.map((one) => eventLine(messages, messages[caller], one)),
    ...calls.map((one) => callLine(messages, one, callerOf(one.agent ?? '', backEndAgent))),
  ];
  // Among calls that ended at the same time, the outer call comes before the calls within it.
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

function callLine(messages: Messages, { at, elapsedMs, ...call }: CallSeen, by: Caller): CallLine {
  // The embedded CRM gives the start time of a call; every other line has the end time.
  const ended = new Date(Date.parse(at) + elapsedMs).toISOString();
  return hubspotLine(messages, { ...call, at: ended, elapsedMs, by });
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
  messages: Messages,
  { at, by, method, path, status, elapsedMs, inputs = 0, fault }: HubspotCall,
): CallLine {
  const details = [
    ...(inputs > 0 ? [fill(messages.inputs, { n: String(inputs) })] : []),
    ...(fault === undefined ? [] : [fill(messages.injected, { name: fault })]),
  ];
  const broken = { reset: messages.reset, silence: messages.silence }[String(status)];
  return {
    at,
    between: `${messages[by]} → HubSpot`,
    what: `${method} ${path}`,
    outcome: broken ?? String(status),
    isBad: broken !== undefined || Number(status) >= 400,
    elapsedMs,
    details: details.join(', '),
    byPage: by === 'page',
  };
}

function eventLine(messages: Messages, caller: string, { at, event }: SeenEvent): CallLine {
  const line = { at, between: '', what: '', outcome: '', isBad: false, details: '', byPage: false };
  switch (event.kind) {
    case 'hubspot':
      return hubspotLine(messages, { at, ...event });
    case 'function': {
      const { uid, ok, elapsedMs } = event;
      const between = `${caller} → ${messages.function}`;
      return {
        ...line,
        between,
        what: uid,
        outcome: ok ? messages.done : messages.failed,
        isBad: !ok,
        isOuter: true,
        elapsedMs,
      };
    }
    case 'fetch': {
      const { path, status, attempts, elapsedMs } = event;
      const between = `${caller} → ${messages.backEnd}`;
      const isBad = status === 'failed' || status >= 400;
      const outcome = status === 'failed' ? messages.failed : String(status);
      const details = attempts > 1 ? messages.sentTwice : '';
      return { ...line, between, what: path, outcome, isBad, isOuter: true, elapsedMs, details };
    }
    case 'log':
      return {
        ...line,
        between: event.uid === undefined ? messages.backEnd : messages.function,
        what: event.uid ?? '',
        outcome: messages.prints,
        details: event.line,
      };
    case 'built':
      return { ...line, details: messages.builtAnew };
    case 'build-error':
      return { ...line, isBad: true, details: fill(messages.notBuilt, { message: event.message }) };
  }
}
