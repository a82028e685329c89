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

function runOf(
  count: number,
  answers: ((chunk: number[]) => ChunkAnswer<Result>)[],
  clock = new FakeClock(),
) {
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

const nothing = (chunk: number[]): ChunkAnswer<Result> => ({ ok: true, results: chunk.map(() => undefined) });
/** The answer of a call that reached only the first `count` of its items. */
const first =
  (count: number, stopped?: CallError) =>
  (chunk: number[]): ChunkAnswer<Result> => ({
    ok: true,
    results: chunk.map((_, position) => (position < count ? result : undefined)),
    stopped,
  });

/** A clock on which a wait never ends by itself. */
class EndlessClock extends FakeClock {
  override readonly sleep = () => new Promise<void>(() => undefined);
}

describe('a chunked run', () => {
  it('ends at once with nothing to do', async () => {
    const { run, sizes } = runOf(0, []);
    expect(await run.run()).toEqual({ results: [], lost: new Set(), resent: new Set(), stopped: false });
    expect(sizes).toEqual([]);
  });

  it('grows its calls up to a thousand items', async () => {
    const { run, sizes } = runOf(4000, []);
    await run.run();
    expect(sizes).toEqual([200, 400, 800, 1000, 1000, 600]);
  });

  describe('with two calls in flight', () => {
    /** The number of calls in flight at the start of each call. `refused`: errors by the number of the call. */
    async function callsOf(count: number, refused: Record<number, Partial<CallError>> = {}) {
      let inFlight = 0;
      const begun: number[] = [];
      const send = async (chunk: number[]): Promise<ChunkAnswer<Result>> => {
        const number = begun.push(++inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight -= 1;
        const error = refused[number];
        return error ? refuse(error) : done(chunk);
      };
      const work = { items: items(count), send, callsInFlight: 2 };
      const clock = new FakeClock();
      const { results, error } = await chunkedRun<number, Result>(work, clock).run();
      return { begun, results, error, waits: clock.waits };
    }

    it('sends the first call alone, and then two at a time', async () => {
      const { begun, results } = await callsOf(5000);
      expect(begun.slice(0, 4)).toEqual([1, 1, 2, 2]);
      expect(Math.max(...begun)).toBe(2);
      expect(results).toEqual(items(5000).map(() => result));
    });

    it('keeps the results of one call when the other fails, waits, and continues with one call', async () => {
      const { begun, results, waits } = await callsOf(5000, { 3: {} });
      // The fourth call starts before the third has failed.
      expect(begun.slice(0, 7)).toEqual([1, 1, 2, 2, 1, 1, 2]);
      expect(waits).toEqual([1000]);
      expect(results).toEqual(items(5000).map(() => result));
    });

    it('counts two calls that fail together as one failure', async () => {
      const { waits, error } = await callsOf(5000, { 2: {}, 3: {}, 4: {}, 5: {} });
      expect(waits).toEqual([1000, 2000, 4000]);
      expect(error).toBeUndefined();
    });

    it('gives up when one of two failures cannot be retried, whichever comes first', async () => {
      for (const refused of [
        { 2: {}, 3: { code: 'DAILY_LIMIT' } },
        { 2: { code: 'DAILY_LIMIT' }, 3: {} },
      ] as const) {
        const { waits, error } = await callsOf(5000, refused);
        expect([waits, error?.code]).toEqual([[], 'DAILY_LIMIT']);
      }
    });

    it('waits for the longer of two waits', async () => {
      const { waits } = await callsOf(5000, { 2: { retryAfterMs: 3000 }, 3: { retryAfterMs: 9000 } });
      expect(waits).toEqual([9000]);
    });
  });

  it('sends again the items that a call did not reach', async () => {
    const half = (chunk: number[]): ChunkAnswer<Result> => ({
      ok: true,
      results: chunk.map((item) => (item < 60 ? result : undefined)),
    });
    const { run, sizes } = runOf(100, [half]);
    const { results } = await run.run();
    expect(results).toEqual(items(100).map(() => result));
    expect(sizes).toEqual([100, 40]);
  });

  it('halves its calls after a failure', async () => {
    const { run, sizes } = runOf(1000, [done, () => refuse({})]);
    await run.run();
    expect(sizes).toEqual([200, 400, 200, 400, 200]);
  });

  it.each([
    ['as many items as the last call reached', 80, [200, 80, 160]],
    ['no fewer than fifty', 10, [200, 50, 100, 160]],
  ])('sends %s', async (_, reached, expected) => {
    const { run, sizes } = runOf(320, [first(reached)]);
    await run.run();
    expect(sizes).toEqual(expected);
  });

  it('counts a call that reached nothing as a failure', async () => {
    const { run, clock } = runOf(10, [nothing, nothing, nothing, nothing]);
    const { error, lost } = await run.run();
    expect(clock.waits).toEqual([1000, 2000, 4000]);
    expect([error?.code, lost.size]).toEqual(['HUBSPOT_UNAVAILABLE', 0]);
  });

  it('waits as long as an answer requires that was stopped early', async () => {
    const stopped = { code: 'RATE_LIMITED', message: '…', retryAfterMs: 5000 } as const;
    const { run, clock } = runOf(10, [first(4, stopped)]);
    const { results, error } = await run.run();
    expect(clock.waits).toEqual([5000]);
    expect([results.filter(Boolean).length, error]).toEqual([10, undefined]);
  });

  it('ends with the error of an answer that was stopped for good', async () => {
    const { run, sizes } = runOf(10, [first(4, { code: 'DAILY_LIMIT', message: '…' })]);
    const { results, error } = await run.run();
    expect(sizes).toEqual([10]);
    expect([results.filter(Boolean).length, error?.code]).toEqual([4, 'DAILY_LIMIT']);
  });

  it('has no error when the last answer was stopped after its last item', async () => {
    const { run, clock } = runOf(10, [first(10, { code: 'DAILY_LIMIT', message: '…' })]);
    expect((await run.run()).error).toBeUndefined();
    expect(clock.waits).toEqual([]);
  });

  it('waits longer from failure to failure, and then gives up', async () => {
    const fail = () => refuse({});
    const { run, clock } = runOf(10, [fail, fail, fail, fail, fail, fail]);
    const ending = await run.run();
    expect(clock.waits).toEqual([1000, 2000, 4000]);
    expect(ending.error?.code).toBe('NO_ANSWER');
    expect(ending.lost.size).toBe(10);
  });

  it('does not count an item as lost once a later call has brought its result', async () => {
    const half = (chunk: number[]): ChunkAnswer<Result> => ({
      ok: true,
      results: chunk.map((item) => (item < 5 ? result : undefined)),
    });
    const { run } = runOf(10, [() => refuse({}), half, () => refuse({ code: 'DAILY_LIMIT' })]);
    const { lost, error } = await run.run();
    expect(error?.code).toBe('DAILY_LIMIT');
    expect([...lost]).toEqual([5, 6, 7, 8, 9]);
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

  it.each(['RATE_LIMITED', 'HUBSPOT_UNAVAILABLE', 'NO_ANSWER', 'BAD_ANSWER'] as const)(
    'tries again after %s',
    async (code) => {
      const { run } = runOf(10, [() => refuse({ code })]);
      expect((await run.run()).results.filter(Boolean)).toHaveLength(10);
    },
  );

  it.each(['DAILY_LIMIT', 'MISSING_SCOPES', 'UNAUTHORIZED', 'INVALID_INPUT', 'HUBSPOT_REJECTED'] as const)(
    'does not try again after %s, and counts nothing as lost',
    async (code) => {
      const { run, sizes } = runOf(10, [() => refuse({ code })]);
      const ending = await run.run();
      expect(sizes).toHaveLength(1);
      expect(ending).toMatchObject({ error: { code }, lost: new Set() });
    },
  );

  it('gives up instead of waiting for hours', async () => {
    const { run } = runOf(10, [() => refuse({ code: 'HUBSPOT_UNAVAILABLE', retryAfterMs: 86_400_000 })]);
    expect((await run.run()).error?.retryAfterMs).toBe(86_400_000);
  });

  it('counts the results of the call in flight when it is stopped, and sends no other call', async () => {
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

  it('does not wait for a retry after it was stopped', async () => {
    const { run, clock } = runOf(10, [
      () => {
        run.stop();
        return refuse({});
      },
    ]);
    expect(await run.run()).toMatchObject({ stopped: true, error: undefined });
    expect(clock.waits).toEqual([]);
  });

  it('is stopping from the stop until the calls in flight have ended, and then ended', async () => {
    const phases: string[] = [];
    const { run } = runOf(1000, [
      (chunk) => {
        run.stop();
        phases.push(run.getProgress().phase);
        return done(chunk);
      },
    ]);
    await run.run();
    run.stop();
    expect([...phases, run.getProgress().phase]).toEqual(['stopping', 'ended']);
  });

  it('ends a wait when it is stopped', async () => {
    const { run } = runOf(10, [() => refuse({})], new EndlessClock());
    const ending = run.run();
    await new Promise((resolve) => setImmediate(resolve));
    expect(run.getProgress()).toMatchObject({ phase: 'waiting', waitMs: 1000 });
    run.stop();
    expect((await ending).stopped).toBe(true);
  });

  it('counts a wait in its estimate', async () => {
    const { run } = runOf(600, [done, () => refuse({})]);
    const waiting: Progress[] = [];
    run.subscribe(() => {
      if (run.getProgress().phase === 'waiting') waiting.push(run.getProgress());
    });
    await run.run();
    // 600 ms for 200 items so far, 400 items to go, and a wait of a second.
    expect(waiting.map(({ remainingMs }) => remainingMs)).toEqual([1200 + 1000]);
  });

  it('notifies its listeners of every change, with an estimate at the pace so far', async () => {
    const { run } = runOf(600, []);
    const seen: Progress[] = [];
    run.subscribe(() => seen.push(run.getProgress()));
    await run.run();
    expect(seen.map(({ settled, remainingMs }) => [settled, remainingMs])).toEqual([
      [200, 400],
      [600, undefined],
      [600, undefined],
    ]);
    expect(seen[0]).toMatchObject({ phase: 'running', counts: { done: 200 } });
    expect(seen.at(-1)).toMatchObject({ phase: 'ended', counts: { done: 600 } });
  });
});
