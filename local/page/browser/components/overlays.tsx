import { Drawer, Modal as MantineModal } from '@mantine/core';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { overlays } from '../overlays';
import { chromeMessages } from './chrome-messages';
import { useEscape } from './overlay-stack';
import { callProp } from './remote';
import { useScrollable } from './scrollable';

interface SlotState {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

/** Whether the overlay is open: provided by the button that it belongs to. */
const Slot = createContext<SlotState | null>(null);

/** Provides the state of an overlay that belongs to a button: a press opens it, whatever its id. */
export function OverlaySlot({ children, isOpen, setOpen }: SlotState & { children: ReactNode }) {
  return <Slot.Provider value={{ isOpen, setOpen }}>{children}</Slot.Provider>;
}

interface OverlayProps {
  id?: string;
  title?: string;
  width?: string;
  variant?: 'modal' | 'default' | 'danger';
  onOpen?: unknown;
  onClose?: unknown;
  'aria-label'?: string;
  /** Of the page's own overlays alone: a click beside it leaves it open. */
  staysOnClickBeside?: boolean;
  children?: ReactNode;
}

/** Registers an overlay under its id, and calls the card when it opens and closes. */
function useOverlay({ id, onOpen, onClose, staysOnClickBeside = false }: OverlayProps) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const { isOpen, setOpen } = useContext(Slot) ?? { isOpen: isOwnOpen, setOpen: setOwnOpen };
  useEffect(
    () =>
      id === undefined
        ? undefined
        : overlays.register(id, { open: () => setOpen(true), close: () => setOpen(false) }),
    [id, setOpen],
  );
  const close = () => setOpen(false);
  useEscape(isOpen, close);
  return {
    opened: isOpen,
    onClose: close,
    closeOnEscape: false,
    closeOnClickOutside: !staysOnClickBeside,
    onEnterTransitionEnd: () => callProp(onOpen),
    onExitTransitionEnd: () => callProp(onClose),
    transitionProps: { duration: 120 },
  };
}

const sizeOf = (width: string | undefined, small: number, medium: number, large: number) =>
  ({ md: medium, medium, lg: large, large })[width ?? 'sm'] ?? small;

const styles = {
  content: { display: 'flex', flexDirection: 'column' },
  header: { background: '#425b76', color: 'white', padding: '14px 20px', minHeight: 0 },
  title: { fontSize: 18, fontWeight: 600, overflowWrap: 'anywhere' },
  close: { color: 'white', background: 'transparent' },
  body: { flex: 1, minHeight: 0, padding: 0, display: 'flex', flexDirection: 'column', overflowY: 'auto' },
} as const;

function Head({ of: Part, title }: { of: typeof Drawer | typeof MantineModal; title: string | undefined }) {
  return (
    <Part.Header>
      {title !== undefined && <Part.Title>{title}</Part.Title>}
      <Part.CloseButton aria-label={chromeMessages().close} />
    </Part.Header>
  );
}

/** Overlays within an overlay do not belong to the button that opened it. */
const Within = ({ children }: { children: ReactNode }) => (
  <Slot.Provider value={null}>{children}</Slot.Provider>
);

/** At the page's right edge. The variant `modal` blocks the page behind it; the other does not. */
export function Panel(props: OverlayProps) {
  const overlay = useOverlay(props);
  const isModal = props.variant === 'modal';
  const size = `min(100vw, ${sizeOf(props.width, 400, 550, 720)}px)`;
  return (
    <Drawer.Root
      {...overlay}
      position="right"
      size={size}
      trapFocus={isModal}
      lockScroll={isModal}
      styles={styles}
    >
      {isModal && <Drawer.Overlay backgroundOpacity={0.35} />}
      <Drawer.Content aria-modal={isModal} {...nameOf(props)}>
        <Head of={Drawer} title={props.title} />
        <Drawer.Body>
          <Within>{props.children}</Within>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** In the middle of the page, above a panel. */
export function Modal(props: OverlayProps) {
  const overlay = useOverlay(props);
  const header = { ...styles.header, ...(props.variant === 'danger' && { background: '#a82a2a' }) };
  return (
    <MantineModal.Root
      {...overlay}
      size={sizeOf(props.width, 400, 600, 800)}
      zIndex={300}
      styles={{ ...styles, header }}
    >
      <MantineModal.Overlay backgroundOpacity={0.35} />
      <MantineModal.Content {...nameOf(props)}>
        <Head of={MantineModal} title={props.title} />
        <MantineModal.Body>
          <Within>{props.children}</Within>
        </MantineModal.Body>
      </MantineModal.Content>
    </MantineModal.Root>
  );
}

/** The component library takes the title as the dialog's accessible name. */
const nameOf = ({ title, ...rest }: OverlayProps) =>
  title === undefined ? { 'aria-label': rest['aria-label'] } : {};

function Body({ children }: { children?: ReactNode }) {
  const scroll = useScrollable<HTMLDivElement>('vertical');
  return (
    <div {...scroll} style={{ flex: 1, minHeight: 0, overflowY: 'auto', padding: 20 }}>
      {children}
    </div>
  );
}

function Footer({ children }: { children?: ReactNode }) {
  return (
    <div style={{ borderTop: '1px solid #cbd6e2', background: '#f5f8fa', padding: '14px 20px' }}>
      {children}
    </div>
  );
}

/** Body and footer are the same in panels and modals: only the body scrolls. */
export { Body as ModalBody, Body as PanelBody, Footer as ModalFooter, Footer as PanelFooter };

/** Has a margin below it, unless `flush`. */
export function PanelSection({ flush, children }: { children?: ReactNode; flush?: boolean }) {
  return <div style={{ paddingBottom: flush ? 0 : 24 }}>{children}</div>;
}
