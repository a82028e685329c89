import { NumberInput as MantineNumberInput } from '@mantine/core';
import { Approved, fieldProps, useChosen, type FieldProps } from './field';
import { callProp } from './remote';

interface NumberInputProps extends FieldProps {
  value?: number;
  defaultValue?: number;
  min?: number;
  max?: number;
  precision?: number;
  formatStyle?: 'decimal' | 'percentage';
  textAlign?: 'left' | 'right';
  stepSize?: number;
}

/** Percentages: the card's value 0.25 is shown as 25 %. */
function NumberField({
  value,
  defaultValue,
  stepSize = 1,
  formatStyle,
  textAlign,
  min,
  max,
  precision,
  hasSteps,
  ...props
}: NumberInputProps & { hasSteps: boolean }) {
  const [number, setNumber] = useChosen<number | undefined>(value, defaultValue);
  const scale = formatStyle === 'percentage' ? 100 : 1;
  const shown = number === undefined ? '' : Number((number * scale).toFixed(10));
  const base = fieldProps(props);
  const take = (next: number | string) => {
    const taken = typeof next === 'number' ? next / scale : undefined;
    setNumber(taken);
    if (taken === undefined) return;
    callProp(props.onInput, taken);
    // A step changes the value at once; typed text changes it on blur.
    if (hasSteps) callProp(props.onChange, taken);
  };
  return (
    <Approved {...props}>
      <MantineNumberInput
        {...base}
        value={shown}
        step={stepSize}
        hideControls={!hasSteps}
        {...(min !== undefined && { min: min * scale })}
        {...(max !== undefined && { max: max * scale })}
        {...(precision !== undefined && { decimalScale: precision })}
        suffix={scale === 100 ? '%' : ''}
        styles={{ input: { ...base.styles.input, textAlign } }}
        onChange={take}
        onFocus={() => callProp(props.onFocus, number)}
        onBlur={() => {
          if (!hasSteps) callProp(props.onChange, number);
          callProp(props.onBlur, number);
        }}
      />
    </Approved>
  );
}

/** A number field: `onChange` is called on blur. */
export const NumberInput = (props: NumberInputProps) => <NumberField {...props} hasSteps={false} />;

interface StepperInputProps extends NumberInputProps {
  minValueReachedTooltip?: string;
  maxValueReachedTooltip?: string;
}

/** A number field with step buttons; at a limit, a tooltip may give the reason. */
export function StepperInput({
  minValueReachedTooltip,
  maxValueReachedTooltip,
  ...props
}: StepperInputProps) {
  const { value, min, max } = props;
  const reached = value === undefined ? undefined : value === min ? minValueReachedTooltip : value === max ? maxValueReachedTooltip : undefined; // prettier-ignore
  const tooltip = reached ?? props.tooltip;
  return <NumberField {...props} {...(tooltip !== undefined && { tooltip })} hasSteps />;
}
