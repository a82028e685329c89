/** A place to send SQL to; one dialect, Postgres. */
export interface Queries {
  /** Values take the places of `$1`, `$2` …. Rows are as the driver reads them: 64-bit numbers may come as text. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Runs several statements that take no values. */
  script(sql: string): Promise<void>;
}

/** All that outlives a request. Every method rejects with `DatabaseUnavailable` while the database cannot be reached. */
export interface Database extends Queries {
  /** All or nothing: what rejects is rolled back. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * Runs work alone among all instances: whoever asks with the same key waits. The lock ends with the work or with the
   * process. Work may last as long as a call to HubSpot, and sends its SQL to the database as usual.
   */
  withLock<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** The database cannot be reached. It says nothing about what was asked of it. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
  }
}
