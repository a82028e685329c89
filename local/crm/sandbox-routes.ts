import { Hono } from 'hono';
import { allScopes, sandboxToken } from './access';
import type { Crm, CrmSettings } from './crm';
import { sandboxOAuthRoutes } from './oauth/sandbox-routes';
import { endpointKinds, faultNames, type Fault } from './faults';
import { landmarks } from './seed';

/** The CRM's own controls. They are no part of HubSpot's API. */
export function sandboxRoutes(crm: Crm): Hono {
  const app = new Hono().basePath('/sandbox');
  app.get('/faults', (c) => c.json({ active: crm.faults.list(), names: faultNames, kinds: endpointKinds }));
  app.post('/faults', async (c) => {
    const fault = await c.req.json<Fault>().catch(() => undefined);
    const known = fault && faultNames.includes(fault.name) && (fault.on === undefined || isKind(fault.on));
    if (!known) return c.json({ message: `name must be one of: ${faultNames.join(', ')}` }, 400);
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
    if (!isSettings(body)) return c.json({ message: `Settings are: ${settingNames.join(', ')}.` }, 400);
    const { scopes, ...settings } = body;
    crm.change(settings);
    if (scopes) crm.access.tokens.set(sandboxToken, new Set(scopes === 'all' ? allScopes : scopes));
    return c.json(crm.settings);
  });
  app.notFound((c) => c.json({ message: `The sandbox has no ${c.req.method} ${c.req.path}.` }, 404));
  return app;
}

const isCount = (least: number) => (value: unknown) => Number.isInteger(value) && Number(value) >= least;
const settingChecks: Record<string, (value: unknown) => boolean> = {
  maxInputs: isCount(1),
  latencyMs: isCount(0),
  latencyPerInputMs: (value) => typeof value === 'number' && value >= 0,
  partialFailure: (value) => ['207', '200', '400-whole-batch'].includes(String(value)),
  rateLimits: (value) => typeof value === 'object' && value !== null,
  scopes: (value) =>
    value === 'all' || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
};
const settingNames = Object.keys(settingChecks);

function isSettings(body: unknown): body is Partial<CrmSettings> & { scopes?: string[] | 'all' } {
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).every(
    ([name, value]) => Object.hasOwn(settingChecks, name) && settingChecks[name]?.(value) === true,
  );
}

function isKind(kind: string): boolean {
  return kind === 'any' || endpointKinds.some((known) => known === kind);
}
