/** Runs SQL in the dialect of Postgres. */
export interface Queries {
  /** Values replace `$1`, `$2` …. Rows are as the driver reads them: 64-bit numbers can be text. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Runs several statements without values. */
  script(sql: string): Promise<void>;
}

/** Queries, alone and in transactions. */
export interface Transactions extends Queries {
  /** Runs work in a transaction, which is rolled back if the work rejects. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
}

/** The persistent state. Every method rejects with `DatabaseUnavailable` while the database cannot be reached. */
export interface Database extends Transactions {
  /**
   * The same database for work that nobody waits for. On a Postgres server it has connections of its own: a call of a card
   * never waits until such work gives one back.
   */
  readonly background: Transactions;
  /**
   * Runs work under a lock that all instances share: calls with the same key wait. The lock ends with the work or with the
   * process. Work may last as long as a call to HubSpot. Its SQL does not run in the lock's transaction.
   */
  withLock<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Waits for the queries in progress. */
  close(): Promise<void>;
}

/** The database cannot be reached. No conclusion about the query follows. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
  }
}
