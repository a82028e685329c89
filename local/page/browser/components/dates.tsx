import { TextInput } from '@mantine/core';
import { Approved, fieldProps, useChosen, type FieldProps } from './field';
import { callProp } from './remote';

/** A day as HubSpot has it: months count from 0. */
interface Day {
  year: number;
  month: number;
  date: number;
}

interface DateInputProps extends FieldProps {
  value?: Day;
  defaultValue?: Day;
  min?: Day;
  max?: Day;
  timezone?: 'userTz' | 'portalTz';
  format?: string;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const textOf = (day: Day | undefined) =>
  day ? `${String(day.year).padStart(4, '0')}-${twoDigits(day.month + 1)}-${twoDigits(day.date)}` : '';

/** The browser's own field of a day. The card is told of whole days only, and of an emptied field with null. */
export function DateInput({ value, defaultValue, min, max, ...props }: DateInputProps) {
  const [day, setDay] = useChosen<Day | undefined>(value, defaultValue);
  const take = (text: string) => {
    const [year = NaN, month = NaN, date = NaN] = text.split('-').map(Number);
    const next = text === '' ? undefined : { year, month: month - 1, date };
    setDay(next);
    callProp(props.onChange, next ? { ...next, formattedDate: text } : null);
  };
  return (
    <Approved {...props}>
      <TextInput
        {...fieldProps(props)}
        type="date"
        value={textOf(day)}
        {...(min && { min: textOf(min) })}
        {...(max && { max: textOf(max) })}
        onChange={({ currentTarget }) => take(currentTarget.value)}
        onFocus={() => callProp(props.onFocus, day)}
        onBlur={() => callProp(props.onBlur, day)}
      />
    </Approved>
  );
}
