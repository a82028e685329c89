import { useSyncExternalStore } from 'react';
import { useSession } from '../panel/SessionProvider';
import type { HostedRuns, KnownRuns } from './hosted-runs';

/** The runs of the record, and what is known of them. Renders again after each change. */
export function useHostedRuns(): { hosted: HostedRuns; known: KnownRuns } {
  const { hosted } = useSession();
  if (!hosted) throw new Error('This part of the card is drawn where a back end keeps runs.');
  const { subscribe, get } = hosted.known;
  return { hosted, known: useSyncExternalStore(subscribe, get) };
}
