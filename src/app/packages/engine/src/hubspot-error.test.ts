import { errorOf, outcomeError } from './hubspot-error';

describe('errorOf', () => {
  it('reads what there is, and invents nothing', () => {
    expect(errorOf({})).toEqual({ message: 'HubSpot gave no reason.', context: {} });
    expect(errorOf({ message: 'm', subCategory: {}, context: { id: ['1', 2], type: 'x' } })).toEqual({
      message: 'm',
      context: { id: ['1', '2'], type: ['x'] },
    });
  });
});

describe('a message of HubSpot', () => {
  it('is cut off after 1,000 characters', () => {
    expect(errorOf({ message: 'x'.repeat(1_001) }).message).toBe('x'.repeat(1_000));
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
