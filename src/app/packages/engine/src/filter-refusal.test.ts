import type { FilterGroup } from '@bulk-associate/contract';
import { filterRefusal } from './filter-refusal';
import { errorOf } from './hubspot-error';
import type { JsonObject } from './json';

const filterGroups: FilterGroup[] = [
  { filters: [{ propertyName: 'city', operator: 'EQ', value: 'Bonn' }] },
  {
    filters: [
      { propertyName: 'city', operator: 'GT', value: 'Bonn' },
      { propertyName: 'amount', operator: 'EQ', value: 'much' },
    ],
  },
];
const refusal = (body: JsonObject) => filterRefusal(errorOf(body), filterGroups);
const outline = { message: 'There was a problem with the request.', correlationId: 'c-1' };

describe('the refusal of a filter', () => {
  it.each([
    [
      'the property in the context of an error',
      { ...outline, errors: [{ message: '"much" is no number', context: { propertyName: ['amount'] } }] },
      { group: 1, filter: 1 },
      '"much" is no number',
    ],
    [
      'the property in quotes in a message',
      { ...outline, message: "Property 'amount' does not exist" },
      { group: 1, filter: 1 },
      "Property 'amount' does not exist",
    ],
    [
      'the operator beside a property that several filters have',
      { ...outline, errors: [{ message: 'The operator GT cannot be used with "city"' }] },
      { group: 1, filter: 0 },
      'The operator GT cannot be used with "city"',
    ],
    [
      'a property that several filters have, beside an operator of none: the first of them',
      { ...outline, message: 'The operator GTE cannot be used with "city"' },
      { group: 0, filter: 0 },
      'The operator GTE cannot be used with "city"',
    ],
    [
      'a property that several filters have: the first of them',
      { ...outline, errors: [{ message: 'No.', context: { propertyName: ['city'] } }] },
      { group: 0, filter: 0 },
      'No.',
    ],
  ])('is found by %s', (_, body, filter, message) => {
    expect(refusal(body)).toEqual({ code: 'HUBSPOT_REJECTED', message, correlationId: 'c-1', filter });
  });

  it('names no filter where HubSpot names none', () => {
    expect(refusal(outline)).toEqual({ code: 'HUBSPOT_REJECTED', ...outline });
    expect(refusal({ ...outline, errors: [{ message: 'cityscape amounts' }] })).not.toHaveProperty('filter');
  });
});
