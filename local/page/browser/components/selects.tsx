import { MultiSelect as MantineMultiSelect, NativeSelect } from '@mantine/core';
import { Approved, fieldProps, useChosen, type FieldProps } from './field';
import { callProp } from './remote';

type Value = string | number | boolean;

interface SelectProps extends FieldProps {
  options?: { label: string; value: Value }[];
  variant?: 'input' | 'transparent';
}

/** The browser's own list, in which typing finds an option: no search field is drawn. */
export function Select({ options = [], value, variant, ...props }: SelectProps & { value?: Value }) {
  const [chosen, setChosen] = useChosen(value);
  const none = options.every((option) => option.value !== chosen);
  return (
    <Approved {...props}>
      <NativeSelect
        {...fieldProps(props)}
        disabled={props.readOnly ?? false}
        variant={variant === 'transparent' ? 'unstyled' : 'default'}
        value={String(chosen ?? '')}
        onChange={({ currentTarget }) => {
          const option = options.find((one) => String(one.value) === currentTarget.value);
          setChosen(option?.value);
          if (option) callProp(props.onChange, option.value);
        }}
        data={[
          ...(none ? [{ value: '', label: props.placeholder ?? '', disabled: true }] : []),
          ...options.map(({ label, value: of }) => ({ label, value: String(of) })),
        ]}
      />
    </Approved>
  );
}

/** The card gets the values in the order of the options, not in the order of selection. */
export function MultiSelect({ options = [], value, variant, ...props }: SelectProps & { value?: Value[] }) {
  const [chosen = [], setChosen] = useChosen(value, []);
  const change = (texts: string[]) => {
    const next = options
      .filter((option) => texts.includes(String(option.value)))
      .map((option) => option.value);
    setChosen(next);
    callProp(props.onChange, next);
  };
  return (
    <Approved {...props}>
      <MantineMultiSelect
        {...fieldProps(props)}
        searchable={options.length > 7}
        variant={variant === 'transparent' ? 'unstyled' : 'default'}
        value={chosen.map(String)}
        onChange={change}
        data={options.map(({ label, value: of }) => ({ label, value: String(of) }))}
      />
    </Approved>
  );
}
