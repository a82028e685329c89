import { readAddress, type View } from '../address';

/** The view that the address now holds: its fault and its list change without a reload, and nothing else does. */
export function currentView<Shown extends View>(view: Shown): Shown {
  return (readAddress(location.href) as Shown | undefined) ?? view;
}
