import { Remembered } from './remembered';

describe('what HubSpot has answered', () => {
  let time = 0;
  const clock = { now: () => time };
  const answers = (...values: (string | undefined)[]) => jest.fn(() => Promise.resolve(values.shift()));
  beforeEach(() => (time = 0));

  it('is used again for five minutes', async () => {
    const remembered = new Remembered<string>();
    const read = answers('old', 'new');
    expect(await remembered.get(clock, 'a', read)).toBe('old');
    time = 299_999;
    expect(await remembered.get(clock, 'a', read)).toBe('old');
    time = 300_000;
    expect(await remembered.get(clock, 'a', read)).toBe('new');
  });

  it('is kept for its key alone', async () => {
    const remembered = new Remembered<string>();
    const read = answers('one', 'other');
    await remembered.get(clock, 'a', read);
    expect(await remembered.get(clock, 'b', read)).toBe('other');
  });

  it('is asked for again where there was no answer', async () => {
    const remembered = new Remembered<string>();
    const read = answers(undefined, 'late');
    expect(await remembered.get(clock, 'a', read)).toBeUndefined();
    expect(await remembered.get(clock, 'a', read)).toBe('late');
  });
});
