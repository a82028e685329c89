import { useSyncExternalStore } from 'react';
import type { LinkableObjectType } from '@bulk-associate/contract';
import { PanelButton } from '../panel/PanelButton';
import { useRecordName } from '../parts/RecordName';
import { History } from './History';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

interface HistoryButtonProps {
  id: string;
  types: readonly LinkableObjectType[];
  isOpen: boolean;
  onOpen: () => void;
  onClosed: () => void;
}

/** The button that opens the runs of the record, and in the same panel the steps of the one that is selected. */
export function HistoryButton({ types, ...panel }: HistoryButtonProps) {
  const words = useBackEndWords();
  const record = useRecordName();
  const { hosted } = useHostedRuns();
  const shown = useSyncExternalStore(hosted.history.subscribe, hosted.history.get);
  return (
    <PanelButton
      {...panel}
      label={words('history')}
      variant="secondary"
      title={words('historyTitle', { record })}
    >
      {shown === 'list' ? <History types={types} /> : undefined}
    </PanelButton>
  );
}
