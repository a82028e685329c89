import { createHubSpot } from './hubspot';
import { Run } from './run';
import { VirtualTime } from './testing';

/** A run in virtual time; `random` decides the jitter: 0 for none. */
function runIn(time: VirtualTime, random = 0): Run {
  const { now, sleep } = time;
  const send = () => Promise.reject(new Error('This test sends nothing.'));
  return new Run(createHubSpot({ send, now, sleep, random: () => random }));
}

const read = { method: 'GET', path: '/crm/v3/lists/1', purpose: 'read' } as const;
const unavailable = { code: 'HUBSPOT_UNAVAILABLE', message: 'Later.' } as const;

describe('a pause', () => {
  it.each([
    ['the longer one first', [5_000, 1_000]],
    ['the shorter one first', [1_000, 5_000]],
  ])('lasts as long as the longest that HubSpot asked for: %s', async (_, pauses) => {
    const time = new VirtualTime();
    const run = runIn(time);
    for (const ms of pauses) run.pause(ms);
    expect(await time.run(() => run.waitToStart(read))).toBe(true);
    expect(time.now()).toBe(5_000);
  });

  it('keeps the reason of the longest for the answer', async () => {
    const time = new VirtualTime();
    const run = runIn(time);
    run.pause(60_000, unavailable);
    run.pause(1_000, { code: 'RATE_LIMITED', message: 'Soon.' });
    expect(await time.run(() => run.waitToStart(read))).toBe(false);
    expect([time.now(), run.stopped]).toEqual([0, unavailable]);
  });

  it('is up to a tenth longer, so that several runs do not resume at the same moment', async () => {
    const time = new VirtualTime();
    const run = runIn(time, 0.5);
    run.pause(1_000);
    await time.run(() => run.waitToStart(read));
    expect(time.now()).toBe(1_050);
  });
});

describe('waiting for a start', () => {
  it('ends, though timers take whole milliseconds only', async () => {
    let clock = 0;
    let sleeps = 0;
    const sleep = async (ms: number) => {
      if (++sleeps > 3) throw new Error('It waits without end.');
      clock += Math.floor(ms);
    };
    const send = () => Promise.reject(new Error('This test sends nothing.'));
    const run = new Run(createHubSpot({ send, now: () => clock, sleep, random: () => 0 }));
    run.pause(100.5);
    expect(await run.waitToStart(read)).toBe(true);
    expect(clock).toBe(101);
  });

  it('starts no request whose admission came after the last start', async () => {
    const time = new VirtualTime();
    const run = runIn(time);
    run.environment.admit = async () => (await time.sleep(12_001), 0);
    expect(await time.run(() => run.waitToStart(read))).toBe(false);
  });
});

describe('faults in a row', () => {
  /** Milliseconds that each of the faults delays the next request. */
  async function delaysOf(faults: number, afterEach: (run: Run, n: number) => void = () => undefined) {
    const time = new VirtualTime();
    const run = runIn(time, 0.5);
    const delays: number[] = [];
    for (let n = 0; n < faults; n++) {
      const before = time.now();
      run.recordFault(unavailable);
      await time.run(() => run.waitToStart(read));
      delays.push(Math.round((time.now() - before) / 1.05));
      afterEach(run, n);
    }
    return delays;
  }

  it('delay the next request twice as long each time, up to two seconds', async () => {
    expect(await delaysOf(6)).toEqual([200, 400, 800, 1_600, 2_000, 2_000]);
  });

  it('start with the shortest delay again once HubSpot has answered', async () => {
    expect(await delaysOf(3, (run, n) => n === 1 && run.recordAnswer())).toEqual([200, 400, 200]);
  });

  it('are the cause of what was left undone until HubSpot answers', () => {
    const run = runIn(new VirtualTime());
    run.recordFault(unavailable);
    expect(run.unresolvedFault).toBe(unavailable);
    run.recordAnswer();
    expect(run.unresolvedFault).toBeUndefined();
  });
});

describe('stopping', () => {
  it('keeps the first reason, and closes only the purposes named', () => {
    const run = runIn(new VirtualTime());
    run.stop(unavailable, ['write']);
    expect([run.isOpen('read'), run.isOpen('write')]).toEqual([true, false]);
    run.stop({ code: 'DAILY_LIMIT', message: 'Tomorrow.' });
    expect([run.isOpen('read'), run.stopped]).toEqual([false, unavailable]);
  });
});

describe('the time of a call', () => {
  it.each([
    ['write', 10_000],
    ['read', 12_000],
  ] as const)('ends for the start of a %s after %i ms', async (purpose, lastStart) => {
    const time = new VirtualTime();
    const run = runIn(time);
    await time.run(() => time.sleep(lastStart));
    expect(run.isOpen(purpose)).toBe(true);
    await time.run(() => time.sleep(1));
    expect(run.isOpen(purpose)).toBe(false);
  });

  it.each([
    ['write', 0, 6_000],
    ['write', 8_000, 3_500],
    ['read', 0, 4_000],
    ['read', 11_000, 2_500],
  ] as const)('limits the wait for the answer to a %s that starts at %i ms to %i ms', async (...row) => {
    const [purpose, elapsedMs, timeOutMs] = row;
    const time = new VirtualTime();
    const run = runIn(time);
    await time.run(() => time.sleep(elapsedMs));
    expect(run.timeOutMs(purpose)).toBe(timeOutMs);
  });
});
