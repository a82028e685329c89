import { useEffect, useSyncExternalStore } from 'react';
import type { AnswerOf, FunctionUid, ParametersOf } from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import { useSession } from './SessionProvider';

/** The reply of a function, as the session remembers it. */
interface Remembered<Uid extends FunctionUid> {
  /** Undefined until it arrives, and where the call failed. */
  answer: AnswerOf<Uid> | undefined;
  error: CallError | undefined;
  retry: () => void;
}

/** Calls a function, unless the session remembers its reply to these parameters. Without parameters, nothing is called. */
export function useRemembered<Uid extends FunctionUid>(
  uid: Uid,
  parameters: ParametersOf<Uid> | undefined,
): Remembered<Uid> {
  const { replies } = useSession();
  useSyncExternalStore(replies.subscribe, replies.getVersion);
  // After every rendering: what was called already is not called again.
  useEffect(() => {
    if (parameters) replies.request(uid, parameters);
  });
  const reply = parameters && replies.get(uid, parameters);
  return {
    answer: reply?.ok ? reply : undefined,
    error: reply?.ok === false ? reply.error : undefined,
    retry: () => parameters && replies.retry(uid, parameters),
  };
}
