import type { LinkedRecord, ListAnswer, ListParameters } from '@bulk-associate/contract';
import type { Clock } from '../../run/clock';
import { waitAfter } from '../../run/retry-policy';
import { badAnswer } from '../../sdk/call';
import type { Call, CallError } from '../../sdk/sdk';
import { observable } from '../../state/observable';

/** What has been read so far. A new object after every change. */
export interface AssociatedList<Row> {
  /** In HubSpot's order, each record once. */
  rows: readonly Row[];
  /** `idle`: there is more, which was not asked for. */
  status: 'idle' | 'reading' | 'failed' | 'complete';
  /** Whether `takeAll` is under way. */
  isTaking: boolean;
  /** Why reading failed. */
  error?: CallError | undefined;
}

/** The records to read, and what the reader needs. */
interface AssociatedReading<Row> {
  call: Call;
  clock: Clock;
  /** The record whose associations are read, and the object type of the records associated with it. */
  parameters: Omit<ListParameters, 'cursor'>;
  /** Makes the row of a record. Called once for each record that an answer holds. */
  rowOf: (record: LinkedRecord) => Row;
}

/** Receives rows. */
type Take<Row> = (rows: readonly Row[]) => void;

/** Reads what a record is associated with, page by page, as far as it is asked for. */
export type AssociatedReader<Row> = ReturnType<typeof associatedReader<Row>>;

/**
 * Creates a reader. It has one call in flight at most and repeats a failed one after a wait. A page that arrives after
 * `stop` is kept, so that reading goes on where it ended. Does not depend on React.
 */
export function associatedReader<Row>({ call, clock, parameters, rowOf }: AssociatedReading<Row>) {
  const places = new Map<string, number>();
  const cursors = new Set<string>();
  let rows: readonly Row[] = [];
  let cursor: string | undefined;
  /** Reading goes on until there are this many rows. */
  let wanted = 0;
  let taking: { take: Take<Row>; taken: number } | undefined;
  let error: CallError | undefined;
  let isComplete = false;
  let isRunning = false;
  const list = observable(current());

  function current(): AssociatedList<Row> {
    const status = isComplete ? 'complete' : error ? 'failed' : isWanted() ? 'reading' : 'idle';
    return { rows, status, isTaking: taking !== undefined, error };
  }

  function isWanted(): boolean {
    return !isComplete && !error && rows.length < wanted;
  }

  function report(): void {
    list.set(current());
  }

  async function read(): Promise<void> {
    report();
    if (isRunning) return;
    isRunning = true;
    let failures = 0;
    while (isWanted()) {
      const reply = await call('list_associations', {
        ...parameters,
        ...(cursor !== undefined && { cursor }),
      });
      const failure = reply.ok ? enter(reply) : reply.error;
      failures = failure ? failures + 1 : 0;
      // A call that failed after `stop` is made again when more is asked for.
      if (failure && isWanted()) {
        const waitMs = waitAfter(failures, failure);
        if (waitMs === undefined) error = failure;
        else await clock.sleep(waitMs);
      }
      report();
    }
    isRunning = false;
  }

  /** Enters a page. Returns an error if its cursor leads back: reading on would never end, and there may be more. */
  function enter({ records, cursor: next }: ListAnswer): CallError | undefined {
    const all = [...rows];
    for (const record of records) {
      // An association that is created or removed meanwhile moves the others: a record may be on two pages.
      const place = places.get(record.id) ?? all.length;
      places.set(record.id, place);
      all[place] = rowOf(record);
    }
    rows = all;
    const isRepeated = next !== undefined && cursors.has(next);
    isComplete = next === undefined;
    if (next !== undefined && !isRepeated) {
      cursor = next;
      cursors.add(next);
    }
    pass();
    return isRepeated ? badAnswer : undefined;
  }

  /** Passes the rows on that were not passed on yet. */
  function pass(): void {
    if (!taking) return;
    const { take, taken } = taking;
    taking = isComplete ? undefined : { take, taken: rows.length };
    take(rows.slice(taken));
  }

  return {
    subscribe: list.subscribe,
    get: list.get,

    /** Reads until there are at least so many rows. After a failure it waits for `retry`. */
    readOn(count: number): void {
      wanted = Math.max(wanted, count);
      void read();
    },

    /** Passes all rows to `take`, each once: those that were read at once, and the others when they are. */
    takeAll(take: Take<Row>): void {
      wanted = Infinity;
      error = undefined;
      taking = { take, taken: 0 };
      pass();
      void read();
    },

    /** Ends reading and `takeAll`. What was read stays. */
    stop(): void {
      wanted = 0;
      taking = undefined;
      report();
    },

    /** Goes on after a failure, with `takeAll` too. */
    retry(): void {
      error = undefined;
      void read();
    },
  };
}
