import { Button, Flex, StepIndicator, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { ActionBar } from '../panel/ActionBar';
import type { PanelState } from '../panel/state';
import { Step, stepOf } from '../panel/Step';
import { AnchorStep } from './AnchorStep';
import { useActionWords } from './words';

/**
 * The current step and its buttons. HubSpot's own panel is around it, so that it opens none itself; nor can it close
 * HubSpot's, or refresh the list without loading the page again.
 */
export function ActionSteps({ state, onReload }: { state: PanelState; onReload: () => void }) {
  const { t } = useTranslator();
  const words = useActionWords();
  const stepNames = [t('step_choose'), t('step_review'), t('step_result')];
  return (
    <Flex direction="column" gap="medium">
      <StepIndicator stepNames={stepNames} currentStep={stepOf(state)} />
      <Step
        state={state}
        choice={(draft) => <AnchorStep draft={draft} />}
        keepOpen={words('actionKeepOpen')}
      />
      <ActionBar state={state} />
      {state.name === 'finished' && (
        <Flex direction="column" gap="small" align="start">
          <Text variant="microcopy">{words('actionDone')}</Text>
          <Button size="xs" onClick={onReload}>
            {words('actionReload')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
