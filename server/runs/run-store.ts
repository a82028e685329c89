import {
  maxOpenRuns,
  maxRunRecords,
  retriedOutcomes,
  type ContinueRunParameters,
  type ListRunsAnswer,
  type ListRunsParameters,
  type ReadRunLinesAnswer,
  type ReadRunLinesParameters,
  type RevisedRunParameters,
  type RunLine,
  type StartRunParameters,
} from '@bulk-associate/contract';
import type { Database, Queries } from '../storage';
import type { WantedNote } from './run-note';
import { runColumns, type RunRow } from './run-row';
import { makeDue } from './run-turns';
import { countLines, noCounts, openLine, resultOf, sumOf, type Counts, type StoredLine } from './stored-line';

/** The user who calls, as HubSpot signed it. */
export interface Caller {
  account: string;
  userId: string;
}

/** Why a run cannot do what was asked. */
export type RunRefusal = 'run_gone' | 'run_busy' | 'run_incomplete' | 'too_many_runs' | 'too_many_records';

/** A run, or why there is none. */
export type Found = RunRow | RunRefusal;

/** The lines of one row of `run_parts`. */
const partSize = 1_000;
/** HubSpot's limit for an answer is 1 MB. */
const pageBytes = 900_000;
/** Milliseconds after which a run that has not begun is deleted. */
const receivingMs = 60 * 60_000;
/** The most runs that are deleted in one statement. */
const deletedAtOnce = 200;

/** The runs in the database: what people ask of them. Working through them is `RunWork`. */
export class RunStore {
  constructor(private readonly database: Database) {}

