import { useEffect, useSyncExternalStore } from 'react';
import type { FunctionUid, ParametersOf } from '@bulk-associate/contract';
import type { Reply } from '../sdk/sdk';
import { useSession } from './SessionProvider';

/** The reply of a function as the session remembers it; undefined until it arrives. Without parameters, nothing is called. */
export function useRemembered<Uid extends FunctionUid>(
  uid: Uid,
  parameters: ParametersOf<Uid> | undefined,
): { reply: Reply<Uid> | undefined; retry: () => void } {
  const { replies } = useSession();
  useSyncExternalStore(replies.subscribe, replies.getVersion);
  // After every rendering: what was called already is not called again.
  useEffect(() => {
    if (parameters) replies.request(uid, parameters);
  });
  return {
    reply: parameters && replies.get(uid, parameters),
    retry: () => parameters && replies.retry(uid, parameters),
  };
}
