import {
  maxInputs,
  mayBecomePrimary,
  type FunctionError,
  type OutcomeError,
  type PairsReply,
} from '@bulk-associate/contract';
import type { AccountCalls } from '../hubspot/account-calls';
import type { Admission } from '../hubspot/connections';
import type { Log } from '../log';
import { DatabaseUnavailable, type Queries } from '../storage';
import { dueNote, isDue, noteAfter, type StoredNote, type WantedNote } from './run-note';
import type { RunNotes } from './run-notes';
import { inputOf, readLines, senderOf, sendLines } from './run-pairs';
import {
  change,
  lineAt,
  markFlight,
  partsOfTurn,
  placesOf,
  readParts,
  storePart,
  type Part,
  type Place,
} from './run-parts';
import { runColumns, type RunRow, type Stage } from './run-row';
import { endTurn, type RunTurns, type Turn } from './run-turns';
import { waitAfter } from './run-waits';
import {
  enterRead,
  giveUp,
  isOpen,
  isReadFirst,
  markSent,
  settle,
  sumOf,
  withoutAddresses,
  type StoredLine,
} from './stored-line';

/** What a turn did. */
interface Done {
  /** The stage after it. */
  stage: Stage;
  /** How many lines it settled. */
  settled?: number;
  /** The part before which all work of the stage is done. */
  reached: number;
  /** How often in a row the run has failed. */
  failures?: number;
  /** Why the run waits, or ended early. */
  error?: FunctionError | undefined;
  /** How long it waits. */
  waitMs?: number | undefined;
  /** The note, if that has changed. */
  note?: StoredNote | null;
}

/** A turn in progress. */
interface Progress extends Turn {
  /** How many more pairs it may ask HubSpot for. */
  left: number;
}

/** What `RunWork` needs. */
export interface RunWorkParts {
  database: Queries;
  turns: RunTurns;
  calls: Pick<AccountCalls, 'answer'>;
  notes: Pick<RunNotes, 'writeNext'>;
  log: Log;
  /** Multiplies the waits after failures: 1, but in tests. */
  waitFactor: number;
}

/** A note takes about as long as so many pairs. */
const pairsPerNote = 100;
/** Milliseconds between two attempts to store what a turn did. */
const storeAgainMs = 300;
/** How often it is attempted. The turn has ended by then. */
const mostStores = 40;
/** How often in a row the reads after a run may fail, without which an undo leaves more as it is, and a note. */
const mostFailedReads = 3;

/**
 * Works through the runs of an account, one turn at a time. Before a turn sends pairs, it stores which; a turn that finds
 * such a note follows a crash, and sends these pairs again as pairs that may have been sent. Whatever happens to an
 * instance, each line has its one outcome in the end.
 */
export class RunWork {
  constructor(private readonly parts: RunWorkParts) {}

  /**
   * Carries out one turn, and ends it. It goes on with its run until that has ended, waits, or has had as many pairs as one
   * call takes: a small run needs one turn. Rejects with `TurnLost` if the turn ended before.
   */
  async carryOut(given: Turn): Promise<void> {
    const turn: Progress = { ...given, left: maxInputs };
    let run = await this.parts.turns.during(turn, (queries) => nextRun(queries, turn));
    while (run) run = await this.goOn(turn, run);
  }

  /** Does the next step of a run. Returns the run as it is then, if the turn goes on, as do the methods below. */
  private goOn(turn: Progress, run: RunRow): Promise<RunRow | undefined> {
    if (run.stage !== 'after') return this.sendNext(turn, run);
    return isDue(run.note) ? this.writeNote(turn, run, run.note) : this.readAfter(turn, run);
  }

  private async sendNext(turn: Progress, run: RunRow): Promise<RunRow | undefined> {
    const which = run.phase === 'undo' ? 'undoable' : run.selection;
    const parts = await readParts(this.parts.database, run, which, (line) => isOpen(line, run));
    if (run.flight) markFlight(parts, run.flight, run);
    const chosen = placesOf(parts, (line) => isOpen(line, run)).slice(0, maxInputs);
    if (run.stopped) return this.endPhase(turn, run, parts);
    const unread = chosen.filter((place) => isReadFirst(lineAt(place), run));
    if (unread.length > 0) return this.readFirst(turn, run, parts, unread);
    if (chosen.length > 0) return this.send(turn, run, parts, chosen);
    if (parts.length < partsOfTurn) return this.endPhase(turn, run, parts);
    return this.end(turn, run, parts, { stage: run.stage, reached: (parts.at(-1)?.position ?? 0) + 1 });
  }

