import { useSyncExternalStore } from 'react';
import { provided } from '../parts/provided';
import type { Session } from './session';
import type { PanelState } from './state';

/** The provider of the session and the hook that reads it. */
export const [SessionProvider, useSession] = provided<Session>();

/** The panel's state; draws again whenever it changes. */
export function usePanelState(): PanelState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}
