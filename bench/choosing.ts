import { Client } from '@hubspot/api-client';
import { maxInputs, type RecordRef } from '@bulk-associate/contract';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { type Crm, findObjectType } from 'hubspot-local/crm';
import { collectAll } from '../src/app/cards/choose/collect-all';
import type { CollectSource } from '../src/app/cards/choose/collecting';
import { operationRun, previewRun } from '../src/app/cards/run/pair-runs';
import { pairsOf } from '../src/app/cards/run/pairs';
import {
  coldCalls,
  emptyCrm,
  latencyMs,
  latencyPerInputMs,
  onVirtualClock,
  type Measured,
} from './virtual-crm';

/** A person's way from records in HubSpot to selected or linked ones. */
export interface Choice {
  what: string;
  /** As the card calls the functions, each of which starts anew at every call. Rejects unless it ends as it should. */
  card: () => Promise<Measured & { crm: Crm }>;
  /** The same calls, each of the largest size, sent as early as what they need and HubSpot's limits allow. */
  ideal: Measured;
  /** A script with the official client, which retries what HubSpot limits: one batch, page or search after another. */
  script: () => Promise<Measured>;
}

const anchor = { objectType: '0-2', id: '1' };
const contact = '0-1';
const segmentId = '77';
const word = 'reader';

const stamp = '2026-01-01T00:00:00.000Z';
const bare = { createdAt: stamp, updatedAt: stamp, archived: false };

const idOf = (n: number) => String(1_000_001 + n);
const emailOf = (n: number) => `${word}${n}@example.com`;

/** A company, and so many contacts that one segment holds and one search finds. */
function crmWith(contacts: number, time: VirtualTime): Crm {
  const crm = emptyCrm(time);
  const [people, companies] = [findObjectType(contact), findObjectType(anchor.objectType)];
  if (!people || !companies) throw new RangeError('The embedded CRM lacks an object type.');
  crm.state.setRecord(companies, { ...bare, id: anchor.id, properties: {}, searchText: '' });
  const members = Array.from({ length: contacts }, (_, n) => idOf(n));
  members.forEach((id, n) => {
    const properties = { firstname: 'Ada', lastname: `Number ${n}`, email: emailOf(n), hs_object_id: id };
    crm.state.setRecord(people, { ...bare, id, properties, searchText: emailOf(n) });
  });
  crm.state.lists.set(segmentId, {
    listId: segmentId,
    name: 'Readers',
    objectTypeId: contact,
    processingType: 'MANUAL',
    listVersion: 1,
    createdAt: stamp,
    updatedAt: stamp,
    filtersUpdatedAt: stamp,
    createdById: '1',
    members,
  });
  return crm;
}

/** All records of a source, as the card collects them. */
async function collected(crm: Crm, time: VirtualTime, source: CollectSource): Promise<RecordRef[]> {
  const records: RecordRef[] = [];
  const job = {
    call: coldCalls(crm, time),
    clock: time,
    objectType: contact,
    source,
    isStopped: () => false,
  };
  const { error } = await collectAll(job, (page) => records.push(...page.records));
  if (error) throw new Error(error.message);
  return records;
}

const operation = { name: 'associate' } as const;

/** The card's review of records, and its run with those that are new. */
async function reviewAndLink(crm: Crm, time: VirtualTime, records: RecordRef[]): Promise<void> {
  const context = { from: anchor, toObjectType: contact, call: coldCalls(crm, time), clock: time };
  const pairs = pairsOf(records);
  const { results } = await previewRun(context, operation, pairs).run();
  const newOnes = pairs.filter((_, index) => results[index]?.status === 'new');
  await operationRun(context, operation, newOnes).run();
}

async function measured(
  contacts: number,
  linked: number,
  work: (crm: Crm, time: VirtualTime) => Promise<void>,
) {
  const time = new VirtualTime();
  const crm = crmWith(contacts, time);
  await time.run(() => work(crm, time));
  const links = crm.linkCount(anchor.objectType, contact);
  if (links !== linked) throw new Error(`${links} of ${linked} contacts were linked.`);
  return { crm, calls: crm.calls.length, ms: time.now() };
}

