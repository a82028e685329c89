import type { CollectParameters } from '@bulk-associate/contract';
import { apiVersions, collect, describe as describeTypes, findSegments, type ApiVersion } from '@bulk-associate/engine'; // prettier-ignore
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, type Crm, landmarks } from 'hubspot-local/crm';
import { recordsOf, typeNamed } from 'hubspot-local/crm/testing';
import { answerOf, hubspotOf, payloadOf } from './crm-environment';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

/** Collects every record of a source with calls to one warm function, as the card does. */
async function collectAll(
  version: ApiVersion,
  source: CollectParameters['source'],
  time = new VirtualTime(),
) {
  const hubspot = hubspotOf(crm, time, () => 0.5, version);
  const ids: string[] = [];
  let cursor: string | undefined;
  let refusals = 0;
  do {
    const parameters = { objectType: '0-1', source, ...(cursor !== undefined && { cursor }) };
    const answer = await time.run(() => collect(hubspot, parameters));
    if (!answer.ok && ++refusals > 30) throw new Error(answer.error.message);
    if (!answer.ok) continue;
    ids.push(...answer.records.map(({ id }) => id));
    cursor = answer.cursor;
  } while (cursor !== undefined);
  return ids;
}

/** Adds contacts up to a number. */
function addContacts(upTo: number): void {
  const [template] = recordsOf(crm, '0-1').values();
  for (let id = 90_000_000_000; template && recordsOf(crm, '0-1').size < upTo; id++) {
    const properties = { ...template.properties, hs_object_id: String(id) };
    crm.state.setRecord(typeNamed('0-1'), { ...template, id: String(id), properties });
  }
}

const collectOne = (version: ApiVersion, parameters: CollectParameters) =>
  answerOf(crm, version, (hubspot) => collect(hubspot, parameters));

describe.each(apiVersions)('collecting on %s', (version) => {
  it('takes every record of a search once, at no more than five searches a second', async () => {
    const time = new VirtualTime();
    crm = createCrm({ now: time.now, sleep: time.sleep, rateLimits: { searchSecondly: 5 } });
    const ids = await collectAll(version, { query: '@' }, time);
    expect([ids.length, new Set(ids).size]).toEqual([5_000, 5_000]);
    expect(crm.calls.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('takes no more than five searches a second from process to process', async () => {
    const time = new VirtualTime();
    crm = createCrm({ now: time.now, sleep: time.sleep, rateLimits: { searchSecondly: 5 }, latencyMs: 20 });
    let cursor: string | undefined;
    do {
      const cold = hubspotOf(crm, time, () => 0.5, version);
      const parameters = {
        objectType: '0-1',
        source: { query: '@' },
        ...(cursor !== undefined && { cursor }),
      };
      const answer = await time.run(() => collect(cold, parameters));
      if (!answer.ok) throw new Error(answer.error.message);
      ({ cursor } = answer);
    } while (cursor !== undefined);
    expect(crm.calls.map(({ status }) => status)).toEqual(Array(25).fill(200));
  });

  it.each([0, 100, 400, 900])('searches at the limit where an answer takes %i ms', async (latencyMs) => {
    const time = new VirtualTime();
    crm = createCrm({ now: time.now, sleep: time.sleep, rateLimits: { searchSecondly: 5 }, latencyMs });
    const ids = await collectAll(version, { query: '@' }, time);
    expect([ids.length, new Set(ids).size, crm.calls.length]).toEqual([5_000, 5_000, 25]);
    // Two answers, each with its first page alone or its last one awaited, beside 25 searches of 210 ms.
    expect(time.now()).toBeLessThanOrEqual(25 * 210 + 3 * latencyMs);
  });

  it('takes every record of a type, also more than the 10,000 that a search returns', async () => {
    addContacts(10_050);
    const first = await collectOne(version, { objectType: '0-1', source: { query: '' } });
    expect(first).toMatchObject({ ok: true, total: 10_050, capped: false });
    const ids = await collectAll(version, { query: '' });
    expect([ids.length, new Set(ids).size]).toEqual([10_050, 10_050]);
    expect(crm.calls.filter(({ kind }) => kind === 'search')).toHaveLength(2);
  });

  it('reads no name of a segment’s members that it is not asked for', async () => {
    const source = { segmentId: landmarks.largeSegment };
    const answer = await collectOne(version, { objectType: '0-1', source, names: false });
    expect(answer).toMatchObject({ ok: true, records: { length: 2_000 }, total: 2_500, capped: false });
    expect(crm.calls.map(({ kind }) => kind)).toEqual(Array(9).fill('lists'));
  });

  it('loses and repeats no record when HubSpot fails now and then', async () => {
    crm.faults.add({ name: 'html-502', probability: 0.5, times: 20 });
    const ids = await collectAll(version, { segmentId: landmarks.largeSegment });
    expect([ids.length, new Set(ids).size]).toEqual([2_500, 2_500]);
  });

  it('returns the total, and is capped where a search has more than the 10,000 results that HubSpot returns', async () => {
    addContacts(10_050);
    const first = await collectOne(version, { objectType: '0-1', source: { query: '@' } });
    expect(first).toMatchObject({ ok: true, total: 10_050, capped: true });
    expect(await collectAll(version, { query: '@' })).toHaveLength(10_000);
  });

  it('returns a member whose name cannot be read, with its id as label', async () => {
    crm.faults.add({ name: 'html-502', on: 'objects' });
    const answer = await payloadOf(crm, version, (hubspot) =>
      collect(hubspot, { objectType: '0-1', source: { segmentId: landmarks.smallSegment } }),
    );
    expect(answer.records.length).toBe(answer.total);
    expect(answer.records.every(({ id, label }) => id === label)).toBe(true);
  });

  it('refuses a segment of another object type, a missing segment, and an invalid cursor', async () => {
    const segment = { segmentId: landmarks.smallSegment };
    expect(await collectOne(version, { objectType: '0-2', source: segment })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } }); // prettier-ignore
    expect(await collectOne(version, { objectType: '0-1', source: { segmentId: '1' } })).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED' } }); // prettier-ignore
    expect(await collectOne(version, { objectType: '0-1', source: { query: 'a' }, cursor: '../1' })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } }); // prettier-ignore
  });
});

