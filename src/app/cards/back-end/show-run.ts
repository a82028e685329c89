import type { Session } from '../panel/session';
import type { Result } from '../panel/state';
import type { Performed, RunOf } from '../run/performed';

/** Shows the result of an earlier run in the panel. What is selected stays. */
export function showResult({ dispatch }: Session, result: Result): void {
  dispatch({ type: 'runLeft' });
  dispatch({ type: 'resultShown', result });
}

/** Shows a run that goes on, and then its result. */
export function showRun(session: Session, work: RunOf, performed: Performed): void {
  // From a result, because a run that starts from the selection empties it.
  showResult(session, { ...work, endedAt: 0, stopped: false });
  if (session.getState().name === 'finished') void session.show(work, performed);
}
