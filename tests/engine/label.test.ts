import type { AssociateParameters, AssociationLabel } from '@bulk-associate/contract';
import { apiVersions, associate, type ApiVersion } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, type Crm, landmarks, seededId } from 'hubspot-local/crm';
import { typeNamed } from 'hubspot-local/crm/testing';
import { answerOf, hubspotOf, payloadOf } from './crm-environment';
import { labelsOf as heldBy, setLabels } from './labelled-links';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { labelledCompany: company, labelledContacts } = landmarks;
const [both = '', primary = '', adviser = '', plain = ''] = labelledContacts;
const fresh = (n: number) => seededId('contact', 4_000 + n);

// From a company to a contact. The account has a label of its own with the id of HubSpot's Primary.
const billing: AssociationLabel = { category: 'USER_DEFINED', typeId: 932 };
const advised: AssociationLabel = { category: 'USER_DEFINED', typeId: 2 };
const primaryLabel: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 2 };

const pairs = (tos: string[], more: Partial<AssociateParameters> = {}): AssociateParameters => ({
  fromObjectType: '0-2',
  toObjectType: '0-1',
  inputs: tos.map((to) => ({ from: { id: company }, to: { id: to } })),
  ...more,
});

/** The labels of a pair as the CRM holds them, seen from the company; undefined without a link. */
const labelsOf = (contact: string, of = company) =>
  heldBy(crm, pairs([]), { from: { id: of }, to: { id: contact } });

const writes = () => crm.calls.filter(({ kind }) => kind === 'associate' || kind === 'archive');

