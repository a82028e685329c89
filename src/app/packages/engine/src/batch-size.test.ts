import fc from 'fast-check';
import { BatchSize } from './batch-size';

const quick = 50;

describe('BatchSize', () => {
  it('starts at a hundred, alone', () => {
    const size = new BatchSize();
    expect(size.next).toBe(100);
    expect(size.isProven(100)).toBe(false);
  });

  it('grows while answers are clean and quick, to 2,000 and no further', () => {
    const size = new BatchSize();
    size.recordSuccess(100, quick);
    expect(size.next).toBe(1000);
    size.recordSuccess(1000, quick);
    expect(size.next).toBe(2000);
    size.recordSuccess(2000, quick);
    expect(size.next).toBe(2000);
  });

  it('grows only as far as the answer’s time allows', () => {
    const size = new BatchSize();
    size.recordSuccess(100, 1000);
    expect(size.next).toBe(250);
  });

  it('shrinks at once when an answer is slow, unclear, or loses inputs', () => {
    const size = new BatchSize();
    size.recordSuccess(800, quick);
    size.recordProblem(800);
    expect(size.next).toBe(400);
    size.recordSuccess(400, 9000);
    expect(size.next).toBe(200);
  });

  it('dares a doubted size again after a while, but a refused one never', () => {
    const size = new BatchSize();
    size.recordSuccess(400, quick);
    size.recordProblem(800);
    size.tooLarge(1200);
    for (let n = 0; n < 8; n++) size.recordSuccess(400, quick);
    expect(size.next).toBe(1199);
  });

  it('goes straight to the maximum that HubSpot names', () => {
    const size = new BatchSize();
    size.recordSuccess(100, quick);
    size.tooLarge(900, 500);
    expect(size.next).toBe(500);
  });

  it('takes a hint only while it knows nothing itself', () => {
    const size = new BatchSize();
    size.hint(700);
    expect(size.next).toBe(700);
    size.recordProblem(700);
    size.hint(2000);
    expect(size.next).toBe(350);
  });

  it('ignores a hint once a batch has succeeded, even at the first size', () => {
    const size = new BatchSize();
    size.recordSuccess(100, 2500);
    size.hint(2000);
    expect(size.next).toBe(100);
  });

  it('has proven no size that HubSpot has refused since', () => {
    const size = new BatchSize();
    size.recordSuccess(400, quick);
    size.tooLarge(300);
    expect([size.isProven(299), size.isProven(300)]).toEqual([true, false]);
  });

  it('halves a refused size of at most a hundred, and tries one less than a larger one', () => {
    const size = new BatchSize();
    size.tooLarge(100);
    expect(size.next).toBe(50);
    size.tooLarge(50);
    expect(size.next).toBe(25);
  });

  it('shrinks to no less than 25 for a problem, and not at all for one of a batch of 25 or less', () => {
    const size = new BatchSize();
    size.recordProblem(25);
    expect(size.next).toBe(100);
    size.recordProblem(30);
    expect(size.next).toBe(25);
  });

  it('needs eight successes in a row before it tries a size again that had a problem', () => {
    const size = new BatchSize();
    size.recordProblem(100);
    for (let n = 0; n < 7; n++) size.recordSuccess(50, quick);
    size.recordProblem(100);
    size.recordSuccess(50, quick);
    expect(size.next).toBe(99);
    for (let n = 0; n < 7; n++) size.recordSuccess(50, quick);
    expect(size.next).toBeGreaterThan(99);
  });

  it('fills batches evenly: as few as the size allows', () => {
    const size = new BatchSize();
    size.hint(450);
    expect(size.evenShare(1000)).toBe(334);
    expect(size.evenShare(450)).toBe(450);
    expect(size.evenShare(1)).toBe(1);
  });

  it('always stays within 1 and 2,000 and below what was refused, whatever happens', () => {
    const step = fc.tuple(
      fc.constantFrom('clean', 'doubt', 'tooLarge'),
      fc.integer({ min: 1, max: 2000 }),
      fc.nat(20_000),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const size = new BatchSize();
        let refused = Infinity;
        for (const [what, inputs, elapsedMs] of steps) {
          if (what === 'clean') size.recordSuccess(inputs, elapsedMs);
          if (what === 'doubt') size.recordProblem(inputs);
          if (what === 'tooLarge') {
            size.tooLarge(inputs);
            refused = Math.min(refused, inputs);
          }
          expect(size.next).toBeGreaterThanOrEqual(1);
          expect(size.next).toBeLessThanOrEqual(Math.min(2000, Math.max(1, refused - 1)));
        }
      }),
    );
  });
});
