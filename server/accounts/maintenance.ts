import { traceOf, type Log } from '../log';
import { DatabaseUnavailable } from '../storage';
import type { Accounts } from './accounts';
import type { RunStore } from '../runs/run-store';
import type { Tokens } from './tokens';

const everyMs = 60 * 60_000;
/** The first round waits until all instances have started. */
const firstMs = 60_000;
const idleMs = 24 * 60 * 60_000;
/** Accounts per round. Re-encryption sends no request to HubSpot. */
const maxPerRound = { renewed: 500, sealed: 20_000 };

/**
 * Once an hour: deletes old runs, renews the tokens of accounts that were not used for a day, and re-encrypts tokens that an
 * older key encrypted. HubSpot does not notify project-based apps of an uninstall; it refuses the renewal, and the account is
 * then deleted.
 */
export class Maintenance {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly parts: {
      accounts: Pick<Accounts, 'find' | 'idleFor' | 'sealedByOlderKey'>;
      tokens: Pick<Tokens, 'renew'>;
      runs: Pick<RunStore, 'deleteOld'>;
      /** How long ended runs are kept, in milliseconds. */
      keptMs: number;
      log: Log;
    },
  ) {}

  /** The timer does not keep the process alive. */
  start(): void {
    this.schedule(firstMs);
  }

  /** Waits for the account in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Runs one round. Several instances can run one at the same time, as concurrent renewals of an account are one. */
  async run(): Promise<void> {
    const { accounts, tokens, runs, keptMs, log } = this.parts;
    try {
      const deleted = await runs.deleteOld(keptMs);
      if (deleted > 0) log({ event: 'old_runs_deleted', deleted });
      // `find` re-encrypts the account.
      for (const id of await accounts.sealedByOlderKey(maxPerRound.sealed)) {
        if (!this.stopped) await accounts.find(id);
      }
      for (const id of await accounts.idleFor(idleMs, maxPerRound.renewed)) {
        const account = this.stopped ? undefined : await accounts.find(id);
        if (account) await tokens.renew(account);
      }
    } catch (error) {
      log(
        error instanceof DatabaseUnavailable
          ? { event: 'database_away' }
          : { event: 'defect', ...traceOf(error) },
      );
    }
  }

  private schedule(ms: number): void {
    this.timer = setTimeout(() => {
      this.round = this.run().finally(() => {
        if (!this.stopped) this.schedule(everyMs);
      });
    }, ms);
    this.timer.unref();
  }
}
