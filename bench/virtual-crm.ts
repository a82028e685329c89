import type { FunctionUid } from '@bulk-associate/contract';
import {
  associate,
  collect,
  createHubSpot,
  preview,
  remove,
  resolve,
  type Environment,
  type HubSpot,
} from '@bulk-associate/engine';
import type { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, type Crm, publishedLimits } from 'hubspot-local/crm';
import type { Call } from '../src/app/cards/sdk/sdk';

/** How long HubSpot is taken to need for an answer, and for every input of a batch on top. */
export const latencyMs = 100;
/** See `latencyMs`. */
export const latencyPerInputMs = 0.2;

/** What a way of doing something came to: HTTP calls, and the milliseconds they took on the virtual clock. */
export interface Measured {
  calls: number;
  ms: number;
}

/** An empty embedded CRM whose latency and rate limits run on the virtual clock. */
export function emptyCrm(time: VirtualTime, maxInputs = 2_000): Crm {
  return createCrm({
    data: 'empty',
    maxInputs,
    rateLimits: publishedLimits,
    latencyMs,
    latencyPerInputMs,
    now: time.now,
    sleep: time.sleep,
  });
}

/** A request with the token of the embedded CRM. */
export function request(path: string, method: string, body?: string): Request {
  return new Request(`http://crm.test${path}`, {
    method,
    headers: { authorization: 'Bearer sandbox' },
    ...(body && { body }),
  });
}

/** A function's engine, newly started, in front of this CRM. */
export function coldEngine(crm: Crm, { now, sleep }: VirtualTime): HubSpot {
  const send: Environment['send'] = ({ method, path, body }) =>
    crm.fetch(request(path, method, body && JSON.stringify(body)));
  return createHubSpot({ send, now, sleep, random: () => 0.5 });
}

const work = {
  associate_records: associate,
  collect_records: collect,
  preview_associations: preview,
  remove_associations: remove,
  resolve_records: resolve,
};

/** The card's calls of app functions, of which each starts anew at every call. */
export function coldCalls(crm: Crm, time: VirtualTime): Call {
  const call = (uid: FunctionUid & keyof typeof work, parameters: never) =>
    work[uid](coldEngine(crm, time), parameters);
  return call as unknown as Call;
}

/** The official client takes `fetch`, timers and the date from the global object. Returns what restores them. */
export function onVirtualClock(time: VirtualTime, crm: Crm): () => void {
  const real = { fetch: globalThis.fetch, setTimeout: globalThis.setTimeout, now: Date.now };
  globalThis.fetch = (input, init) => crm.fetch(new Request(input, init));
  Date.now = () => time.now();
  globalThis.setTimeout = ((work: () => void, ms = 0) => {
    void time.sleep(ms).then(work);
    return { ref() {}, unref() {} };
  }) as unknown as typeof setTimeout;
  return () =>
    Object.assign(globalThis, { fetch: real.fetch, setTimeout: real.setTimeout }) && (Date.now = real.now);
}
