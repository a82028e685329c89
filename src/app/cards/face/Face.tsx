import { useCallback, useEffect, useState } from 'react';
import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useBackEnd } from '../edition/back-end';
import {
  useFaceTranslator,
  useIsWaiting,
  usePanelLoader,
  useTranslator,
} from '../locales/TranslatorProvider';
import { PanelButton } from '../panel/PanelButton';
import { usePanelState, useSession } from '../panel/SessionProvider';
import type { PanelState } from '../panel/state';
import { NothingToLink } from '../parts/NothingToLink';
import { Problem } from '../parts/Problem';
import { useRecordName } from '../parts/RecordName';
import { LastRun } from './LastRun';
import { LinkedCounts } from './LinkedCounts';
import type { Place } from './place';
import { RunningNotice } from './RunningNotice';
import { useFaceSuggestion } from './useFaceSuggestion';
import { useRunNotices } from './useRunNotices';

/** The part of the card that is on the record page; its buttons open the panel. */
export function Face({ place }: { place: Place }) {
  const session = useSession();
  const state = usePanelState();
  const { t } = useFaceTranslator();
  const loader = usePanelLoader();
  const isWaiting = useIsWaiting();
  const isOpening = state.name === 'opening';
  useEffect(() => void (isOpening ? loader.load() : loader.hurry()), [loader, isOpening]);

  // Most errors are said in words that are loaded.
  if (isOpening || (isWaiting && state.name === 'unavailable'))
    return <LoadingSpinner label={t('loading')} showLabel />;
  if (state.name === 'unavailable')
    return <Problem error={state.error} onRetry={() => void session.open()} />;
  if (state.name === 'nothingToLink') return <NothingToLink />;
  return <OpenFace place={place} state={state} />;
}

interface OpenFaceProps {
  place: Place;
  state: Exclude<PanelState, { name: 'opening' | 'unavailable' | 'nothingToLink' }>;
}

function OpenFace({ place, state }: OpenFaceProps) {
  const session = useSession();
  const subject = useRecordName();
  const { t } = useFaceTranslator();
  const { t: loaded } = useTranslator();
  const loader = usePanelLoader();
  const backEnd = useBackEnd();
  const isWaiting = useIsWaiting();
  const [openPanel, setOpenPanel] = useState<string>();
  const [counted, setCounted] = useState(0);
  const onCounted = useCallback(() => setCounted((before) => before + 1), []);
  const onClosed = useRunNotices(openPanel !== undefined, () => setOpenPanel(undefined));
  const { draft } = state;
  const isBusy = state.name === 'running' || state.name === 'undoing';
  const last = isBusy ? undefined : draft.last;
  const isIdle = counted >= draft.types.length && !isBusy && openPanel === undefined;
  const suggestion = useFaceSuggestion(draft, isIdle);
  const open = (id: string, show: () => void) => () => {
    show();
    loader.useLate();
    setOpenPanel(id);
  };
  return (
    <Flex direction="column" gap="small" align="stretch">
      <Text>{t('faceLead', { record: subject })}</Text>
      <LinkedCounts draft={draft} place={place} onCounted={onCounted} />
      {isBusy && <RunningNotice run={state.run} of={state.of} />}
      {last && <LastRun result={last} />}
      <Flex gap="small" wrap>
        <PanelButton
          onClosed={onClosed}
          id={mainPanel}
          label={isBusy ? loaded('faceShowProgress') : t('faceOpen')}
          variant="primary"
          isOpen={openPanel === mainPanel}
          onOpen={open(mainPanel, session.startOver)}
        />
        {last && (
          <PanelButton
            onClosed={onClosed}
            id={resultPanel}
            label={loaded('faceShowLast')}
            variant="secondary"
            isOpen={openPanel === resultPanel}
            onOpen={open(resultPanel, session.showLast)}
          />
        )}
      </Flex>
      {/* Below the buttons, which must not move away from a pointer when it comes. */}
      {suggestion && <Text>{suggestion.text}</Text>}
      {/* A panel is gone with its button: the button stays while the panel is open, whatever a run changes. */}
      {(suggestion !== undefined || openPanel === suggestedPanel) && (
        <Flex>
          <PanelButton
            onClosed={onClosed}
            id={suggestedPanel}
            label={t('faceShowSuggested')}
            variant="secondary"
            isOpen={openPanel === suggestedPanel}
            onOpen={open(suggestedPanel, () => {
              if (suggestion) session.showSuggested(suggestion.type.id);
            })}
          />
        </Flex>
      )}
      {backEnd?.FaceRuns && !isWaiting && (
        <backEnd.FaceRuns openPanel={openPanel} open={open} onClosed={onClosed} />
      )}
    </Flex>
  );
}

const mainPanel = 'bulk-associate';
const resultPanel = 'bulk-associate-result';
const suggestedPanel = 'bulk-associate-suggested';
