import { apiVersions, listAssociations, type ApiVersion } from '@bulk-associate/engine';
import { createCrm, type Crm, landmarks, seededId } from 'hubspot-local/crm';
import { answerOf, payloadOf } from './crm-environment';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { labelledCompany, labelledContacts, nearlyFullDeal } = landmarks;

describe.each(apiVersions)('listing what is linked on %s', (version: ApiVersion) => {
  const list = (objectType: string, id: string, toObjectType: string, cursor?: string) =>
    payloadOf(crm, version, (hubspot) =>
      listAssociations(hubspot, { objectType, id, toObjectType, ...(cursor !== undefined && { cursor }) }),
    );

  it('returns each record with its name and the labels of the link, in the direction of the question', async () => {
    const { records, total, cursor } = await list('0-2', labelledCompany, '0-1');
    expect([records.length, cursor]).toEqual([total, undefined]);
    const labels = labelledContacts.map((id) => records.find((record) => record.id === id)?.labels);
    expect(labels).toEqual([
      [
        { category: 'USER_DEFINED', typeId: 932, name: 'Billing contact' },
        { category: 'USER_DEFINED', typeId: 2, name: 'Advised by' },
      ],
      [{ category: 'HUBSPOT_DEFINED', typeId: 2, name: 'Primary' }],
      [{ category: 'USER_DEFINED', typeId: 2, name: 'Advised by' }],
      [],
    ]);
    expect(records.every(({ id, label }) => label !== id)).toBe(true);
    const back = (await list('0-1', labelledContacts[2] ?? '', '0-2')).records;
    expect(back.find(({ id }) => id === labelledCompany)?.labels).toEqual([
      { category: 'USER_DEFINED', typeId: 1, name: 'Adviser' },
    ]);
  });

  it('pages through every link once', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list('0-3', nearlyFullDeal, '0-1', cursor);
      ids.push(...page.records.map(({ id }) => id));
      expect(page.total).toBeUndefined();
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect([ids.length, new Set(ids).size]).toEqual([997, 997]);
  });

  it('is empty for a record without links', async () => {
    expect(await list('0-5', seededId('ticket', 1), '0-3')).toMatchObject({ records: [], total: 0 });
  });

  it('returns a record whose name cannot be read, with its id as label', async () => {
    crm.faults.add({ name: 'html-502', on: 'objects' });
    const { records } = await list('0-2', labelledCompany, '0-1');
    expect(records.every(({ id, label }) => label === id)).toBe(true);
  });

  it('fails with the reason where the links cannot be read', async () => {
    const parameters = { objectType: '0-2', id: labelledCompany, toObjectType: '0-1' };
    const fails = (name: 'unauthorized-401' | 'html-502' | 'refused-400') => {
      crm.faults.clear();
      crm.faults.add({ name, on: 'readAssociations' });
      return answerOf(crm, version, (hubspot) => listAssociations(hubspot, parameters));
    };
    expect(await fails('unauthorized-401')).toMatchObject({ ok: false, error: { code: 'UNAUTHORIZED' } });
    expect(await fails('html-502')).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
    expect(await fails('refused-400')).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED' } });
  });
});
