import { getRequestListener, RequestError } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** Limits for requests that do not arrive as a whole. */
export interface RequestLimits {
  /** Milliseconds. A request that has not arrived as a whole by then is answered with 408, without a body. */
  arrivalMs: number;
  /** Milliseconds between two checks for such requests. */
  checkMs: number;
  /** Bytes of a request's body that are read and dropped after an early answer. */
  droppedBytes: number;
  /** Milliseconds that the client has to send these bytes. */
  droppedMs: number;
}

/** A call of a card lasts 15 seconds in all; HubSpot sends at most 1 MB in it. */
const defaultLimits: RequestLimits = {
  arrivalMs: 30_000,
  checkMs: 5_000,
  droppedBytes: 1024 * 1024,
  droppedMs: 2_000,
};

/**
 * Node's HTTP server for a function of `Request`.
 *
 * An early answer is one that is given before the request's body has arrived. It says `Connection: close`, as RFC 9112
 * (section 9.3) requires of a server that does not read the whole body: a proxy must not send the next request, which
 * may be another customer's, on that connection. The answer is sent at once. The connection stays open until the rest of
 * the body has arrived or a limit is reached, because closing it with unread bytes resets it, and a reset can destroy
 * the answer on its way (section 9.6).
 */
export function createHttpServer(
  fetch: (request: Request) => Promise<Response>,
  limits: RequestLimits = defaultLimits,
): Server {
  const closing = new WeakSet<Socket>();
  const options = { requestTimeout: limits.arrivalMs, connectionsCheckingInterval: limits.checkMs };
  const server = createServer(options, (incoming, outgoing) => {
    // After `Connection: close`, no further request of the connection may be processed (RFC 9112, section 9.6).
    if (closing.has(incoming.socket)) return;
    const answer = async (response: Response) => {
      // Node leaves the connection open, and a stop would wait until it is idle for five seconds.
      if (!server.listening) response.headers.set('connection', 'close');
      if (!hasBody(incoming) || incoming.readableEnded || incoming.destroyed) return response;
      const dropped = dropBody(incoming, limits);
      // What came in one packet with the head is parsed when this turn of the event loop ends.
      await setImmediate();
      if (incoming.complete) return response;
      closing.add(incoming.socket);
      return closeAfter(response, dropped);
    };
    const listener = getRequestListener(async (request) => answer(await fetch(request)), {
      errorHandler: (error) =>
        answer(new Response(null, { status: error instanceof RequestError ? 400 : 500 })),
    });
    void listener(incoming, outgoing);
  });
  return server;
}

/** Whether the request announces a body (RFC 9112, section 6). */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Reads the rest of a body within the limits. Does not reject. */
function dropBody(incoming: IncomingMessage, { droppedBytes, droppedMs }: RequestLimits): Promise<void> {
  return new Promise((resolve) => {
    let left = droppedBytes;
    const onData = (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) stop();
      // A stream that the handler took from the body pauses it whenever nobody reads from the stream.
      else incoming.resume();
    };
    const stop = () => {
      clearTimeout(timer);
      incoming.off('data', onData);
      resolve();
    };
    const timer = setTimeout(stop, droppedMs);
    incoming.on('data', onData).once('end', stop).once('close', stop).on('error', stop);
    incoming.resume();
  });
}

/** The same answer, which says that the connection closes, and ends when the promise resolves. */
async function closeAfter(response: Response, dropped: Promise<void>): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('connection', 'close');
  // The client need not wait for the end of the connection to know the end of the answer.
  headers.set('content-length', String(bytes.length));
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    pull: async (controller) => {
      await dropped;
      controller.close();
    },
  });
  return new Response(body, { status: response.status, headers });
}
