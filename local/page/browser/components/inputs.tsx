import { Checkbox as MantineCheckbox, NativeSelect, Switch, Textarea, TextInput, Radio } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { tell } from './remote';

interface FieldProps {
  name?: string;
  label?: string;
  value?: string;
  defaultValue?: string;
  placeholder?: string;
  description?: string;
  tooltip?: string;
  required?: boolean;
  readOnly?: boolean;
  disabled?: boolean;
  error?: boolean;
  validationMessage?: string;
  type?: string;
  rows?: number;
  cols?: number;
  resize?: 'both' | 'vertical' | 'horizontal' | 'none';
  maxLength?: number;
  clearable?: boolean;
  onChange?: unknown;
  onInput?: unknown;
  onBlur?: unknown;
  onFocus?: unknown;
}

/**
 * The text a person types, although what they typed goes to the card and comes back later: the field shows its own
 * text, and takes the card's only when that is no echo of what was typed.
 */
function useTyped(value: string | undefined, defaultValue = '') {
  const [text, setText] = useState(value ?? defaultValue);
  const echoes = useRef<string[]>([]);
  useEffect(() => {
    if (value === undefined) return;
    const echo = echoes.current.lastIndexOf(value);
    if (echo >= 0) echoes.current.splice(0, echo + 1);
    else {
      echoes.current = [];
      setText(value);
    }
  }, [value]);
  const type = (next: string) => {
    echoes.current.push(next);
    setText(next);
  };
  return [text, type] as const;
}

/** What a person chose, shown at once; the card's word counts when it changes. */
function useChosen<T>(value: T | undefined, initial?: T) {
  const [chosen, setChosen] = useState(value ?? initial);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setChosen(value);
  }
  return [chosen, setChosen] as const;
}

function fieldProps({
  name,
  label,
  placeholder,
  description,
  required,
  readOnly,
  disabled,
  error,
  validationMessage,
}: FieldProps) {
  return {
    name: name ?? '',
    label,
    placeholder: placeholder ?? '',
    description,
    required: required ?? false,
    readOnly: readOnly ?? false,
    disabled: disabled ?? false,
    error: error ? (validationMessage ?? true) : undefined,
    size: 'sm',
  };
}

export function Input(props: FieldProps) {
  const [text, type] = useTyped(props.value, props.defaultValue);
  return (
    <TextInput
      {...fieldProps(props)}
      type={props.type ?? 'text'}
      value={text}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
        tell(props.onInput, currentTarget.value);
      }}
      onBlur={() => {
        tell(props.onChange, text);
        tell(props.onBlur, text);
      }}
      onFocus={() => tell(props.onFocus, text)}
    />
  );
}

export function SearchInput({ clearable: _clearable, ...props }: FieldProps) {
  const [text, type] = useTyped(props.value, props.defaultValue);
  return (
    <TextInput
      {...fieldProps(props)}
      type="search"
      value={text}
      leftSection={<span aria-hidden>⌕</span>}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
        tell(props.onInput, currentTarget.value);
        tell(props.onChange, currentTarget.value);
      }}
    />
  );
}

export function TextArea({ rows = 3, resize, ...props }: FieldProps) {
  const [text, type] = useTyped(props.value, props.defaultValue);
  return (
    <Textarea
      {...fieldProps(props)}
      rows={rows}
      value={text}
      styles={{ input: { resize: resize ?? 'vertical' } }}
      onChange={({ currentTarget }) => {
        type(currentTarget.value);
        tell(props.onInput, currentTarget.value);
      }}
      onBlur={() => {
        tell(props.onChange, text);
        tell(props.onBlur, text);
      }}
    />
  );
}

interface Choice {
  label: string;
  value: string | number | boolean;
  description?: string;
}

export function Select({
  options = [],
  value,
  onChange,
  ...props
}: Omit<FieldProps, 'value'> & { options?: Choice[]; value?: Choice['value'] }) {
  const [chosen, setChosen] = useChosen(value);
  const none = options.every((option) => option.value !== chosen);
  return (
    <NativeSelect
      {...fieldProps(props)}
      value={String(chosen ?? '')}
      onChange={({ currentTarget }) => {
        const option = options.find((one) => String(one.value) === currentTarget.value);
        setChosen(option?.value);
        tell(onChange, option?.value);
      }}
      data={[
        ...(none ? [{ value: '', label: props.placeholder ?? '' }] : []),
        ...options.map(({ label, value: of }) => ({ label, value: String(of) })),
      ]}
    />
  );
}

interface CheckboxProps {
  name?: string;
  value?: string;
  checked?: boolean;
  initialIsChecked?: boolean;
  readOnly?: boolean;
  size?: string;
  variant?: string;
  inline?: boolean;
  description?: string;
  onChange?: unknown;
  'aria-label'?: string;
  children?: ReactNode;
}

export function Checkbox({
  checked,
  initialIsChecked = false,
  readOnly,
  name,
  value,
  description,
  onChange,
  children,
  ...rest
}: CheckboxProps) {
  const [isChecked = false, setChecked] = useChosen(checked, initialIsChecked);
  return (
    <MantineCheckbox
      size="sm"
      name={name ?? ''}
      checked={isChecked}
      disabled={readOnly ?? false}
      label={children}
      description={description}
      aria-label={rest['aria-label']}
      onChange={({ currentTarget }) => {
        setChecked(currentTarget.checked);
        tell(onChange, currentTarget.checked, value ?? name);
      }}
    />
  );
}

export function Toggle({
  label,
  checked,
  onChange,
  readonly,
  name,
}: {
  label?: string;
  checked?: boolean;
  onChange?: unknown;
  readonly?: boolean;
  name?: string;
  size?: string;
}) {
  const [isOn = false, setOn] = useChosen(checked);
  return (
    <Switch
      name={name ?? ''}
      label={label}
      checked={isOn}
      disabled={readonly ?? false}
      onChange={({ currentTarget }) => {
        setOn(currentTarget.checked);
        tell(onChange, currentTarget.checked);
      }}
    />
  );
}

interface ToggleGroupProps {
  name?: string;
  label?: string;
  toggleType?: 'radioButtonList' | 'checkboxList';
  options?: Choice[];
  value?: string | string[];
  inline?: boolean;
  variant?: string;
  onChange?: unknown;
}

export function ToggleGroup({
  name = '',
  label,
  toggleType,
  options = [],
  value,
  inline,
  onChange,
}: ToggleGroupProps) {
  const [chosen, setChosen] = useChosen(value);
  const change = (next: string | string[]) => {
    setChosen(next);
    tell(onChange, next);
  };
  const style = {
    display: 'flex',
    flexDirection: inline ? 'row' : 'column',
    gap: 8,
    flexWrap: 'wrap',
  } as const;
  if (toggleType === 'checkboxList') {
    return (
      <MantineCheckbox.Group label={label} value={Array.isArray(chosen) ? chosen : []} onChange={change}>
        <div style={style}>
          {options.map((option) => (
            <MantineCheckbox key={String(option.value)} value={String(option.value)} label={option.label} />
          ))}
        </div>
      </MantineCheckbox.Group>
    );
  }
  return (
    <Radio.Group name={name} label={label} value={typeof chosen === 'string' ? chosen : ''} onChange={change}>
      <div style={style}>
        {options.map((option) => (
          <Radio
            key={String(option.value)}
            value={String(option.value)}
            label={option.label}
            description={option.description}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
