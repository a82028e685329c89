import { en } from '@bulk-associate/messages';
import type { FilterProperty } from '@bulk-associate/contract';
import { createTranslator } from '../../locales/translator';
import { contacts } from '../../testing/fake-functions';
import { columnsOf, namePropertiesOf } from './columns';

const { t } = createTranslator('en', en, 'UTC');
const cars = { id: '2-77', singular: 'Car', plural: 'Cars', labelProperty: 'plate', custom: true };
const properties: FilterProperty[] = ['city', 'state', 'zip', 'phone'].map((name) => ({
  name,
  label: `The ${name}`,
  type: 'string',
}));
const labels = (selected: string[]) => columnsOf(t, contacts, selected, properties).map(({ label }) => label);

describe('the columns of a search', () => {
  it('of a custom object are its label property and its id', () => {
    expect(namePropertiesOf(cars)).toEqual(['plate']);
    expect(columnsOf(t, cars, [], [])).toEqual([
      { name: 'hs_object_id', label: 'Record ID', type: 'string' },
    ]);
  });

  it('of contacts are the name, the email and the job title', () => {
    expect(namePropertiesOf(contacts)).toEqual(['firstname', 'lastname', 'email']);
    expect(labels([])).toEqual(['Email', 'Job title']);
  });

  it.each([
    ['those that were selected, in the account’s words', ['city', 'phone'], ['The city', 'The phone']],
    ['three at most', ['city', 'state', 'zip', 'phone'], ['The city', 'The state', 'The zip']],
    ['those of the selected ones that are still there', ['city', 'gone'], ['The city']],
    ['the usual ones where none of the selected is there', ['gone'], ['Email', 'Job title']],
  ])('are %s', (_, selected, shown) => expect(labels(selected)).toEqual(shown));
});
