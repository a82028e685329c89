import { concernsTheCall, isRecordNotFound, RepeatedRefusals, sizeRefusal } from './refusals';

const error = (message: string) => ({ message, context: {} });

describe('sizeRefusal', () => {
  it.each([
    [400, 'Batch size 900 exceeds the maximum of 500', { max: 500 }],
    [400, 'Too many inputs: at most 100', { max: 100 }],
    [400, 'The batch of 900 is too large', {}],
    [400, 'At most 100 associations in a batch', { max: 100 }],
    [413, 'Payload', {}],
    [414, '', {}],
  ])('recognises %i %j', (status, message, expected) => {
    expect(sizeRefusal(status, error(message), 900)).toEqual(expected);
  });

  it.each([
    [400, 'One or more associations are invalid'],
    [400, 'Record 12345 has reached its limit of 500 associations'],
    [400, 'Too many properties'],
    [400, 'At most 5 labels are allowed'],
    [400, 'Record 500 is invalid'],
  ])('takes %i %j for another refusal', (status, message) => {
    expect(sizeRefusal(status, error(message), 900)).toBeUndefined();
  });
});

describe('RepeatedRefusals', () => {
  it('reaches its limit at 32 refusals in a row with the same message', () => {
    const refusals = new RepeatedRefusals();
    for (let n = 1; n < 32; n++) expect(refusals.add(error('No.'))).toBe(false);
    expect(refusals.add(error('No.'))).toBe(true);
  });

  it('counts from the start again at another message', () => {
    const refusals = new RepeatedRefusals();
    for (let n = 1; n < 32; n++) refusals.add(error('No.'));
    expect(refusals.add(error('Other.'))).toBe(false);
    expect(refusals.add(error('No.'))).toBe(false);
  });
});

describe('concernsTheCall', () => {
  it.each([
    [404, 'x', true],
    [405, 'x', true],
    [400, 'Unable to infer object type from: 2-9', true],
    [400, 'One or more associations are invalid', false],
    [409, 'x', false],
  ])('is, for %i %j, %s', (status, message, expected) => {
    expect(concernsTheCall(status, error(message))).toBe(expected);
  });
});

describe('isRecordNotFound', () => {
  it.each([
    [{ category: 'OBJECT_NOT_FOUND' }, true],
    [{ subCategory: 'crm.associations.INVALID_IDENTIFIER' }, true],
    [{ category: 'VALIDATION_ERROR' }, false],
  ])('is, for %j, %s', (names, expected) => expect(isRecordNotFound(names)).toBe(expected));
});
