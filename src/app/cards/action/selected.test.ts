import fc from 'fast-check';
import { readSelected } from './selected';

const read = (objectIds: unknown, objectTypeId: unknown = '0-1') => readSelected({ objectTypeId, objectIds });

describe('what is selected in a list', () => {
  it.each([
    ['numbers', [1, 2], ['1', '2'], 0, 0],
    ['texts', ['1', '2'], ['1', '2'], 0, 0],
    ['a text above 2^53', ['9007199254740993'], ['9007199254740993'], 0, 0],
    ['a number above 2^53, which may be another record', [2 ** 53 + 2, 5], ['5'], 0, 1],
    ['nothing', [], [], 0, 0],
    ['the same record twice, once as a text', [7, '7', 8], ['7', '8'], 1, 0],
    ['what is no id', [0, -1, 1.5, '01', '', null, undefined, {}, 'a', 3], ['3'], 0, 9],
  ])('is read from %s', (_, objectIds, ids, repeated, unreadable) => {
    expect(read(objectIds)).toEqual({ objectType: '0-1', ids, repeated, unreadable });
  });

  it.each([
    ['no list', undefined, '0-1'],
    ['no object type', [1], undefined],
    ['an object type that is none', [1], 'contacts/../x'],
  ])('is not known from %s', (_, objectIds, objectType) => {
    expect(readSelected({ objectTypeId: objectType, objectIds })).toBeUndefined();
  });

  it('accounts for every id, whatever HubSpot passes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.bigInt().map(String))), (given) => {
        const { ids = [], repeated = 0, unreadable = 0 } = read(given) ?? {};
        expect(ids.length + repeated + unreadable).toBe(given.length);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
