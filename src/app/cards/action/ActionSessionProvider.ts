import { useSyncExternalStore } from 'react';
import { createRequiredContext } from '../parts/required-context';
import type { ActionSession, AnchorChoice } from './action-session';

/** The provider of the session of a bulk action and the hook that reads it. */
export const [ActionSessionProvider, useActionSession] = createRequiredContext<ActionSession>();

/** What the anchors are chosen from. Renders again after each change. */
export function useAnchorChoice(): AnchorChoice {
  const { subscribeToChoice, getChoice } = useActionSession();
  return useSyncExternalStore(subscribeToChoice, getChoice);
}
