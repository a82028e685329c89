import { traceOf } from './log';

describe('traceOf', () => {
  it('names the error and where it arose', () => {
    const { error, at } = traceOf(new RangeError('secret'));
    expect(error).toBe('RangeError');
    expect(at[0]).toContain('log.test.ts');
    expect(at.length).toBeLessThanOrEqual(5);
  });

  it.each(['secret', 'a line\n    at secret (x.ts:1:1)'])('repeats nothing of the message %j', (message) => {
    expect(JSON.stringify(traceOf(new Error(message)))).not.toContain('secret');
  });

  it.each([
    ['secret', 'string'],
    [undefined, 'undefined'],
    [{ secret: 1 }, 'object'],
  ])('names only the type of %j', (thrown, error) => expect(traceOf(thrown)).toEqual({ error, at: [] }));
});
