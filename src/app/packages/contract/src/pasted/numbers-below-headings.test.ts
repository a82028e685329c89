import { readValue } from './read-value';
import type { NumberKind } from './reading';

function told(objectType: string, text: string, numbers: NumberKind) {
  const result = readValue(text, { objectType, numbers });
  return 'reason' in result ? result.reason : result.readings.map(({ by, value }) => `${by}:${value}`);
}

describe('digits below a heading', () => {
  it.each<[string, NumberKind, string, string[] | string]>([
    ['0-1', 'phone', '4155552671', ['phone:4155552671']],
    ['0-1', 'phone', '415 555 2671', ['phone:4155552671']],
    ['0-1', 'phone', '12', 'unreadable'],
    ['0-1', 'id', '4155552671', ['id:4155552671']],
    ['0-1', 'id', '+44 20 7946 0123', 'not_an_id'],
    ['0-3', 'id', '100234', ['id:100234']],
    ['0-3', 'name', '100234', ['name:100234']],
    ['0-3', 'name', '1,500', ['name:1,500']],
    ['0-3', 'name', '12.50', ['name:12.50']],
    ['0-2', 'name', '1984', ['name:1984']],
    ['0-2', 'name', '4155552671', ['name:4155552671']],
  ])('for type %s are a %s, and nothing else: %s', (type, numbers, text, readings) => {
    expect(told(type, text, numbers)).toEqual(readings);
  });

  it.each<NumberKind>(['id', 'phone', 'name'])('change nothing about addresses and links: %s', (numbers) => {
    expect(told('0-1', 'ann@example.com', numbers)).toEqual(['email:ann@example.com']);
    const link = 'https://app.hubspot.com/contacts/1/record/0-1/5';
    expect(told('0-1', link, numbers)).toEqual(['id:5']);
  });
});
