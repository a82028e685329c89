import type { Answer, BackEndUid, FunctionError, FunctionUid } from '@bulk-associate/contract';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Access, Permission } from '../access/access';
import { handlersWithoutAccess, isFunctionUid, needsNoAccess } from '../handlers';
import type { AccountCalls } from '../hubspot/account-calls';
import type { Log } from '../log';
import { notAdmin, notAllowed, notInstalled, refusals, refuse } from '../refusals';
import type { Caller } from '../runs/run-store';
import { answerBackEndCall, isBackEndUid, type BackEndHandlers } from './back-end-calls';
import { atMostOneMegabyte, type SignedVariables } from './signed-request';

interface Parts {
  publicUrl: string;
  access: Pick<Access, 'of'>;
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
    if (!isFunctionUid(uid) && !isBackEndUid(uid)) return refuse(c, 404, refusals.unknownFunction);
    const startedAt = performance.now();
    const { accountId: account, userId, email } = c.var;
    const permission = await parts.access.of({ account, userId, email });
    const refusal = refusalFor(uid, permission);
    if (refusal) {
      parts.log({ event: 'call', uid, account, status: 403, code: refusal.code });
      return refuse(c, 403, refusal);
    }
    const answer = await answerFor(
      uid,
      { account, userId, email, permission },
      parametersIn(c.var.body),
      parts,
    );
    const ms = Math.round(performance.now() - startedAt);
    parts.log({ event: 'call', uid, account, ...summaryOf(answer), ms });
    if (answer === 'not_installed') return refuse(c, 403, notInstalled(parts.publicUrl));
    return c.json(answer);
  });
  return app;
}

async function answerFor(
  uid: FunctionUid | BackEndUid,
  caller: Caller & { permission: Permission; email: string },
  parameters: unknown,
  { calls, backEnd }: Parts,
): Promise<Answer<object> | 'not_installed'> {
  if (needsNoAccess(uid)) return handlersWithoutAccess[uid](parameters);
  if (!isBackEndUid(uid)) return calls.answer(caller.account, uid, parameters, { signedUser: caller.email });
  if (!caller.permission.isInstalled) return 'not_installed';
  return answerBackEndCall(uid, backEnd, caller, parameters);
}

/** Calls for people who may administer the app. */
const adminUids: readonly string[] = ['delete_runs', 'open_administration'] satisfies BackEndUid[];

/** Calls that everybody may make: whether one may use the app, and the texts in which the card says so. */
const openUids: readonly string[] = ['describe_access', 'read_messages'] satisfies (
  BackEndUid | FunctionUid
)[];

/** Why a user may not make a call. */
function refusalFor(uid: string, permission: Permission): FunctionError | undefined {
  if (openUids.includes(uid)) return undefined;
  if (!permission.mayUse) return notAllowed(permission);
  return adminUids.includes(uid) && !permission.mayAdminister ? notAdmin(permission) : undefined;
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
