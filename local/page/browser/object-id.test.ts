import { objectIdOf } from './object-id';

describe('objectIdOf', () => {
  it.each([
    ['41200000101', 41_200_000_101],
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740993', '9007199254740993'],
    ['9223372036854775807', '9223372036854775807'],
  ])('gives %s as a number where that is exact', (id, given) => expect(objectIdOf(id)).toBe(given));
});
