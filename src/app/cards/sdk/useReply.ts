import { useEffect, useState } from 'react';
import type { FunctionUid, ParametersOf } from '@bulk-associate/contract';
import type { Reply } from './sdk';
import { useSdk } from './SdkProvider';

/** The reply of a function to these parameters; undefined until it arrives. Replies to earlier parameters are dropped. */
export function useReply<Uid extends FunctionUid>(
  uid: Uid,
  parameters: ParametersOf<Uid>,
): { reply: Reply<Uid> | undefined; retry: () => void } {
  const { call } = useSdk();
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<{ to: string; reply: Reply<Uid> }>();
  const wanted = JSON.stringify([parameters, attempt]);
  useEffect(() => {
    let isGone = false;
    const [asked] = JSON.parse(wanted) as [ParametersOf<Uid>];
    void call(uid, asked).then((reply) => {
      if (!isGone) setAnswered({ to: wanted, reply });
    });
    return () => {
      isGone = true;
    };
  }, [call, uid, wanted]);
  return {
    reply: answered?.to === wanted ? answered.reply : undefined,
    retry: () => setAttempt((count) => count + 1),
  };
}
