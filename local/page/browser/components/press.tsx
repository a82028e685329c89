import { useState, type FormEvent, type MouseEvent, type ReactNode } from 'react';
import { reactions } from '../overlays';
import { OverlaySlot } from './overlays';
import { callProp } from './remote';

/** The target of a press: an address, or an address and whether it is outside of HubSpot. */
export type Href = string | { url: string; external?: boolean };

interface Pressed {
  href?: Href | undefined;
  overlay?: ReactNode;
  onClick?: unknown;
}

/** Sent to the card in place of the browser's event, which cannot be cloned. */
export function eventOf({ type, timeStamp, currentTarget }: MouseEvent | FormEvent) {
  return { type, bubbles: true, timeStamp, id: currentTarget.id };
}

/** Calls the card's `onClick` and opens the overlay that belongs to the component. */
export function usePress({ overlay, onClick }: Pressed) {
  const [isOpen, setOpen] = useState(false);
  return {
    open: () => setOpen(true),
    press: (event: MouseEvent) => {
      callProp(onClick, eventOf(event), reactions);
      if (overlay) setOpen(true);
    },
    slot: overlay ? (
      <OverlaySlot isOpen={isOpen} setOpen={setOpen}>
        {overlay}
      </OverlaySlot>
    ) : null,
  };
}

/** The attributes of a link: HubSpot opens other sites in a new tab. */
export function linkTo(href: Href | undefined) {
  const url = typeof href === 'object' ? href.url : href;
  if (!url) return undefined;
  const isOutside = (typeof href === 'object' && href.external) || /^https?:/.test(url);
  return { href: url, ...(isOutside && { target: '_blank', rel: 'noreferrer' }) };
}
