import type { AssociationLabel, Pair, PreviewParameters, RemoveParameters } from '@bulk-associate/contract';
import { apiVersions, associate, preview, remove, type ApiVersion } from '@bulk-associate/engine';
import { createCrm, type Crm, landmarks, seededId } from 'hubspot-local/crm';
import { answerOf, payloadOf } from './crm-environment';
import { labelsOf, setLabels } from './labelled-links';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { labelledCompany: company, labelledContacts, deal } = landmarks;
const [both = '', primary = '', adviser = '', plain = ''] = labelledContacts;
const fresh = (n: number) => seededId('contact', 4_000 + n);
const otherCompany = seededId('company', 61);

const billing: AssociationLabel = { category: 'USER_DEFINED', typeId: 932 };
const advised: AssociationLabel = { category: 'USER_DEFINED', typeId: 2 };
const primaryLabel: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 2 };
const signatory: AssociationLabel = { category: 'USER_DEFINED', typeId: 44 };

const ofCompany = { fromObjectType: '0-2', toObjectType: '0-1' };
const ofDeal = { fromObjectType: '0-3', toObjectType: '0-1' };
const pair = (from: string, to: string): Pair => ({ from: { id: from }, to: { id: to } });
const withCompany = (...tos: string[]) => ({ ...ofCompany, inputs: tos.map((to) => pair(company, to)) });
const labels = (to: string, from = company) => labelsOf(crm, ofCompany, pair(from, to));
const writes = () => crm.calls.filter(({ kind }) => kind === 'associate' || kind === 'archive');

const notALabel: [string, AssociationLabel][] = [
  ['of the other direction', { category: 'USER_DEFINED', typeId: 931 }],
  ['that is the unlabelled type', { category: 'HUBSPOT_DEFINED', typeId: 280 }],
  ['that was deleted', { category: 'USER_DEFINED', typeId: 999 }],
];

describe.each(apiVersions)('previewing a label on %s', (version: ApiVersion) => {
  const review = async (parameters: PreviewParameters) =>
    (await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters))).outcomes;
  const statuses = async (parameters: PreviewParameters) =>
    (await review(parameters)).map(({ status }) => status);

  it('tells new pairs, linked ones that get the label, and those that have it, and writes nothing', async () => {
    const parameters = { ...withCompany(fresh(0), both, adviser, plain, '99', both), label: billing };
    expect(await statuses(parameters)).toEqual(['new', 'already_associated', 'adds_label', 'adds_label', 'not_found', 'duplicate']); // prettier-ignore
    expect(writes()).toEqual([]);
  });

  it('answers the labels of each linked pair, with a label and without', async () => {
    const parameters = withCompany(fresh(0), both, primary, plain);
    const expected = [undefined, [billing, advised], [primaryLabel], []];
    for (const more of [{}, { label: advised }])
      expect((await review({ ...parameters, ...more })).map(({ labels }) => labels)).toEqual(expected);
  });

  it('answers them where the schemas do not tell which labels of two directions are one', async () => {
    crm.faults.add({ name: 'missing-scopes-403', on: 'schemas' });
    const [outcome] = await review({ ...withCompany(both), label: billing });
    expect(outcome).toMatchObject({ status: 'already_associated', labels: [billing, advised] });
  });

  it.each([1, 2])('says from where Primary moves, by the type %i', async (typeId) => {
    const [from, to] = typeId === 2 ? [otherCompany, primary] : [primary, otherCompany];
    const [there, own] = typeId === 2 ? [company, primary] : [primary, company];
    const types = typeId === 2 ? ofCompany : { fromObjectType: '0-1', toObjectType: '0-2' };
    const label: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId };
    const outcomes = await review({ ...types, inputs: [pair(from, to)], label });
    expect(outcomes).toMatchObject([{ status: 'new', movesFrom: pair(there, own) }]);
    // A record without a Primary, and the pair that has it, move nothing.
    setLabels(crm, ofCompany, pair(company, fresh(0)), []);
    const others = await review({ ...withCompany(fresh(0), primary), label: primaryLabel });
    expect(others.map(({ status, movesFrom }) => [status, movesFrom?.from.id === company])).toEqual([['adds_label', false], ['already_associated', false]]); // prettier-ignore
  }); // prettier-ignore

  it('gives one record no two Primary companies', async () => {
    const inputs = [pair(company, fresh(0)), pair(otherCompany, fresh(0))];
    expect(await statuses({ ...ofCompany, inputs, label: primaryLabel })).toEqual(['new', 'over_limit']);
  });

  it('counts the limit of a label, on either side, beside the limit of links', async () => {
    const inputs = [fresh(0), fresh(1)].map((to) => pair(deal, to));
    expect(await statuses({ ...ofDeal, inputs, label: signatory })).toEqual(['new', 'over_limit']);
    expect(await statuses({ ...ofDeal, inputs, label: signatory, alone: true })).toEqual(['new', 'new']);
    setLabels(crm, ofDeal, pair(deal, fresh(2)), [signatory]);
    expect(await statuses({ ...ofDeal, inputs, label: signatory })).toEqual(['over_limit', 'over_limit']);
    expect(await statuses({ ...ofDeal, inputs })).toEqual(['new', 'new']);
    const back: AssociationLabel = { category: 'USER_DEFINED', typeId: 43 };
    const turned = { fromObjectType: '0-1', toObjectType: '0-3', inputs: [pair(fresh(0), deal)] };
    expect(await statuses({ ...turned, label: back })).toEqual(['over_limit']);
  });

  it('says for how many more pairs the from record may have the label', async () => {
    const inputs = [fresh(0), fresh(1)].map((to) => pair(deal, to));
    const roomOf = async (label: AssociationLabel) =>
      (await payloadOf(crm, version, (hubspot) => preview(hubspot, { ...ofDeal, inputs, label }))).room
        ?.label;
    expect(await roomOf(signatory)).toBe(1);
    setLabels(crm, ofDeal, pair(deal, fresh(2)), [signatory]);
    expect(await roomOf(signatory)).toBe(0);
  });

  it.each(notALabel)('refuses a label %s', async (_, label) => {
    const answer = await answerOf(crm, version, (hubspot) =>
      preview(hubspot, { ...withCompany(both), label }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });
});