describe.each(apiVersions)('associating with a label on %s', (version: ApiVersion) => {
  const outcomesOf = async (parameters: AssociateParameters) =>
    (await payloadOf(crm, version, (hubspot) => associate(hubspot, parameters))).outcomes;
  const refusalOf = async (parameters: AssociateParameters) => {
    const answer = await answerOf(crm, version, (hubspot) => associate(hubspot, parameters));
    return answer.ok ? undefined : answer.error;
  };

  it('links what is not linked, and gives every pair the label beside those it has', async () => {
    const tos = [fresh(0), both, primary, adviser, plain];
    const outcomes = await outcomesOf(pairs(tos, { label: billing }));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('associated'));
    expect(tos.map((to) => labelsOf(to))).toEqual([
      ['USER_DEFINED 932'],
      ['USER_DEFINED 2', 'USER_DEFINED 932'],
      ['HUBSPOT_DEFINED 2', 'USER_DEFINED 932'],
      ['USER_DEFINED 2', 'USER_DEFINED 932'],
      ['USER_DEFINED 932'],
    ]);
  });

  it('answers the labels that each linked pair had before', async () => {
    const outcomes = await outcomesOf(pairs([fresh(0), both, primary, plain], { label: advised }));
    expect(outcomes.map(({ labels }) => labels)).toEqual([undefined, [billing, advised], [primaryLabel], []]);
  });

  it('sends nothing for a pair that has the label, and only the label itself for one that has none', async () => {
    await outcomesOf(pairs([both, adviser], { label: advised }));
    expect(writes()).toEqual([]);
    await outcomesOf(pairs([both, plain, fresh(0)], { label: advised }));
    expect(writes().map(({ inputs, path }) => [inputs, path.endsWith('/batch/create')])).toEqual([[2, true]]);
  });

  it('gives each pair the labels of its own input, so that what was removed can be restored', async () => {
    const inputs = [
      { from: { id: company }, to: { id: fresh(0) }, labels: [billing, primaryLabel] },
      { from: { id: company }, to: { id: fresh(1) }, labels: [] },
      { from: { id: company }, to: { id: primary }, labels: [advised] },
    ];
    const outcomes = await outcomesOf(pairs([], { inputs }));
    expect(outcomes.map(({ status }) => status)).toEqual(['associated', 'associated', 'associated']);
    expect([fresh(0), fresh(1), primary].map((to) => labelsOf(to))).toEqual([
      ['HUBSPOT_DEFINED 2', 'USER_DEFINED 932'],
      [],
      ['HUBSPOT_DEFINED 2', 'USER_DEFINED 2'],
    ]);
  });

  it.each<[string, AssociationLabel]>([
    ['of the other direction', { category: 'USER_DEFINED', typeId: 931 }],
    ['of other types', { category: 'USER_DEFINED', typeId: 42 }],
    ['of another category', { category: 'HUBSPOT_DEFINED', typeId: 932 }],
    ['that is the unlabelled type', { category: 'HUBSPOT_DEFINED', typeId: 280 }],
    ['that was deleted', { category: 'USER_DEFINED', typeId: 999 }],
  ])('refuses a label %s before it writes anything', async (_, label) => {
    expect(await refusalOf(pairs([fresh(0), both], { label }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(writes()).toEqual([]);
    // A single input with it fails alone, and keeps what it has.
    const inputs = [
      { from: { id: company }, to: { id: both }, labels: [label] },
      { from: { id: company }, to: { id: fresh(1) }, labels: [billing] },
    ];
    const outcomes = await outcomesOf(pairs([], { inputs }));
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'associated']);
    expect([labelsOf(both), labelsOf(fresh(1))]).toEqual([
      ['USER_DEFINED 2', 'USER_DEFINED 932'],
      ['USER_DEFINED 932'],
    ]);
  });

  it('fails a missing record and a pair over the limit of the label alone', async () => {
    const deal = landmarks.deal;
    const signatory: AssociationLabel = { category: 'USER_DEFINED', typeId: 44 };
    const parameters = {
      fromObjectType: '0-3',
      toObjectType: '0-1',
      label: signatory,
      inputs: ['99', fresh(0), fresh(1)].map((to) => ({ from: { id: deal }, to: { id: to } })),
    };
    const outcomes = await outcomesOf(parameters);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'associated', 'failed']);
    expect(outcomes[2]?.error?.message).toContain('Signatory');
    expect(crm.isAssociated('0-3', deal, '0-1', fresh(1))).toBe(false);
  });

  it('moves Primary to the company that gets it, and gives one record no two of them', async () => {
    const other = seededId('company', 61);
    const inputs = [company, other].map((of) => ({ from: { id: of }, to: { id: fresh(0) } }));
    const outcomes = await outcomesOf({ ...pairs([primary]), inputs: [{ from: { id: other }, to: { id: primary } }, ...inputs], label: primaryLabel }); // prettier-ignore
    expect(outcomes.map(({ status }) => status)).toEqual(['associated', 'associated', 'failed']);
    expect([labelsOf(primary), labelsOf(primary, other)]).toEqual([[], ['HUBSPOT_DEFINED 2']]);
    expect([labelsOf(fresh(0)), labelsOf(fresh(0), other)]).toEqual([['HUBSPOT_DEFINED 2'], undefined]);
  });

  it('says associated only of what a read shows, where the answer names no label', async () => {
    crm.faults.add({ name: 'results-without-labels', on: 'associate' });
    const outcomes = await outcomesOf(pairs([fresh(0), both], { label: primaryLabel }));
    expect(outcomes.map(({ status }) => status)).toEqual(['associated', 'associated']);
    expect(labelsOf(both)).toEqual(['HUBSPOT_DEFINED 2', 'USER_DEFINED 2', 'USER_DEFINED 932']);
    crm.faults.clear();
    crm.faults.add({ name: 'empty-complete', on: 'associate' });
    const failed = await outcomesOf(pairs([fresh(1), primary], { label: billing }));
    expect(failed.map(({ status, error }) => [status, error?.retryable])).toEqual([['failed', true], ['failed', true]]); // prettier-ignore
    expect(labelsOf(primary)).toEqual(['HUBSPOT_DEFINED 2']);
  });

  it('reads back a pair whose label has the text of another one', async () => {
    const [from, to] = [typeNamed('0-2'), typeNamed('0-1')];
    const type = crm.state.definitionOf(from, to, 'USER_DEFINED', 932);
    if (type) crm.state.changeDefinition(from, to, type, { label: 'Primary' });
    const outcomes = await outcomesOf(pairs([fresh(0)], { label: billing }));
    expect(outcomes.map(({ status }) => status)).toEqual(['associated']);
    expect(crm.calls.filter(({ kind }) => kind === 'readAssociations')).toHaveLength(2);
  });

  it('keeps a label that a pair gains between two batches of one call', async () => {
    // HubSpot takes 100 pairs and answers slowly: the last batch starts seconds after the first read.
    const time = new VirtualTime();
    crm = createCrm({ maxInputs: 100, latencyMs: 2_000, now: time.now, sleep: time.sleep });
    const tos = Array.from({ length: 300 }, (_, n) => fresh(n));
    const late = tos.at(-1) ?? '';
    const hubspot = hubspotOf(crm, time, () => 0.5, version);
    const { send } = hubspot.environment;
    hubspot.environment.send = async (request, signal) => {
      const response = await send(request, signal);
      if (request.path.endsWith('/batch/create') && !labelsOf(late))
        setLabels(crm, pairs([]), { from: { id: company }, to: { id: late } }, [advised]);
      return response;
    };
    const parameters = pairs(tos, { label: billing, batchSize: 100 });
    const answer = await time.run(() => associate(hubspot, parameters));
    expect(answer).toMatchObject({ ok: true });
    expect(labelsOf(late)).toContain('USER_DEFINED 2');
  });

  it('gives paired labels between records of one type in their direction, beside those of either', async () => {
    const types = { fromObjectType: '0-2', toObjectType: '0-2' };
    const [a, b, c] = [70, 71, 72].map((n) => seededId('company', n)) as [string, string, string];
    const pair = (from: string, to: string) => ({ from: { id: from }, to: { id: to } });
    const child: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 13 };
    const parent: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 14 };
    const partner: AssociationLabel = { category: 'USER_DEFINED', typeId: 61 };
    setLabels(crm, types, pair(a, b), [partner]);
    setLabels(crm, types, pair(c, a), [child]);
    const outcomes = await outcomesOf({ ...types, inputs: [pair(a, b), pair(a, c)], label: partner });
    expect(outcomes.map(({ status, labels }) => [status, labels])).toEqual([['associated', [partner]], ['associated', [parent]]]); // prettier-ignore
    await outcomesOf({ ...types, inputs: [pair(a, b)], label: child });
    const held = [pair(a, b), pair(b, a), pair(a, c), pair(c, a)].map((one) => heldBy(crm, types, one));
    expect(held).toEqual([
      ['HUBSPOT_DEFINED 13', 'USER_DEFINED 61'],
      ['HUBSPOT_DEFINED 14', 'USER_DEFINED 61'],
      ['HUBSPOT_DEFINED 14', 'USER_DEFINED 61'],
      ['HUBSPOT_DEFINED 13', 'USER_DEFINED 61'],
    ]);
  });

  it.each([true, false])('keeps the labels of a record with pages of links, with readable schemas: %p', async (hasSchemas) => {
    const tos = Array.from({ length: 1_300 }, (_, n) => seededId('contact', 3_600 + n));
    tos.forEach((to, n) => setLabels(crm, pairs([]), { from: { id: company }, to: { id: to } }, n % 3 === 0 ? [advised] : n % 7 === 0 ? [primaryLabel, advised] : [])); // prettier-ignore
    const before = tos.map((to) => labelsOf(to));
    if (!hasSchemas) crm.faults.add({ name: 'missing-scopes-403', on: 'schemas' });
    const some = tos.slice(300);
    const outcomes = await outcomesOf(pairs(some, { label: billing, batchSize: 1_000 }));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['associated']));
    expect(tos.map((to) => labelsOf(to))).toEqual(before.map((labels, n) => [...(labels ?? []), ...(n < 300 ? [] : ['USER_DEFINED 932'])])); // prettier-ignore
    expect(crm.calls.length).toBeLessThanOrEqual(hasSchemas ? 8 : 14);
  }); // prettier-ignore

  it('refuses a label that was deleted after a warm function has listed it, and loses nothing', async () => {
    const time = new VirtualTime();
    const hubspot = hubspotOf(crm, time, () => 0.5, version);
    const call = (to: string, label: AssociationLabel) =>
      time.run(() => associate(hubspot, pairs([to], { label })));
    expect(await call(fresh(0), billing)).toMatchObject({ ok: true });
    const [of, to] = [typeNamed('0-2'), typeNamed('0-1')];
    const type = crm.state.definitionOf(of, to, 'USER_DEFINED', 932);
    if (type) crm.state.removeDefinition(of, to, type);
    expect(await call(primary, billing)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(labelsOf(primary)).toEqual(['HUBSPOT_DEFINED 2']);
    crm.calls.length = 0;
    expect(await call(primary, billing)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(writes()).toEqual([]);
  });

  it('finds a label that was made after a warm function has listed the others', async () => {
    const time = new VirtualTime();
    const hubspot = hubspotOf(crm, time, () => 0.5, version);
    const call = (to: string, label: AssociationLabel) =>
      time.run(() => associate(hubspot, pairs([to], { label })));
    await call(fresh(0), billing);
    const path = hubspot.paths.labels('0-2', '0-1');
    const body = { label: 'Mentor', name: 'mentor' };
    const made = await hubspot.environment.send({ method: 'POST', path, body }, new AbortController().signal);
    const { results } = JSON.parse(await made.text()) as { results: { typeId: number }[] };
    const typeId = results[0]?.typeId ?? 0;
    const answer = await call(both, { category: 'USER_DEFINED', typeId });
    expect(answer.ok && answer.outcomes.map(({ status }) => status)).toEqual(['associated']);
    expect(labelsOf(both)).toEqual([`USER_DEFINED ${typeId}`, 'USER_DEFINED 2', 'USER_DEFINED 932']);
  });

  it('writes nothing where it cannot read the labels first', async () => {
    crm.faults.add({ name: 'html-502', on: 'readAssociations' });
    expect(await refusalOf(pairs([both, fresh(0)], { label: primaryLabel }))).toMatchObject({ code: 'HUBSPOT_UNAVAILABLE' }); // prettier-ignore
    expect(writes()).toEqual([]);
  });
});
