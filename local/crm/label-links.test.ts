import { createCrm, type Crm } from './crm';
import type { LabelRules } from './label-rules';
import { landmarks, seededId } from './seed';
import { ask, pairsOf, typeNamed } from './testing/ask';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { labelledCompany: company, labelledContacts, nearlyFullDeal } = landmarks;
const [both = '', primary = '', adviser = '', plain = ''] = labelledContacts;
const fresh = (n: number) => seededId('contact', 4_000 + n);
const otherCompany = seededId('company', 61);

const own = (typeId: number) => ({ associationCategory: 'USER_DEFINED', associationTypeId: typeId });
const hubspots = (typeId: number) => ({ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeId });

/** The labels of a pair as the state holds them, in each direction, with category and id. */
function labelsOf(fromType: string, from: string, toType: string, to: string): string[] | undefined {
  const types = crm.state.partnersOf(typeNamed(fromType), from, typeNamed(toType))?.get(to);
  return types?.flatMap(({ category, typeId, label }) => (label === null ? [] : [`${category} ${typeId}`]));
}
const ofContact = (id: string, of = company) => labelsOf('0-1', id, '0-2', of);
const ofCompany = (id: string, of = company) => labelsOf('0-2', of, '0-1', id);

describe.each(['/crm/v4/associations', '/crm/associations/2026-09'])('at %s', (base) => {
  const post = (path: string, inputs: object[]) => ask(crm, `${base}/${path}`, { body: { inputs } });
  const create = (contacts: string[], types: object[], from = company) =>
    post('0-2/0-1/batch/create', pairsOf(from, ...contacts).map((pair) => ({ ...pair, types }))); // prettier-ignore
  const rules = (labelRules: LabelRules) => crm.change({ labelRules });

  it('the account has labels of every kind on some of its links', () => {
    expect([both, primary, adviser, plain].map((id) => ofContact(id))).toEqual([
      ['USER_DEFINED 931', 'USER_DEFINED 1'],
      ['HUBSPOT_DEFINED 1'],
      ['USER_DEFINED 1'],
      [],
    ]);
    expect(ofCompany(both)).toEqual(['USER_DEFINED 932', 'USER_DEFINED 2']);
  });

  describe('a write of labels', () => {
    it.each<[LabelRules, string[]]>([
      [{}, ['USER_DEFINED 931']],
      [{ replaced: 'custom' }, ['HUBSPOT_DEFINED 1', 'USER_DEFINED 931']],
      [{ replaced: 'none' }, ['HUBSPOT_DEFINED 1', 'USER_DEFINED 1', 'USER_DEFINED 931']],
    ])('with %j leaves the pair with %j', async (some, left) => {
      await create([fresh(0)], [hubspots(2), own(2)]);
      expect(ofContact(fresh(0))).toEqual(['HUBSPOT_DEFINED 1', 'USER_DEFINED 1']);
      rules(some);
      await create([fresh(0)], [own(932)]);
      expect(ofContact(fresh(0))).toEqual(left);
    });

    it('tells types of one id apart by their category', async () => {
      await create([fresh(0)], [own(2)]);
      await create([fresh(1)], [hubspots(2)]);
      expect([ofContact(fresh(0)), ofContact(fresh(1))]).toEqual([['USER_DEFINED 1'], ['HUBSPOT_DEFINED 1']]);
    });

    it.each([
      ['of the other direction', own(931)],
      ['of other types', own(41)],
      ['of another category', hubspots(932)],
    ])('with a type %s is refused as a whole', async (_, type) => {
      const { status, body } = await create([fresh(0)], [own(932), type]);
      expect([status, body?.['category']]).toEqual([400, 'VALIDATION_ERROR']);
      expect(body?.['context']).toMatchObject({ INVALID_ASSOCIATION_TYPE_ID: [expect.any(String)] });
      expect(ofContact(fresh(0))).toBeUndefined();
    });

    it('without any type is refused', async () => {
      expect((await create([fresh(0)], [])).status).toBe(400);
    });

    it.each(['207', '200', '400-whole-batch'] as const)(
      'with bad pairs answers %s',
      async (partialFailure) => {
        crm.change({ partialFailure });
        const { status, body } = await create([fresh(0), '99'], [own(932)]);
        expect(status).toBe(partialFailure === '400-whole-batch' ? 400 : Number(partialFailure));
        expect(ofContact(fresh(0))).toEqual(partialFailure === '400-whole-batch' ? undefined : ['USER_DEFINED 931']); // prettier-ignore
        if (status !== 400) expect([body?.results?.length, body?.['numErrors']]).toEqual([1, 1]);
      },
    );

    it('that is refused as a whole has changed nothing, Primary included', async () => {
      crm.change({ partialFailure: '400-whole-batch' });
      await create([primary, '99'], [hubspots(2)], otherCompany);
      expect([ofContact(primary), ofContact(primary, otherCompany)]).toEqual([
        ['HUBSPOT_DEFINED 1'],
        undefined,
      ]);
    });
  });

  describe('Primary', () => {
    it('moves from the company that has it, which keeps its other labels and the link', async () => {
      await create([primary], [hubspots(2), own(2)]);
      await create([primary], [hubspots(2)], otherCompany);
      expect(ofContact(primary, otherCompany)).toEqual(['HUBSPOT_DEFINED 1']);
      expect(ofCompany(primary, otherCompany)).toEqual(['HUBSPOT_DEFINED 2']);
      expect([ofContact(primary), ofCompany(primary)]).toEqual([['USER_DEFINED 1'], ['USER_DEFINED 2']]);
    });

    it('is had by any number of contacts of one company', async () => {
      await create([fresh(0), fresh(1), fresh(2)], [hubspots(2)]);
      expect([0, 1, 2].map((n) => ofContact(fresh(n)))).toEqual(Array(3).fill(['HUBSPOT_DEFINED 1']));
    });

    it('is refused to a second company, where that is the rule', async () => {
      rules({ secondPrimary: 'is-refused' });
      const { status, body } = await create([primary], [hubspots(2)], otherCompany);
      expect([status, body?.errors?.[0]?.category]).toEqual([207, 'VALIDATION_ERROR']);
      expect([ofContact(primary), ofContact(primary, otherCompany)]).toEqual([
        ['HUBSPOT_DEFINED 1'],
        undefined,
      ]);
    });

    it.each(['associate/default', 'create'])('is given by %s to a first company, where that is the rule', async (operation) => {
      rules({ firstCompany: 'becomes-primary' });
      const [lonely, taken] = [fresh(7), primary];
      for (const id of crm.state.partnersOf(typeNamed('0-1'), lonely, typeNamed('0-2'))?.keys() ?? [])
        crm.state.setLink(typeNamed('0-1'), lonely, typeNamed('0-2'), id, []);
      const types = operation === 'create' ? { types: [own(932)] } : {};
      await post(`0-2/0-1/batch/${operation}`, pairsOf(otherCompany, lonely, taken).map((pair) => ({ ...pair, ...types }))); // prettier-ignore
      expect(ofContact(lonely, otherCompany)).toContain('HUBSPOT_DEFINED 1');
      expect(ofContact(taken, otherCompany)).not.toContain('HUBSPOT_DEFINED 1');
    }); // prettier-ignore
  });

  describe('a limit of a label', () => {
    const [signed = '', next = ''] = [fresh(0), fresh(1)];
    const sign = (contact: string) =>
      post('0-3/0-1/batch/create', [{ from: { id: landmarks.deal }, to: { id: contact }, types: [own(44)] }]);

    it('is listed, and refuses the pair that is one too many, by either side', async () => {
      const listed = await ask(crm, `${base}/definitions/configurations/0-3/0-1`);
      const limits = base.includes('2026') ? listed : await ask(crm, '/crm/associations/v4/definitions/configurations/0-3/0-1'); // prettier-ignore
      expect(limits.body?.results).toEqual([
        { category: 'USER_DEFINED', typeId: 44, label: 'Signatory', userEnforcedMaxToObjectIds: 1 },
      ]);
      expect((await sign(signed)).status).toBe(201);
      const refused = await sign(next);
      expect(refused.status).toBe(207);
      expect(refused.body?.errors?.[0]).toMatchObject({ category: 'VALIDATION_ERROR', message: expect.stringContaining('Signatory') }); // prettier-ignore
      const backwards = await post('0-1/0-3/batch/create', [{ from: { id: next }, to: { id: landmarks.deal }, types: [own(43)] }]); // prettier-ignore
      expect(backwards.status).toBe(207);
      expect(labelsOf('0-1', next, '0-3', landmarks.deal)).toBeUndefined();
    });

    it('does not refuse a pair that has the label already, where an admin has set a limit below what is there', async () => {
      await ask(crm, '/crm/associations/v4/definitions/configurations/0-2/0-1/batch/create', {
        body: { inputs: [{ category: 'USER_DEFINED', typeId: 2, maxToObjectIds: 1 }] },
      });
      for (const contact of [both, adviser]) expect((await create([contact], [own(2)])).status).toBe(201);
      expect((await create([fresh(2)], [own(2)])).status).toBe(207);
    });
  });

  describe('a removal of labels', () => {
    const remove = (contact: string, type: object) =>
      post('0-2/0-1/batch/labels/archive', pairsOf(company, contact).map((pair) => ({ ...pair, types: [type] }))); // prettier-ignore

    it('takes the label of that category and id in both directions, and leaves the link', async () => {
      await create([fresh(0)], [hubspots(2), own(2)]);
      await remove(fresh(0), own(2));
      expect([ofContact(fresh(0)), ofCompany(fresh(0))]).toEqual([
        ['HUBSPOT_DEFINED 1'],
        ['HUBSPOT_DEFINED 2'],
      ]);
    });

    it('of the unlabelled type takes the link with all its labels', async () => {
      await remove(both, hubspots(280));
      expect([ofContact(both), ofCompany(both)]).toEqual([undefined, undefined]);
    });

    it.each(['are-ignored', 'are-refused'] as const)('of pairs that are not linked: they %s', async (unlinkedPairs) => {
      rules({ unlinkedPairs });
      const good = base.includes('2026') ? 200 : 204;
      const archived = await post('0-2/0-1/batch/archive', [{ from: { id: company }, to: [{ id: fresh(9) }] }]);
      const statuses = [(await remove(fresh(9), own(2))).status, archived.status];
      expect(statuses).toEqual(unlinkedPairs === 'are-ignored' ? [good, good] : [400, 400]);
    }); // prettier-ignore
  });

  it('a deal keeps its limit of links, with labels too', async () => {
    const contacts = Array.from({ length: 4 }, (_, n) => fresh(n));
    const inputs = pairsOf(nearlyFullDeal, ...contacts).map((pair) => ({ ...pair, types: [own(42)] }));
    const { body } = await post('0-3/0-1/batch/create', inputs);
    expect([body?.results?.length, body?.errors?.length]).toEqual([3, 1]);
  });
});
