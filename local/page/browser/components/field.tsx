import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** What HubSpot's fields have in common. */
export interface FieldProps {
  name?: string;
  label?: string;
  placeholder?: string;
  description?: string;
  tooltip?: string;
  required?: boolean;
  readOnly?: boolean;
  error?: boolean;
  validationMessage?: string;
  onChange?: unknown;
  onInput?: unknown;
  onBlur?: unknown;
  onFocus?: unknown;
}

/**
 * The text a person types, although what they typed goes to the card and comes back later: while they type, the field
 * shows its own text, and takes the card's only when that is no echo of what was typed. Otherwise the card's counts.
 */
export function useTyped(value: string | undefined, defaultValue = '') {
  const [text, setText] = useState(value ?? defaultValue);
  const echoes = useRef<string[]>([]);
  const hasFocus = useRef(false);
  useEffect(() => {
    if (value === undefined) return;
    const echo = hasFocus.current ? echoes.current.lastIndexOf(value) : -1;
    echoes.current.splice(0, echo < 0 ? Infinity : echo + 1);
    if (echo < 0) setText(value);
  }, [value]);
  const type = (next: string) => {
    echoes.current.push(next);
    setText(next);
  };
  const setFocus = (has: boolean) => {
    hasFocus.current = has;
  };
  return { text, type, setFocus };
}

/** What a person chose, shown at once; the card's word counts when it changes. */
export function useChosen<T>(value: T | undefined, initial?: T) {
  const [chosen, setChosen] = useState(value ?? initial);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setChosen(value);
  }
  return [chosen, setChosen] as const;
}

/** A field's words and states, as the component library wants them. */
export function fieldProps({
  name,
  label,
  placeholder,
  description,
  tooltip,
  required,
  readOnly,
  error,
  validationMessage,
}: FieldProps) {
  const hint = tooltip && <VisuallyHidden component="span"> {tooltip}</VisuallyHidden>;
  return {
    name: name ?? '',
    label: tooltip ? <WithTooltip tooltip={tooltip}>{label}</WithTooltip> : label,
    placeholder: placeholder ?? '',
    description: description || hint ? <>{description}{hint}</> : undefined, // prettier-ignore
    required: required ?? false,
    readOnly: readOnly ?? false,
    error: error ? (validationMessage ?? true) : undefined,
    size: 'sm',
    styles: { input: readOnly ? { background: '#f5f8fa' } : {} },
  };
}

function WithTooltip({ tooltip, children }: { tooltip: string; children: ReactNode }) {
  return (
    <>
      {children}{' '}
      <span aria-hidden title={tooltip} style={{ color: '#00697f', cursor: 'help' }}>
        ⓘ
      </span>
    </>
  );
}

/** A field with what its check found to be right: what is wrong, the field says itself. */
export function Approved({ error, validationMessage, children }: FieldProps & { children: ReactNode }) {
  return (
    <div>
      {children}
      {!error && validationMessage && (
        <div style={{ color: '#1f6f5c', fontSize: 12, marginTop: 4 }}>{validationMessage}</div>
      )}
    </div>
  );
}
