import type { PreviewParameters } from '@bulk-associate/contract';
import { apiVersions, associate, preview, type ApiVersion } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, type Crm, landmarks, seededId } from 'hubspot-local/crm';
import { limitLinks } from 'hubspot-local/crm/testing';
import { answerOf, hubspotOf, payloadOf } from './crm-environment';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const contacts = (count: number, first = 100) =>
  Array.from({ length: count }, (_, n) => seededId('contact', first + n));
const fromTo = (fromObjectType: string, from: string, toObjectType: string, tos: string[]) => ({
  fromObjectType,
  toObjectType,
  inputs: tos.map((to) => ({ from: { id: from }, to: { id: to } })),
});
const ofCompany = (tos: string[]) => fromTo('0-2', landmarks.company, '0-1', tos);
const ofFullDeal = (tos: string[]) => fromTo('0-3', landmarks.nearlyFullDeal, '0-1', tos);

async function statuses(version: ApiVersion, parameters: PreviewParameters) {
  const { outcomes } = await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters));
  expect(outcomes.map(({ to }) => to.id)).toEqual(parameters.inputs.map(({ to }) => to.id));
  return outcomes.map(({ status }) => status);
}

describe.each(apiVersions)('previewing on %s', (version) => {
  it('previews a thousand records with at most fifteen requests, all of them reads', async () => {
    const tos = contacts(1_000);
    expect(new Set(await statuses(version, ofCompany(tos)))).toEqual(new Set(['new']));
    expect(crm.calls.length).toBeLessThanOrEqual(15);
    expect(crm.calls.filter(({ kind }) => kind === 'associate' || kind === 'archive')).toEqual([]);
  });

  it('finds links beyond the first page of a record with hundreds of links', async () => {
    const linked = [...(crm.state.partnersOf({ id: '0-3' } as never, landmarks.nearlyFullDeal, { id: '0-1' } as never)?.keys() ?? [])]; // prettier-ignore
    expect(linked.length).toBe(997);
    const parameters = ofFullDeal([linked[0] ?? '', linked[996] ?? '']);
    expect(await statuses(version, parameters)).toEqual(['already_associated', 'already_associated']);
  });

  it('respects a limit that an admin has set', async () => {
    limitLinks(crm, '0-2', '0-1', 4);
    expect(await statuses(version, ofCompany(contacts(4)))).toEqual([
      'new',
      'new',
      'over_limit',
      'over_limit',
    ]);
  });

  it('allows as many new pairs as the limit has left, and counts no missing record', async () => {
    const tos = ['99', ...contacts(3, 2_000), '98', seededId('contact', 2_003)];
    expect(await statuses(version, ofFullDeal(tos))).toEqual(['not_found', 'new', 'new', 'new', 'not_found', 'over_limit']); // prettier-ignore
  });

  it('says how many more links the from record has room for, before any of these pairs', async () => {
    const roomOf = async (parameters: PreviewParameters) =>
      (await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters))).room;
    expect(await roomOf(ofFullDeal(contacts(2, 2_000)))).toEqual({ associations: 3 });
    expect(await roomOf(ofFullDeal(contacts(5, 2_000)))).toEqual({ associations: 3 });
    const { inputs } = fromTo('0-3', seededId('deal', 2), '0-1', contacts(1, 2_000));
    const several = { ...ofFullDeal(contacts(1, 2_000)) };
    expect(await roomOf({ ...several, inputs: [...several.inputs, ...inputs] })).toBeUndefined();
  });

  it('says it of each from record that has a limit, where the pairs have several', async () => {
    const { inputs } = fromTo('0-3', seededId('deal', 2), '0-1', contacts(1, 2_000));
    const full = ofFullDeal(contacts(2, 2_000));
    const parameters = { ...full, inputs: [...full.inputs, ...inputs] };
    const { rooms = {} } = await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters));
    const [deal = '', another = ''] = new Set(parameters.inputs.map(({ from }) => from.id));
    expect(rooms[deal]).toEqual({ associations: 3 });
    expect(rooms[another]?.associations).toBeGreaterThan(3);
  });

  it('is not_found where the from record is missing', async () => {
    expect(await statuses(version, fromTo('0-2', '99', '0-1', contacts(2)))).toEqual([
      'not_found',
      'not_found',
    ]);
  });

  it('is unknown, with the reason, where HubSpot gives no answer, and never not_found', async () => {
    crm.faults.add({ name: 'html-502', on: 'readAssociations' });
    const answer = await payloadOf(crm, version, (hubspot) => preview(hubspot, ofCompany(contacts(3))));
    expect(answer.outcomes.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(answer.stopped).toMatchObject({ code: 'HUBSPOT_UNAVAILABLE' });
  });

  it('is unknown, never new, where HubSpot does not say whether the records exist', async () => {
    crm.faults.add({ name: 'html-502', on: 'objects' });
    expect(await statuses(version, ofCompany(contacts(2)))).toEqual(['unknown', 'unknown']);
  });

  it('returns what is known, with the reason for the rest, where HubSpot ends the reads in between', async () => {
    const [linked = ''] = crm.state.partnersOf({ id: '0-3' } as never, landmarks.nearlyFullDeal, { id: '0-1' } as never)?.keys() ?? []; // prettier-ignore
    crm.faults.add({ name: 'unauthorized-401', on: 'objects' });
    const parameters = ofFullDeal([linked, ...contacts(1, 2_000)]);
    const answer = await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters));
    expect(answer.outcomes.map(({ status }) => status)).toEqual(['already_associated', 'unknown']);
    expect(answer.stopped).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('judges each pair by itself where the pairs are alternatives', async () => {
    const tos = contacts(5);
    expect(await statuses(version, { ...ofFullDeal(tos), alone: true })).toEqual(tos.map(() => 'new'));
  });

  it('works without limits where the app may not read them', async () => {
    crm.faults.add({ name: 'missing-scopes-403', on: 'limits' });
    crm.faults.add({ name: 'missing-scopes-403', on: 'schemas' });
    expect(await statuses(version, ofCompany(contacts(2)))).toEqual(['new', 'new']);
  });

  it('fails with UNAUTHORIZED where HubSpot refuses the token', async () => {
    crm.faults.add({ name: 'unauthorized-401' });
    const answer = await answerOf(crm, version, (hubspot) => preview(hubspot, ofCompany(contacts(2))));
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } });
  });
});

