import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { setImmediate } from 'node:timers/promises';

/**
 * Says `Connection: close` on an answer that is given before the request's body has arrived. Such a body is not read to
 * its end, so that no further request can follow on the connection (RFC 9112, section 9.3).
 */
export const closeAfterEarlyAnswers: MiddlewareHandler<{ Bindings: HttpBindings }> = async (c, next) => {
  await next();
  // What came in one packet with the head is parsed when this turn of the event loop ends.
  await setImmediate();
  if (!c.env.incoming.complete) c.header('connection', 'close');
};