  /** Notes which lines are sent, sends their pairs, and enters what is reported. */
  private async send(
    turn: Progress,
    run: RunRow,
    parts: Part[],
    chosen: Place[],
  ): Promise<RunRow | undefined> {
    const flight = chosen.map(({ part, index }) => part.position + index);
    await this.parts.turns.during(turn, async (queries) => {
      for (const part of parts) await storePart(queries, run.run, part);
      await queries.query('UPDATE runs SET flight = $2::int[] WHERE run_id = $1', [run.run, flight]);
    });
    const reply = await sendLines(run, chosen.map(lineAt), this.sender(turn, run));
    const entered = enter(run, chosen, reply);
    return this.endPart(turn, run, parts, chosen, { reply, entered, settled: entered });
  }

  /** Stores what the pairs of these lines have. They are sent after that. */
  private async readFirst(
    turn: Progress,
    run: RunRow,
    parts: Part[],
    chosen: Place[],
  ): Promise<RunRow | undefined> {
    const reply = await readLines(run, chosen.map(lineAt), this.sender(turn, run));
    let entered = 0;
    chosen.forEach((place, n) => {
      const found = reply.ok ? reply.results[n] : undefined;
      if (found === undefined) return;
      change(place, enterRead(lineAt(place), found, run));
      entered += 1;
    });
    const settled = chosen.filter((place) => lineAt(place).done === run.revision).length;
    return this.endPart(turn, run, parts, chosen, { reply, entered, settled });
  }

  /** Ends a step whose lines have been sent or read: the phase goes on, waits, or has failed. */
  private async endPart(
    turn: Progress,
    run: RunRow,
    parts: Part[],
    chosen: readonly Place[],
    { reply, entered, settled }: { reply: PairsReply<FunctionError>; entered: number; settled: number },
  ): Promise<RunRow | undefined> {
    turn.left -= chosen.length;
    const failure = reply.ok ? (reply.stopped ?? (entered === 0 ? notReached : undefined)) : reply.error;
    const { stage } = run;
    const reached = chosen[0]?.part.position ?? run.reached;
    if (!failure || entered === chosen.length) return this.end(turn, run, parts, { stage, settled, reached });
    const failures = entered > 0 ? 1 : run.failures + 1;
    const waitMs = waitAfter(failures, failure);
    if (waitMs === undefined) return this.endPhase(turn, run, parts, { settled, error: failure });
    return this.end(turn, run, parts, { stage, settled, reached, failures, error: failure, waitMs });
  }

  /** Ends a phase: lines that may have been sent, and of which no outcome will come, are unconfirmed. */
  private async endPhase(
    turn: Progress,
    run: RunRow,
    parts: Part[],
    { settled = 0, error }: Pick<Done, 'settled' | 'error'> = {},
  ): Promise<RunRow | undefined> {
    let given = 0;
    for (const place of placesOf(parts, (line) => line.resent === run.revision && isOpen(line, run))) {
      change(place, giveUp(lineAt(place), run, unanswered(error)));
      given += 1;
    }
    const { name } = run.operation;
    const isRead =
      run.phase === 'run' && name === 'associate' && mayBecomePrimary(run.object_type, run.to_object_type);
    return this.end(turn, run, parts, {
      stage: isRead ? 'after' : 'ended',
      settled: settled + given,
      reached: 0,
      error,
    });
  }

  /**
   * Reads what HubSpot did by itself: it makes the first company of a record its Primary, and takes Primary from the
   * company that had it. An undo removes a label that came with an association; one that a person gave later stays.
   */
  private async readAfter(turn: Progress, run: RunRow): Promise<RunRow | undefined> {
    const ended: Done = { stage: 'ended', reached: 0, error: run.error ?? undefined };
    if (run.doomed) return this.end(turn, run, [], ended);
    const isAsked = (line: StoredLine) => isUnread(line, run);
    const parts = await readParts(this.parts.database, run, ['associated'], isAsked);
    const chosen = placesOf(parts, isAsked).slice(0, maxInputs);
    if (chosen.length === 0 && parts.length < partsOfTurn) return this.end(turn, run, parts, ended);
    const failure = await this.read(turn, run, chosen);
    turn.left -= chosen.length;
    const failures = failure ? run.failures + 1 : 0;
    const waitMs = failure && failures < mostFailedReads ? waitAfter(failures, failure) : undefined;
    if (failure && waitMs === undefined) return this.end(turn, run, parts, ended);
    const next = (chosen[0] ?? { part: parts.at(-1) }).part?.position ?? 0;
    const reached = chosen.length === 0 ? next + 1 : next;
    return this.end(turn, run, parts, { ...ended, stage: 'after', reached, failures, waitMs });
  }

