import fc from 'fast-check';
import { errorOf, idOf, outcomeError, parseWire } from './wire';

describe('parseWire', () => {
  it('keeps every digit of ids that are JSON numbers', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 9_223_372_036_854_775_807n), (id) => {
        const body = parseWire(`{"toObjectId": ${id},"list":[${id}]}`);
        expect(idOf(body?.['toObjectId'])).toBe(String(id));
        expect((body?.['list'] as unknown[]).map(idOf)).toEqual([String(id)]);
      }),
    );
  });

  it('leaves strings as they are, digits, quotes and all', () => {
    fc.assert(
      fc.property(fc.string(), fc.bigInt(10n ** 15n, 10n ** 18n), (text, digits) => {
        const label = `${text}: ${digits}, ["${digits}"]`;
        expect(parseWire(JSON.stringify({ label, other: 1234567890123456 }))?.['label']).toBe(label);
      }),
    );
  });

  it.each(['', '<html>502</html>', '{"results":[', 'null', '[]', '"text"', '12345678901234567890'])(
    'is undefined for %j',
    (text) => expect(parseWire(text)).toBeUndefined(),
  );
});

describe('errorOf', () => {
  it('reads what there is, and invents nothing', () => {
    expect(errorOf({})).toEqual({ message: 'HubSpot gave no reason.', context: {} });
    expect(errorOf({ message: 'm', subCategory: {}, context: { id: ['1', 2], type: 'x' } })).toEqual({
      message: 'm',
      context: { id: ['1', '2'], type: ['x'] },
    });
  });
});

describe('outcomeError', () => {
  it.each([
    ['VALIDATION_ERROR', false],
    ['OBJECT_NOT_FOUND', false],
    ['RATE_LIMITS', true],
    ['INTERNAL_ERROR', true],
  ])('says of %s that trying again helps: %s', (category, retryable) => {
    expect(outcomeError({ message: 'm', category, context: {} }).retryable).toBe(retryable);
  });
});
