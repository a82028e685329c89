import { Client } from '@hubspot/api-client';
import { maxInputs, type AssociationInput, type RecordRef } from '@bulk-associate/contract';
import { associate, type HubSpot } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { type Crm, findObjectType } from 'hubspot-local/crm';
import type { Line } from '../src/app/cards/run/ledger';
import { operationRun } from '../src/app/cards/run/pair-runs';
import { pairsOf as anchored } from '../src/app/cards/run/pairs';
import { undoRun } from '../src/app/cards/run/undo-run';
import {
  coldCalls,
  coldEngine,
  emptyCrm,
  latencyMs,
  latencyPerInputMs,
  onVirtualClock,
  request,
  type Measured,
} from './virtual-crm';

/** Associates pairs. Rejects unless every one of them is associated in the end. */
export type Strategy = (pairs: AssociationInput[], maxInputsOfHubSpot?: number) => Promise<Measured>;

const types = { fromObjectType: '0-1', toObjectType: '0-2' };

/** So many contacts, each with a company: no limit of associations is in the way. */
export function pairsOf(count: number): AssociationInput[] {
  return Array.from({ length: count }, (_, n) => ({
    from: { id: String(1_000_001 + n) },
    to: { id: String(1 + (n % 500)) },
  }));
}

const stamp = '2026-01-01T00:00:00.000Z';

/** A record without properties. */
export function bareRecord(id: string) {
  return { id, properties: {}, createdAt: stamp, updatedAt: stamp, archived: false, searchText: '' };
}

/** An embedded CRM with the records of these pairs. */
function crmFor(pairs: AssociationInput[], time: VirtualTime, maxInputsOfHubSpot: number): Crm {
  const crm = emptyCrm(time, maxInputsOfHubSpot);
  const [contact, company] = [findObjectType('contact'), findObjectType('company')];
  for (const { from, to } of pairs) {
    for (const [type, id] of [
      [contact, from.id],
      [company, to.id],
    ] as const) {
      if (type) crm.state.setRecord(type, bareRecord(id));
    }
  }
  return crm;
}

async function measure(
  crm: Crm,
  time: VirtualTime,
  pairs: AssociationInput[],
  work: () => Promise<void>,
): Promise<Measured> {
  await time.run(work);
  const linked = crm.linkCount('0-1', '0-2');
  if (linked !== pairs.length) throw new Error(`${linked} of ${pairs.length} pairs were linked`);
  return { calls: crm.calls.length + forgotten(crm, pairs.length), ms: time.now() };
}

/** The CRM keeps the last 2,000 calls only; one call a pair makes more. */
function forgotten(crm: Crm, pairs: number): number {
  return crm.calls.length < 2_000 ? 0 : pairs - crm.calls.length;
}

/** This engine: calls of 1,000 inputs, two at a time once the first is through, to one warm function. */
export const thisEngine: Strategy = async (pairs, maxInputsOfHubSpot = 2_000) => {
  const time = new VirtualTime();
  const crm = crmFor(pairs, time, maxInputsOfHubSpot);
  return measure(crm, time, pairs, () => inTwoLanes(coldEngine(crm, time), pairs));
};

/** The card's own run, from one company to so many contacts, with a function that starts anew at every call. */
export const theCard: Strategy = async (pairs) => {
  const time = new VirtualTime();
  const crm = crmFor(pairs, time, 2_000);
  const { context, contacts } = cardOn(crm, time, pairs);
  return measure(
    crm,
    time,
    pairs,
    async () => void (await operationRun(context, operation, anchored(contacts)).run()),
  );
};

/** The card's undoing of that run; rejects unless no link is left. */
export async function theCardsUndo(pairs: AssociationInput[]): Promise<Measured> {
  const time = new VirtualTime();
  const crm = crmFor(pairs, time, 2_000);
  const { context, contacts } = cardOn(crm, time, pairs);
  return time.run(async () => {
    await operationRun(context, operation, anchored(contacts)).run();
    crm.calls.length = 0;
    const startedAt = time.now();
    await undoRun(context, operation, contacts.map(lineOf)).run();
    const left = crm.linkCount('0-1', '0-2');
    if (left > 0) throw new Error(`${left} of ${pairs.length} links are left`);
    return { calls: crm.calls.length, ms: time.now() - startedAt };
  });
}

const operation = { name: 'associate' } as const;

/** The line of a record that a run has associated. */
function lineOf(record: RecordRef): Line {
  return { record, before: 'new', outcome: 'associated' };
}

function cardOn(crm: Crm, time: VirtualTime, pairs: AssociationInput[]) {
  const context = {
    from: { objectType: '0-2', id: pairs[0]?.to.id ?? '' },
    toObjectType: '0-1',
    call: coldCalls(crm, time),
    clock: time,
  };
  return { context, contacts: pairs.map(({ from: { id } }) => ({ id, label: id })) };
}

async function inTwoLanes(hubspot: HubSpot, pairs: AssociationInput[]): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < pairs.length) {
      const inputs = pairs.slice(next, (next += maxInputs));
      const answer = await associate(hubspot, { ...types, inputs });
      if (!answer.ok) throw new Error(answer.error.message);
    }
  };
  // The first call finds out what HubSpot takes; the second joins it.
  if (pairs.length > maxInputs) {
    const inputs = pairs.slice(0, (next = maxInputs));
    await associate(hubspot, { ...types, inputs });
  }
  await Promise.all([worker(), worker()]);
}

/** A loop that sends batches of 100, one after the other, and trusts the status code. */
export const batchesOfAHundred: Strategy = async (pairs) => {
  const time = new VirtualTime();
  const crm = crmFor(pairs, time, 2_000);
  return measure(crm, time, pairs, async () => {
    for (let start = 0; start < pairs.length; start += 100) {
      const body = JSON.stringify({ inputs: pairs.slice(start, start + 100) });
      await crm.fetch(request('/crm/v4/associations/0-1/0-2/batch/associate/default', 'POST', body));
    }
  });
};

/** One PUT a pair with the official client and its own limiter, whose timers run on the virtual clock too. */
export const onePutAPair: Strategy = async (pairs) => {
  const time = new VirtualTime();
  const crm = crmFor(pairs, time, 2_000);
  const restore = onVirtualClock(time, crm);
  try {
    const limiterOptions = { minTime: 1_000 / 9, maxConcurrent: 6, id: `bench-${pairs.length}` };
    const client = new Client({ accessToken: 'sandbox', basePath: 'http://crm.test', limiterOptions });
    const { basicApi } = client.crm.associations.v4;
    return await measure(crm, time, pairs, async () => {
      await Promise.all(pairs.map(({ from, to }) => basicApi.createDefault('0-1', from.id, '0-2', to.id)));
    });
  } finally {
    restore();
  }
};

/** As few calls as HubSpot is claimed to allow, one after the other, knowing everything beforehand. */
export function idealSchedule(pairs: number): Measured {
  const calls = Math.ceil(pairs / 2_000);
  return { calls, ms: calls * latencyMs + pairs * latencyPerInputMs };
}
