import type { FormEvent, ReactNode } from 'react';
import { reactions } from '../overlays';
import { eventOf } from './press';
import { tell } from './remote';

interface FormProps {
  onSubmit?: unknown;
  autoComplete?: 'on' | 'off';
  /** HubSpot never lets a form leave the page any more, whatever this says. */
  preventDefault?: boolean;
  children?: ReactNode;
}

/** Sends the card the fields by name, as `targetValue` of the event. */
export function Form({ onSubmit, autoComplete, children }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const targetValue = Object.fromEntries(new FormData(event.currentTarget));
    tell(onSubmit, { ...eventOf(event), targetValue }, reactions);
  };
  return (
    <form onSubmit={submit} autoComplete={autoComplete}>
      {children}
    </form>
  );
}
