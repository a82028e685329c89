import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { FunctionRunner } from './runner';

/** One call of a function, for the list of calls on the record page. */
export interface FunctionCallSeen {
  uid: string;
  parameters: unknown;
  ok: boolean;
  elapsedMs: number;
}

/**
 * `POST /functions/{uid}` with `{ "parameters": … }` answers `{ "response": … }`, or 400 with HubSpot's error shape
 * if the function throws, exceeds its time limit, or does not exist.
 */
export function functionRoutes(runner: FunctionRunner, onCall?: (call: FunctionCallSeen) => void): Hono {
  return new Hono().post('/functions/:uid', async (c) => {
    const uid = c.req.param('uid');
    const body = await c.req.json<{ parameters?: unknown }>().catch(() => undefined);
    const startedAt = performance.now();
    const execution = await runner.call(uid, body?.parameters);
    const elapsedMs = Math.round(performance.now() - startedAt);
    onCall?.({ uid, parameters: body?.parameters, ok: execution.ok, elapsedMs });
    if (execution.ok) return c.json({ response: execution.response });
    return c.json(failure(uid, execution.message), 400);
  });
}

/** The body that HubSpot's own development server sends if a function fails (ui-extensions-dev-server 2.1.2). */
function failure(uid: string, reason: string) {
  return {
    status: 'error',
    message: 'There was a problem running the serverless function.',
    correlationId: randomUUID(),
    category: 'VALIDATION_ERROR',
    subCategory: 'GenXExecutionErrorType.APP_ERROR',
    errors: [
      {
        subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
        message: `The serverless function '${uid}' failed to execute: ${reason}`,
      },
    ],
  };
}