  /** Creates a run, or finds the one that this user has created with this key. */
  async start(
    { account, userId }: Caller,
    parameters: StartRunParameters,
    note: WantedNote | null = null,
  ): Promise<Found> {
    const { key, record, toObjectType, operation, total, lines } = parameters;
    return this.database.transaction(async (queries) => {
      const [{ open = 0 } = {}] = await queries.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM runs WHERE account_id = $1 AND stage <> 'ended' AND NOT doomed
           AND NOT (user_id = $2 AND key = $3)`,
        [account, userId, key],
      );
      if (open >= maxOpenRuns) return 'too_many_runs';
      const [created] = await queries.query<{ run: string }>(
        `INSERT INTO runs (account_id, user_id, key, object_type, record_id, records, to_object_type, operation, total,
           note)
         VALUES ($1, $2, $3, $4, $5, ARRAY[$5::bigint], $6, $7::jsonb, $8, $9::jsonb)
         ON CONFLICT (account_id, user_id, key) DO NOTHING RETURNING run_id::text AS run`,
        [
          account,
          userId,
          key,
          record.objectType,
          record.id,
          toObjectType,
          JSON.stringify(operation),
          total,
          jsonOf(note),
        ],
      );
      const run = created
        ? await rowOf(queries, account, created.run, true)
        : await rowByKey(queries, account, userId, key);
      if (!run) return 'run_gone';
      if (run.stage !== 'receiving' || !lines) return run;
      const refusal = await addParts(queries, run, 0, lines);
      if (refusal) return refusal;
      return lines.length === run.total ? begin(queries, run) : run;
    });
  }

  /** Adds lines to a run that has not begun. Returns how many it has. */
  async addLines(
    { account }: Caller,
    run: string,
    position: number,
    lines: RunLine[],
  ): Promise<number | RunRefusal> {
    // Many lines take long to store: calls that show something do not wait for that.
    return this.database.background.transaction(async (queries) => {
      const row = await rowOf(queries, account, run, true);
      if (!row) return 'run_gone';
      // The answer to a part was lost, and the run has begun since.
      if (row.stage !== 'receiving') return row.total;
      if (position + lines.length > row.total) return 'run_incomplete';
      const refusal = await addParts(queries, row, position, lines);
      if (refusal) return refusal;
      const [{ received = 0 } = {}] = await queries.query<{ received: number }>(
        'SELECT sum(size)::int AS received FROM run_parts WHERE run_id = $1',
        [run],
      );
      return received;
    });
  }

  /** Begins a run whose lines have all arrived. */
  async begin({ account }: Caller, run: string): Promise<Found> {
    return this.database.transaction(async (queries) => {
      const row = await rowOf(queries, account, run, true);
      if (!row) return 'run_gone';
      return row.stage === 'receiving' ? begin(queries, row) : row;
    });
  }

  async read({ account }: Caller, run: string): Promise<Found> {
    return (await rowOf(this.database, account, run)) ?? 'run_gone';
  }

  /** Lets a run end after what it has sent. */
  async stop({ account }: Caller, run: string): Promise<Found> {
    return this.database.transaction(async (queries) => {
      // First, because a turn locks in the order of turn and run.
      await makeDue(queries, account);
      const [row] = await queries.query<RunRow>(
        `UPDATE runs SET stopped = true, retry_at = NULL
         WHERE account_id = $1 AND run_id = $2 AND stage IN ('run', 'undo') AND NOT doomed RETURNING ${runColumns}`,
        [account, run],
      );
      return row ?? (await rowOf(queries, account, run)) ?? 'run_gone';
    });
  }

  /** Sends lines of an ended run again. */
  continue(
    { account }: Caller,
    { run, revision, outcomes = [...retriedOutcomes] }: ContinueRunParameters,
    note: WantedNote | null = null,
  ) {
    return this.revise(account, { run, revision }, note, (row) => ({
      phase: 'run',
      selection: outcomes,
      total: outcomes.reduce((sum, outcome) => sum + (row.outcomes[outcome] ?? 0), 0),
    }));
  }

  /** Undoes an ended run. */
  undo({ account }: Caller, parameters: RevisedRunParameters, note: WantedNote | null = null) {
    return this.revise(account, parameters, note, (row) => ({
      phase: 'undo',
      selection: row.selection,
      total: row.undoable,
    }));
  }

  /** The runs that have a record, as their own or as one that lines start from; the newest first. */
  async list(
    { account }: Caller,
    parameters: ListRunsParameters,
  ): Promise<{ rows: RunRow[] } & Pick<ListRunsAnswer, 'cursor'>> {
    const { record, open = false, limit = 20, cursor } = parameters;
    const rows = await this.database.query<RunRow>(
      `SELECT ${runColumns} FROM runs
       WHERE account_id = $1 AND object_type = $2 AND records @> ARRAY[$3::bigint] AND run_id < $4
         AND stage <> 'receiving' AND NOT doomed AND (NOT $5 OR stage <> 'ended')
       ORDER BY run_id DESC LIMIT $6`,
      [account, record.objectType, record.id, numberIn(cursor) ?? '9223372036854775807', open, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { rows: shown, ...(rows.length > limit && last && { cursor: last.run }) };
  }

  /** A page of lines, in the order of their positions. */
  async lines(
    { account }: Caller,
    { run, cursor, outcomes, undone }: ReadRunLinesParameters,
  ): Promise<ReadRunLinesAnswer | RunRefusal> {
    const row = await rowOf(this.database, account, run);
    if (!row) return 'run_gone';
    const page: ReadRunLinesAnswer = { lines: [] };
    let from = Number(numberIn(cursor) ?? 0);
    for (let bytes = 0; ;) {
      const [part] = await this.database.query<Part>(
        `SELECT position, size, lines FROM run_parts
         WHERE run_id = $1 AND position + size > $2 AND ($3::text[] IS NULL OR outcomes ?| $3::text[])
           AND ($4::text[] IS NULL OR undone ?| $4::text[] OR ('not_sent' = ANY ($4::text[]) AND undoable > 0))
         ORDER BY position LIMIT 1`,
        [run, from, outcomes ?? null, undone ?? null],
      );
      if (!part) return page;
      for (const [index, stored] of part.lines.entries()) {
        const position = part.position + index;
        const line = resultOf(stored, position, row.was_undone);
        const isAsked =
          (!outcomes || outcomes.includes(line.outcome)) &&
          (!undone || (line.undo !== undefined && undone.includes(line.undo.outcome)));
        if (position < from || !isAsked) continue;
        bytes += Buffer.byteLength(JSON.stringify(line)) + 1;
        if (bytes > pageBytes && page.lines.length > 0) return { ...page, cursor: String(position) };
        page.lines.push(line);
      }
      from = part.position + part.size;
    }
  }

  /** Deletes a run that has ended, or all runs. Those at work stop first. Returns how many are gone from every list. */
  async delete(account: string, run?: string): Promise<number | RunRefusal> {
    const one = run ?? null;
    const stopped = await this.database.transaction(async (queries) => {
      await makeDue(queries, account);
      const rows = await queries.query(
        `UPDATE runs SET doomed = true, stopped = true, retry_at = NULL
         WHERE account_id = $1 AND ($2::bigint IS NULL OR run_id = $2) AND stage IN ('run', 'after', 'undo')
           AND NOT doomed RETURNING 1 AS one`,
        [account, one],
      );
      return rows.length;
    });
    let deleted = 0;
    for (let more = deletedAtOnce; more === deletedAtOnce; deleted += more) {
      more = await this.deleteSome(
        `account_id = $1 AND ($2::bigint IS NULL OR run_id = $2) AND stage IN ('receiving', 'ended')`,
        [account, one],
      );
    }
    return run !== undefined && deleted + stopped === 0 ? 'run_gone' : deleted + stopped;
  }

  /** Deletes runs that ended so long ago, and those that never began. Returns how many. */
  async deleteOld(keptMs: number): Promise<number> {
    let deleted = 0;
    for (let more = deletedAtOnce; more === deletedAtOnce; deleted += more) {
      more = await this.deleteSome(
        // What has not ended has no end: `runs_by_end` finds both.
        `ended_at < clock_timestamp() - $1 * interval '1 ms'
         OR (ended_at IS NULL AND stage = 'receiving' AND created_at < clock_timestamp() - $2 * interval '1 ms')`,
        [keptMs, receivingMs],
      );
    }
    return deleted;
  }

  private async deleteSome(which: string, values: unknown[]): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM runs WHERE run_id IN (SELECT run_id FROM runs WHERE ${which} LIMIT ${deletedAtOnce})
       RETURNING 1 AS one`,
      values,
    );
    return rows.length;
  }

  /** Begins the next revision of an ended run, if it is still as the person saw it, and has work. */
  private async revise(
    account: string,
    { run, revision }: RevisedRunParameters,
    note: WantedNote | null,
    workOf: (row: RunRow) => { phase: 'run' | 'undo'; selection: string[]; total: number },
  ): Promise<Found> {
    return this.database.transaction(async (queries) => {
      const row = await rowOf(queries, account, run, true);
      if (!row) return 'run_gone';
      if (row.revision !== revision) return row;
      if (row.stage !== 'ended') return 'run_busy';
      const { phase, selection, total } = workOf(row);
      if (total === 0) return row;
      const [revised] = await queries.query<RunRow>(
        `UPDATE runs SET revision = revision + 1, stage = $2, phase = $2, selection = $3, work_total = $4,
           work_settled = 0, reached = 0, stopped = false, error = NULL, failures = 0, retry_at = NULL,
           was_undone = was_undone OR $2 = 'undo', work_began_at = NULL, ended_at = NULL,
           note = $5::jsonb
         WHERE run_id = $1 RETURNING ${runColumns}`,
        [run, phase, selection, total, jsonOf(note)],
      );
      await makeDue(queries, account);
      return revised ?? 'run_gone';
    });
  }
}

interface Part {
  position: number;
  size: number;
  lines: StoredLine[];
}

async function rowOf(
  { query }: Queries,
  account: string,
  run: string,
  isChanged = false,
): Promise<RunRow | undefined> {
  const [row] = await query<RunRow>(
    `SELECT ${runColumns} FROM runs WHERE account_id = $1 AND run_id = $2 AND NOT doomed ${isChanged ? 'FOR UPDATE' : ''}`,
    [account, run],
  );
  return row;
}

async function rowByKey(
  { query }: Queries,
  account: string,
  userId: string,
  key: string,
): Promise<RunRow | undefined> {
  const [row] = await query<RunRow>(
    `SELECT ${runColumns} FROM runs WHERE account_id = $1 AND user_id = $2 AND key = $3 AND NOT doomed FOR UPDATE`,
    [account, userId, key],
  );
  return row;
}

/** Stores lines in rows of `partSize`. A row that is there already stays: the call is repeated. */
async function addParts(
  { query }: Queries,
  { run, operation }: RunRow,
  position: number,
  lines: readonly RunLine[],
): Promise<RunRefusal | undefined> {
  const others = [...new Set(lines.flatMap(({ from }) => from ?? []))];
  if (others.length > 0) {
    const [row] = await query(
      `UPDATE runs SET records = records || ARRAY(SELECT unnest($2::bigint[]) EXCEPT SELECT unnest(records))
       WHERE run_id = $1 AND cardinality(records) + (
         SELECT count(*) FROM (SELECT unnest($2::bigint[]) EXCEPT SELECT unnest(records)) AS new) <= $3
       RETURNING 1 AS one`,
      // The run's own record is not counted: no line need start from it.
      [run, others, maxRunRecords + 1],
    );
    if (!row) return 'too_many_records';
  }
  for (let first = 0; first < lines.length; first += partSize) {
    const stored = lines.slice(first, first + partSize).map((line) => openLine(line, operation));
    const { outcomes } = countLines(stored);
    await query(
      `INSERT INTO run_parts (run_id, position, size, lines, outcomes)
       VALUES ($1, $2, $3, $4::jsonb, $5::jsonb) ON CONFLICT (run_id, position) DO NOTHING`,
      [run, position + first, stored.length, JSON.stringify(stored), JSON.stringify(outcomes)],
    );
  }
  return undefined;
}

/** Begins a run: it is due, or has ended where no line has work. */
async function begin(queries: Queries, { run, account, total }: RunRow): Promise<Found> {
  const parts = await queries.query<{ position: number; size: number } & Pick<Counts, 'outcomes'>>(
    'SELECT position, size, outcomes FROM run_parts WHERE run_id = $1 ORDER BY position',
    [run],
  );
  let received = 0;
  let counts = noCounts;
  for (const { position, size, outcomes } of parts) {
    if (position !== received) return 'run_incomplete';
    received += size;
    counts = sumOf(counts, { ...noCounts, outcomes });
  }
  if (received !== total) return 'run_incomplete';
  const work = counts.outcomes.not_sent ?? 0;
  const [begun] = await queries.query<RunRow>(
    `UPDATE runs SET stage = $2, outcomes = $3::jsonb, work_total = $4,
       ended_at = CASE WHEN $4 = 0 THEN clock_timestamp() END, note = CASE WHEN $4 > 0 THEN note END
     WHERE run_id = $1 RETURNING ${runColumns}`,
    [run, work > 0 ? 'run' : 'ended', JSON.stringify(counts.outcomes), work],
  );
  if (work > 0) await makeDue(queries, account);
  return begun ?? 'run_gone';
}

function jsonOf(note: WantedNote | null): string | null {
  return note && JSON.stringify(note);
}

/** The number that a cursor holds. */
function numberIn(cursor: string | undefined): string | undefined {
  return cursor !== undefined && /^\d{1,18}$/.test(cursor) ? cursor : undefined;
}
