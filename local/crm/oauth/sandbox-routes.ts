import { Hono } from 'hono';
import type { OAuth } from './oauth';

/**
 * What happens to an app's access on HubSpot's side: time passes, or an admin takes the app out of an account, or out of
 * all where no `hubId` is named.
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
