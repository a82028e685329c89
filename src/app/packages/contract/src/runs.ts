import type { AssociationLabel, OutcomeError, Pair, PreviewStatus } from './associations';
import type { FunctionError } from './errors';
import type { LineOutcome, UndoOutcome } from './outcomes';

/**
 * Runs that the hosted back end carries out by itself. Only the marketplace edition has these calls; an app function has
 * no storage. The card calls them as it calls app functions (`POST /functions/{uid}`, an `Answer`).
 *
 * A run is handed over in three steps, each of which may be repeated when its answer was lost:
 *
 * 1. `start_run` names it with a `key` that the card makes up. The same user's same key is the same run.
 * 2. `add_run_lines` adds the lines that did not fit into the first call, at their positions.
 * 3. `begin_run` starts the work. A run whose lines are all in `start_run` begins there, and needs no further call.
 *
 * Then `read_run` tells how far it is, also to another browser, until its state is `ended`.
 */
export interface BackEndCalls {
  start_run: { parameters: StartRunParameters; answer: RunAnswer };
  add_run_lines: { parameters: AddRunLinesParameters; answer: AddRunLinesAnswer };
  begin_run: { parameters: RunParameters; answer: RunAnswer };
  read_run: { parameters: RunParameters; answer: RunAnswer };
  read_run_lines: { parameters: ReadRunLinesParameters; answer: ReadRunLinesAnswer };
  stop_run: { parameters: RunParameters; answer: RunAnswer };
  continue_run: { parameters: ContinueRunParameters; answer: RunAnswer };
  undo_run: { parameters: RevisedRunParameters; answer: RunAnswer };
  list_runs: { parameters: ListRunsParameters; answer: ListRunsAnswer };
  delete_runs: { parameters: DeleteRunsParameters; answer: DeleteRunsAnswer };
  describe_access: { parameters: object; answer: AccessAnswer };
  open_administration: { parameters: OpenAdministrationParameters; answer: OpenAdministrationAnswer };
}

/** A call that only the hosted back end answers. */
export type BackEndUid = keyof BackEndCalls;

/** The most lines of one run. */
export const maxRunLines = 100_000;

/** The most lines of one call. With many labels fewer fit into HubSpot's limit of 1 MB for a request. */
export const maxRunPart = 5_000;

/** The most records that the lines of one run start from. */
export const maxRunRecords = 100;

/** The most runs of one answer of `list_runs`. */
export const maxRunsOfPage = 50;

/** The most runs of an account that have not ended. */
export const maxOpenRuns = 100;

/** What a run does with its pairs. The names of labels are not kept: `describe_objects` has them. */
export interface RunOperation {
  name: 'associate' | 'remove';
  /** The label that is given or removed. Without it, the link is made, or removed with all its labels. */
  label?: AssociationLabel;
}

/**
 * A selected record, as the review found it. Every selected record is handed over, also one that has nothing to do:
 * the back end sends those whose status leaves work (`new`, `adds_label` or `unknown` to associate, `already_associated`
 * or `unknown` to remove), and gives every other its outcome at once.
 */
export interface RunLine {
  /** The id of the selected record: the `to` of the pair. */
  id: string;
  /** The id of the record that the pair starts from, if it is not the run's `record` but another of its type. */
  from?: string;
  /** The status of the pair in the review; `unknown` if it was not reviewed. */
  before: PreviewStatus;
  /** The labels that the pair had in the review. Absent if it was not linked, or its labels were not read. */
  labels?: readonly AssociationLabel[];
  /** The pair that loses Primary to this one (see `PreviewOutcome.movesFrom`). */
  movesFrom?: Pair;
}

