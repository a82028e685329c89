import { useSyncExternalStore } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import { usePanelState, useSession } from '../panel/SessionProvider';
import { AdministrationLink } from './AdministrationLink';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

/**
 * Below a step: the way out of a run that goes on without the card, back to the history or to the selection; and for an
 * admin the page that says who may use the app.
 */
export function PanelNote() {
  const { hosted } = useHostedRuns();
  const session = useSession();
  const state = usePanelState();
  const words = useBackEndWords();
  const history = useSyncExternalStore(hosted.history.subscribe, hosted.history.get);
  if (state.name === 'choosing') return <AdministrationLink />;
  const isRun = state.name === 'running' || state.name === 'undoing';
  if (history ? isRun || state.name === 'finished' : isRun && state.run.note?.()) {
    return (
      <Flex>
        <Button
          size="sm"
          variant="transparent"
          onClick={() => (history ? hosted.history.set('list') : session.dispatch({ type: 'runLeft' }))}
        >
          {words(history ? 'historyBack' : 'runLeave')}
        </Button>
      </Flex>
    );
  }
  return null;
}
