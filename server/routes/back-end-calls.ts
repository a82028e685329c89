import { checkBackEndParameters, type Answer, type BackEndCalls } from '@bulk-associate/contract';
import type { BackEndHandler, RunUid } from '../runs/run-calls';
import type { Caller } from '../runs/run-store';

/** The handlers of the calls that only the hosted back end answers. */
export type BackEndHandlers = { readonly [Uid in RunUid]: BackEndHandler<Uid> };

/** Whether a call of the back end has this uid. Inherited names such as `__proto__` do not count. */
export function isBackEndUid(uid: string, handlers: BackEndHandlers): uid is RunUid {
  return Object.hasOwn(handlers, uid);
}

/** Checks the parameters and answers the call. Rejects while the database is unavailable. */
export async function answerBackEndCall<Uid extends RunUid>(
  uid: Uid,
  handlers: BackEndHandlers,
  caller: Caller,
  parameters: unknown,
): Promise<Answer<BackEndCalls[Uid]['answer']>> {
  const checked = checkBackEndParameters[uid](parameters);
  if (!checked.ok) return { ok: false, error: { code: 'INVALID_INPUT', message: checked.message } };
  return handlers[uid](caller, checked.value);
}