  private async read(turn: Turn, run: RunRow, chosen: readonly Place[]): Promise<FunctionError | undefined> {
    const send = this.sender(turn, run);
    const made = chosen.filter((place) => isMade(lineAt(place)));
    const moved = chosen.filter((place) => lineAt(place).movesFrom);
    const formers = moved.flatMap((place) => lineAt(place).movesFrom ?? []);
    const pairs = made.map((place) => inputOf(run, lineAt(place)));
    const { label } = run.operation;
    const labels = pairs.length > 0 ? await send('preview_associations', pairs, { seen: true }) : nothing;
    if (!labels.ok) return labels.error;
    const kept =
      formers.length > 0 ? await send('preview_associations', formers, { label, seen: true }) : nothing;
    if (!kept.ok) return kept.error;
    made.forEach((place, n) => {
      const given = labels.results[n]?.labels?.filter(({ category }) => category === 'HUBSPOT_DEFINED');
      if (given) change(place, { ...lineAt(place), given });
    });
    moved.forEach((place, n) => {
      const status = kept.results[n]?.status;
      if (status === undefined || status === 'unknown') return;
      change(place, { ...lineAt(place), isPrimaryKept: status === 'already_associated' });
    });
    for (const place of chosen) change(place, { ...lineAt(place), read: run.revision });
    return undefined;
  }

  /** Writes the note about the run on one more record. */
  private async writeNote(turn: Progress, run: RunRow, note: WantedNote): Promise<RunRow | undefined> {
    const ended: Done = { stage: 'ended', reached: 0, error: run.error ?? undefined };
    const written = await this.parts.notes.writeNext(run, note, this.admission(turn));
    turn.left -= pairsPerNote;
    const { failure } = written;
    const failures = failure ? run.failures + 1 : 0;
    const waitMs = failure && failures < mostFailedReads ? waitAfter(failures, failure) : undefined;
    if (waitMs !== undefined) return this.end(turn, run, [], { ...ended, stage: 'after', failures, waitMs });
    const { account, run: id } = run;
    if (failure) this.parts.log({ event: 'note_failed', account, run: id, code: failure.code });
    const next = noteAfter(note, written);
    return this.end(turn, run, [], { ...ended, stage: isDue(next) ? 'after' : 'ended', note: next });
  }

  /**
   * Stores what was done, and ends the turn if it has had its share. A run that ends has a note to be written first, if there
   * is to be one.
   */
  private async end(turn: Progress, run: RunRow, parts: Part[], done: Done): Promise<RunRow | undefined> {
    const { settled = 0, reached, failures = 0, error, waitMs } = done;
    const due = done.stage === 'ended' ? dueNote(run.note) : undefined;
    const stage = due ? 'after' : done.stage;
    const note = due ?? (done.note === undefined ? run.note : done.note);
    const stored = await this.untilStored(turn, async (queries) => {
      let counts = { outcomes: run.outcomes, undone: run.undone, undoable: run.undoable };
      // A repeated attempt needs the parts as they were before the first.
      const copies = parts.map((part) => ({ ...part }));
      for (const part of copies) counts = sumOf(counts, await storePart(queries, run.run, part));
      const [row] = await queries.query<RunRow>(storeRun, [
        run.run,
        stage,
        JSON.stringify(counts.outcomes),
        JSON.stringify(counts.undone),
        counts.undoable,
        settled,
        reached,
        failures,
        error ? JSON.stringify(withoutAddresses(error)) : null,
        waitMs === undefined ? null : waitMs * this.parts.waitFactor,
        note && JSON.stringify(note),
      ]);
      const isGone = row?.doomed === true && (stage === 'after' || stage === 'ended');
      if (isGone) await queries.query('DELETE FROM runs WHERE run_id = $1', [run.run]);
      if (row && !isGone && stage !== 'ended' && waitMs === undefined && turn.left > 0) return row;
      await endTurn(queries, turn);
      return undefined;
    });
    if (stage === 'ended') {
      const { account, phase, total } = run;
      this.parts.log({
        event: 'run_ended',
        account,
        run: run.run,
        phase,
        total,
        ...(error && { code: error.code }),
      });
    }
    return stored;
  }

