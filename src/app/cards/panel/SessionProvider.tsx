import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Session } from './session';
import type { PanelState } from './state';

const SessionContext = createContext<Session | undefined>(undefined);

/** Hands the sitting to everything below. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** What a person can do in this sitting. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}

/** The panel's state; draws again whenever it changes. */
export function usePanelState(): PanelState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}