describe.each(apiVersions)('a refused read in a preview on %s', (version) => {
  const linkedToFullDeal = () => [...(crm.state.partnersOf({ id: '0-3' } as never, landmarks.nearlyFullDeal, { id: '0-1' } as never)?.keys() ?? [])]; // prettier-ignore
  const reads = () => crm.calls.filter(({ kind }) => kind === 'readAssociations').length;

  it('of one side is settled by the other side, though its record has 997 links', async () => {
    crm.faults.add({ name: 'invalid-ids-400', on: 'readAssociations', times: 1 });
    const tos = linkedToFullDeal().slice(0, 990);
    expect(new Set(await statuses(version, ofFullDeal(tos)))).toEqual(new Set(['already_associated']));
    expect(reads()).toBeLessThanOrEqual(3);
  });

  it('of both sides is sent again in halves', async () => {
    crm.faults.add({ name: 'invalid-ids-400', on: 'readAssociations', times: 2 });
    const tos = linkedToFullDeal();
    expect(new Set(await statuses(version, ofFullDeal(tos)))).toEqual(new Set(['already_associated']));
    expect(reads()).toBeLessThanOrEqual(4);
  });

  it('of a single record is repeated once', async () => {
    crm.faults.add({ name: 'invalid-ids-400', on: 'objects', times: 1 });
    expect(new Set(await statuses(version, ofCompany(contacts(300))))).toEqual(new Set(['new']));
  });
});

