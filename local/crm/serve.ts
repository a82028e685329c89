import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Crm } from './crm';
import { ConnectionFault } from './faults';

/** The paths of HubSpot. Others below `/oauth/` are an app's own install and callback addresses. */
const served = [
  '/crm/*',
  '/crm-object-schemas/*',
  '/account-info/*',
  '/oauth/authorize',
  '/oauth/:hubId{\\d+}/authorize',
  '/oauth/:version{v\\d|\\d{4}-\\d{2}}/*',
  '/appinstalls/*',
  '/sandbox/*',
];

/**
 * The CRM as part of a Node server, to be mounted with `app.route('/', …)`. Where a fault breaks the connection, the
 * socket is closed.
 */
export function crmRoutes(crm: Crm): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const path of served) {
    app.all(path, async (c) => {
      const { socket } = c.env.incoming;
      const gone = new AbortController();
      const onClose = () => gone.abort();
      socket.once('close', onClose);
      const body = c.req.method === 'GET' ? undefined : await c.req.text();
      const request = new Request(c.req.url, {
        method: c.req.method,
        headers: c.req.raw.headers,
        signal: gone.signal,
        ...(body && { body }),
      });
      try {
        return await crm.fetch(request);
      } catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        if (!(cause instanceof ConnectionFault)) throw error;
        socket.destroy();
        return new Response(null);
      } finally {
        socket.off('close', onClose);
      }
    });
  }
  return app;
}

/** Serves the CRM on 127.0.0.1, on a free port if none is given. */
export async function serveCrm(crm: Crm, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const app = crmRoutes(crm);
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: '127.0.0.1', port },
      ({ port: taken }: AddressInfo) => {
        resolve({
          url: `http://127.0.0.1:${taken}`,
          close: () =>
            new Promise((closed) => {
              if ('closeAllConnections' in server) server.closeAllConnections();
              server.close(() => closed());
            }),
        });
      },
    );
    // Otherwise an idle connection may close at the moment when a client sends its next request on it.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = 0;
    server.once('error', reject);
  });
}