/** A line with its outcome. `before` and `labels` are corrected by what the back end read just before it wrote. */
export interface RunLineResult extends RunLine {
  /** Its position in the run, from 0. */
  position: number;
  outcome: LineOutcome;
  error?: OutcomeError;
  /** Labels that HubSpot gave a new link by itself. Absent while they are not read. */
  given?: readonly AssociationLabel[];
  /** Whether the pair in `movesFrom` still has Primary after the run. Absent while that is not read. */
  isPrimaryKept?: boolean;
  /** The outcome of the undo, once it has begun. */
  undo?: { outcome: UndoOutcome; error?: OutcomeError };
}

/** A record: its object type id and its id. */
export interface RunRecord {
  objectType: string;
  id: string;
}

/**
 * That a person wants a note about what a run does, on the timeline of each record that the changed lines start from. The
 * back end writes it when the run has ended, in the name of the user who calls.
 */
export interface NoteWish {
  /** The BCP 47 tag of the language of the note. */
  language: string;
  /** The IANA name of the time zone in which the note says the time. UTC if absent or unknown. */
  timeZone?: string;
}

/** What became of the note about the latest work of a run, where a person wanted one and anything was changed. */
export interface RunNote {
  /** Names the note, as `NotedRun.key`: a note that failed can be saved by `save_note` without becoming a second one. */
  key: string;
  state: 'saving' | 'saved' | 'failed';
  /** With `failed`: why. */
  error?: FunctionError;
}

/** `start_run`: a new run, or the one that this user has started with this key. */
export interface StartRunParameters {
  /** 16 to 64 letters, digits, `-` or `_`, made up at random for this run. */
  key: string;
  /** The record whose page lists the run. */
  record: RunRecord;
  /** Object type id of the selected records. */
  toObjectType: string;
  operation: RunOperation;
  /** How many lines the run has in all: 1 to `maxRunLines`. */
  total: number;
  /** The first lines, at most `maxRunPart`. If these are all, the run begins. */
  lines?: RunLine[];
  /** Present if there is to be a note. */
  note?: NoteWish;
}

/** `add_run_lines`: adds lines to a run that has not begun. A position that has a line keeps it. */
export interface AddRunLinesParameters {
  run: string;
  /** The position of the first of these lines, from 0. */
  position: number;
  /** 1 to `maxRunPart` lines. */
  lines: RunLine[];
}

/** How many lines the run has received. */
export interface AddRunLinesAnswer {
  received: number;
}

/** `begin_run`, `read_run`, `stop_run`: one run. */
export interface RunParameters {
  run: string;
}

/** `undo_run`: undoes an ended run as the card knows it, or the rest of it if an earlier undo did not reach all lines. */
export interface RevisedRunParameters extends RunParameters {
  /**
   * The `revision` of the run that the person saw. If the run was continued or undone since, for example by the same
   * call whose answer was lost, nothing is done, and the answer shows the run as it is.
   */
  revision: number;
  /** Present if there is to be a note about this work. */
  note?: NoteWish;
}

/** The outcomes of lines that can be sent again. */
export const retriedOutcomes = [
  'failed',
  'unconfirmed',
  'not_sent',
] as const satisfies readonly LineOutcome[];
export type RetriedOutcome = (typeof retriedOutcomes)[number];

/** `continue_run`: sends lines of an ended run again. */
export interface ContinueRunParameters extends RevisedRunParameters {
  /** The lines to send: those with one of these outcomes. All of `retriedOutcomes` if absent. */
  outcomes?: RetriedOutcome[];
}

/**
 * - `receiving`: it has not begun; lines may be added. After an hour it is deleted.
 * - `queued`: it waits for its turn among the runs of the account.
 * - `running`: pairs are being sent.
 * - `waiting`: HubSpot could not be reached, or said when to go on; `error` says why. It goes on by itself at `retryAt`.
 * - `stopping`: it was stopped, and waits for the answer to what it has sent.
 * - `completing`: every line has its outcome. What HubSpot did by itself (Primary) is being read, and the note written; a
 *   run may be undone after that.
 * - `ended`: nothing happens until somebody continues or undoes it.
 */
