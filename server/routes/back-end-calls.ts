import {
  checkBackEndParameters,
  type Answer,
  type BackEndCalls,
  type BackEndUid,
} from '@bulk-associate/contract';
import type { BackEndHandler } from '../runs/run-calls';

/** The handlers of the calls that only the hosted back end answers. */
export type BackEndHandlers = { readonly [Uid in BackEndUid]: BackEndHandler<Uid> };

/** Whether a call of the back end has this uid. Inherited names such as `__proto__` do not count. */
export function isBackEndUid(uid: string): uid is BackEndUid {
  return Object.hasOwn(checkBackEndParameters, uid);
}

/** Checks the parameters and answers the call. Rejects while the database is unavailable. */
export async function answerBackEndCall<Uid extends BackEndUid>(
  uid: Uid,
  handlers: BackEndHandlers,
  caller: Parameters<BackEndHandler<Uid>>[0],
  parameters: unknown,
): Promise<Answer<BackEndCalls[Uid]['answer']>> {
  const checked = checkBackEndParameters[uid](parameters);
  if (!checked.ok) return { ok: false, error: { code: 'INVALID_INPUT', message: checked.message } };
  return handlers[uid](caller, checked.value);
}
