import { useEffect, useState } from 'react';
import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useFaceTranslator, usePanelLoader } from '../locales/TranslatorProvider';
import { PanelButton } from '../panel/PanelButton';
import { usePanelState, useSession } from '../panel/SessionProvider';
import { NothingToLink } from '../parts/NothingToLink';
import { Problem } from '../parts/Problem';
import { useRecordName } from '../parts/RecordName';
import { LastRun } from './LastRun';
import { LinkedCounts } from './LinkedCounts';
import type { Place } from './place';
import { RunningNotice } from './RunningNotice';
import { useRunNotices } from './useRunNotices';

/** The part of the card that is on the record page; its buttons open the panel. */
export function Face({ place }: { place: Place }) {
  const session = useSession();
  const state = usePanelState();
  const subject = useRecordName();
  const { t } = useFaceTranslator();
  const loader = usePanelLoader();
  const isOpening = state.name === 'opening';
  useEffect(() => void (isOpening ? loader.load() : loader.hurry()), [loader, isOpening]);
  const [openPanel, setOpenPanel] = useState<string>();
  const onClosed = useRunNotices(openPanel !== undefined, () => setOpenPanel(undefined));

  if (isOpening) return <LoadingSpinner label={t('loading')} showLabel />;
  if (state.name === 'unavailable')
    return <Problem error={state.error} onRetry={() => void session.open()} />;
  if (state.name === 'nothingToLink') return <NothingToLink />;

  const isBusy = state.name === 'running' || state.name === 'undoing';
  const last = isBusy ? undefined : state.draft.last;
  const open = (id: string) => {
    if (id === mainPanel) session.startOver();
    else session.showLast();
    loader.useLate();
    setOpenPanel(id);
  };
  return (
    <Flex direction="column" gap="small" align="stretch">
      <Text>{t('faceLead', { record: subject })}</Text>
      <LinkedCounts draft={state.draft} place={place} />
      {isBusy && <RunningNotice run={state.run} of={state.of} />}
      {last && <LastRun result={last} />}
      <Flex gap="small" wrap>
        <PanelButton
          onClosed={onClosed}
          id={mainPanel}
          label={isBusy ? t('faceShowProgress') : t('faceOpen')}
          variant="primary"
          isOpen={openPanel === mainPanel}
          onOpen={() => open(mainPanel)}
        />
        {last && (
          <PanelButton
            onClosed={onClosed}
            id={resultPanel}
            label={t('faceShowLast')}
            variant="secondary"
            isOpen={openPanel === resultPanel}
            onOpen={() => open(resultPanel)}
          />
        )}
      </Flex>
    </Flex>
  );
}

const mainPanel = 'bulk-associate';
const resultPanel = 'bulk-associate-result';
