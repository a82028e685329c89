import { Checkbox as MantineCheckbox, Radio, Switch } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { Approved, fieldProps, useChosen, type FieldProps } from './field';
import { callProp } from './remote';

interface ChoiceProps {
  name?: string;
  value?: string;
  checked?: boolean;
  initialIsChecked?: boolean;
  readOnly?: boolean;
  /** Older name of `readOnly`. */
  readonly?: boolean;
  size?: string;
  variant?: string;
  inline?: boolean;
  description?: string;
  onChange?: unknown;
  'aria-label'?: string;
  children?: ReactNode;
}

const isSmall = ({ size, variant }: { size?: string | undefined; variant?: string | undefined }) =>
  size === 'sm' || size === 'small' || variant === 'small';

const choiceLook = (props: ChoiceProps) => ({
  size: isSmall(props) ? 'xs' : 'sm',
  name: props.name ?? '',
  disabled: props.readOnly ?? props.readonly ?? false,
  label: props.children,
  description: props.description,
  style: props.inline ? { display: 'inline-block', marginRight: 16 } : {},
  // A small box keeps the text size of its surroundings.
  styles: { label: { fontSize: 14 } },
});

/** `onChange` gets the new state, then the box's value. */
export function Checkbox(props: ChoiceProps) {
  const [isChecked = false, setChecked] = useChosen(props.checked, props.initialIsChecked ?? false);
  return (
    <MantineCheckbox
      {...choiceLook(props)}
      value={props.value ?? ''}
      checked={isChecked}
      aria-label={props['aria-label']}
      onChange={({ currentTarget }) => {
        setChecked(currentTarget.checked);
        callProp(props.onChange, currentTarget.checked, props.value ?? '');
      }}
    />
  );
}

/** Without `checked`, the browser keeps one radio button per name selected; with it, the card controls it. */
export function RadioButton(props: ChoiceProps) {
  const state = props.checked === undefined ? { defaultChecked: props.initialIsChecked ?? false } : { checked: props.checked }; // prettier-ignore
  return (
    <Radio
      {...choiceLook(props)}
      {...state}
      value={props.value ?? ''}
      onChange={({ currentTarget }) => callProp(props.onChange, currentTarget.checked, props.value ?? '')}
    />
  );
}

interface ToggleProps {
  label?: string;
  labelDisplay?: 'inline' | 'top' | 'hidden';
  checked?: boolean;
  initialIsChecked?: boolean;
  readOnly?: boolean;
  readonly?: boolean;
  name?: string;
  size?: string;
  textChecked?: string;
  textUnchecked?: string;
  onChange?: unknown;
}

/** The small sizes have no text inside. A label on top is a plain title: the switch carries the accessible name. */
export function Toggle({
  label,
  labelDisplay = 'inline',
  checked,
  initialIsChecked,
  size = 'md',
  ...props
}: ToggleProps) {
  const [isOn = false, setOn] = useChosen(checked, initialIsChecked ?? false);
  const hasText = !['sm', 'small', 'xs', 'extra-small'].includes(size);
  return (
    <div>
      {labelDisplay === 'top' && (
        <div aria-hidden style={{ fontSize: 14, marginBottom: 4 }}>
          {label}
        </div>
      )}
      <Switch
        name={props.name ?? ''}
        size={hasText ? 'md' : 'xs'}
        label={labelDisplay === 'inline' ? label : undefined}
        aria-label={labelDisplay === 'inline' ? undefined : label}
        checked={isOn}
        styles={{ trackLabel: { color: isOn ? 'white' : '#33475b', fontSize: 10 } }}
        disabled={props.readOnly ?? props.readonly ?? false}
        {...(hasText && { onLabel: props.textChecked ?? 'ON', offLabel: props.textUnchecked ?? 'OFF' })}
        onChange={({ currentTarget }) => {
          setOn(currentTarget.checked);
          callProp(props.onChange, currentTarget.checked);
        }}
      />
    </div>
  );
}

interface Option {
  label: string;
  value: string;
  description?: string;
  initialIsChecked?: boolean;
  readOnly?: boolean;
  readonly?: boolean;
}

interface ToggleGroupProps extends FieldProps {
  toggleType?: 'radioButtonList' | 'checkboxList';
  options?: Option[];
  value?: string | string[];
  inline?: boolean;
  size?: string;
  variant?: string;
}

/** Check boxes, or radio buttons, of which only one can be selected. */
export function ToggleGroup({
  toggleType = 'checkboxList',
  options = [],
  value,
  inline,
  ...props
}: ToggleGroupProps) {
  const isRadio = toggleType === 'radioButtonList';
  const preset = options.filter((option) => option.initialIsChecked).map((option) => option.value);
  const [chosen, setChosen] = useChosen<string | string[]>(value, isRadio ? (preset[0] ?? '') : preset);
  const { label, description, required, error } = fieldProps(props);
  const group = { label, description, withAsterisk: required, error, onChange: change };
  function change(next: string | string[]) {
    setChosen(next);
    callProp(props.onChange, next);
  }
  const Choice = isRadio ? Radio : MantineCheckbox;
  const choices = options.map(
    (option) =>
    <Choice key={option.value} value={option.value} label={option.label} description={option.description} size={isSmall(props) ? 'xs' : 'sm'} disabled={option.readOnly ?? option.readonly ?? false} />, // prettier-ignore
  );
  const style: CSSProperties = { display: 'flex', flexDirection: inline ? 'row' : 'column', flexWrap: 'wrap', gap: '8px 16px', marginTop: 6 }; // prettier-ignore
  return (
    <Approved {...props}>
      {isRadio ? (
        <Radio.Group {...group} name={props.name ?? ''} value={String(chosen ?? '')}>
          <div style={style}>{choices}</div>
        </Radio.Group>
      ) : (
        <MantineCheckbox.Group {...group} value={Array.isArray(chosen) ? chosen : []}>
          <div style={style}>{choices}</div>
        </MantineCheckbox.Group>
      )}
    </Approved>
  );
}
