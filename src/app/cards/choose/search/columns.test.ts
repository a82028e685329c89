import { contacts } from '../../testing/fake-functions';
import { namePropertiesOf, shownPropertiesOf } from './columns';

const cars = { id: '2-77', singular: 'Car', plural: 'Cars', labelProperty: 'plate', custom: true };

describe('the columns of a search', () => {
  it('of a custom object are its label property and its id', () => {
    expect([namePropertiesOf(cars), shownPropertiesOf(cars)]).toEqual([['plate'], ['hs_object_id']]);
  });

  it('of contacts are the name, the email and the job title', () => {
    expect(namePropertiesOf(contacts)).toEqual(['firstname', 'lastname', 'email']);
    expect(shownPropertiesOf(contacts)).toEqual(['email', 'jobtitle']);
  });
});
