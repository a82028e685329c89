import { CloseButton, Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { chromeMessages } from './chrome-messages';
import { Approved, fieldProps, useTyped, type FieldProps } from './field';
import { callProp } from './remote';

interface TextFieldProps extends FieldProps {
  value?: string;
  defaultValue?: string;
}

type AnyInput = HTMLInputElement | HTMLTextAreaElement;

/** `onInput` is called on each keystroke; HubSpot calls `onChange` on blur, or when Enter submits the form. */
function useTextField(props: TextFieldProps) {
  const { text, type, setFocus } = useTyped(props.value, props.defaultValue);
  const handlers = {
    onChange: ({ currentTarget }: ChangeEvent<AnyInput>) => {
      type(currentTarget.value);
      callProp(props.onInput, currentTarget.value);
    },
    onFocus: () => {
      setFocus(true);
      callProp(props.onFocus, text);
    },
    onBlur: () => {
      setFocus(false);
      callProp(props.onChange, text);
      callProp(props.onBlur, text);
    },
  };
  return { text, type, field: { ...fieldProps(props), value: text, ...handlers } };
}

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) act();
};

/** One line of text; `type` may be `password`. */
export function Input({ type = 'text', ...props }: TextFieldProps & { type?: string }) {
  const { text, field } = useTextField(props);
  return (
    <Approved {...props}>
      <TextInput {...field} type={type} onKeyDown={onEnter(() => callProp(props.onChange, text))} />
    </Approved>
  );
}

/** Calls the card on each keystroke, and at once when it is cleared. */
export function SearchInput({ clearable = true, ...props }: TextFieldProps & { clearable?: boolean }) {
  const { text, type, field } = useTextField(props);
  const clear = () => {
    type('');
    callProp(props.onInput, '');
    callProp(props.onChange, '');
  };
  return (
    <Approved {...props}>
      <TextInput
        {...field}
        role="searchbox"
        leftSection={<span aria-hidden>⌕</span>}
        rightSection={
          clearable &&
          text !== '' && <CloseButton size="sm" aria-label={chromeMessages().clear} onClick={clear} />
        }
        onKeyDown={onEnter(() => callProp(props.onChange, text))}
      />
    </Approved>
  );
}

interface TextAreaProps extends TextFieldProps {
  rows?: number;
  cols?: number;
  resize?: 'both' | 'vertical' | 'horizontal' | 'none';
  maxLength?: number;
}

/** Several lines: Enter adds one, so `onChange` is called only on blur. */
export function TextArea({ rows = 3, cols, resize = 'both', maxLength, ...props }: TextAreaProps) {
  const { field } = useTextField(props);
  const size = { rows, ...(cols !== undefined && { cols }), ...(maxLength !== undefined && { maxLength }) };
  return (
    <Approved {...props}>
      <Textarea
        {...field}
        {...size}
        styles={{ input: { ...field.styles.input, resize, maxWidth: '100%' } }}
      />
    </Approved>
  );
}
