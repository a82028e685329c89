import type { CallError } from '../sdk/sdk';
import { FakeClock } from '../testing/fake-sdk';
import { chunkedRun, type Progress, type ChunkAnswer } from './chunked-run';

const items = (count: number) => Array.from({ length: count }, (_, index) => index);
const result = { status: 'done' };
type Result = typeof result;
const done = (chunk: number[]): ChunkAnswer<Result> => ({ ok: true, results: chunk.map(() => result) });
const refuse = (error: Partial<CallError>): ChunkAnswer<Result> => ({
  ok: false,
  error: { code: 'NO_ANSWER', message: '…', ...error },
});

function runOf(count: number, answers: ((chunk: number[]) => ChunkAnswer<Result>)[], clock = new FakeClock()) {
  const sizes: number[] = [];
  const run = chunkedRun<number, Result>(
    {
      items: items(count),
      send: (chunk) => {
        sizes.push(chunk.length);
        clock.time += chunk.length;
        return Promise.resolve((answers[sizes.length - 1] ?? done)(chunk));
      },
    },
    clock,
  );
  return { run, sizes, clock };
}

/** A clock on which a wait never ends by itself. */
class EndlessClock extends FakeClock {
  override readonly sleep = () => new Promise<void>(() => undefined);
}

describe('a chunked run', () => {
  it('ends at once with nothing to do', async () => {
    const { run, sizes } = runOf(0, []);
    expect(await run.run()).toEqual({ results: [], lost: new Set(), stopped: false });
    expect(sizes).toEqual([]);
  });

  it('grows its calls up to a thousand items', async () => {
    const { run, sizes } = runOf(4000, []);
    await run.run();
    expect(sizes).toEqual([200, 400, 800, 1000, 1000, 600]);
  });

  describe('with two calls in flight', () => {
    /** How many calls were in flight as each began; calls by number may be refused. */
    async function callsOf(count: number, refused: number[] = []) {
      let inFlight = 0;
      const begun: number[] = [];
      const send = async (chunk: number[]): Promise<ChunkAnswer<Result>> => {
        const number = begun.push(++inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight -= 1;
        return refused.includes(number) ? refuse({}) : done(chunk);
      };
      const work = { items: items(count), send, callsInFlight: 2 };
      const clock = new FakeClock();
      const { results, error } = await chunkedRun<number, Result>(work, clock).run();
      return { begun, results, error, waits: clock.waits };
    }

    it('sends the first alone, and then two at a time', async () => {
      const { begun, results } = await callsOf(5000);
      expect(begun.slice(0, 4)).toEqual([1, 1, 2, 2]);
      expect(Math.max(...begun)).toBe(2);
      expect(results).toEqual(items(5000).map(() => result));
    });

    it('keeps what the other call brought when one fails, waits, and goes on with one', async () => {
      const { begun, results, waits } = await callsOf(5000, [3]);
      // The fourth begins while nothing is known of the third.
      expect(begun.slice(0, 7)).toEqual([1, 1, 2, 2, 1, 1, 2]);
      expect(waits).toEqual([1000]);
      expect(results).toEqual(items(5000).map(() => result));
    });

    it('counts two calls that fail together as one failure', async () => {
      const { waits, error } = await callsOf(5000, [2, 3, 4, 5]);
      expect(waits).toEqual([1000, 2000, 4000]);
      expect(error).toBeUndefined();
    });
  });

  it('sends again what a call did not get to', async () => {
    const half = (chunk: number[]): ChunkAnswer<Result> => ({
      ok: true,
      results: chunk.map((item) => (item < 60 ? result : undefined)),
    });
    const { run, sizes } = runOf(100, [half]);
    const { results } = await run.run();
    expect(results).toEqual(items(100).map(() => result));
    expect(sizes).toEqual([100, 40]);
  });

  it('waits longer from failure to failure, and then gives up', async () => {
    const fail = () => refuse({});
    const { run, clock } = runOf(10, [fail, fail, fail, fail, fail, fail]);
    const ending = await run.run();
    expect(clock.waits).toEqual([1000, 2000, 4000]);
    expect(ending.error?.code).toBe('NO_ANSWER');
    expect(ending.lost.size).toBe(10);
  });

  it('starts counting failures anew after a success', async () => {
    const fail = () => refuse({});
    const { run } = runOf(600, [fail, fail, fail, done, fail, fail, fail]);
    expect((await run.run()).error).toBeUndefined();
  });

  it('waits as long as HubSpot asks', async () => {
    const { run, clock } = runOf(10, [() => refuse({ code: 'RATE_LIMITED', retryAfterMs: 10_000 })]);
    await run.run();
    expect(clock.waits).toEqual([10_000]);
  });

  it.each(['DAILY_LIMIT', 'MISSING_SCOPES', 'UNAUTHORIZED', 'INVALID_INPUT', 'HUBSPOT_REJECTED'] as const)(
    'does not try again after %s, of which nothing is lost',
    async (code) => {
      const { run, sizes } = runOf(10, [() => refuse({ code })]);
      const ending = await run.run();
      expect(sizes).toHaveLength(1);
      expect(ending).toMatchObject({ error: { code }, lost: new Set() });
    },
  );

  it('does not sit out a wait of hours', async () => {
    const { run } = runOf(10, [() => refuse({ code: 'HUBSPOT_UNAVAILABLE', retryAfterMs: 86_400_000 })]);
    expect((await run.run()).error?.retryAfterMs).toBe(86_400_000);
  });

  it('counts the call in flight when it is stopped, and sends no other', async () => {
    const { run, sizes } = runOf(1000, [
      (chunk) => {
        run.stop();
        return done(chunk);
      },
    ]);
    const ending = await run.run();
    expect(sizes).toEqual([200]);
    expect(ending.stopped).toBe(true);
    expect(ending.results.filter(Boolean)).toHaveLength(200);
  });

  it('ends a wait when it is stopped', async () => {
    const { run } = runOf(10, [() => refuse({})], new EndlessClock());
    const ending = run.run();
    await new Promise((resolve) => setImmediate(resolve));
    expect(run.getProgress()).toMatchObject({ phase: 'waiting', waitMs: 1000 });
    run.stop();
    expect((await ending).stopped).toBe(true);
  });

  it('tells its readers of every change, with an estimate at the pace so far', async () => {
    const { run } = runOf(600, []);
    const seen: Progress[] = [];
    run.subscribe(() => seen.push(run.getProgress()));
    await run.run();
    expect(seen.map(({ settled, remainingMs }) => [settled, remainingMs])).toEqual([
      [200, 400],
      [600, undefined],
      [600, undefined],
    ]);
    expect(seen.at(-1)).toMatchObject({ phase: 'ended', counts: { done: 600 } });
  });
});
