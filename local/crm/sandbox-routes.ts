import { Hono } from 'hono';
import { allScopes, sandboxToken, type Access } from './access';
import { endpointKinds, faultNames, type Fault, type Faults } from './faults';
import type { OAuth } from './oauth/oauth';
import { sandboxOAuthRoutes } from './oauth/sandbox-routes';
import type { CallSeen, CrmSettings } from './options';
import { landmarks } from './seed';

/** What the controls read and change of a CRM. */
interface Controlled {
  readonly calls: CallSeen[];
  readonly faults: Faults;
  readonly access: Access;
  readonly oauth: OAuth;
  readonly settings: CrmSettings;
  change(settings: Partial<CrmSettings>): void;
  reset(): void;
}

/** The controls of the CRM under `/sandbox/`. They are not part of HubSpot's API, and need no token. */
export function sandboxRoutes(crm: Controlled): Hono {
  const app = new Hono().basePath('/sandbox');
  app.get('/faults', (c) => c.json({ active: crm.faults.list(), names: faultNames, kinds: endpointKinds }));
  app.post('/faults', async (c) => {
    const fault = await c.req.json<Fault | null>().catch(() => null);
    if (!fault || !faultNames.includes(fault.name))
      return c.json({ message: `name must be one of: ${faultNames.join(', ')}` }, 400);
    if (fault.on !== undefined && fault.on !== 'any' && !endpointKinds.includes(fault.on))
      return c.json({ message: `on must be any, or one of: ${endpointKinds.join(', ')}` }, 400);
    crm.faults.add(fault);
    return c.json({ active: crm.faults.list() });
  });
  app.delete('/faults', (c) => {
    crm.faults.clear();
    return c.json({ active: [] });
  });
  app.post('/reset', (c) => {
    crm.reset();
    return c.json({ ok: true });
  });
  app.get('/requests', (c) => c.json({ requests: crm.calls }));
  app.delete('/requests', (c) => {
    crm.calls.length = 0;
    return c.json({ requests: [] });
  });
  app.route('/oauth', sandboxOAuthRoutes(crm.oauth));
  app.get('/landmarks', (c) => c.json(landmarks));
  app.get('/settings', (c) =>
    c.json({ ...crm.settings, scopes: [...(crm.access.tokens.get(sandboxToken) ?? [])], allScopes }),
  );
  app.post('/settings', async (c) => {
    const body = await c.req.json<unknown>().catch(() => undefined);
    const mistake = mistakeIn(body);
    if (mistake !== undefined) return c.json({ message: mistake }, 400);
    const { scopes, ...settings } = body as Partial<CrmSettings> & { scopes?: string[] | 'all' };
    crm.change(settings);
    if (scopes) crm.access.tokens.set(sandboxToken, new Set(scopes === 'all' ? allScopes : scopes));
    return c.json(crm.settings);
  });
  app.notFound((c) => c.json({ message: `The sandbox has no ${c.req.method} ${c.req.path}.` }, 404));
  return app;
}

interface SettingCheck {
  /** For the message to whoever sent something else. */
  takes: string;
  accepts(value: unknown): boolean;
}

const wholeFrom = (least: number): SettingCheck => ({
  takes: `a whole number from ${least}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= least,
});

const settingChecks = new Map<string, SettingCheck>([
  ['maxInputs', wholeFrom(1)],
  ['latencyMs', wholeFrom(0)],
  [
    'latencyPerInputMs',
    { takes: 'a number from 0', accepts: (value) => typeof value === 'number' && value >= 0 },
  ],
  [
    'partialFailure',
    {
      takes: '207, 200 or 400-whole-batch',
      accepts: (value) => ['207', '200', '400-whole-batch'].includes(String(value)),
    },
  ],
  [
    'labelRules',
    {
      takes: 'an object; without a rule in it HubSpot’s guide holds',
      accepts: (value) => typeof value === 'object' && value !== null,
    },
  ],
  [
    'rateLimits',
    {
      takes: 'an object; without a limit in it there is none',
      accepts: (value) => typeof value === 'object' && value !== null,
    },
  ],
  [
    'scopes',
    {
      takes: 'all, or a list of scopes',
      accepts: (value) =>
        value === 'all' || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
    },
  ],
]);

/** A message about the first invalid setting; undefined if all are valid. */
function mistakeIn(body: unknown): string | undefined {
  const all = `Settings are an object with some of: ${[...settingChecks.keys()].join(', ')}.`;
  if (typeof body !== 'object' || body === null) return all;
  for (const [name, value] of Object.entries(body)) {
    const check = settingChecks.get(name);
    if (!check) return all;
    if (!check.accepts(value)) return `${name} takes ${check.takes}.`;
  }
  return undefined;
}