describe.each(apiVersions)('removing with labels on %s', (version: ApiVersion) => {
  const removed = async (parameters: RemoveParameters) =>
    (await payloadOf(crm, version, (hubspot) => remove(hubspot, parameters))).outcomes;

  it('takes one label, leaves the link and the other labels, and calls removed what has it no more', async () => {
    const outcomes = await removed({ ...withCompany(both, adviser, plain, fresh(0)), label: advised });
    expect(outcomes.map(({ status, labels }) => [status, labels])).toEqual([
      ['removed', [billing, advised]],
      ['removed', [advised]],
      ['removed', []],
      ['removed', undefined],
    ]);
    expect([both, adviser, plain, fresh(0)].map((to) => labels(to))).toEqual([['USER_DEFINED 932'], [], [], undefined]); // prettier-ignore
    expect(writes().map(({ inputs, path }) => [inputs, path.endsWith('/batch/labels/archive')])).toEqual([[2, true]]); // prettier-ignore
  });

  it('takes whole links with all labels, and answers what each had', async () => {
    const outcomes = await removed({ ...withCompany(both, primary, plain, fresh(0)), labelled: 'remove' });
    expect(outcomes.map(({ status, labels }) => [status, labels])).toEqual([
      ['removed', [billing, advised]],
      ['removed', [primaryLabel]],
      ['removed', []],
      ['removed', undefined],
    ]);
    expect([both, primary, plain].map((to) => labels(to))).toEqual([undefined, undefined, undefined]);
  });

  it('keeps a pair with a label, unless the input names all of them', async () => {
    const given = [
      { ...pair(company, both), labels: [billing] },
      { ...pair(company, primary), labels: [primaryLabel] },
      { ...pair(company, adviser) },
      { ...pair(company, plain), labels: [billing] },
    ];
    const outcomes = await removed({ ...ofCompany, inputs: given });
    expect(outcomes.map(({ status }) => status)).toEqual(['kept', 'removed', 'kept', 'removed']);
    expect([both, primary, adviser, plain].map((to) => labels(to))).toEqual([
      ['USER_DEFINED 2', 'USER_DEFINED 932'],
      undefined,
      ['USER_DEFINED 2'],
      undefined,
    ]);
  });

  it.each(notALabel)('refuses a label %s before it removes anything', async (_, label) => {
    const parameters = { ...withCompany(both, plain), label };
    const answer = await answerOf(crm, version, (hubspot) => remove(hubspot, parameters));
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect([writes(), labels(both), labels(plain)]).toEqual([[], ['USER_DEFINED 2', 'USER_DEFINED 932'], []]);
  });

  it('undoes a run that gave a label: what was linked loses the label, what was not loses the link, also where HubSpot made it Primary', async () => {
    crm.change({ labelRules: { firstCompany: 'becomes-primary' } });
    const lonely = fresh(50);
    for (const id of crm.state.partnersOf({ id: '0-1' } as never, lonely, { id: '0-2' } as never)?.keys() ??
      [])
      crm.state.setLink({ id: '0-1' } as never, lonely, { id: '0-2' } as never, id, []);
    const parameters = { ...withCompany(lonely, fresh(51), adviser), label: billing };
    const before = await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters));
    expect(before.outcomes.map(({ status }) => status)).toEqual(['new', 'new', 'adds_label']);
    await payloadOf(crm, version, (hubspot) => associate(hubspot, parameters));
    expect(labels(lonely)).toEqual(['HUBSPOT_DEFINED 2', 'USER_DEFINED 932']);
    const after = await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters));
    // Meanwhile a person gives one of the new links a label.
    setLabels(crm, ofCompany, pair(company, fresh(51)), [billing, advised]);
    const made = after.outcomes.slice(0, 2).map(({ from, to, labels = [] }) => ({ from, to, labels }));
    const links = await removed({ ...ofCompany, inputs: made });
    expect(links.map(({ status }) => status)).toEqual(['removed', 'kept']);
    await removed({ ...withCompany(adviser), label: billing });
    expect([lonely, fresh(51), adviser].map((to) => labels(to))).toEqual([
      undefined,
      ['USER_DEFINED 2', 'USER_DEFINED 932'],
      ['USER_DEFINED 2'],
    ]);
  });

  it('gives Primary back to the company that it was moved from', async () => {
    const parameters = { ...ofCompany, inputs: [pair(otherCompany, primary)], label: primaryLabel };
    const { outcomes } = await payloadOf(crm, version, (hubspot) => preview(hubspot, parameters));
    await payloadOf(crm, version, (hubspot) => associate(hubspot, parameters));
    expect([labels(primary), labels(primary, otherCompany)]).toEqual([[], ['HUBSPOT_DEFINED 2']]);
    const inputs = outcomes.flatMap(({ movesFrom }) => movesFrom ?? []);
    await payloadOf(crm, version, (hubspot) =>
      associate(hubspot, { ...ofCompany, inputs, label: primaryLabel }),
    );
    await removed({ ...ofCompany, inputs: [{ ...pair(otherCompany, primary), labels: [primaryLabel] }] });
    expect([labels(primary), labels(primary, otherCompany)]).toEqual([['HUBSPOT_DEFINED 2'], undefined]);
  });
});
