import { traceOf, type Log } from '../log';
import { DatabaseUnavailable } from '../storage';
import type { WorkerTimes } from './run-times';
import { TurnLost, type RunTurns, type Turn } from './run-turns';
import type { RunWork } from './run-work';
import type { LoopLoad } from './loop-load';

/** Milliseconds after which a busy instance looks again whether it may take another turn. */
const busyMs = 200;

/**
 * Takes turns at the accounts' runs: as many at a time as `turnsAtOnce`, and no second one while the process is busy, because
 * people wait for its answers and nobody waits for a run.
 */
export class RunWorker {
  private readonly held = new Set<Turn>();
  private readonly working = new Set<Promise<void>>();
  private poll: NodeJS.Timeout | undefined;
  private beat: NodeJS.Timeout | undefined;
  private busy: NodeJS.Timeout | undefined;
  private taking: Promise<void> | undefined;
  private isAwaited = false;
  private isAway = false;
  private stopped = false;

  constructor(
    private readonly parts: {
      turns: Pick<RunTurns, 'take' | 'extend'>;
      work: Pick<RunWork, 'carryOut'>;
      load: Pick<LoopLoad, 'isHigh'>;
      log: Log;
      times: WorkerTimes;
    },
  ) {}

  /** The timers do not keep the process alive. */
  start(): void {
    const { pollMs, beatMs } = this.parts.times;
    this.poll = setInterval(() => this.wake(), pollMs).unref();
    this.beat = setInterval(() => void this.extend(), beatMs).unref();
    this.wake();
  }

  /** Looks for accounts that are due now. */
  wake(): void {
    this.isAwaited = true;
    this.taking ??= this.takeAll().finally(() => (this.taking = undefined));
  }

  /** Takes no further turn, and waits for those in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    clearTimeout(this.busy);
    await this.taking;
    await Promise.all(this.working);
    clearInterval(this.beat);
  }

  /** Takes turns while accounts are due and there is room. */
  private async takeAll(): Promise<void> {
    while (this.isAwaited && !this.stopped && this.held.size < this.parts.times.turnsAtOnce) {
      if (this.held.size > 0 && this.parts.load.isHigh()) {
        this.busy ??= setTimeout(() => {
          this.busy = undefined;
          this.wake();
        }, busyMs).unref();
        return;
      }
      this.isAwaited = false;
      const turn = await this.take();
      if (!turn) continue;
      this.isAwaited = true;
      this.held.add(turn);
      const work = this.carryOut(turn).finally(() => this.working.delete(work));
      this.working.add(work);
    }
  }

  private async take(): Promise<Turn | undefined> {
    try {
      const turn = await this.parts.turns.take();
      this.isAway = false;
      return turn;
    } catch (error) {
      return this.note(error);
    }
  }

  private async carryOut(turn: Turn): Promise<void> {
    try {
      await this.parts.work.carryOut(turn);
    } catch (error) {
      this.note(error, turn.account);
    } finally {
      this.held.delete(turn);
      if (!this.stopped) this.wake();
    }
  }

  private async extend(): Promise<void> {
    if (this.held.size === 0) return;
    await this.parts.turns.extend([...this.held]).catch((error: unknown) => this.note(error));
  }

  private note(error: unknown, account?: string): undefined {
    if (error instanceof TurnLost) this.parts.log({ event: 'turn_lost', account });
    else if (error instanceof DatabaseUnavailable) {
      // An idle instance would log it at every poll.
      if (!this.isAway) this.parts.log({ event: 'database_away' });
      this.isAway = true;
    } else this.parts.log({ event: 'defect', account, ...traceOf(error) });
    return undefined;
  }
}
