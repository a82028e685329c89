import { useSyncExternalStore } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import { usePanelState, useSession } from '../panel/SessionProvider';
import type { RunView } from '../run/chunked-run';
import { useRun } from '../run/useRun';
import { AdministrationLink } from './AdministrationLink';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

/**
 * Below a step: the way out of a run that goes on without the card, back to the history or to the selection; and for an
 * admin the page that says who may use the app.
 */
export function PanelNote() {
  const { hosted } = useHostedRuns();
  const state = usePanelState();
  const words = useBackEndWords();
  const history = useSyncExternalStore(hosted.history.subscribe, hosted.history.get);
  if (state.name === 'choosing') return <AdministrationLink />;
  if (history && ('run' in state || state.name === 'finished')) {
    return <Way label={words('historyBack')} onClick={() => hosted.history.set('list')} />;
  }
  return state.name === 'running' || state.name === 'undoing' ? <LeaveRun run={state.run} /> : null;
}

function LeaveRun({ run }: { run: RunView }) {
  const { dispatch } = useSession();
  const words = useBackEndWords();
  // Rendered again when the run has been handed over.
  useRun(run);
  if (run.note?.() === undefined) return null;
  return <Way label={words('runLeave')} onClick={() => dispatch({ type: 'runLeft' })} />;
}

function Way({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Flex>
      <Button size="sm" variant="transparent" onClick={onClick}>
        {label}
      </Button>
    </Flex>
  );
}
