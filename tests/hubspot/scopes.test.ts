import { createCrm, serveCrm } from 'hubspot-local/crm';
import { FunctionRunner } from 'hubspot-local/functions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleCalls } from '../sample-calls';

interface AppMeta {
  config: { auth: { requiredScopes: string[]; optionalScopes: string[] } };
}
const app = join(__dirname, '../../src/app');
const { auth } = (JSON.parse(readFileSync(join(app, 'app-hsmeta.json'), 'utf8')) as AppMeta).config;
/** `oauth` is demanded of every app, and guards no endpoint. */
const scopes = auth.requiredScopes.filter((scope) => scope !== 'oauth');

/** Makes every kind of call with a token that has all of these scopes. Returns the CRM's requests and their statuses. */
async function callEveryFunction(): Promise<{ requests: Request[]; statuses: number[] }> {
  const crm = createCrm({ tokens: { limited: scopes } });
  const requests: Request[] = [];
  const answer = crm.fetch.bind(crm);
  crm.fetch = (request) => {
    requests.push(request.clone());
    return answer(request);
  };
  const server = await serveCrm(crm);
  const environment = { PRIVATE_APP_ACCESS_TOKEN: 'limited', HUBSPOT_API_BASE_URL: server.url };
  const runner = new FunctionRunner({ folder: join(app, 'functions'), environment });
  try {
    for (const { uid, parameters } of sampleCalls) await runner.call(uid, parameters);
    return { requests, statuses: crm.calls.map(({ status }) => Number(status)) };
  } finally {
    runner.close();
    await server.close();
  }
}

/** The first of the requests that is refused to a token that has these scopes alone. Of one address, one is made. */
async function firstRefusal(requests: Request[], granted: string[]): Promise<string | undefined> {
  const crm = createCrm({ tokens: { limited: granted } });
  const addresses = new Map(requests.map((request) => [addressOf(request), request] as const));
  for (const request of addresses.values()) {
    const { status } = await crm.fetch(request.clone());
    if (status === 403) return `${request.method} ${request.url}`;
  }
  return undefined;
}

function addressOf({ method, url }: Request): string {
  return `${method} ${new URL(url).pathname}`;
}

describe('the scopes in app-hsmeta.json', () => {
  let made: Awaited<ReturnType<typeof callEveryFunction>>;
  beforeAll(async () => (made = await callEveryFunction()));

  it('are enough: no request of any app function is refused', () => {
    expect(made.statuses.length).toBeGreaterThan(sampleCalls.length);
    expect(made.statuses).not.toContain(403);
  });

  // Up to the first refusal, a function makes the same requests whichever scopes its token has.
  it.each(scopes)('are all needed: without %s a request is refused', async (scope) => {
    const others = scopes.filter((other) => other !== scope);
    expect(await firstRefusal(made.requests, others)).toBeDefined();
  });

  it('are all asked for at once, as none is optional', () => {
    expect(auth.optionalScopes).toEqual([]);
    expect(new Set(auth.requiredScopes).size).toBe(auth.requiredScopes.length);
  });
});
