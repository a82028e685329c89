import { CloseButton, Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { chromeWords } from './chrome-words';
import { Approved, fieldProps, useTyped, type FieldProps } from './field';
import { tell } from './remote';

interface TextFieldProps extends FieldProps {
  value?: string;
  defaultValue?: string;
}

type AnyInput = HTMLInputElement | HTMLTextAreaElement;

/** Every keystroke is an input; HubSpot calls it a change when the field is left, or its form is sent by Enter. */
function useTextField(props: TextFieldProps) {
  const { text, type, setFocus } = useTyped(props.value, props.defaultValue);
  const handlers = {
    onChange: ({ currentTarget }: ChangeEvent<AnyInput>) => {
      type(currentTarget.value);
      tell(props.onInput, currentTarget.value);
    },
    onFocus: () => {
      setFocus(true);
      tell(props.onFocus, text);
    },
    onBlur: () => {
      setFocus(false);
      tell(props.onChange, text);
      tell(props.onBlur, text);
    },
  };
  return { text, type, field: { ...fieldProps(props), value: text, ...handlers } };
}

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) act();
};

/** A line of text; `type` may be `password`. */
export function Input({ type = 'text', ...props }: TextFieldProps & { type?: string }) {
  const { text, field } = useTextField(props);
  return (
    <Approved {...props}>
      <TextInput {...field} type={type} onKeyDown={onEnter(() => tell(props.onChange, text))} />
    </Approved>
  );
}

/** A search field says every keystroke, and says at once when it was emptied. */
export function SearchInput({ clearable = true, ...props }: TextFieldProps & { clearable?: boolean }) {
  const { text, type, field } = useTextField(props);
  const clear = () => {
    type('');
    tell(props.onInput, '');
    tell(props.onChange, '');
  };
  return (
    <Approved {...props}>
      <TextInput
        {...field}
        role="searchbox"
        leftSection={<span aria-hidden>⌕</span>}
        rightSection={
          clearable &&
          text !== '' && <CloseButton size="sm" aria-label={chromeWords().clear} onClick={clear} />
        }
        onKeyDown={onEnter(() => tell(props.onChange, text))}
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

/** Several lines, of which Enter makes one more: only leaving the field is a change. */
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
