import { createCrm } from './crm';
import { ask, recordsOf } from './testing/ask';

const paths = ['/crm/v3/pipelines', '/crm/pipelines/2026-09'];

describe.each(paths)('%s', (path) => {
  it.each([
    ['deals', '0-3', 'dealstage'],
    ['tickets', '0-5', 'hs_pipeline_stage'],
  ])(
    'lists the stages that %s are in, by the names of the type and by its id',
    async (name, id, property) => {
      const crm = createCrm();
      const { status, body } = await ask(crm, `${path}/${name}`);
      expect(status).toBe(200);
      expect((await ask(crm, `${path}/${id}`)).body).toEqual(body);
      const stages = body?.results?.flatMap(({ stages }) => stages as { id: string; label: string }[]) ?? [];
      const used = new Set([...recordsOf(crm, id).values()].map(({ properties }) => properties[property]));
      expect(stages.map((stage) => stage.id)).toEqual(expect.arrayContaining([...used]));
      expect(stages.every(({ label }) => /^[A-Z]/.test(label))).toBe(true);
    },
  );

  it('needs a scope of any object type, not that of the type itself', async () => {
    const tokens = { companies: ['crm.objects.companies.read'], lists: ['crm.lists.read'] };
    const crm = createCrm({ tokens });
    expect((await ask(crm, `${path}/tickets`, { token: 'companies' })).status).toBe(200);
    const refused = await ask(crm, `${path}/tickets`, { token: 'lists' });
    expect([refused.status, refused.body?.['category']]).toEqual([403, 'MISSING_SCOPES']);
  });

  it('answers 501 for a type whose pipelines are not emulated, and 400 for one that HubSpot does not have', async () => {
    const crm = createCrm();
    expect((await ask(crm, `${path}/contacts`)).status).toBe(501);
    expect((await ask(crm, `${path}/butterflies`)).status).toBe(400);
  });
});
