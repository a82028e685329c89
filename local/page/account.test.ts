import { createCrm } from '../crm/crm';
import { serveCrm } from '../crm/serve';
import { readAccount } from './account';

const crm = createCrm({ tokens: { good: [] } });
let server: Awaited<ReturnType<typeof serveCrm>>;
beforeAll(async () => (server = await serveCrm(crm)));
afterAll(() => server.close());

describe('readAccount', () => {
  it('tells which account a token opens', async () => {
    const account = { id: 12_345_678, timezone: 'Europe/London', type: 'DEVELOPER_TEST' };
    expect(await readAccount(server.url, 'good')).toEqual(account);
  });

  it('says what HubSpot said of a token that opens none, and not the token', async () => {
    const refused = readAccount(server.url, 'wrong-token');
    await expect(refused).rejects.toThrow(/^HubSpot refused HUBSPOT_ACCESS_TOKEN with 401: Authentication/);
    await expect(refused).rejects.not.toThrow(/wrong-token/);
  });

  it('says so where nobody answers', async () => {
    await expect(readAccount('http://127.0.0.1:9', 'good')).rejects.toThrow('could not be reached');
  });
});
