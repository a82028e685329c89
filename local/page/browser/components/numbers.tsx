import { NumberInput as MantineNumberInput } from '@mantine/core';
import { Approved, fieldProps, useChosen, type FieldProps } from './field';
import { tell } from './remote';

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

/** A percentage is a share to the card and hundredths to the person: 0.25 reads 25 %. */
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
    tell(props.onInput, taken);
    // The steps change the value at once; what is typed counts when the field is left.
    if (hasSteps) tell(props.onChange, taken);
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
        onFocus={() => tell(props.onFocus, number)}
        onBlur={() => {
          if (!hasSteps) tell(props.onChange, number);
          tell(props.onBlur, number);
        }}
      />
    </Approved>
  );
}

/** A number to be typed: a change when the field is left. */
export const NumberInput = (props: NumberInputProps) => <NumberField {...props} hasSteps={false} />;

interface StepperInputProps extends NumberInputProps {
  minValueReachedTooltip?: string;
  maxValueReachedTooltip?: string;
}

/** A number with buttons that step it; at an end, the tooltip may say why there is no further step. */
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
