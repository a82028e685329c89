import type { FilterType, SearchFilter } from '@bulk-associate/contract';
import { dateFormat } from '../../../locales/translator';

/** A day as HubSpot's `DateInput` has it: `month` from 0 on. */
export interface Day {
  year: number;
  month: number;
  date: number;
}

const dayMs = 86_400_000;

/** Making a format takes longer than using it, and finding the start of a day uses it often. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    dateFormat('en', timeZone, { year: 'numeric', month: 'numeric', day: 'numeric' });
  formats.set(timeZone, format);
  return format;
}

/** The day on which a time falls in a time zone; `ms` are milliseconds since 1970. */
export function dayOf(ms: number, timeZone: string): Day {
  const parts = formatOf(timeZone).formatToParts(ms);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month') - 1, date: of('day') };
}

const midnight = ({ year, month, date }: Day): number => Date.UTC(year, month, date);

/**
 * The first millisecond of a day in a time zone. Found by halving: where clocks go forward at midnight, a day begins
 * later than at 0:00.
 */
function startOfDay(day: Day, timeZone: string): number {
  const wanted = midnight(day);
  // No time zone is a whole day away from UTC.
  let [before, start] = [wanted - dayMs, wanted + dayMs];
  while (start - before > 1) {
    const middle = Math.floor((before + start) / 2);
    if (midnight(dayOf(middle, timeZone)) >= wanted) start = middle;
    else before = middle;
  }
  return start;
}

/** The time zone in which a property's values are days. HubSpot's date properties hold midnight UTC. */
export function zoneOf(type: FilterType, timeZone: string): string {
  return type === 'date' ? 'UTC' : timeZone;
}

/** The first millisecond of a day, as the value of a filter. */
export function dayValue(day: Day, type: FilterType, timeZone: string): string {
  return String(type === 'date' ? midnight(day) : startOfDay(day, timeZone));
}

/** The last millisecond of the day of a value. A property without a time has no other than that of its midnight. */
function endOfDay(value: string, timeZone: string): string {
  const { date, ...day } = dayOf(Number(value), timeZone);
  return String(startOfDay({ ...day, date: date + 1 }, timeZone) - 1);
}

/** A condition on days, which ends with the last millisecond of its last day. Other conditions stay as they are. */
export function withWholeDays(filter: SearchFilter, type: FilterType, timeZone: string): SearchFilter {
  if (type !== 'datetime') return filter;
  const { operator, value, highValue } = filter;
  return {
    ...filter,
    ...(operator === 'LTE' && value && { value: endOfDay(value, timeZone) }),
    ...(operator === 'BETWEEN' && highValue && { highValue: endOfDay(highValue, timeZone) }),
    ...(operator === 'GTE' && value && { value: startOf(value, timeZone) }),
  };
}

function startOf(value: string, timeZone: string): string {
  return String(startOfDay(dayOf(Number(value), timeZone), timeZone));
}