  /** Repeats while the database is unavailable. What was sent is worth more than the time: only this instance knows it. */
  private async untilStored<T>(turn: Turn, store: (queries: Queries) => Promise<T>): Promise<T> {
    for (let attempts = mostStores; ; attempts--) {
      try {
        return await this.parts.turns.during(turn, store);
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable) || attempts <= 1) throw error;
        await new Promise((resolve) => setTimeout(resolve, storeAgainMs));
      }
    }
  }

  private sender(turn: Turn, run: RunRow) {
    return senderOf(run, this.parts, this.admission(turn));
  }

  private admission(turn: Turn): Admission {
    return { spareMs: () => this.parts.turns.spareMs(turn) };
  }
}

/** The run whose turn it is: the one that has waited longest. Without one, the turn ends. */
async function nextRun(queries: Queries, turn: Turn): Promise<RunRow | undefined> {
  const [run] = await queries.query<RunRow>(
    `UPDATE runs SET served_at = clock_timestamp(), work_began_at = coalesce(work_began_at, clock_timestamp()),
       retry_at = NULL
     WHERE run_id = (
       SELECT run_id FROM runs WHERE account_id = $1 AND stage IN ('run', 'after', 'undo')
         AND (retry_at IS NULL OR retry_at <= clock_timestamp())
       ORDER BY served_at NULLS FIRST, run_id LIMIT 1)
     RETURNING ${runColumns}`,
    [turn.account],
  );
  if (!run) await endTurn(queries, turn);
  return run;
}

const storeRun = `
  UPDATE runs SET stage = $2, outcomes = $3::jsonb, undone = $4::jsonb, undoable = $5,
    work_settled = work_settled + $6, reached = $7, flight = NULL, failures = $8, error = $9::jsonb,
    retry_at = CASE WHEN stopped OR $10::float8 IS NULL THEN NULL
      ELSE clock_timestamp() + $10::float8 * interval '1 ms' END,
    ended_at = CASE WHEN $2 = 'ended' THEN clock_timestamp() END, note = $11::jsonb
  WHERE run_id = $1 RETURNING ${runColumns}`;

/** Enters what was reported of lines. Returns how many are settled. */
function enter(run: RunRow, chosen: readonly Place[], reply: PairsReply<FunctionError>): number {
  // The function may have done its work before its defect.
  if (!reply.ok && reply.error.code === 'INTERNAL') {
    for (const place of chosen) change(place, markSent(lineAt(place), run));
  }
  if (!reply.ok) return 0;
  let settled = 0;
  chosen.forEach((place, n) => {
    const reported = reply.results[n];
    if (reported === undefined) return;
    change(place, settle(lineAt(place), reported, run));
    settled += 1;
  });
  return settled;
}

/** Whether HubSpot may have given the new association a label by itself. */
function isMade({ before, given }: StoredLine): boolean {
  // What was read after an earlier part of the run is not read again: a person may have given a label since.
  return before === 'new' && given === undefined;
}

function isUnread(line: StoredLine, { revision }: RunRow): boolean {
  const { outcome, movesFrom, read } = line;
  return outcome === 'associated' && read !== revision && (isMade(line) || movesFrom !== undefined);
}

const nothing: PairsReply<FunctionError> = { ok: true, results: [] };

const notReached: FunctionError = {
  code: 'HUBSPOT_UNAVAILABLE',
  message: 'HubSpot did not get to any record.',
};

function unanswered(error: FunctionError = noAnswer): OutcomeError {
  const { message, code, correlationId } = error;
  return { message, category: code, ...(correlationId && { correlationId }), retryable: true };
}

const noAnswer: FunctionError = {
  code: 'HUBSPOT_UNAVAILABLE',
  message: 'This record was sent, but no answer arrived. Trying again is safe.',
};
