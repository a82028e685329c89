import {
  labelKey,
  maxNoteRecords,
  type AnswerOf,
  type FunctionError,
  type NotedOutcome,
  type NotedRun,
  type NoteWish,
  type ParametersOf,
} from '@bulk-associate/contract';
import { noteWords } from '@bulk-associate/messages/note';
import type { TokenCipher } from '../accounts/token-cipher';
import type { AccountCalls } from '../hubspot/account-calls';
import type { Admission } from '../hubspot/connections';
import { refusals } from '../refusals';
import type { Queries } from '../storage';
import { noteKeyOf, type NoteStep, type WantedNote } from './run-note';
import type { RunRow } from './run-row';
import { isOpen, type StoredLine } from './stored-line';

/** The rows of `run_parts` that are in memory at a time. */
const partsAtOnce = 8;

/** What a note says of the lines that start from one record. */
interface NotedLines {
  record: string;
  counts: Partial<Record<NotedOutcome, number>>;
  changed: number;
  /** The first of them. */
  ids: string[];
}

/** Answers of functions, or why there is none. */
type Asked<T> = { ok: true; value: T } | { ok: false; error: FunctionError };

/** The notes about runs. */
export class RunNotes {
  constructor(
    private readonly parts: {
      database: Queries;
      calls: Pick<AccountCalls, 'answer'>;
      cipher: Pick<TokenCipher, 'seal' | 'open'>;
    },
  ) {}

  /** The note that a user wants. The address is needed when the note is written, and only HubSpot's signature names it. */
  wanted(
    { account, userId, email }: { account: string; userId: string; email: string },
    wish: NoteWish | undefined,
  ): WantedNote | null {
    if (!wish) return null;
    const { timeZone } = wish;
    return {
      language: noteWords(wish.language).tag,
      ...(timeZone !== undefined && isTimeZone(timeZone) && { timeZone }),
      userId,
      ...(email !== '' && { by: this.parts.cipher.seal(email, ownerOf(account)) }),
    };
  }

  /**
   * Writes the note on the next record that has none yet. One that is there already, because an instance was killed before it
   * could store so, is found by its key and not written again.
   */
  async writeNext(run: RunRow, note: WantedNote, admission: Admission): Promise<NoteStep> {
    const noted = await this.linesByRecord(run);
    const { written = 0 } = note;
    const next = noted[written];
    if (!next) return { isWritten: false, left: 0 };
    const failure = await this.write(run, note, next, admission);
    return { isWritten: true, left: noted.length - written - 1, ...(failure && { failure }) };
  }

  private async write(
    run: RunRow,
    note: WantedNote,
    { record, counts, changed, ids }: NotedLines,
    admission: Admission,
  ): Promise<FunctionError | undefined> {
    const { object_type: objectType, to_object_type: toObjectType, operation } = run;
    const described = await this.ask(run, 'describe_objects', { objectType }, { admission });
    if (!described.ok) return described.error;
    const named = await this.ask(run, 'resolve_records', { objectType: toObjectType, values: ids }, { admission }); // prettier-ignore
    if (!named.ok) return named.error;
    const type = described.value.objectTypes.find(({ id }) => id === toObjectType);
    const { label } = operation;
    const own = label && type?.labels?.find((each) => labelKey(each) === labelKey(label));
    const names = new Map(named.value.lines.flatMap(({ records }) => records.map((ref) => [ref.id, ref.label]))); // prettier-ignore
    const notedRun: NotedRun = {
      key: noteKeyOf(run),
      phase: run.phase,
      operation: operation.name,
      ...(label && { label: own?.name ?? `#${label.typeId}` }),
      objects: type?.plural ?? toObjectType,
      counts,
      endedAt: run.now_ms,
      changed,
      records: ids.map((id) => ({ id, ...(names.has(id) && { label: names.get(id) ?? id }) })),
    };
    const { language, timeZone } = note;
    const parameters = { objectType, id: record, run: notedRun, language, ...(timeZone && { timeZone }) };
    const signedUser = this.userOf(run.account, note);
    const saved = await this.ask(run, 'save_note', parameters, { admission, signedUser });
    return saved.ok ? undefined : saved.error;
  }

  private async ask<Uid extends 'describe_objects' | 'resolve_records' | 'save_note'>(
    { account }: RunRow,
    uid: Uid,
    parameters: ParametersOf<Uid>,
    options: { admission: Admission; signedUser?: string },
  ): Promise<Asked<AnswerOf<Uid>>> {
    const answer = await this.parts.calls.answer(account, uid, parameters, options);
    // The run is deleted with its account.
    if (answer === 'not_installed') return { ok: false, error: refusals.defect };
    return answer.ok ? { ok: true, value: answer } : answer;
  }

  /** The address of the user who wanted the note. The id where there is none, or its key was taken out of the settings. */
  private userOf(account: string, { by, userId }: WantedNote): string {
    try {
      if (by) return this.parts.cipher.open(by, ownerOf(account));
    } catch {
      // The note is worth more than the name.
    }
    return `ID ${userId}`;
  }

  /** What the latest work did to the lines of each record, in the order of the lines. Records without a change are left out. */
  private async linesByRecord(run: RunRow): Promise<NotedLines[]> {
    const groups = new Map<string, NotedLines>();
    for (let after = -1; ;) {
      const parts = await this.parts.database.query<{ position: number; lines: StoredLine[] }>(
        'SELECT position, lines FROM run_parts WHERE run_id = $1 AND position > $2 ORDER BY position LIMIT $3',
        [run.run, after, partsAtOnce],
      );
      for (const { lines } of parts) for (const line of lines) enterLine(groups, run, line);
      const last = parts.at(-1);
      if (!last || parts.length < partsAtOnce) break;
      after = last.position;
    }
    return [...groups.values()].filter(({ changed }) => changed > 0);
  }
}

function enterLine(groups: Map<string, NotedLines>, run: RunRow, line: StoredLine): void {
  if (line.done !== run.revision && !isOpen(line, run)) return;
  const record = line.from ?? run.record_id;
  const group = groups.get(record) ?? { record, counts: {}, changed: 0, ids: [] };
  groups.set(record, group);
  const outcome = run.phase === 'undo' ? (line.undo?.outcome ?? 'not_sent') : line.outcome;
  group.counts[outcome] = (group.counts[outcome] ?? 0) + 1;
  if (line.done !== run.revision) return;
  if (outcome !== 'associated' && outcome !== 'removed' && outcome !== 'undone') return;
  group.changed += 1;
  if (group.ids.length < maxNoteRecords) group.ids.push(line.id);
}

/** What the address of a person is encrypted for. */
function ownerOf(account: string): string {
  return `note ${account}`;
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
