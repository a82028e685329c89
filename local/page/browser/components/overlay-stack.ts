import { useEffect, useId } from 'react';

/** Open overlays, the topmost last: Escape closes only that one, so not the panel below a modal. */
const open: string[] = [];

/** Closes an overlay on Escape while it is the topmost one. */
export function useEscape(isOpen: boolean, close: () => void): void {
  const key = useId();
  useEffect(() => {
    if (!isOpen) return;
    open.push(key);
    return () => void open.splice(open.indexOf(key), 1);
  }, [isOpen, key]);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      // An open menu or option list handles the key itself; an input method uses it to end its composition.
      const isTaken = event.defaultPrevented || event.isComposing || isInsideMenu(event.target);
      if (event.key !== 'Escape' || isTaken || open.at(-1) !== key) return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  });
}

const isInsideMenu = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-mantine-stop-propagation="true"]') !== null;
