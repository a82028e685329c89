import { useEffect, useState } from 'react';
import { useHostedRuns } from './useHostedRuns';

/** Whether the user may administer the app. False until the answer arrives. */
export function useMayAdminister(): boolean {
  const { hosted } = useHostedRuns();
  const [mayAdminister, setMayAdminister] = useState(false);
  useEffect(() => {
    let isGone = false;
    void hosted.mayAdminister().then((may) => {
      if (!isGone) setMayAdminister(may);
    });
    return () => {
      isGone = true;
    };
  }, [hosted]);
  return mayAdminister;
}