describe.each(apiVersions)('previewing records that HubSpot has named, on %s', (version) => {
  /** The kinds of the requests of two calls in a row to one process, sorted. */
  async function coldAndWarm(parameters: ReturnType<typeof fromTo>) {
    const time = new VirtualTime();
    const hubspot = hubspotOf(crm, time, () => 0.5, version);
    const kindsOfOneCall = async () => {
      crm.calls.length = 0;
      const answer = await time.run(() => preview(hubspot, { ...parameters, seen: true }));
      return { answer, kinds: crm.calls.map(({ kind }) => kind).sort() };
    };
    return { cold: await kindsOfOneCall(), warm: await kindsOfOneCall() };
  }

  it.each([10, 100, 1_000])(
    'takes three requests for %i of them, and two in a warm process',
    async (count) => {
      const { cold, warm } = await coldAndWarm(ofCompany(contacts(count)));
      expect(cold.kinds).toEqual(['readAssociations', 'readAssociations', 'schemas']);
      expect(warm.kinds).toEqual(['readAssociations', 'readAssociations']);
      expect(warm.answer).toEqual(cold.answer);
    },
  );

  it('takes one more for a record with more links than a page', async () => {
    const { cold, warm } = await coldAndWarm(ofFullDeal(contacts(10, 2_000)));
    expect(cold.kinds).toEqual(['limits', 'readAssociations', 'readAssociations', 'schemas']);
    expect(warm.kinds).toEqual(['limits', 'readAssociations', 'readAssociations']);
  });

  it('sends its requests at once', async () => {
    const time = new VirtualTime();
    crm = createCrm({ now: time.now, sleep: time.sleep, latencyMs: 100 });
    const parameters = { ...ofCompany(contacts(10)), seen: true };
    await time.run(() =>
      preview(
        hubspotOf(crm, time, () => 0.5, version),
        parameters,
      ),
    );
    expect(time.now()).toBe(100);
  });

  it('distinguishes what is linked and what is over the limit', async () => {
    const [linked = ''] = crm.state.partnersOf({ id: '0-3' } as never, landmarks.nearlyFullDeal, { id: '0-1' } as never)?.keys() ?? []; // prettier-ignore
    const { cold } = await coldAndWarm(ofFullDeal([linked, ...contacts(4, 2_000)]));
    expect(cold.answer).toMatchObject({
      ok: true,
      outcomes: ['already_associated', 'new', 'new', 'new', 'over_limit'].map((status) => ({ status })),
    });
  });

  it('takes a record that is gone for new: the run then says that it is not there', async () => {
    const parameters = ofCompany(['99']);
    const { cold } = await coldAndWarm(parameters);
    expect(cold.answer).toMatchObject({ outcomes: [{ status: 'new' }] });
    const { outcomes } = await payloadOf(crm, version, (hubspot) => associate(hubspot, parameters));
    expect(outcomes).toMatchObject([{ status: 'failed', error: { message: expect.stringContaining('99') } }]);
  });

  it('reads the limits again after five minutes', async () => {
    const time = new VirtualTime();
    const hubspot = hubspotOf(crm, time, () => 0.5, version);
    const statusesNow = async () => {
      const answer = await time.run(() => preview(hubspot, { ...ofCompany(contacts(3)), seen: true }));
      return answer.ok ? answer.outcomes.map(({ status }) => status) : [];
    };
    await statusesNow();
    limitLinks(crm, '0-2', '0-1', 4);
    await time.run(() => time.sleep(5 * 60_000));
    expect(await statusesNow()).toEqual(['new', 'new', 'over_limit']);
  });

  it('is unknown, never new, where HubSpot gives no answer about the links', async () => {
    crm.faults.add({ name: 'html-502', on: 'readAssociations' });
    const { cold } = await coldAndWarm(ofCompany(contacts(2)));
    expect(cold.answer).toMatchObject({ ok: true, outcomes: [{ status: 'unknown' }, { status: 'unknown' }] });
  });
});
