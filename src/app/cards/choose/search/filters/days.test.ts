import fc from 'fast-check';
import type { FilterOperator, SearchFilter } from '@bulk-associate/contract';
import { dayOf, dayValue, withWholeDays, type Day } from './days';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  // Clocks go forward at midnight here: some days begin at 1:00.
  'America/Sao_Paulo',
  'Africa/Cairo',
  // Half an hour of daylight saving.
  'Australia/Lord_Howe',
];
const zone = fc.constantFrom(...zones);
const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });
const filterOf = (operator: FilterOperator, value: string, highValue?: string): SearchFilter => ({
  propertyName: 'createdate',
  operator,
  value,
  ...(highValue !== undefined && { highValue }),
});

describe('a day', () => {
  it('begins with the first millisecond that is on it, in every time zone', () => {
    fc.assert(
      fc.property(zone, time, (timeZone, ms) => {
        const day = dayOf(ms, timeZone);
        const start = Number(dayValue(day, 'datetime', timeZone));
        expect(dayOf(start, timeZone)).toEqual(day);
        expect(dayOf(start - 1, timeZone)).not.toEqual(day);
        expect(start).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it('ends with the last millisecond that is on it, in every time zone', () => {
    fc.assert(
      fc.property(zone, time, (timeZone, ms) => {
        const { value } = withWholeDays(filterOf('LTE', String(ms)), 'datetime', timeZone);
        const end = Number(value);
        expect(dayOf(end, timeZone)).toEqual(dayOf(ms, timeZone));
        expect(dayOf(end + 1, timeZone)).not.toEqual(dayOf(ms, timeZone));
      }),
    );
  });

  it('of a property without a time is midnight in UTC, in every time zone', () => {
    fc.assert(
      fc.property(zone, time, (timeZone, ms) => {
        const day = dayOf(ms, 'UTC');
        const value = dayValue(day, 'date', timeZone);
        expect(Number(value) % 86_400_000).toBe(0);
        expect(dayOf(Number(value), 'UTC')).toEqual(day);
        const filter = filterOf('LTE', value);
        expect(withWholeDays(filter, 'date', timeZone)).toBe(filter);
      }),
    );
  });

  it.each<[string, Day, string, string]>([
    ['in winter', { year: 2026, month: 0, date: 5 }, 'Europe/Berlin', '2026-01-04T23:00:00.000Z'],
    ['in summer', { year: 2026, month: 6, date: 5 }, 'Europe/Berlin', '2026-07-04T22:00:00.000Z'],
    [
      'without a midnight',
      { year: 2018, month: 10, date: 4 },
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z',
    ],
    [
      'in a zone that is not known, as in the user’s',
      { year: 2026, month: 0, date: 5 },
      'Mars/Olympus',
      new Date(2026, 0, 5).toISOString(),
    ],
  ])('begins right %s', (_, day, timeZone, start) => {
    expect(new Date(Number(dayValue(day, 'datetime', timeZone))).toISOString()).toBe(start);
  });
});

describe('a condition on days', () => {
  const noon = Date.UTC(2026, 0, 5, 12);
  const start = String(Date.UTC(2026, 0, 5));
  const end = String(Date.UTC(2026, 0, 6) - 1);
  it.each<[string, SearchFilter, Partial<SearchFilter>]>([
    ['from a day on holds from its beginning', filterOf('GTE', end), { value: start }],
    ['up to a day holds to its end', filterOf('LTE', start), { value: end }],
    [
      'between days holds to the end of the last',
      filterOf('BETWEEN', start, String(noon)),
      { value: start, highValue: end },
    ],
  ])('%s', (_, filter, whole) => {
    const made = withWholeDays(filter, 'datetime', 'UTC');
    expect(made).toMatchObject(whole);
    expect(withWholeDays(made, 'datetime', 'UTC')).toEqual(made);
  });
});
