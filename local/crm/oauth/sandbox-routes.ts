import { Hono } from 'hono';
import type { OAuth } from './oauth';

/**
 * Changes an app's access as HubSpot would: `expire` expires its access tokens; `uninstall` uninstalls it from the
 * account `hubId`, or from every account if the body names none.
 */
export function sandboxOAuthRoutes(oauth: OAuth): Hono {
  const app = new Hono();
  app.get('/', (c) => c.json({ installs: oauth.installs() }));
  app.post('/expire', (c) => {
    oauth.expireAccessTokens();
    return c.json({ installs: oauth.installs() });
  });
  app.post('/uninstall', async (c) => {
    const named = await c.req.json<{ hubId?: number } | null>().catch(() => null);
    const hubId = named?.hubId;
    for (const account of oauth.accounts) {
      if (hubId !== undefined && hubId !== account.hubId) continue;
      for (const installed of oauth.apps) oauth.uninstall(installed, account);
    }
    return c.json({ installs: oauth.installs() });
  });
  return app;
}
