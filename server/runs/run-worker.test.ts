import { RunWorker } from './run-worker';
import type { Turn } from './run-turns';

const settle = async () => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

/** A worker in front of so many accounts that are due, whose turns last until they are ended. */
function workerOf({ due, turnsAtOnce = 8 }: { due: number; turnsAtOnce?: number }) {
  const ends: (() => void)[] = [];
  const state = { due, isBusy: false, held: 0 };
  const worker = new RunWorker({
    turns: {
      take: async () => (state.due-- > 0 ? { account: String(state.due), fence: '1' } : undefined),
      extend: async () => undefined,
    },
    work: {
      carryOut: async (_: Turn) => {
        state.held += 1;
        await new Promise<void>((resolve) => ends.push(resolve));
        state.held -= 1;
      },
    },
    load: { isHigh: () => state.isBusy },
    log: () => undefined,
    times: { turnsAtOnce, pollMs: 1_000, beatMs: 1_500 },
  });
  return { worker, state, ends };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('takes as many turns at a time as it may, and the next one when one has ended', async () => {
  const { worker, state, ends } = workerOf({ due: 5, turnsAtOnce: 3 });
  worker.start();
  await settle();
  expect(state).toMatchObject({ held: 3, due: 2 });
  ends.shift()?.();
  await settle();
  expect(state).toMatchObject({ held: 3, due: 1 });
});

it('takes one turn while the process is busy, and more soon after it is not', async () => {
  const { worker, state, ends } = workerOf({ due: 5 });
  state.isBusy = true;
  worker.start();
  await settle();
  expect(state.held).toBe(1);
  ends.shift()?.();
  await settle();
  expect(state).toMatchObject({ held: 1, due: 3 });
  jest.advanceTimersByTime(200);
  await settle();
  expect(state.held).toBe(1);
  state.isBusy = false;
  jest.advanceTimersByTime(200);
  await settle();
  expect(state.held).toBe(4);
});

it('looks for accounts that are due, and takes no further turn once it is stopped', async () => {
  const { worker, state, ends } = workerOf({ due: 0 });
  worker.start();
  await settle();
  state.due = 1;
  jest.advanceTimersByTime(1_000);
  await settle();
  expect(state.held).toBe(1);
  const stopped = worker.stop();
  state.due = 1;
  ends.shift()?.();
  await stopped;
  expect(state).toMatchObject({ held: 0, due: 1 });
});
