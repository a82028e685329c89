import { createCrm, type Crm } from './crm';
import { landmarks } from './seed';
import { ask } from './testing/ask';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

describe.each(['/crm/v3/objects', '/crm/objects/2026-09'])('merging two records at %s', (base) => {
  const create = async (type: string, properties: object) =>
    String((await ask(crm, `${base}/${type}`, { body: { properties } })).body?.['id']);
  const merge = (type: string, primaryObjectId: string, objectIdToMerge: string) =>
    ask(crm, `${base}/${type}/merge`, { body: { primaryObjectId, objectIdToMerge } });

  it('makes a new record, to which the ids and addresses of both lead', async () => {
    const one = await create('contacts', { email: 'ada@one.example', city: 'Oslo' });
    const other = await create('contacts', { email: 'ada@two.example', city: 'Bergen', phone: '12345' });
    const merged = await merge('contacts', one, other);
    const id = String(merged.body?.['id']);
    expect(merged.status).toBe(200);
    expect([one, other]).not.toContain(id);
    const read = (idProperty: string, value: string) => {
      const properties = ['city', 'phone', 'hs_additional_emails', 'hs_merged_object_ids'];
      const body = { inputs: [{ id: value }], properties, idProperty };
      return ask(crm, `${base}/contacts/batch/read`, { body });
    };
    const ways = [['email', 'ada@one.example'], ['email', 'ada@two.example'], ['hs_object_id', one], ['hs_object_id', other]] satisfies [string, string][]; // prettier-ignore
    for (const way of ways) {
      const [record] = (await read(...way)).body?.results ?? [];
      expect([way, record]).toMatchObject([
        way,
        {
          id,
          properties: {
            city: 'Oslo',
            phone: '12345',
            hs_additional_emails: 'ada@two.example',
            hs_merged_object_ids: `${one};${other}`,
          },
        },
      ]);
    }
  });

  it('keeps what was merged before, and every domain of companies', async () => {
    const names = ['one', 'two', 'three'];
    const [one = '', two = '', three = ''] = await Promise.all(
      names.map((name) => create('companies', { name, domain: `${name}.example` })),
    );
    const first = String((await merge('companies', one, two)).body?.['id']);
    const second = String((await merge('companies', three, first)).body?.['id']);
    const address = `${base}/companies/${second}?properties=domain,hs_additional_domains,hs_merged_object_ids`;
    expect((await ask(crm, address)).body?.['properties']).toMatchObject({
      domain: 'three.example',
      hs_additional_domains: 'one.example;two.example',
      hs_merged_object_ids: [three, first, one, two].join(';'),
    });
  });

  it('keeps the place in lists', async () => {
    const [one, other] = [await create('contacts', { city: 'A' }), await create('contacts', { city: 'B' })];
    const list = crm.state.lists.get(landmarks.smallSegment);
    list?.members.push(other);
    const { body } = await merge('contacts', one, other);
    expect(list?.members).toContain(body?.['id']);
    expect(list?.members).not.toContain(other);
  });

  it.each([
    ['a record that does not exist', () => '99', 404],
    ['itself', (one: string) => one, 400],
    ['a record with associations, which is not emulated', () => landmarks.contact, 501],
  ])('is refused with %s', async (_, other, status) => {
    const one = await create('contacts', { email: 'ada@one.example' });
    expect((await merge('contacts', one, other(one))).status).toBe(status);
    expect((await ask(crm, `${base}/contacts/${one}`)).status).toBe(200);
  });

  it('needs the scope to write that type', async () => {
    crm.access.tokens.set('reader', new Set(['crm.objects.contacts.read']));
    const body = { primaryObjectId: '1', objectIdToMerge: '2' };
    expect((await ask(crm, `${base}/contacts/merge`, { body, token: 'reader' })).status).toBe(403);
  });
});
