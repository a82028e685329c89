import { Button, Checkbox, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';
import { useCopy } from '../parts/useCopy';
import { useRecordName } from '../parts/RecordName';
import { reportOf } from '../report/report';
import { restOf } from '../report/rest';
import { useSdk } from '../sdk/SdkProvider';
import { actionsOf } from './actions';
import { useSteps } from './SessionProvider';
import type { PanelState } from './state';

/**
 * The buttons at the bottom of the panel. The primary button is the same element in every step, so that it keeps the
 * keyboard focus.
 */
export function ActionBar({ state, onClose }: { state: PanelState; onClose?: () => void }) {
  const session = useSteps();
  const translator = useTranslator();
  const { portalId } = useSdk();
  const copy = useCopy();
  const record = useRecordName();
  const { t } = translator;
  const [primary, ...others] = actionsOf(state, {
    session,
    t,
    ...(onClose && { close: onClose }),
    copyReport: (result) => copy(reportOf(translator, portalId, result, session.known), t('resultCopied')),
    copyRest: ({ ledger }) => copy(restOf(t('column_hs_object_id'), record, ledger), t('resultRestCopied')),
  });
  const { ignoreDoubleClick } = session;
  if (!primary) return null;
  return (
    <Flex direction="column" gap="small">
      {primary.isRun && 'draft' in state && (
        <Checkbox name="note" checked={state.draft.note === true} onChange={session.chooseNote}>
          {t('noteChoice')}
        </Checkbox>
      )}
      {primary.reason && <Text variant="microcopy">{primary.reason}</Text>}
      <Flex gap="small" wrap>
        <Button
          variant={primary.isDangerous ? 'destructive' : 'primary'}
          disabled={primary.reason !== undefined}
          onClick={ignoreDoubleClick(primary.run)}
        >
          {primary.label}
        </Button>
        {others.map(({ label, run }, index) => (
          <Button key={index} onClick={ignoreDoubleClick(run)}>
            {label}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}
