import { openCard } from '../testing/card';

describe('the card', () => {
  it('associates ticked records and tells the outcome of each', async () => {
    const card = openCard();
    card.sdk.functions.refused.add('1002');
    await card.sees('Link many records to Acme');
    card.press('Associate records');
    await card.sees('Record 1');
    card.tick('Record 1');
    card.tick('Record 2');
    await card.sees('Your choice: 2 contacts');
    card.press('Review 2 records');
    await card.sees('2 contacts will be linked to Acme.');
    card.press('Associate 2 records');
    await card.sees('1 of 2 chosen records were linked to Acme by this run.');
    await card.sees('No contact with ID 9993051 exists');
    expect(card.sdk.refreshed).toBe(1);
  });
});
