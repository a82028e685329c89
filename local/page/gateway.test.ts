import { createCrm, type Crm } from '../crm/crm';
import { landmarks, seededId } from '../crm/seed';
import { serveCrm } from '../crm/serve';
import { gatewayRoutes } from './gateway';

const secret = 'pat-of-a-test-0123456789';
let crm: Crm;
let server: Awaited<ReturnType<typeof serveCrm>>;

beforeAll(async () => {
  crm = createCrm({ tokens: { [secret]: ['crm.objects.companies.read', 'crm.objects.contacts.read'] } });
  server = await serveCrm(crm);
});
afterAll(() => server.close());

const ask = (path: string, init?: RequestInit) =>
  gatewayRoutes(server.url, secret).request(`/page/crm${path}`, init);
const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });
const pair = { from: { id: landmarks.company }, to: { id: seededId('contact', 9) } };

describe('the page’s way to HubSpot', () => {
  it('passes reads on, with the token', async () => {
    const record = await ask(`/crm/v3/objects/0-2/${landmarks.company}?properties=name`);
    expect(await record.json()).toMatchObject({ properties: { name: 'Alder Logistics' } });
    const found = await ask('/crm/v3/objects/0-1/search', post({ query: 'hargreaves', limit: 1 }));
    expect(await found.json()).toMatchObject({ results: [{ id: expect.any(String) }] });
  });

  it.each([
    ['POST', '/crm/v4/associations/0-2/0-1/batch/associate/default'],
    ['POST', '/crm/v4/associations/0-2/0-1/batch/archive'],
    ['PUT', `/crm/v4/objects/0-2/${landmarks.company}/associations/default/0-1/${seededId('contact', 9)}`],
    ['DELETE', '/crm/v3/objects/0-2/1'],
    ['PATCH', '/crm/v3/objects/0-2/1'],
  ])('refuses %s %s: only app functions write', async (method, path) => {
    const calls = crm.calls.length;
    const response = await ask(path, { ...post({ inputs: [pair] }), method });
    expect(response.status).toBe(405);
    expect(crm.calls).toHaveLength(calls);
    expect(crm.isAssociated('0-2', pair.from.id, '0-1', pair.to.id)).toBe(false);
  });

  it('never shows the token, and says when HubSpot is out of reach', async () => {
    const response = await ask('/crm/v3/objects/0-5/1');
    expect(JSON.stringify([await response.text(), [...response.headers]])).not.toContain(secret);
    const nowhere = await gatewayRoutes('http://127.0.0.1:9', secret).request(
      '/page/crm/crm/v3/objects/0-2/1',
    );
    expect(nowhere.status).toBe(502);
    expect(await nowhere.text()).not.toContain(secret);
  });
});
