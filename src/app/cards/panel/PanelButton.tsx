import type { ReactNode } from 'react';
import { Button, LoadingSpinner, Panel, PanelBody } from '@hubspot/ui-extensions';
import { useFaceTranslator, useIsWaiting } from '../locales/TranslatorProvider';
import { useRecordName } from '../parts/RecordName';
import { useSdk } from '../sdk/SdkProvider';
import { usePanelState } from './SessionProvider';
import { Steps } from './Steps';

interface PanelButtonProps {
  /** The panel's id; each button has its own. */
  id: string;
  label: string;
  variant: 'primary' | 'secondary';
  isOpen: boolean;
  /** Called when the button is pressed. */
  onOpen: () => void;
  onClosed: () => void;
  /** The panel's title. Default: what is done with the record. */
  title?: string;
  /** What the panel shows. Default: the steps. */
  children?: ReactNode;
}

/** A button that opens the panel. Its content is rendered only while the panel is open, and once its messages are there. */
export function PanelButton({ id, label, variant, isOpen, onOpen, onClosed, ...more }: PanelButtonProps) {
  const sdk = useSdk();
  const { t } = useFaceTranslator();
  const isWaiting = useIsWaiting();
  const state = usePanelState();
  const operation = 'draft' in state ? state.draft.operation.name : 'associate';
  const usual = t(`panel_title_${operation}`, { record: useRecordName() });
  const { title = usual, children = <Steps onClose={() => sdk.closePanel(id)} /> } = more;
  const panel = (
    <Panel id={id} title={title} aria-label={title} width="lg" variant="modal" onClose={onClosed}>
      {isOpen && !isWaiting ? (
        children
      ) : (
        <PanelBody>
          <LoadingSpinner label={t('loading')} layout="centered" />
        </PanelBody>
      )}
    </Panel>
  );
  return (
    <Button variant={variant} onClick={onOpen} overlay={panel}>
      {label}
    </Button>
  );
}
