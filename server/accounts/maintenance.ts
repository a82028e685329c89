import { traceOf, type Log } from '../log';
import { DatabaseUnavailable } from '../storage';
import type { Accounts } from './accounts';
import type { Tokens } from './tokens';

const everyMs = 60 * 60_000;
/** The first round waits until a start with many instances is over. */
const firstMs = 60_000;
const idleMs = 24 * 60 * 60_000;
/** Accounts a round takes on; the rest wait for the next. To encrypt anew asks nothing of HubSpot. */
const maxPerRound = { renewed: 500, sealed: 20_000 };

/**
 * Once an hour: renews the tokens of accounts that nobody used for a day, which shows who has uninstalled the app (HubSpot
 * sends no word of it to project-based apps) and forgets them; and encrypts anew what an older key encrypted.
 */
export class Maintenance {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly parts: {
      accounts: Pick<Accounts, 'find' | 'idleFor' | 'sealedByOlderKey'>;
      tokens: Pick<Tokens, 'renew'>;
      log: Log;
    },
  ) {}

  /** Its timer keeps no process alive. */
  start(): void {
    this.schedule(firstMs);
  }

  /** Waits for the account that is being looked at. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One round; several instances may do one at the same time, as each account is renewed once. */
  async run(): Promise<void> {
    const { accounts, tokens, log } = this.parts;
    try {
      // To read an account is to encrypt it anew.
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
