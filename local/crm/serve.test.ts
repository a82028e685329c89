import { createCrm } from './crm';
import { serveCrm } from './serve';

const crm = createCrm({ data: 'empty' });
let server: Awaited<ReturnType<typeof serveCrm>>;
beforeAll(async () => (server = await serveCrm(crm)));
beforeEach(() => crm.reset());
afterAll(() => server.close());

const headers = { authorization: 'Bearer sandbox' };
const listContacts = (signal?: AbortSignal) =>
  fetch(`${server.url}/crm/v3/objects/contacts`, { headers, ...(signal && { signal }) });

/** Waits until the next call is in the log. */
async function nextCall() {
  const before = crm.calls.length;
  while (crm.calls.length === before) await new Promise(setImmediate);
  return crm.calls.at(-1);
}

describe('the CRM over HTTP', () => {
  it('closes the connection where a fault resets it, and answers the next request', async () => {
    crm.faults.add({ name: 'reset-before', times: 1 });
    await expect(listContacts()).rejects.toThrow('fetch failed');
    expect((await listContacts()).status).toBe(200);
  });

  it('ends a silent call when its caller hangs up', async () => {
    crm.faults.add({ name: 'silence', times: 1 });
    const received = jest.spyOn(crm, 'fetch');
    const caller = new AbortController();
    const answer = listContacts(caller.signal).catch((error: unknown) => error);
    while (received.mock.calls.length === 0) await new Promise(setImmediate);
    const logged = nextCall();
    caller.abort();
    expect(await answer).toMatchObject({ name: 'AbortError' });
    expect(await logged).toMatchObject({ path: '/crm/v3/objects/contacts', status: 'silence' });
  });

  it('serves no address below /oauth that is not HubSpot’s', async () => {
    expect((await fetch(`${server.url}/oauth/callback`)).status).toBe(404);
    expect((await fetch(`${server.url}/oauth/v1/access-tokens/none`)).status).toBe(404);
    expect(crm.calls.map(({ path }) => path)).toEqual(['/oauth/v1/access-tokens/…']);
  });
});
