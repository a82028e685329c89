import type { Queries, Transactions } from '../../server/storage';

/** The instance is dead: nothing that it does from here on has an effect. */
export class Crashed extends Error {}

/**
 * The points of an instance's work at which it may be killed: before and after each request to HubSpot, and before and
 * after each commit. They are counted from 0; at one of them it is.
 */
export class CrashPoints {
  passed = 0;
  isDead = false;

  constructor(private readonly fatal: number) {}

  pass(): void {
    if (this.isDead || this.passed++ === this.fatal) {
      this.isDead = true;
      throw new Crashed();
    }
  }

  /** The access of the instance to the database. A transaction that is not committed leaves nothing. */
  database(real: Transactions): Transactions {
    const inside = async <T>(work: () => Promise<T>): Promise<T> => {
      if (this.isDead) throw new Crashed();
      return work();
    };
    return {
      ...real,
      query: (...given) => inside(() => real.query(...given)),
      transaction: <T>(work: (queries: Queries) => Promise<T>) =>
        inside(async () => {
          const result = await real.transaction(async (queries) => {
            const done = await work(queries);
            this.pass();
            return done;
          });
          this.pass();
          return result;
        }),
    };
  }

  /** A request of the instance to HubSpot. */
  async request<T>(send: () => Promise<T>): Promise<T> {
    this.pass();
    const answer = await send();
    this.pass();
    return answer;
  }
}
