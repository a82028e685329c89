import { createCrm, type Crm } from './crm';
import { landmarks, seededId } from './seed';
import { ask } from './testing/ask';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

const { company, contact, smallSegment } = landmarks;

describe.each(['/crm/v3/objects', '/crm/objects/2026-09'])('writing records at %s', (base) => {
  const create = (type: string, body: object) => ask(crm, `${base}/${type}`, { body });

  it('creates a record, which is read and found at once', async () => {
    const made = await create('0-1', { properties: { email: 'new@example.com', firstname: 'Zuleika' } });
    expect(made.status).toBe(201);
    expect(made.body?.['properties']).toMatchObject({
      email: 'new@example.com',
      hs_object_id: made.body?.['id'],
    });
    const read = await ask(crm, `${base}/contacts/${String(made.body?.['id'])}`);
    expect(read.body?.['properties']).toMatchObject({ firstname: 'Zuleika', lastname: null });
    const found = await ask(crm, `${base}/contacts/search`, { body: { query: 'zuleika' } });
    expect(found.body?.total).toBe(1);
  });

  it('creates a record with its links', async () => {
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }];
    const associations = [{ to: { id: company }, types }];
    const made = await create('contacts', { properties: { email: 'new@example.com' }, associations });
    expect(crm.isAssociated('0-1', String(made.body?.['id']), '0-2', company)).toBe(true);
  });

  it('creates up to a hundred at once', async () => {
    const inputs = Array.from({ length: 100 }, (_, n) => ({ properties: { name: `New company ${n}` } }));
    const made = await create('0-2/batch/create', { inputs });
    expect(made.status).toBe(201);
    expect(new Set(made.body?.results?.map(({ id }) => id)).size).toBe(100);
    expect((await create('0-2/batch/create', { inputs: [...inputs, inputs[0]] })).status).toBe(400);
  });

  it.each([
    ['a property that does not exist', { shoesize: '9' }, 400, 'PROPERTY_DOESNT_EXIST'],
    ['a property that nobody may set', { hs_object_id: '1' }, 400, 'READ_ONLY_VALUE'],
  ])('refuses %s', async (_, properties, status, word) => {
    const refused = await create('0-1', { properties });
    expect([refused.status, refused.text.includes(word)]).toEqual([status, true]);
  });

  it('refuses an email that another contact has, naming it', async () => {
    const existing = await ask(crm, `${base}/contacts/${contact}`);
    const { email } = existing.body?.['properties'] as { email: string };
    const refused = await create('0-1', { properties: { email: email.toUpperCase() } });
    expect([refused.status, refused.body?.['message']]).toEqual([
      409,
      `Contact already exists. Existing ID: ${contact}`,
    ]);
  });

  it('takes the email that a contact has already, and no other contact’s', async () => {
    const emailOf = async (id: string) =>
      ((await ask(crm, `${base}/contacts/${id}`)).body?.['properties'] as { email: string }).email;
    const change = async (email: string) => {
      const body = { properties: { email } };
      return (await ask(crm, `${base}/contacts/${contact}`, { method: 'PATCH', body })).status;
    };
    expect(await change(await emailOf(contact))).toBe(200);
    expect(await change(await emailOf(seededId('contact', 1)))).toBe(409);
  });

  it('clears a property with null', async () => {
    const path = `${base}/contacts/${contact}`;
    await ask(crm, path, { method: 'PATCH', body: { properties: { phone: null } } });
    const read = await ask(crm, `${path}?properties=phone`);
    expect(read.body?.['properties']).toMatchObject({ phone: null });
  });

  it('changes a record by its id or by its email, and clears a property with an empty text', async () => {
    const path = `${base}/contacts/${contact}`;
    const changed = await ask(crm, path, { method: 'PATCH', body: { properties: { city: 'Oslo' } } });
    expect([changed.status, changed.body?.['properties']]).toMatchObject([200, { city: 'Oslo' }]);
    const { email } = (await ask(crm, path)).body?.['properties'] as { email: string };
    const byEmail = `${base}/contacts/${encodeURIComponent(email)}?idProperty=email`;
    await ask(crm, byEmail, { method: 'PATCH', body: { properties: { city: '' } } });
    const read = await ask(crm, `${path}?properties=city`);
    expect(read.body?.['properties']).toMatchObject({ city: null });
  });

  it('changes several, and names those that do not exist', async () => {
    const inputs = [contact, '99'].map((id) => ({ id, properties: { city: 'Oslo' } }));
    const changed = await ask(crm, `${base}/contacts/batch/update`, { body: { inputs } });
    expect(changed.status).toBe(207);
    expect(changed.body).toMatchObject({ numErrors: 1, results: [{ id: contact }], errors: [{ context: { ids: ['99'] } }] }); // prettier-ignore
    const single = await ask(crm, `${base}/contacts/99`, { method: 'PATCH', body: { properties: {} } });
    expect(single.status).toBe(404);
  });

  it('archives a record with its links and its places in lists', async () => {
    const member = seededId('contact', 3);
    expect(crm.state.lists.get(smallSegment)?.members).toContain(member);
    await ask(crm, `/crm/v4/objects/0-1/${member}/associations/default/0-2/${company}`, { method: 'PUT' });
    expect((await ask(crm, `${base}/contacts/${member}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(crm, `${base}/contacts/${member}`)).status).toBe(404);
    expect(crm.isAssociated('0-2', company, '0-1', member)).toBe(false);
    expect(crm.state.lists.get(smallSegment)?.members).not.toContain(member);
  });

  it('archives several, and takes what does not exist for archived', async () => {
    const inputs = [{ id: contact }, { id: '99' }];
    expect((await ask(crm, `${base}/contacts/batch/archive`, { body: { inputs } })).status).toBe(204);
    expect((await ask(crm, `${base}/contacts/${contact}`)).status).toBe(404);
  });

  it('says that archived records, and upserts, are not emulated', async () => {
    expect((await ask(crm, `${base}/contacts?archived=true`)).status).toBe(501);
    expect((await create('contacts/batch/upsert', { inputs: [] })).status).toBe(501);
  });

  it('needs the scope to write that type', async () => {
    crm.access.tokens.set('reader', new Set(['crm.objects.contacts.read']));
    for (const method of ['PATCH', 'DELETE']) {
      const body = { properties: {} };
      const refused = await ask(crm, `${base}/contacts/${contact}`, { method, body, token: 'reader' });
      expect([method, refused.status]).toEqual([method, 403]);
    }
    expect((await ask(crm, `${base}/contacts`, { body: { properties: {} }, token: 'reader' })).status).toBe(
      403,
    );
  });
});