function scripted(
  contacts: number,
  linked: number,
  work: (client: Client) => Promise<void>,
): () => Promise<Measured> {
  return async () =>
    measured(contacts, linked, async (crm, time) => {
      const restore = onVirtualClock(time, crm);
      try {
        await work(
          new Client({ accessToken: 'sandbox', basePath: 'http://crm.test', numberOfApiCallRetries: 3 }),
        );
      } finally {
        restore();
      }
    });
}

const scriptBatch = 100;

async function linkInBatches(client: Client, ids: string[]): Promise<void> {
  const { batchApi } = client.crm.associations.v4;
  for (let start = 0; start < ids.length; start += scriptBatch) {
    const inputs = ids
      .slice(start, start + scriptBatch)
      .map((id) => ({ _from: { id: anchor.id }, to: { id } }));
    await batchApi.createDefault(anchor.objectType, contact, { inputs });
  }
}

async function membersByPage(client: Client): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await client.crm.lists.membershipsApi.getPage(segmentId, after, undefined, 250);
    ids.push(...page.results.map(({ recordId }) => recordId));
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return ids;
}

async function searchByPage(client: Client): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined = '0';
  do {
    const page = await client.crm.contacts.searchApi.doSearch({
      query: word,
      limit: 200,
      properties: ['email'],
      after,
    });
    ids.push(...page.results.map(({ id }) => id));
    const next = page.paging?.next?.after;
    after = Number(next) < 10_000 ? next : undefined;
  } while (after !== undefined);
  return ids;
}

/** Milliseconds of calls with so many inputs in all, two at a time. */
function inTwoLanes(inputs: number): number {
  const calls = Math.ceil(inputs / maxInputs);
  return Math.ceil(calls / 2) * (latencyMs + (inputs / calls) * latencyPerInputMs);
}

/** A whole segment: its members in pages of 250, then the links of 1,000 at a time read, then made. */
export function segment(size: number): Choice {
  const [pages, batches] = [Math.ceil(size / 250), Math.ceil(size / maxInputs)];
  return {
    what: `a segment of ${size.toLocaleString('en')}, reviewed and associated`,
    card: () =>
      measured(size, size, async (crm, time) =>
        reviewAndLink(crm, time, await collected(crm, time, { segmentId })),
      ),
    // Each review reads the links of both sides and the limits at the same time.
    ideal: { calls: 1 + pages + 3 * batches + batches, ms: (1 + pages) * latencyMs + 2 * inTwoLanes(size) },
    script: scripted(size, size, async (client) => linkInBatches(client, await membersByPage(client))),
  };
}

/** All results of a search, in pages of 200, at five a second. */
export function search(results: number): Choice {
  const pages = Math.ceil(results / 200);
  const expected = (ids: number) => {
    if (ids !== results) throw new Error(`${ids} of ${results} results were found.`);
  };
  return {
    what: `a search with ${results.toLocaleString('en')} results, selected`,
    card: () =>
      measured(results, 0, async (crm, time) =>
        expected((await collected(crm, time, { query: word })).length),
      ),
    ideal: { calls: pages, ms: (pages - 1) * 200 + latencyMs },
    script: scripted(results, 0, async (client) => expected((await searchByPage(client)).length)),
  };
}

/** Pasted email addresses: looked up, reviewed and linked. */
export function emails(count: number): Choice {
  const values = Array.from({ length: count }, (_, n) => emailOf(n));
  return {
    what: `${count} pasted emails, reviewed and associated`,
    card: () =>
      measured(count, count, async (crm, time) => {
        const answer = await coldCalls(crm, time)('resolve_records', { objectType: contact, values });
        if (!answer.ok) throw new Error(answer.error.message);
        await reviewAndLink(
          crm,
          time,
          answer.lines.flatMap(({ records }) => records),
        );
      }),
    ideal: { calls: 1 + 3 + 1, ms: 3 * (latencyMs + count * latencyPerInputMs) },
    script: scripted(count, count, async (client) => {
      const inputs = values.map((id) => ({ id }));
      const ids: string[] = [];
      for (let start = 0; start < count; start += scriptBatch) {
        const body = {
          inputs: inputs.slice(start, start + scriptBatch),
          idProperty: 'email',
          properties: ['email'],
          propertiesWithHistory: [],
        };
        ids.push(...(await client.crm.contacts.batchApi.read(body)).results.map(({ id }) => id));
      }
      await linkInBatches(client, ids);
    }),
  };
}
