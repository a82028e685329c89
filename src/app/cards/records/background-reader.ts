import type { Clock } from '../run/clock';

/** The most records of one read. */
const recordsPerRead = 1000;

/** Requests within this time share a read, such as those of all rows of a table. */
const gatherMs = 30;

/** Milliseconds after which what was read may have changed, and is read again before anything relies on it. */
export const freshMs = 60_000;

/** Reads something about records by their ids, in the background. */
export interface BackgroundReader<Fact> {
  /** What was read of the record. Undefined until then, and where the read failed. */
  get: (id: string) => Fact | undefined;
  /** Requests what is not known yet, or no longer fresh. */
  request: (ids: readonly string[]) => void;
  /** Forgets all, also what is being read. */
  forget: () => void;
}

/** What a background reader needs. */
export interface BackgroundReading<Fact> {
  clock: Clock;
  /** Reads the records. Undefined if that failed: they are then left alone as long as a fact stays fresh. */
  read: (ids: string[]) => Promise<ReadonlyMap<string, Fact> | undefined>;
  /** Called when something was read. */
  onRead: () => void;
}

/** Creates a reader. It has one read in flight at most, so that it does not slow down what a person waits for. */
export function backgroundReader<Fact>({
  clock,
  read,
  onRead,
}: BackgroundReading<Fact>): BackgroundReader<Fact> {
  let known = new Map<string, { fact: Fact | undefined; at: number }>();
  const pending = new Set<string>();
  let isReading = false;

  async function readPending(): Promise<void> {
    isReading = true;
    await clock.sleep(gatherMs);
    while (pending.size > 0) {
      const ids = [...pending].slice(0, recordsPerRead);
      for (const id of ids) pending.delete(id);
      const target = known;
      const at = clock.now();
      for (const id of ids) target.set(id, { fact: target.get(id)?.fact, at });
      const facts = await read(ids);
      for (const id of ids) target.set(id, { fact: facts?.get(id), at });
      if (target === known) onRead();
    }
    isReading = false;
  }

  return {
    get: (id) => known.get(id)?.fact,
    request(ids) {
      const now = clock.now();
      for (const id of ids) {
        const entry = known.get(id);
        if (!entry || now - entry.at >= freshMs) pending.add(id);
      }
      if (pending.size > 0 && !isReading) void readPending();
    },
    forget() {
      known = new Map();
      pending.clear();
    },
  };
}
