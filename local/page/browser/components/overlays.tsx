import { Drawer, Modal as MantineModal } from '@mantine/core';
import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import { overlays } from '../overlays';
import { tell } from './remote';

/** Whether the overlay around a component is open: set by the button it belongs to. */
const Slot = createContext<{ isOpen: boolean; setOpen: (isOpen: boolean) => void }>({
  isOpen: false,
  setOpen: () => undefined,
});

export function OverlaySlot({
  children,
  ...slot
}: {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return <Slot.Provider value={slot}>{children}</Slot.Provider>;
}

interface OverlayProps {
  id?: string;
  title?: string;
  width?: string;
  variant?: 'modal' | 'default' | 'danger';
  onOpen?: unknown;
  onClose?: unknown;
  'aria-label'?: string;
  children?: ReactNode;
}

/** Registers an overlay under its id, and tells its card when it opens and closes. */
function useOverlay({ id, onOpen, onClose }: OverlayProps) {
  const { isOpen, setOpen } = useContext(Slot);
  useEffect(
    () =>
      id === undefined
        ? undefined
        : overlays.register(id, { open: () => setOpen(true), close: () => setOpen(false) }),
    [id, setOpen],
  );
  const was = useRef(false);
  useEffect(() => {
    if (was.current !== isOpen) tell(isOpen ? onOpen : onClose);
    was.current = isOpen;
  });
  return { opened: isOpen, close: () => setOpen(false) };
}

const panelWidths: Record<string, number> = {
  sm: 400,
  small: 400,
  md: 550,
  medium: 550,
  lg: 720,
  large: 720,
};

export function Panel(props: OverlayProps) {
  const { opened, close } = useOverlay(props);
  return (
    <Drawer
      opened={opened}
      onClose={close}
      title={props.title}
      position="right"
      size={`min(100vw, ${panelWidths[props.width ?? 'sm'] ?? 400}px)`}
      withOverlay={props.variant === 'modal'}
      closeButtonProps={{ 'aria-label': document.documentElement.lang === 'ja' ? '閉じる' : 'Close' }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 120 }}
      styles={{
        content: { display: 'flex', flexDirection: 'column' },
        header: { background: '#425b76', color: 'white', padding: '14px 20px', minHeight: 0 },
        title: { fontSize: 18, fontWeight: 600, overflowWrap: 'anywhere' },
        close: { color: 'white', background: 'transparent' },
        body: { flex: 1, minHeight: 0, padding: 0, display: 'flex', flexDirection: 'column' },
      }}
    >
      {props.children}
    </Drawer>
  );
}

export function PanelBody({ children }: { children?: ReactNode }) {
  return (
    <div tabIndex={-1} style={{ flex: 1, minHeight: 0, overflowY: 'auto', padding: 20 }}>
      {children}
    </div>
  );
}

export function PanelFooter({ children }: { children?: ReactNode }) {
  return (
    <div style={{ borderTop: '1px solid #cbd6e2', background: '#f5f8fa', padding: '14px 20px' }}>
      {children}
    </div>
  );
}

export function PanelSection({ children }: { children?: ReactNode; flush?: boolean }) {
  return <div style={{ paddingBottom: 24 }}>{children}</div>;
}

const modalWidths: Record<string, number> = {
  sm: 400,
  small: 400,
  md: 600,
  medium: 600,
  lg: 800,
  large: 800,
};

export function Modal(props: OverlayProps) {
  const { opened, close } = useOverlay(props);
  return (
    <MantineModal
      opened={opened}
      onClose={close}
      title={props.title}
      size={modalWidths[props.width ?? 'sm'] ?? 400}
      padding={0}
      zIndex={400}
    >
      {props.children}
    </MantineModal>
  );
}

export function ModalBody({ children }: { children?: ReactNode }) {
  return <div style={{ padding: 20 }}>{children}</div>;
}

export function ModalFooter({ children }: { children?: ReactNode }) {
  return <div style={{ borderTop: '1px solid #cbd6e2', padding: '14px 20px' }}>{children}</div>;
}
