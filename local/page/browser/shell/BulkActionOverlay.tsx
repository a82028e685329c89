import { useCallback } from 'react';
import type { IndexView } from '../../address';
import type { BulkActionMeta } from '../../bulk-actions';
import { Modal, ModalBody, OverlaySlot, Panel, PanelBody } from '../components/overlays';
import { bulkActionContext } from '../contexts';
import { startExtension } from '../extension-host';
import { bulkActionHost } from '../host';
import type { Messages } from '../messages';
import { ExtensionFrame, Problems } from './ExtensionFrame';

/** A bulk action, and the records that were selected when its button was pressed. */
export interface OpenedAction {
  action: BulkActionMeta;
  ids: string[];
}

interface BulkActionOverlayProps {
  view: IndexView;
  messages: Messages;
  opened: OpenedAction | undefined;
  /** A change restarts the action. */
  version: number;
  onClose(): void;
}

/** The panel or dialog of the open bulk action. Closing it ends the action. */
export function BulkActionOverlay({ view, messages, opened, version, onClose }: BulkActionOverlayProps) {
  const isDialog = opened?.action.config.displayMode === 'MODAL';
  const [Overlay, Body] = isDialog ? [Modal, ModalBody] : [Panel, PanelBody];
  return (
    <OverlaySlot isOpen={opened !== undefined} setOpen={onClose}>
      <Overlay title={opened?.action.config.label ?? ''} width="medium" variant="modal" staysOnClickBeside>
        <Body>
          <Problems title={messages.actionProblems} />
          {opened && <BulkActionFrame view={view} opened={opened} version={version} />}
        </Body>
      </Overlay>
    </OverlaySlot>
  );
}

interface BulkActionFrameProps {
  view: IndexView;
  opened: OpenedAction;
  version: number;
}

function BulkActionFrame({ view, opened, version }: BulkActionFrameProps) {
  const start = useCallback(
    (edition: number) => {
      const { action, ids } = opened;
      const script = `${location.origin}/page/actions/${action.uid}.js?${edition}`;
      const context = bulkActionContext(view, ids, action.config.label);
      return startExtension(script, context, bulkActionHost(view));
    },
    [view, opened],
  );
  return <ExtensionFrame start={start} version={version} />;
}
