import { useSyncExternalStore } from 'react';
import { createRequiredContext } from '../parts/required-context';
import type { Session } from './session';
import type { PanelState } from './state';

/** The provider of the session and the hook that reads it. */
export const [SessionProvider, useSession] = createRequiredContext<Session>();

/** The panel's state. Renders again after each change. */
export function usePanelState(): PanelState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}
