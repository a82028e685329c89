import type { HubSpotRequest } from '@bulk-associate/engine';
import type { Queries, Transactions } from '../../server/storage';

/** The instance is dead: nothing that it does from here on has an effect. */
export class Crashed extends Error {}

/** Requests that change nothing in HubSpot. */
const reads = /\/(batch\/read|search)$/;

/**
 * The points of an instance's work at which it may be killed: before each thing it does that lasts, which are the requests
 * that change something in HubSpot, the commits, and the statements outside of transactions that write. Between two of them,
 * HubSpot and the database stay as they are, so that it makes no difference where between them the instance is killed. The
 * points are counted from 0; at one of them it is.
 */
export class CrashPoints {
  passed = 0;
  isDead = false;

  constructor(private readonly fatal: number) {}

  private pass(): void {
    if (this.isDead || this.passed++ === this.fatal) {
      this.isDead = true;
      throw new Crashed();
    }
  }

  private live(): void {
    if (this.isDead) throw new Crashed();
  }

  /** The access of the instance to the database. A transaction that is not committed leaves nothing. */
  database(real: Transactions): Transactions {
    return {
      ...real,
      query: async (sql, values) => {
        if (/^\s*SELECT\b/.test(sql)) this.live();
        else this.pass();
        return real.query(sql, values);
      },
      transaction: async <T>(work: (queries: Queries) => Promise<T>) => {
        this.live();
        return real.transaction(async (queries) => {
          const done = await work(queries);
          this.pass();
          return done;
        });
      },
    };
  }

  /** A request of the instance to HubSpot. */
  async request<T>({ method, path }: HubSpotRequest, send: () => Promise<T>): Promise<T> {
    if (method === 'GET' || reads.test(path)) this.live();
    else this.pass();
    const answer = await send();
    this.live();
    return answer;
  }
}
