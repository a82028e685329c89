import type { Answer, FunctionError } from '@bulk-associate/contract';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Accounts } from '../accounts/accounts';
import { isFunctionUid } from '../handlers';
import type { AccountCalls } from '../hubspot/account-calls';
import type { Log } from '../log';
import { notInstalled, refusals, refuse } from '../refusals';
import { answerBackEndCall, isBackEndUid, type BackEndHandlers } from './back-end-calls';
import { atMostOneMegabyte, type SignedVariables } from './signed-request';

interface Parts {
  publicUrl: string;
  accounts: Pick<Accounts, 'has'>;
  calls: AccountCalls;
  backEnd: BackEndHandlers;
  log: Log;
}

/**
 * `POST /functions/{uid}` with `{ "parameters": … }` returns the answer of the app function with that uid, or of the back
 * end's own call. The status is 200 for `ok: true` and for `ok: false`. Any other status means that nothing was done.
 */
export function functionRoutes(signed: MiddlewareHandler<{ Variables: SignedVariables }>, parts: Parts) {
  const app = new Hono<{ Variables: SignedVariables }>();
  app.post('/functions/:uid', atMostOneMegabyte, signed, async (c) => {
    const uid = c.req.param('uid');
    if (!isFunctionUid(uid) && !isBackEndUid(uid, parts.backEnd))
      return refuse(c, 404, refusals.unknownFunction);
    const startedAt = performance.now();
    const { accountId: account, userId } = c.var;
    const parameters = parametersIn(c.var.body);
    const answer = isFunctionUid(uid)
      ? await parts.calls.answer(account, uid, parameters)
      : (await parts.accounts.has(account))
        ? await answerBackEndCall(uid, parts.backEnd, { account, userId }, parameters)
        : 'not_installed';
    const ms = Math.round(performance.now() - startedAt);
    parts.log({ event: 'call', uid, account, ...summaryOf(answer), ms });
    if (answer === 'not_installed') return refuse(c, 403, notInstalled(parts.publicUrl));
    return c.json(answer);
  });
  return app;
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
