import { en } from '@bulk-associate/messages';
import { createTranslator } from '../../locales/translator';
import { valueText, type ShownAs } from './value-text';

const translator = createTranslator('en', en, 'America/New_York');
const options = [
  { value: 'lead', label: 'Lead' },
  { value: 'mql', label: 'Qualified' },
];
const as = (type: ShownAs['type'], more: Partial<ShownAs> = {}): ShownAs => ({ name: 'x', type, ...more });

describe('a value of a property', () => {
  it.each<[string, ShownAs, string, string]>([
    ['the name of an option', as('enumeration', { options }), 'mql', 'Qualified'],
    ['the value of an option that is not known', as('enumeration', { options }), 'gone', 'gone'],
    [
      'all options of a record',
      as('enumeration', { options, multiple: true }),
      'lead;mql',
      'Lead, Qualified',
    ],
    ['a number in the language of the user', as('number'), '1234.5', '1,234.5'],
    ['an ID as it is', as('number', { name: 'hs_object_id' }), '18300000101', '18300000101'],
    ['yes', as('bool'), 'true', 'Yes'],
    ['no', as('bool'), 'false', 'No'],
    ['a day as it is everywhere', as('date'), '2026-03-01', 'Mar 1, 2026'],
    ['a day in milliseconds', as('date'), String(Date.UTC(2026, 2, 1)), 'Mar 1, 2026'],
    ['a time as the day in the account’s time zone', as('datetime'), '2026-03-01T02:00:00Z', 'Feb 28, 2026'],
    ['a text as it is', as('string'), 'Berlin', 'Berlin'],
    ['what is no number as it is', as('number'), 'many', 'many'],
    ['what is no date as it is', as('date'), 'soon', 'soon'],
  ])('is shown as %s', (_, property, value, text) => {
    expect(valueText(translator, property, value)).toBe(text);
  });
});
