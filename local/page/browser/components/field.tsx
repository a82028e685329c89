import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Props that all of HubSpot's fields have. */
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
 * The text of a field that the card controls. Each keystroke goes to the card and its answer arrives later, so the field
 * shows its own text while a person types, and takes the card's text only if that is not an echo of something typed.
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

/** The selected value, shown at once; a later change by the card replaces it. */
export function useChosen<T>(value: T | undefined, initial?: T) {
  const [chosen, setChosen] = useState(value ?? initial);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setChosen(value);
  }
  return [chosen, setChosen] as const;
}

/** A field's texts and states as the component library's props. */
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

/** A field with the text of a passed validation below it; the component library draws that of a failed one. */
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
