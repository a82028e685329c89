import fc from 'fast-check';
import { isObjectTypeId, isRecordId } from './ids';

describe('isRecordId', () => {
  it('accepts every whole number from 1 to the largest signed 64-bit one', () => {
    fc.assert(fc.property(fc.bigInt(1n, 9_223_372_036_854_775_807n), (id) => isRecordId(String(id))));
  });

  it.each([
    '0',
    '01',
    '-1',
    '+1',
    '1.0',
    '1e3',
    ' 1',
    '1\n',
    '',
    '9223372036854775808',
    '99999999999999999999',
    '１',
  ])('refuses %j', (id) => expect(isRecordId(id)).toBe(false));

  it.each([1, 1n, null, undefined, ['1'], { toString: () => '1' }])(
    'refuses a value that is no string: %p',
    (id) => {
      expect(isRecordId(id)).toBe(false);
    },
  );
});

describe('isObjectTypeId', () => {
  it.each(['0-1', '0-421', '2-1234567', 'p1234_my_object', 'p1_A'])('accepts %s', (type) => {
    expect(isObjectTypeId(type)).toBe(true);
  });

  it.each([
    'contacts',
    '1-1',
    '0-',
    '0-1/../2',
    '0-1?x',
    'p_x',
    'p12_',
    'p12_a-b',
    '0-1 ',
    '0-1\n',
    '',
    'p1_' + 'a'.repeat(126),
  ])('refuses %j', (type) => expect(isObjectTypeId(type)).toBe(false));

  it('lets nothing through that changes the path of a URL', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!isObjectTypeId(text)) return;
        expect(new URL(`https://api.example/a/${text}/b`).pathname).toBe(`/a/${text}/b`);
      }),
    );
  });
});
