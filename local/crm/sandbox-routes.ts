import { Hono } from 'hono';
import { allScopes, sandboxToken } from './access';
import type { Crm, CrmSettings } from './crm';
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
  app.get('/landmarks', (c) => c.json(landmarks));
  app.get('/settings', (c) =>
    c.json({ ...crm.settings, scopes: [...(crm.access.tokens.get(sandboxToken) ?? [])] }),
  );
  app.post('/settings', async (c) => {
    const { scopes, ...settings } = await c.req.json<Partial<CrmSettings> & { scopes?: string[] | 'all' }>();
    crm.change(settings);
    if (scopes) crm.access.tokens.set(sandboxToken, new Set(scopes === 'all' ? allScopes : scopes));
    return c.json(crm.settings);
  });
  return app;
}

function isKind(kind: string): boolean {
  return kind === 'any' || endpointKinds.some((known) => known === kind);
}
