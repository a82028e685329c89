import { Flex, LoadingSpinner, PanelBody, PanelFooter, StepIndicator } from '@hubspot/ui-extensions';
import { ChooseStep } from '../choose/ChooseStep';
import { useTranslator } from '../locales/TranslatorProvider';
import { NothingToLink } from '../parts/NothingToLink';
import { Problem } from '../parts/Problem';
import { ConfirmUndoStep } from '../result/ConfirmUndoStep';
import { ResultStep } from '../result/ResultStep';
import { CheckingStep } from '../review/CheckingStep';
import { ConfirmStep } from '../review/ConfirmStep';
import { ReviewStep } from '../review/ReviewStep';
import { RunStep } from '../run/RunStep';
import { ActionBar } from './ActionBar';
import { usePanelState } from './SessionProvider';
import type { PanelState } from './state';

/** The content of the panel: the current step and its buttons. */
export function Steps({ onClose }: { onClose: () => void }) {
  const state = usePanelState();
  const { t } = useTranslator();
  const stepNames = [t('step_choose'), t('step_review'), t('step_result')];
  return (
    <>
      <PanelBody>
        <Flex direction="column" gap="medium">
          <StepIndicator stepNames={stepNames} currentStep={stepOf(state)} />
          <Step state={state} />
        </Flex>
      </PanelBody>
      <PanelFooter>
        <ActionBar state={state} onClose={onClose} />
      </PanelFooter>
    </>
  );
}

function Step({ state }: { state: PanelState }) {
  const { t } = useTranslator();
  switch (state.name) {
    case 'opening':
      return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
    case 'unavailable':
    case 'checkFailed':
      return <Problem error={state.error} />;
    case 'nothingToLink':
      return <NothingToLink />;
    case 'choosing':
      return <ChooseStep draft={state.draft} />;
    case 'checking':
      return <CheckingStep run={state.run} />;
    case 'reviewing':
      return <ReviewStep draft={state.draft} reviewed={state.reviewed} />;
    case 'confirming':
      return <ConfirmStep draft={state.draft} reviewed={state.reviewed} />;
    case 'running':
    case 'undoing':
      return <RunStep run={state.run} of={state.of} />;
    case 'finished':
      return <ResultStep result={state.result} />;
    case 'confirmingUndo':
      return <ConfirmUndoStep result={state.result} />;
  }
}

function stepOf({ name }: PanelState): number {
  switch (name) {
    case 'checking':
    case 'checkFailed':
    case 'reviewing':
    case 'confirming':
      return 1;
    case 'running':
    case 'finished':
    case 'confirmingUndo':
    case 'undoing':
      return 2;
    default:
      return 0;
  }
}
