import { LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { useTranslator } from '../locales/TranslatorProvider';
import { NothingToLink } from '../parts/NothingToLink';
import { Problem } from '../parts/Problem';
import { ConfirmUndoStep } from '../result/ConfirmUndoStep';
import { ResultStep } from '../result/ResultStep';
import { CheckingStep } from '../review/CheckingStep';
import { ConfirmStep } from '../review/ConfirmStep';
import { ReviewStep } from '../review/ReviewStep';
import { RunStep } from '../run/RunStep';
import type { Draft, PanelState } from './state';

interface StepProps {
  state: PanelState;
  /** Draws the choice, the first step. */
  choice: (draft: Draft) => ReactNode;
  /** What ends a run before its time. */
  keepOpen: string;
}

/** The current step. */
export function Step({ state, choice, keepOpen }: StepProps) {
  const { t } = useTranslator();
  switch (state.name) {
    case 'opening':
      return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
    case 'unavailable':
      return <Problem error={state.error} />;
    case 'checkFailed':
      return (
        <Problem error={state.error}>
          <Text>{t('selectionKept')}</Text>
        </Problem>
      );
    case 'nothingToLink':
      return <NothingToLink />;
    case 'choosing':
      return choice(state.draft);
    case 'checking':
      return <CheckingStep run={state.run} />;
    case 'reviewing':
      return <ReviewStep draft={state.draft} reviewed={state.reviewed} />;
    case 'confirming':
      return <ConfirmStep draft={state.draft} reviewed={state.reviewed} />;
    case 'running':
    case 'undoing':
      return <RunStep run={state.run} of={state.of} keepOpen={keepOpen} />;
    case 'finished':
      return <ResultStep result={state.result} />;
    case 'confirmingUndo':
      return <ConfirmUndoStep result={state.result} since={state.since} />;
  }
}

/** The position of the step in the indicator. */
export function stepOf({ name }: PanelState): number {
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
