import type { FunctionError } from '@bulk-associate/contract';
import { classifyResponse, noAnswer, outOfReach, type ResponseClass } from './classify-response';
import type { JsonObject } from './json';
import { rejection } from './refusals';
import type { PurposefulRequest, Run } from './run';
import { parseBody } from './parse-body';

/** The result of a request, after all waits and retries. */
export type Reply =
  | Extract<ResponseClass, { kind: 'answered' | 'refused' | 'unclear' }>
  /** HubSpot did nothing: the time was over, or the run was stopped (see `Run.stopped`). */
  | { kind: 'not_sent' };

export interface EngineRequest extends PurposefulRequest {
  /** Whether this repeats an earlier request of the run. */
  again?: boolean;
  /** Whether the run can do without the answer: a missing scope for it does not stop the run. */
  optional?: boolean;
}

/** How often a read without a clear answer is sent. A write is sent once: a read has to show its result first. */
const readAttempts = 3;
/** How often a request is sent that cannot have reached HubSpot. */
const connectAttempts = 3;

/**
 * Sends one request: waits until it may start, limits the time of each attempt, and retries where HubSpot did nothing or
 * the request is a read. Never rejects.
 */
export async function sendRequest(run: Run, request: EngineRequest): Promise<Reply> {
  let unclear = 0;
  let unsent = 0;
  for (let attempt = 0; await run.waitToStart(request); attempt++) {
    if (attempt > 0 || request.again) run.retries++;
    const result = await attemptOnce(run, request);
    if (result.kind === 'unclear' || result.kind === 'unsent') run.recordFault(result.reason);
    else run.recordAnswer();
    switch (result.kind) {
      case 'answered':
      case 'refused':
        return result;
      case 'wait':
        run.pause(result.ms, result.reason);
        break;
      case 'stop':
        if (!(request.optional && result.reason.code === 'MISSING_SCOPES')) run.stop(result.reason);
        return { kind: 'not_sent' };
      case 'unclear':
        if (request.purpose === 'write' || ++unclear >= readAttempts) return result;
        break;
      case 'unsent':
        if (++unsent >= connectAttempts) run.stop(result.reason);
    }
  }
  return { kind: 'not_sent' };
}

type Attempt = ResponseClass | { kind: 'unsent'; reason: FunctionError };

async function attemptOnce(run: Run, request: EngineRequest): Promise<Attempt> {
  const { environment } = run;
  const controller = new AbortController();
  const { method, path, body } = request;
  const answer = environment
    .send({ method, path, ...(body && { body }) }, controller.signal)
    .then(async (response): Promise<Attempt> => classifyResponse(response, parseBody(await response.text())))
    .catch((error: unknown): Attempt =>
      wasNeverSent(error) ? { kind: 'unsent', reason: outOfReach } : { kind: 'unclear', reason: noAnswer },
    );
  const late = environment
    .sleep(run.timeOutMs(request.purpose), controller.signal)
    .then((): Attempt => ({ kind: 'unclear', reason: noAnswer }));
  const attempt = await Promise.race([answer, late]);
  controller.abort();
  return attempt;
}

/** Node's error codes for a connection that was not made: HubSpot has not received the request. */
const connectionFailures = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  return connectionFailures.has(String((cause as { code?: unknown } | undefined)?.code));
}

/** The answer to a GET that the call can do without; undefined if there is none. */
export async function readOptional(run: Run, path: string): Promise<JsonObject | undefined> {
  const reply = await sendRequest(run, { method: 'GET', path, purpose: 'read', optional: true });
  return reply.kind === 'answered' ? reply.body : undefined;
}

/** The answer of a call that cannot go on without this reply. */
export function refusalOf(run: Run, reply: Reply): { ok: false; error: FunctionError } {
  if (reply.kind === 'refused') return { ok: false, error: rejection(reply.error) };
  return { ok: false, error: run.stopped ?? run.unresolvedFault ?? noAnswer };
}
