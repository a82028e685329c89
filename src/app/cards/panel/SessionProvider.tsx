import { useSyncExternalStore, type ReactNode } from 'react';
import { createRequiredContext } from '../parts/required-context';
import type { Session } from './session';
import type { PanelState } from './state';
import type { StepsSession } from './steps-session';

const [WholeProvider, useSession] = createRequiredContext<Session>();
const [StepsProvider, useSteps] = createRequiredContext<StepsSession>();

/** The session of the record being viewed. */
export { useSession };

/** The part of a session that the steps after the choice use: its provider and its hook. */
export { StepsProvider, useSteps };

/** Provides the session of the record being viewed, as a whole and for the steps. */
export function SessionProvider({ value, children }: { value: Session; children: ReactNode }) {
  return (
    <WholeProvider value={value}>
      <StepsProvider value={value}>{children}</StepsProvider>
    </WholeProvider>
  );
}

/** The panel's state. Renders again after each change. */
export function usePanelState(): PanelState {
  const session = useSteps();
  return useSyncExternalStore(session.subscribe, session.getState);
}
