import { createCrm } from './crm';
import { ask } from './testing/ask';

const crm = createCrm();

describe.each(['/crm/v3/owners', '/crm/owners/2026-09'])('%s', (base) => {
  it('lists owners page by page', async () => {
    const first = await ask(crm, `${base}?limit=3`);
    const after = first.body?.paging?.next.after;
    const second = await ask(crm, `${base}/?limit=3&after=${after}`);
    expect([first.body?.results?.length, second.body?.results?.length]).toEqual([3, 1]);
    expect(second.body?.paging).toBeUndefined();
  });

  it.each(['0', '501', '1.5', 'x'])('refuses %s owners a page', async (limit) => {
    expect((await ask(crm, `${base}?limit=${limit}`)).status).toBe(400);
  });

  it('finds an owner by email, by id, and by the id of the user', async () => {
    const { body } = await ask(crm, `${base}?email=KENJI.morita@example.com`);
    const owner = body?.results?.[0];
    expect(owner).toMatchObject({ type: 'PERSON', firstName: 'Kenji', archived: false });
    expect((await ask(crm, `${base}/${owner?.id}`)).body).toEqual(owner);
    expect((await ask(crm, `${base}/${String(owner?.['userId'])}?idProperty=userId`)).body).toEqual(owner);
    expect((await ask(crm, `${base}/1`)).status).toBe(404);
  });

  it('needs its scope', async () => {
    crm.access.tokens.set('reader', new Set(['crm.objects.contacts.read']));
    expect((await ask(crm, base, { token: 'reader' })).text).toContain('crm.objects.owners.read');
  });
});

it.each(['/account-info/v3/details', '/account-info/2026-09/details'])(
  '%s says that this is a test account',
  async (path) => {
    expect((await ask(crm, path)).body).toMatchObject({
      accountType: 'DEVELOPER_TEST',
      portalId: 12_345_678,
    });
  },
);
