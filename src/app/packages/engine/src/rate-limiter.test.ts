import { RateLimiter } from './rate-limiter';
import { VirtualTime } from './testing';

describe('a turn that can wait', () => {
  it('comes after the turns that are asked for meanwhile', async () => {
    const time = new VirtualTime();
    const limiter = new RateLimiter(200);
    const started: string[] = [];
    const ask = async (name: string) => {
      await limiter.waitForTurn(time);
      started.push(`${name} ${time.now()}`);
    };
    await time.run(async () => {
      await ask('first');
      const spare = limiter
        .waitForSpareTurn(time, () => true)
        .then(() => started.push(`spare ${time.now()}`));
      await Promise.all([ask('second'), ask('third'), spare]);
    });
    expect(started).toEqual(['first 0', 'second 200', 'third 400', 'spare 600']);
  });

  it('is given up when it is not wanted any more', async () => {
    const time = new VirtualTime();
    const limiter = new RateLimiter(200);
    const isWanted = () => time.now() < 150;
    const granted = await time.run(async () => {
      await limiter.waitForTurn(time);
      await limiter.waitForTurn(time);
      return limiter.waitForSpareTurn(time, isWanted);
    });
    expect(granted).toBe(false);
  });
});