export const runStates = [
  'receiving',
  'queued',
  'running',
  'waiting',
  'stopping',
  'completing',
  'ended',
] as const;
export type RunState = (typeof runStates)[number];

/** A run, and how far it is. Times are milliseconds since 1970. */
export interface RunStatus {
  run: string;
  record: RunRecord;
  toObjectType: string;
  operation: RunOperation;
  /** HubSpot's id of the user who started it. Neither a name nor an address is stored. */
  userId: string;
  /** Whether that is the user who asks. */
  isOwn: boolean;
  createdAt: number;
  /** When the latest work ended. Absent while there is work. */
  endedAt?: number;
  /** When the run is deleted. Absent while there is work. */
  deletedAt?: number;
  /** What it does, or did last. */
  phase: 'run' | 'undo';
  state: RunState;
  /** Grows with every `continue_run` and `undo_run`. */
  revision: number;
  /** All lines of the run. The sum of `outcomes`, once it has begun. */
  total: number;
  /** The lines that this phase sends, and how many of them are done. */
  work: { total: number; settled: number };
  /** How many lines have each outcome; lines that are still to be sent are `not_sent`. */
  outcomes: Record<LineOutcome, number>;
  /** How many lines have each outcome of an undo. */
  undone: Record<UndoOutcome, number>;
  /** How many lines an undo would change. */
  undoable: number;
  /** The remaining milliseconds at the pace so far. Absent before the first outcome, and when it has ended. */
  remainingMs?: number;
  /** With `waiting`: when it goes on. */
  retryAt?: number;
  /** Whether a person stopped it. */
  stopped: boolean;
  /** Why it waits, or why it ended before all lines had an outcome. */
  error?: FunctionError;
  note?: RunNote;
}

/** One run. */
export interface RunAnswer {
  status: RunStatus;
}

/** `read_run_lines`: the lines of a run by their positions. */
export interface ReadRunLinesParameters {
  run: string;
  /** The `cursor` of the page before. */
  cursor?: string;
  /** Only lines with one of these outcomes. */
  outcomes?: LineOutcome[];
  /** Only lines with one of these outcomes of an undo. */
  undone?: UndoOutcome[];
}

/** A page of lines: as many as fit into HubSpot's limit of 1 MB for an answer. */
export interface ReadRunLinesAnswer {
  lines: RunLineResult[];
  /** Present while there is more. */
  cursor?: string;
}

/**
 * `list_runs`: the runs of a record, the newest first: those whose `record` it is, and those with lines that start from it.
 * One that has not begun is not listed.
 */
export interface ListRunsParameters {
  record: RunRecord;
  /** Only runs that have not ended. */
  open?: boolean;
  /** The most runs of the answer: 1 to `maxRunsOfPage`, 20 if absent. */
  limit?: number;
  /** The `cursor` of the page before. */
  cursor?: string;
}

/** A page of runs. */
export interface ListRunsAnswer {
  runs: RunStatus[];
  /** Present while there is more. */
  cursor?: string;
}

/** `delete_runs`: one run, or all runs of the account. For people who may administer the app. */
export interface DeleteRunsParameters {
  /** All runs if absent. One that is at work is stopped first. */
  run?: string;
}

/** How many runs were deleted. What they did in HubSpot stays. */
export interface DeleteRunsAnswer {
  deleted: number;
}

/** `describe_access`: what the signed user may do. Answered to everybody. */
export interface AccessAnswer {
  /** Whether the user may use the app. If not, every other call is refused with the `reason` `not_allowed`. */
  mayUse: boolean;
  /** Whether the user may decide who may use it, and delete runs and the account's data. */
  mayAdminister: boolean;
  /** Whom to ask, in the words of the account's admin, if there are any. */
  ask?: string;
}

/** `open_administration`: a link to the page on which an admin decides who may use the app. */
export interface OpenAdministrationParameters {
  /** The BCP 47 tag of the user's language. */
  language?: string;
}

/** The link opens once. */
export interface OpenAdministrationAnswer {
  url: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}
