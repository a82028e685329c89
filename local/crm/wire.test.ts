import { fromJson, toJson, WireNumber } from './wire';

describe('JSON with all digits', () => {
  it.each(['9007199254740993', '12345678901234567', '9223372036854775807'])(
    'keeps the number %s',
    (digits) => {
      const text = `{"id":${digits},"ids":[${digits}]}`;
      expect(fromJson(text)).toEqual({ id: new WireNumber(digits), ids: [new WireNumber(digits)] });
      expect(toJson(fromJson(text) as object)).toBe(text);
    },
  );

  it('leaves strings, short numbers and fractions as JSON has them', () => {
    const text = '{"text":"12345678901234567 \\" 9007199254740993","count":123456789012345,"share":0.5}';
    expect(fromJson(text)).toEqual(JSON.parse(text));
    const long = '{"fraction":1234567890123456.5,"id":1234567890123456}';
    expect(fromJson(long)).toEqual({
      fraction: 1234567890123456.5,
      id: new WireNumber('1234567890123456'),
    });
  });

  it('throws for what is no JSON', () => {
    expect(() => fromJson('{"id":1234567890123456')).toThrow(SyntaxError);
  });
});
