import { Hono } from 'hono';

/** A call of a function to HubSpot, as it is passed on. Never holds a token or a body. */
export interface CallPassed {
  method: string;
  path: string;
  status: number | 'reset';
  elapsedMs: number;
  inputs: number;
}

/** Where functions find HubSpot when their calls are to be seen. */
export const passthrough = '/passthrough';

/** Headers of an answer that the fetch of this process has already undone, or that belong to its connection. */
const ownHeaders = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];

/**
 * The functions' way to a real account: passes their requests on as they are, and tells of each. It has no token of its
 * own, so it opens nothing to others.
 */
export function passthroughRoutes(hubspotUrl: string, onCall: (call: CallPassed) => void): Hono {
  return new Hono().all(`${passthrough}/*`, async (c) => {
    const url = new URL(c.req.url);
    const path = url.pathname.slice(passthrough.length);
    const { method } = c.req;
    const body = method === 'GET' ? undefined : await c.req.text();
    const startedAt = performance.now();
    const tell = (status: CallPassed['status']) =>
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
      tell(response.status);
      const answer = new Headers(response.headers);
      for (const name of ownHeaders) answer.delete(name);
      return new Response(response.status === 204 ? null : text, {
        status: response.status,
        headers: answer,
      });
    } catch {
      tell('reset');
      // A broken connection stays one: the function is to see what it would see without this in between.
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
