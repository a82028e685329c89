import { useSyncExternalStore } from 'react';
import { Button, LoadingSpinner, Panel, PanelBody } from '@hubspot/ui-extensions';
import { useIsWaiting, useTranslator } from '../locales/TranslatorProvider';
import { usePanelState } from '../panel/SessionProvider';
import { Steps } from '../panel/Steps';
import { useRecordName } from '../parts/RecordName';
import { useSdk } from '../sdk/SdkProvider';
import { History } from './History';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

interface HistoryButtonProps {
  id: string;
  isOpen: boolean;
  onOpen: () => void;
  onClosed: () => void;
}

/** The button that opens the runs of the record, and in the same panel the steps of the one that is selected. */
export function HistoryButton({ id, isOpen, onOpen, onClosed }: HistoryButtonProps) {
  const sdk = useSdk();
  const { t } = useTranslator();
  const words = useBackEndWords();
  const isWaiting = useIsWaiting();
  const state = usePanelState();
  const record = useRecordName();
  const { hosted } = useHostedRuns();
  const shown = useSyncExternalStore(hosted.history.subscribe, hosted.history.get);
  const title = words('historyTitle', { record });
  const panel = (
    <Panel id={id} title={title} aria-label={title} width="lg" variant="modal" onClose={onClosed}>
      {!isOpen || isWaiting || !('draft' in state) ? (
        <PanelBody>
          <LoadingSpinner label={t('loading')} layout="centered" />
        </PanelBody>
      ) : shown === 'list' ? (
        <History types={state.draft.types} />
      ) : (
        <Steps onClose={() => sdk.closePanel(id)} />
      )}
    </Panel>
  );
  return (
    <Button variant="secondary" onClick={onOpen} overlay={panel}>
      {words('history')}
    </Button>
  );
}
