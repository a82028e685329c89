import { createCrm, type Crm } from './crm';
import { customObjectTypeId } from './object-types';
import { landmarks } from './seed';
import { ask, recordsOf } from './testing/ask';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { company, contact, deal, ticket, vehicle } = landmarks;
const written = { hs_timestamp: '2026-11-28T12:00:00Z', hs_note_body: '<p>Hello</p>' };

describe.each([
  ['/crm/v3/objects', '/crm/v4/associations'],
  ['/crm/objects/2026-09', '/crm/associations/2026-09'],
])('notes at %s', (base, associations) => {
  const create = (properties: object, to?: string, type = 190, category = 'HUBSPOT_DEFINED') =>
    ask(crm, `${base}/notes`, {
      body: {
        properties,
        associations:
          to === undefined
            ? []
            : [{ to: { id: to }, types: [{ associationCategory: category, associationTypeId: type }] }],
      },
    });

  it.each([
    ['0-1', contact, 202],
    ['0-2', company, 190],
    ['0-3', deal, 214],
    ['0-5', ticket, 228],
  ])('stand on the timeline of a record of %s', async (objectType, id, typeId) => {
    const made = await create(written, id, typeId);
    expect(made.status).toBe(201);
    const note = String(made.body?.['id']);
    const links = await ask(crm, `${associations}/${objectType}/notes/batch/read`, {
      body: { inputs: [{ id }] },
    });
    expect(links.body?.results).toMatchObject([{ to: [{ toObjectId: Number(note) }] }]);
    const read = await ask(crm, `${base}/0-46/batch/read`, {
      body: { inputs: [{ id: note }], properties: ['hs_note_body', 'hs_timestamp'] },
    });
    expect(read.body?.results?.[0]?.properties).toMatchObject(written);
  });

  it('stand on a custom object by the association type that the account has', async () => {
    const labels = await ask(crm, `${associations}/notes/${customObjectTypeId}/labels`);
    const [type] = labels.body?.results as unknown as { category: string; typeId: number }[];
    const made = await create(written, vehicle, type?.typeId, type?.category);
    expect(crm.isAssociated('0-46', String(made.body?.['id']), customObjectTypeId, vehicle)).toBe(true);
  });

  it.each([
    ['without a time', { hs_note_body: 'x' }, company],
    ['with a body of more than 65,536 characters', { ...written, hs_note_body: 'x'.repeat(65_537) }, company],
    ['on a record that does not exist', written, '99'],
  ])('are refused %s, and none is left', async (_, properties, to) => {
    const refused = await create(properties, to);
    expect([refused.status, refused.body?.['category']]).toEqual([400, 'VALIDATION_ERROR']);
    expect(recordsOf(crm, 'note').size).toBe(0);
  });

  it('need the scope of contacts alone, whatever record they stand on', async () => {
    crm.access.tokens.set('limited', new Set(['crm.objects.contacts.write']));
    const body = { properties: written, associations: [] };
    expect((await ask(crm, `${base}/notes`, { body, token: 'limited' })).status).toBe(201);
    crm.access.tokens.set('limited', new Set(['crm.objects.companies.write']));
    expect((await ask(crm, `${base}/notes`, { body, token: 'limited' })).status).toBe(403);
  });
});
