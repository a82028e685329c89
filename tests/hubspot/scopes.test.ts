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

/** Makes every kind of call with a token that has these scopes, up to the first request that is refused for a scope. */
async function firstRefusal(granted: string[]): Promise<string | undefined> {
  const crm = createCrm({ tokens: { limited: granted } });
  const server = await serveCrm(crm);
  const environment = { PRIVATE_APP_ACCESS_TOKEN: 'limited', HUBSPOT_API_BASE_URL: server.url };
  const runner = new FunctionRunner({ folder: join(app, 'functions'), environment });
  try {
    for (const { uid, parameters } of sampleCalls) {
      await runner.call(uid, parameters);
      const refused = crm.calls.find(({ status }) => status === 403);
      if (refused) return `${refused.method} ${refused.path}`;
    }
    return undefined;
  } finally {
    runner.close();
    await server.close();
  }
}

describe('the scopes in app-hsmeta.json', () => {
  jest.setTimeout(60_000);

  it('are enough: no request of any app function is refused', async () => {
    expect(await firstRefusal(scopes)).toBeUndefined();
  });

  it('are all needed: without any one of them a request is refused', async () => {
    const without = (scope: string) => firstRefusal(scopes.filter((other) => other !== scope));
    const refusals = await Promise.all(
      scopes.map(async (scope) => ({ scope, refusal: await without(scope) })),
    );
    expect(refusals.filter(({ refusal }) => refusal === undefined)).toEqual([]);
  });

  it('are all asked for at once, as none is optional', () => {
    expect(auth.optionalScopes).toEqual([]);
    expect(new Set(auth.requiredScopes).size).toBe(auth.requiredScopes.length);
  });
});
