import {
  checkMessages,
  checkParameters,
  type Answer,
  type AnswerOf,
  type FunctionError,
} from '@bulk-associate/contract';
import { answerCall, answerWithoutAccess } from '@bulk-associate/engine';
import { readMessages } from '@bulk-associate/messages/panel';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Tokens } from '../accounts/tokens';
import { handlers, isFunctionUid, type AccountFunctionUid } from '../handlers';
import type { Connections } from '../hubspot/connections';
import { traceOf, type Log } from '../log';
import { notInstalled, refusals, refuse } from './refusals';
import { atMostOneMegabyte, type SignedVariables } from './signed-request';

interface Parts {
  publicUrl: string;
  tokens: Tokens;
  connections: Connections;
  log: Log;
}

/**
 * `POST /functions/{uid}` with `{ "parameters": … }` returns the answer of the app function with that uid. The status is
 * 200 for `ok: true` and for `ok: false`. Any other status means that nothing was done.
 */
export function functionRoutes(signed: MiddlewareHandler<{ Variables: SignedVariables }>, parts: Parts) {
  const app = new Hono<{ Variables: SignedVariables }>();
  app.post('/functions/:uid', atMostOneMegabyte, signed, async (c) => {
    const uid = c.req.param('uid');
    if (!isFunctionUid(uid)) return refuse(c, 404, refusals.unknownFunction);
    const startedAt = performance.now();
    const account = c.get('accountId');
    const user = c.get('user');
    const parameters = parametersIn(c.get('body'));
    const answer =
      uid === 'read_messages'
        ? await answerWithoutAccess<'read_messages'>(checkMessages, readMessages, parameters)
        : await answerFor({ account, user }, uid, parameters, parts);
    const ms = Math.round(performance.now() - startedAt);
    parts.log({ event: 'call', uid, account, ...summaryOf(answer), ms });
    if (answer === 'not_installed') return refuse(c, 403, notInstalled(parts.publicUrl));
    return c.json(answer);
  });
  return app;
}

/** Whose call it is, as HubSpot has signed it. */
interface Caller {
  account: string;
  user: string | undefined;
}

async function answerFor<Uid extends AccountFunctionUid>(
  { account: accountId, user }: Caller,
  uid: Uid,
  parameters: unknown,
  { tokens, connections, log }: Parts,
): Promise<Answer<AnswerOf<Uid>> | 'not_installed'> {
  const startedAt = performance.now();
  const ready = await tokens.ready(accountId);
  if (ready.kind === 'not_installed') return 'not_installed';
  if (ready.kind === 'unavailable') {
    return answerCall(uid, checkParameters[uid], handlers[uid], parameters, refusals.hubspotUnavailable);
  }
  const connection = connections.to(ready.account);
  const { secrets } = connection;
  // The card waits 15 seconds in total, so the time of a token renewal is not available to the handler.
  const spentMs = performance.now() - startedAt;
  const hubspot = { ...connection.hubspot, spentMs, ...(user !== undefined && { signedUser: user }) };
  const onDefect = (error: unknown) => log({ event: 'defect', uid, account: accountId, ...traceOf(error) });
  const answer = await answerCall(uid, checkParameters[uid], handlers[uid], parameters, {
    hubspot,
    secrets,
    onDefect,
  });
  // HubSpot refused the token and its renewal: the answer of the handler does not say that the app is uninstalled.
  return !answer.ok && connection.uninstalled ? 'not_installed' : answer;
}

/** Undefined if the body has no parameters; the input check of each function reports what is missing. */
function parametersIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { parameters?: unknown } | null)?.parameters;
  } catch {
    return undefined;
  }
}

/** The logged part of an answer: status, error code, and the reason of an early end. */
function summaryOf(answer: Answer<{ stopped?: FunctionError }> | 'not_installed') {
  if (answer === 'not_installed') return { status: 403 };
  if (!answer.ok) return { status: 200, code: answer.error.code };
  return { status: 200, ...(answer.stopped && { stopped: answer.stopped.code }) };
}
