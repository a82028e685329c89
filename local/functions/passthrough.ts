import { Hono } from 'hono';

/** A call of a function to HubSpot. Never holds a token or a body. */
export interface CallPassed {
  method: string;
  path: string;
  status: number | 'reset';
  elapsedMs: number;
  inputs: number;
}

/** The path under which functions call a real HubSpot through this server. */
export const passthrough = '/passthrough';

/** Response headers that `fetch` has already processed, or that belong to its own connection. */
const ownHeaders = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];

/**
 * Passes functions' requests on to a real account unchanged, and reports each. It adds no token of its own, so it gives
 * nobody else access.
 */
export function passthroughRoutes(hubspotUrl: string, onCall: (call: CallPassed) => void): Hono {
  return new Hono().all(`${passthrough}/*`, async (c) => {
    const url = new URL(c.req.url);
    const path = url.pathname.slice(passthrough.length);
    const { method } = c.req;
    const body = method === 'GET' ? undefined : await c.req.text();
    const startedAt = performance.now();
    const report = (status: CallPassed['status']) =>
      onCall({
        method,
        path,
        status,
        elapsedMs: Math.round(performance.now() - startedAt),
        inputs: inputsIn(body),
      });
    try {
      const headers = {
        authorization: c.req.header('authorization') ?? '',
        'content-type': 'application/json',
      };
      const signal = c.req.raw.signal;
      const response = await fetch(`${hubspotUrl}${path}${url.search}`, { method, headers, signal, ...(body && { body }) }); // prettier-ignore
      const text = await response.text();
      report(response.status);
      const answer = new Headers(response.headers);
      for (const name of ownHeaders) answer.delete(name);
      return new Response(response.status === 204 ? null : text, {
        status: response.status,
        headers: answer,
      });
    } catch {
      report('reset');
      // The function must see a broken connection, as it would without this server in between.
      const { incoming } = c.env as { incoming?: { socket: { destroy(): void } } };
      incoming?.socket.destroy();
      return new Response(null, { status: 502 });
    }
  });
}

function inputsIn(body: string | undefined): number {
  try {
    const { inputs } = JSON.parse(body ?? '') as { inputs?: unknown };
    return Array.isArray(inputs) ? inputs.length : 0;
  } catch {
    return 0;
  }
}
