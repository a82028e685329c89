import { checkDescribe, type Answer, type DescribeAnswer } from '@bulk-associate/contract';
import type { HubSpot } from '@bulk-associate/engine';
import { appFunction } from './app-function';

const parameters = { objectType: '0-1' };
const nothing: Answer<DescribeAnswer> = { ok: true, objectTypes: [] };

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

/** Calls a function with this environment; returns the HubSpot that its handler got. */
async function hubspotWith(variables: Record<string, string>): Promise<HubSpot | undefined> {
  Object.assign(process.env, { HUBSPOT_API_BASE_URL: 'http://hubspot.test', ...variables });
  let given: HubSpot | undefined;
  const main = appFunction(
    'describe_objects',
    checkDescribe,
    async (hubspot) => ((given = hubspot), nothing),
  );
  await main({ parameters });
  return given;
}

describe('an app function in a warm process', () => {
  const token = { PRIVATE_APP_ACCESS_TOKEN: 'token-1' };

  it('keeps its HubSpot, and with it the learned batch sizes, from call to call', async () => {
    const first = await hubspotWith(token);
    expect(first).toBeDefined();
    expect(await hubspotWith(token)).toBe(first);
  });

  it.each([
    ['token', { PRIVATE_APP_ACCESS_TOKEN: 'token-2' }],
    ['address', { ...token, HUBSPOT_API_BASE_URL: 'http://other.test' }],
  ])('starts anew with another %s', async (_, changed) => {
    const first = await hubspotWith(token);
    expect(await hubspotWith(changed)).not.toBe(first);
  });
});

describe('sending', () => {
  it('rejects, and does not throw, where the request cannot be built', async () => {
    const hubspot = await hubspotWith({
      PRIVATE_APP_ACCESS_TOKEN: 'token-3',
      HUBSPOT_API_BASE_URL: 'no address',
    });
    const { signal } = new AbortController();
    const sent = hubspot?.environment.send({ method: 'GET', path: '/x' }, signal);
    await expect(sent).rejects.toThrow();
  });
});
