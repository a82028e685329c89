import fc from 'fast-check';
import { idOf } from './json';
import { parseBody } from './parse-body';

describe('parseBody', () => {
  it('keeps every digit of ids that are JSON numbers', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 9_223_372_036_854_775_807n), (id) => {
        const body = parseBody(`{"toObjectId": ${id},"list":[${id}]}`);
        expect(idOf(body?.['toObjectId'])).toBe(String(id));
        expect((body?.['list'] as unknown[]).map(idOf)).toEqual([String(id)]);
      }),
    );
  });

  it.each(['9007199254740993', '-9007199254740993', '1234567890123456789'])(
    'keeps every digit of %s',
    (id) => {
      expect(idOf(parseBody(`{"id":${id}}`)?.['id'])).toBe(id);
    },
  );

  it('leaves strings as they are, digits, quotes and all', () => {
    fc.assert(
      fc.property(fc.string(), fc.bigInt(10n ** 15n, 10n ** 18n), (text, digits) => {
        const label = `${text}: ${digits}, ["${digits}"]`;
        expect(parseBody(JSON.stringify({ label, other: 1234567890123456 }))?.['label']).toBe(label);
      }),
    );
  });

  it.each(['', '<html>502</html>', '{"results":[', 'null', '[]', '"text"', '12345678901234567890'])(
    'is undefined for %j',
    (text) => expect(parseBody(text)).toBeUndefined(),
  );
});
