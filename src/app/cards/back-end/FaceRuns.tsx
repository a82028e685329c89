import { useEffect } from 'react';
import { Flex, Text } from '@hubspot/ui-extensions';
import type { FacePanels } from '../edition/back-end';
import { useTranslator } from '../locales/TranslatorProvider';
import { PanelButton } from '../panel/PanelButton';
import { usePanelState, useSession } from '../panel/SessionProvider';
import { HistoryButton } from './HistoryButton';
import { showRun } from './show-run';
import { useHostedRuns } from './useHostedRuns';
import { useBackEndWords } from './words';

const goingPanel = 'bulk-associate-going';
const historyPanel = 'bulk-associate-history';

/** The runs of this record that go on without the card, and the button for the history, in which each is found. */
export function FaceRuns({ openPanel, open, onClosed }: FacePanels) {
  const session = useSession();
  const state = usePanelState();
  const { t } = useTranslator();
  const words = useBackEndWords();
  const { hosted, known } = useHostedRuns();
  useEffect(() => void hosted.load(), [hosted]);

  // One that the session shows already has its notice and its button.
  const isBusy = state.name === 'running' || state.name === 'undoing';
  const shown = isBusy ? state.run.keptAs?.() : undefined;
  const others = hosted.going().filter(({ run }) => run !== shown);
  const n = others.length + (isBusy ? 1 : 0);
  const going = n === 1 ? others[0] : undefined;
  const isOpen = (id: string) => openPanel === id;
  const hasHistory = (known.runs ?? []).length > 0 || isOpen(historyPanel);
  // A panel is gone with its button.
  const hasProgress = going !== undefined || isOpen(goingPanel);
  if (!('draft' in state) || (!hasHistory && !hasProgress)) return null;
  const { types } = state.draft;
  return (
    <>
      {going && (
        <>
          <Text>{words(`going_${going.phase}`, { done: going.work.settled, total: going.work.total })}</Text>
          <Text variant="microcopy">{words('runGoesOn')}</Text>
        </>
      )}
      {n > 1 && <Text>{words('goingMany', { n })}</Text>}
      <Flex gap="small" wrap>
        {hasProgress && (
          <PanelButton
            id={goingPanel}
            label={t('faceShowProgress')}
            variant="secondary"
            isOpen={isOpen(goingPanel)}
            onClosed={onClosed}
            onOpen={open(goingPanel, () => {
              if (!going) return;
              const { work, performed } = hosted.shown(going, types);
              // Once the panel counts as open: the button would go with the notice, and the panel with the button.
              void Promise.resolve().then(() => showRun(session, work, performed));
            })}
          />
        )}
        {hasHistory && (
          <HistoryButton
            id={historyPanel}
            types={types}
            isOpen={isOpen(historyPanel)}
            onOpen={open(historyPanel, () => hosted.history.set('list'))}
            onClosed={() => {
              hosted.history.set(undefined);
              onClosed();
            }}
          />
        )}
      </Flex>
    </>
  );
}
