import { labelOf } from './label';

describe('the name of a record', () => {
  it.each([
    ['0-1', { firstname: 'Ada', lastname: 'Lovelace', email: 'ada@x.com' }, 'Ada Lovelace'],
    ['0-1', { firstname: ' ', lastname: 'Lovelace' }, 'Lovelace'],
    ['0-1', { firstname: '太郎', lastname: '山田' }, '山田 太郎'],
    ['0-1', { firstname: '', lastname: null, email: 'ada@x.com' }, 'ada@x.com'],
    ['0-2', { name: '', domain: 'x.com' }, 'x.com'],
    ['2-77', { plate: 'B-XY 1' }, 'B-XY 1'],
    ['0-1', {}, undefined],
  ])('of the type %s with %j is %j', (objectType, properties, label) =>
    expect(labelOf(objectType, properties, 'plate')).toBe(label),
  );
});
