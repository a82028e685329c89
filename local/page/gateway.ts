import { Hono } from 'hono';
import { pageAgent } from './page-events';

/** Whether a request of HubSpot's API only reads. Searches and batch reads are POST requests there. */
function isRead(method: string, path: string): boolean {
  return method === 'GET' || (method === 'POST' && /\/(search|batch\/read)$/.test(path));
}

const prefix = '/page/crm';

/** A call of the page to HubSpot. Never holds a token or a body. */
export interface PageCall {
  method: string;
  path: string;
  status: number | 'reset';
  elapsedMs: number;
}

/**
 * Passes the page's requests on to HubSpot: `/page/crm/…` becomes `{hubspotUrl}/…` with the token, which never reaches the
 * browser. Only reads are passed on; everything else gets a 405.
 */
export function gatewayRoutes(
  hubspotUrl: string,
  token: string,
  onCall: (call: PageCall) => void = () => undefined,
): Hono {
  return new Hono().all(`${prefix}/*`, async (c) => {
    const url = new URL(c.req.url);
    const path = url.pathname.slice(prefix.length);
    if (!isRead(c.req.method, path)) return c.json({ message: 'The page only reads.' }, 405);
    const { method } = c.req;
    const body = method === 'POST' ? await c.req.text() : undefined;
    const startedAt = performance.now();
    const send = () =>
      fetch(`${hubspotUrl}${path}${url.search}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'user-agent': pageAgent,
        },
        ...(body !== undefined && { body }),
      });
    // Retried once: a kept-alive connection may close just as it is used again, and a read can be repeated.
    const response = await send()
      .catch(send)
      .catch(() => undefined);
    onCall({
      method,
      path,
      status: response?.status ?? 'reset',
      elapsedMs: Math.round(performance.now() - startedAt),
    });
    if (!response) return c.json({ message: 'HubSpot could not be reached.' }, 502);
    return new Response(await response.text(), {
      status: response.status,
      headers: { 'content-type': response.headers.get('content-type') ?? 'application/json' },
    });
  });
}
