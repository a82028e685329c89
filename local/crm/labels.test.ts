import { createCrm, type Crm } from './crm';
import { landmarks, seededId } from './seed';
import { ask, pairsOf } from './testing/ask';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { company, contact } = landmarks;

interface Label {
  category: string;
  typeId: number;
  label: string | null;
}

describe.each(['/crm/v4/associations', '/crm/associations/v4', '/crm/associations/2026-09'])(
  'labels at %s',
  (base) => {
    const labels = `${base}/0-1/0-2/labels`;
    const inverse = `${base}/0-2/0-1/labels`;
    const make = async (body: object, path = labels) =>
      (await ask(crm, path, { body })).body?.results as unknown as Label[];
    const listed = async (path: string) => (await ask(crm, path)).body?.results as unknown as Label[];

    it('are made in both directions, and listed in each', async () => {
      const made = await make({ label: 'Adviser', name: 'adviser', inverseLabel: 'Advised by' });
      expect(made).toEqual([
        { category: 'USER_DEFINED', typeId: expect.any(Number), label: 'Adviser' },
        { category: 'USER_DEFINED', typeId: expect.any(Number), label: 'Advised by' },
      ]);
      expect(await listed(labels)).toContainEqual(made[0]);
      expect(await listed(inverse)).toContainEqual(made[1]);
    });

    it('are set on both sides of a pair, each with its own words', async () => {
      const [label] = await make({ label: 'Adviser', name: 'adviser', inverseLabel: 'Advised by' });
      const types = [{ associationCategory: label?.category, associationTypeId: label?.typeId }];
      const inputs = pairsOf(contact, company).map((pair) => ({ ...pair, types }));
      const created = await ask(crm, `${base}/0-1/0-2/batch/create`, { body: { inputs } });
      expect(created.body?.results?.[0]?.['labels']).toEqual(['Adviser']);
      const read = await ask(crm, `${base}/0-2/0-1/batch/read`, { body: { inputs: [{ id: company }] } });
      expect(read.text).toContain('Advised by');
    });

    it('change their words on the links that have them', async () => {
      const [label] = await make({ label: 'Adviser', name: 'adviser' });
      const types = [{ associationCategory: label?.category, associationTypeId: label?.typeId }];
      const inputs = pairsOf(contact, company).map((pair) => ({ ...pair, types }));
      await ask(crm, `${base}/0-1/0-2/batch/create`, { body: { inputs } });
      const body = { associationTypeId: label?.typeId, label: 'Mentor' };
      expect((await ask(crm, labels, { method: 'PUT', body })).status).toBe(204);
      const read = await ask(crm, `${base}/0-2/0-1/batch/read`, { body: { inputs: [{ id: company }] } });
      expect(read.text).toContain('Mentor');
      expect(read.text).not.toContain('Adviser');
    });

    it('are deleted from both directions, and the links that had them stay', async () => {
      const [label, back] = await make({ label: 'Adviser', name: 'adviser' });
      const types = [{ associationCategory: label?.category, associationTypeId: label?.typeId }];
      const fresh = seededId('contact', 20);
      const inputs = pairsOf(fresh, company).map((pair) => ({ ...pair, types }));
      await ask(crm, `${base}/0-1/0-2/batch/create`, { body: { inputs } });
      expect((await ask(crm, `${labels}/${label?.typeId}`, { method: 'DELETE' })).status).toBe(204);
      expect(await listed(labels)).not.toContainEqual(label);
      expect(await listed(inverse)).not.toContainEqual(back);
      const read = await ask(crm, `${base}/0-1/0-2/batch/read`, { body: { inputs: [{ id: fresh }] } });
      expect(read.text).not.toContain('Adviser');
      expect(crm.isAssociated('0-1', fresh, '0-2', company)).toBe(true);
    });

    it('between records of one type are one type, unless the other side has words of its own', async () => {
      const path = `${base}/0-2/0-2/labels`;
      expect(await make({ label: 'Rival', name: 'rival' }, path)).toHaveLength(1);
      expect(await make({ label: 'Buys from', name: 'trade', inverseLabel: 'Sells to' }, path)).toHaveLength(
        2,
      );
    });

    it.each([
      ['without a name', { label: 'Adviser' }, 400],
      ['with a name that is taken', { label: 'Other', name: 'BILLING_CONTACT_CONTACT_TO_COMPANY' }, 400],
    ])('are refused %s', async (_, body, status) => {
      expect((await ask(crm, labels, { body })).status).toBe(status);
    });

    it('of HubSpot are neither changed nor deleted', async () => {
      const ofDeals = `${base}/0-3/0-2/labels`;
      const body = { associationTypeId: 5, label: 'First' };
      expect((await ask(crm, ofDeals, { method: 'PUT', body })).status).toBe(400);
      expect((await ask(crm, `${ofDeals}/5`, { method: 'DELETE' })).status).toBe(400);
      expect(await listed(ofDeals)).toContainEqual(expect.objectContaining({ typeId: 5, label: 'Primary' }));
    });

    it('are made only with the scopes to write both types', async () => {
      crm.access.tokens.set('reader', new Set(['crm.objects.contacts.read', 'crm.objects.companies.read']));
      const body = { label: 'Adviser', name: 'adviser' };
      expect((await ask(crm, labels, { body, token: 'reader' })).status).toBe(403);
      expect((await ask(crm, labels, { token: 'reader' })).status).toBe(200);
    });
  },
);
