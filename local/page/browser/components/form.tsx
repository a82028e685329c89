import type { FormEvent, ReactNode } from 'react';
import { reactions } from '../overlays';
import { eventOf } from './press';
import { callProp } from './remote';

interface FormProps {
  onSubmit?: unknown;
  autoComplete?: 'on' | 'off';
  /** Has no effect: HubSpot no longer lets a form navigate. */
  preventDefault?: boolean;
  children?: ReactNode;
}

/** Calls the card with the values of the fields by name, as `targetValue` of the event. */
export function Form({ onSubmit, autoComplete, children }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const targetValue = Object.fromEntries(new FormData(event.currentTarget));
    callProp(onSubmit, { ...eventOf(event), targetValue }, reactions);
  };
  return (
    <form onSubmit={submit} autoComplete={autoComplete}>
      {children}
    </form>
  );
}
