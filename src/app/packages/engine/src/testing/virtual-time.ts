/**
 * A clock that advances only while all code under test waits for it: hours of back-off take milliseconds, and every run
 * is the same.
 */
export class VirtualTime {
  private elapsed = 0;
  private readonly sleepers = new Set<{ at: number; wake: () => void }>();

  readonly now = (): number => this.elapsed;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper = { at: this.elapsed + Math.max(0, ms), wake };
      const { sleepers } = this;
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
      function wake() {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      }
    });

  /** Runs `work` to its end. Whenever nothing else is left to do, the clock advances to the next sleeper. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    let over = false;
    const result = work().finally(() => (over = true));
    result.catch(() => undefined);
    for (let idleTurns = 0; !over; idleTurns++) {
      await idle();
      if (over) break;
      const next = [...this.sleepers].sort((a, b) => a.at - b.at)[0];
      // Real input and output may take a few turns; work that waits for nothing at all is a defect.
      if (!next && idleTurns > 10_000) throw new Error('The work waits, but not for the clock.');
      if (!next) continue;
      idleTurns = 0;
      this.elapsed = Math.max(this.elapsed, next.at);
      next.wake();
    }
    return result;
  }
}

/** Runs everything that is ready: several turns of the event loop, as streams and bodies take more than one. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
}
