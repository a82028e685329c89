import { Hono } from 'hono';
import type { Database } from '../storage';

/** `/healthz`: the process runs. `/readyz`: the database answers; a load balancer should send no requests while it is 503. */
export function healthRoutes(database: Database) {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const isReady = await database.query('SELECT 1').then(
        () => true,
        () => false,
      );
      return isReady ? c.json({ status: 'ready' }) : c.json({ status: 'database away' }, 503);
    });
}
