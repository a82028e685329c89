import { performance } from 'node:perf_hooks';

/** Milliseconds over which the load is measured. */
const spanMs = 200;
/** The part of the time, 0 to 1, in which the event loop works. Above it, a call waits longer than it works. */
const most = 0.6;

/** How busy the event loop of this process is. */
export class LoopLoad {
  private since = performance.eventLoopUtilization();
  private sinceMs = performance.now();
  private utilization = 0;

  /** Whether more work would hold up the calls of people. */
  isHigh(): boolean {
    const now = performance.now();
    if (now - this.sinceMs >= spanMs) {
      this.utilization = performance.eventLoopUtilization(this.since).utilization;
      this.since = performance.eventLoopUtilization();
      this.sinceMs = now;
    }
    return this.utilization > most;
  }
}
