import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { allScopes, sandboxToken } from '../../../local/crm/access';
import { createCrm } from '../../../local/crm/crm';
import { crmRoutes } from '../../../local/crm/serve';
import { createPage } from '../../../local/page/page';

// The record page with a card of a test: `tsx tests/end-to-end/probe/serve.ts <cards folder> [live]`.
const [cardsFolder = '', mode] = process.argv.slice(2);
const token = process.env['PROBE_TOKEN'] ?? sandboxToken;
const app = new Hono<{ Bindings: HttpBindings }>();
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
  void start(`http://127.0.0.1:${port}`);
});

async function start(url: string): Promise<void> {
  app.route('/', crmRoutes(createCrm({ tokens: { [token]: allScopes } })));
  app.post('/functions/echo', async (c) => c.json({ response: await c.req.json() }));
  app.post('/functions/broken', (c) => c.json({ status: 'error', message: 'inside knowledge' }, 400));
  const page = await createPage({
    hubspotUrl: url,
    token,
    live: mode === 'live',
    account: { id: 4711, timezone: 'Asia/Tokyo', type: 'SANDBOX' },
    cardsFolder,
    watch: true,
  });
  app.route('/', page.routes);
  console.log(`Local: ${url}/`);
  process.once('SIGTERM', () => {
    server.close();
    void page.close().finally(() => process.exit(0));
  });
}