describe.each(apiVersions)('finding segments on %s', (version) => {
  const find = (objectType: string, query: string) =>
    payloadOf(crm, version, (hubspot) => findSegments(hubspot, { objectType, query }));

  it('finds those of the object type by a part of their name, with their size', async () => {
    expect((await find('0-1', ' NEWS ')).segments).toEqual([{ id: landmarks.largeSegment, name: 'Newsletter readers', size: 2_500 }]); // prettier-ignore
    expect((await find('0-3', 'news')).segments).toEqual([]);
  });

  it('pages through all of them, fifty at a time, and says how many there are', async () => {
    const [template] = crm.state.lists.values();
    for (let n = 0; template && n < 120; n++) {
      const listId = String(9_000 + n);
      crm.state.lists.set(listId, { ...template, listId, name: `Fair ${n}` });
    }
    const sizes: number[] = [];
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const parameters = { objectType: '0-1', query: 'fair', ...(cursor !== undefined && { cursor }) };
      const page = await payloadOf(crm, version, (hubspot) => findSegments(hubspot, parameters));
      expect(page.total).toBe(120);
      sizes.push(page.segments.length);
      ids.push(...page.segments.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect([sizes, new Set(ids).size]).toEqual([[50, 50, 20], 120]);
  });

  it('finds one by its id, besides those with the number in their name', async () => {
    const [template] = crm.state.lists.values();
    if (template) crm.state.lists.set('7', { ...template, listId: '7', name: `Copy of ${landmarks.largeSegment}` }); // prettier-ignore
    const { segments, total } = await find('0-1', landmarks.largeSegment);
    expect([segments.map(({ id }) => id), total]).toEqual([[landmarks.largeSegment, '7'], 2]);
    expect(segments[0]?.size).toBe(2_500);
    expect((await find('0-2', landmarks.largeSegment)).segments).toEqual([]);
    expect(await find('0-1', '424242')).toMatchObject({ segments: [], total: 0 });
  });

  it.each([
    `https://app.hubspot.com/contacts/12345678/objectLists/${landmarks.largeSegment}/filters`,
    `https://app-eu1.hubspot.com/contacts/12345678/lists/${landmarks.largeSegment}`,
  ])('finds one by the link %s, if its records are of the type', async (link) => {
    expect(await find('0-1', link)).toMatchObject({ segments: [{ id: landmarks.largeSegment, size: 2_500 }], total: 1 }); // prettier-ignore
    expect(await find('0-2', link)).toMatchObject({ segments: [], total: 0 });
    expect(await find('0-1', link.replace(landmarks.largeSegment, '424242'))).toMatchObject({ segments: [] }); // prettier-ignore
  });

  it('refuses a cursor that no answer gave', async () => {
    const answer = await answerOf(crm, version, (hubspot) => findSegments(hubspot, { objectType: '0-1', query: '', cursor: '-1' })); // prettier-ignore
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

describe.each(apiVersions)('describing object types on %s', (version) => {
  const describeFrom = (objectType: string) =>
    answerOf(crm, version, (hubspot) => describeTypes(hubspot, { objectType }));

  it('returns the account’s own names of the types, and the limit of the record’s own type', async () => {
    const type = crm.state.definitionsOf({ id: '0-3' } as never, { id: '0-1' } as never)[0];
    const answer = await describeFrom('0-3');
    if (!answer.ok) throw new Error(answer.error.message);
    const custom = answer.objectTypes.find(({ custom }) => custom);
    expect(custom).toMatchObject({
      id: landmarks.customObjectType,
      singular: expect.stringMatching(/^[A-Z]/),
    });
    expect(answer.objectTypes.find(({ id }) => id === '0-1')?.limit).toBe(type?.maxToObjectIds);
  });

  it('uses HubSpot’s names where a schema cannot be read', async () => {
    crm.faults.add({ name: 'missing-scopes-403', on: 'schemas' });
    expect(await describeFrom('0-2')).toEqual({
      ok: true,
      objectTypes: expect.arrayContaining([
        expect.objectContaining({
          id: '0-1',
          singular: 'Contact',
          plural: 'Contacts',
          labelProperty: 'email',
          custom: false,
        }),
      ]),
    });
  });

  it('returns the labels of each type in the direction of the link, with their limits, and no unlabelled type', async () => {
    const labelsFrom = async (from: string, to: string) => {
      const answer = await describeFrom(from);
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.objectTypes.find(({ id }) => id === to)?.labels;
    };
    expect(await labelsFrom('0-1', '0-2')).toEqual([
      { category: 'HUBSPOT_DEFINED', typeId: 1, name: 'Primary', limit: 1 },
      { category: 'USER_DEFINED', typeId: 931, name: 'Billing contact' },
      { category: 'USER_DEFINED', typeId: 1, name: 'Adviser' },
    ]);
    // Any number of contacts may have one company as their Primary.
    expect(await labelsFrom('0-2', '0-1')).toEqual([
      { category: 'HUBSPOT_DEFINED', typeId: 2, name: 'Primary' },
      { category: 'USER_DEFINED', typeId: 932, name: 'Billing contact' },
      { category: 'USER_DEFINED', typeId: 2, name: 'Advised by' },
    ]);
    expect(await labelsFrom('0-3', '0-1')).toEqual([
      { category: 'USER_DEFINED', typeId: 42, name: 'Decision maker' },
      { category: 'USER_DEFINED', typeId: 44, name: 'Signatory', limit: 1 },
    ]);
    expect(await labelsFrom('0-3', '0-5')).toEqual([]);
  });

  it('is silent about labels that could not be read', async () => {
    crm.faults.add({ name: 'html-502', on: 'other' });
    const answer = await describeFrom('0-2');
    expect(answer).toMatchObject({ ok: true });
    expect(answer.ok && answer.objectTypes.filter((type) => 'labels' in type)).toEqual([]);
  });

  it('fails with UNAUTHORIZED where HubSpot refuses the token', async () => {
    crm.faults.add({ name: 'unauthorized-401' });
    expect(await describeFrom('0-2')).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } });
  });
});
