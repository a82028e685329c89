import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { sandboxToken } from '../../crm/access';
import { createCrm } from '../../crm/crm';
import { crmRoutes } from '../../crm/serve';
import { createPage } from '../page';

// The record page with a card of a test: `tsx local/page/testing/serve.ts <cards folder> [live]`.
const [cardsFolder = '', mode] = process.argv.slice(2);
const app = new Hono<{ Bindings: HttpBindings }>();
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
  void start(`http://127.0.0.1:${port}`);
});

async function start(url: string): Promise<void> {
  app.route('/', crmRoutes(createCrm()));
  app.post('/functions/echo', async (c) => c.json({ response: await c.req.json() }));
  app.post('/functions/broken', (c) => c.json({ status: 'error', message: 'inside knowledge' }, 400));
  const page = await createPage({
    hubspotUrl: url,
    token: sandboxToken,
    live: mode === 'live',
    cardsFolder,
    watch: true,
  });
  app.route('/', page.routes);
  console.log(`Local: ${url}`);
  process.once('SIGTERM', () => {
    server.close();
    void page.close().finally(() => process.exit(0));
  });
}
