import { Flex, PanelBody, PanelFooter, StepIndicator } from '@hubspot/ui-extensions';
import { ChooseStep } from '../choose/ChooseStep';
import { useBackEnd } from '../edition/back-end';
import { useTranslator } from '../locales/TranslatorProvider';
import { ActionBar } from './ActionBar';
import { usePanelState } from './SessionProvider';
import { Step, stepOf } from './Step';

/** The content of the panel: the current step and its buttons. */
export function Steps({ onClose }: { onClose: () => void }) {
  const state = usePanelState();
  const { t } = useTranslator();
  const backEnd = useBackEnd();
  const stepNames = [t('step_choose'), t('step_review'), t('step_result')];
  return (
    <>
      <PanelBody>
        <Flex direction="column" gap="medium">
          <StepIndicator stepNames={stepNames} currentStep={stepOf(state)} />
          <Step state={state} choice={(draft) => <ChooseStep draft={draft} />} keepOpen={t('runKeepOpen')} />
          {backEnd?.PanelNote && <backEnd.PanelNote />}
        </Flex>
      </PanelBody>
      <PanelFooter>
        <ActionBar state={state} onClose={onClose} />
      </PanelFooter>
    </>
  );
}
