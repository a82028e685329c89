import { previewStatuses, type Pair } from './associations';
import {
  checked,
  endpoint,
  fieldsOf,
  flag,
  list,
  objectType,
  oneOf,
  own,
  recordId,
  Refusal,
  someOf,
  text,
  wholeNumber,
  type Check,
  type Fields,
} from './checks/fields';
import { label, labels } from './checks/labels';
import { lineOutcomes, undoOutcomes } from './outcomes';
import {
  maxRunLines,
  maxRunPart,
  maxRunsOfPage,
  retriedOutcomes,
  type AddRunLinesParameters,
  type BackEndCalls,
  type BackEndUid,
  type ContinueRunParameters,
  type DeleteRunsParameters,
  type ListRunsParameters,
  type NoteWish,
  type OpenAdministrationParameters,
  type ReadRunLinesParameters,
  type RevisedRunParameters,
  type RunLine,
  type RunOperation,
  type RunParameters,
  type RunRecord,
  type StartRunParameters,
} from './runs';

/** The input check of every call of the hosted back end. It runs before anything else. */
export const checkBackEndParameters: { [Uid in BackEndUid]: Check<BackEndCalls[Uid]['parameters']> } = {
  start_run: checked(startRun),
  add_run_lines: checked(addRunLines),
  begin_run: checked(runParameters),
  read_run: checked(runParameters),
  read_run_lines: checked(readRunLines),
  stop_run: checked(runParameters),
  continue_run: checked(continueRun),
  undo_run: checked(revised),
  list_runs: checked(listRuns),
  delete_runs: checked(deleteRuns),
  describe_access: checked(() => ({})),
  open_administration: checked(openAdministration),
};

function startRun(fields: Fields): StartRunParameters {
  const { key, record: given, toObjectType, operation: done, total, lines: first, note } = own(fields);
  if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key))
    throw new Refusal('key must be 16 to 64 letters, digits, hyphens or underscores.');
  const parameters: StartRunParameters = {
    key,
    record: record(given, 'record'),
    toObjectType: objectType(toObjectType, 'toObjectType'),
    operation: operation(done),
    total: wholeNumber(total, 'total', 1, maxRunLines),
    ...(note !== undefined && { note: noteWish(note) }),
  };
  if (first === undefined) return parameters;
  const read = lines(first);
  if (read.length > parameters.total) throw new Refusal('lines must hold at most total entries.');
  return { ...parameters, lines: read };
}

function addRunLines(fields: Fields): AddRunLinesParameters {
  const { position, lines: more } = own(fields);
  return {
    ...runParameters(fields),
    position: wholeNumber(position, 'position', 0, maxRunLines - 1),
    lines: lines(more),
  };
}

function runParameters(fields: Fields): RunParameters {
  return { run: run(own(fields)['run']) };
}

function revised(fields: Fields): RevisedRunParameters {
  const { revision, note } = own(fields);
  return {
    ...runParameters(fields),
    revision: wholeNumber(revision, 'revision', 0, Number.MAX_SAFE_INTEGER),
    ...(note !== undefined && { note: noteWish(note) }),
  };
}

function noteWish(value: unknown): NoteWish {
  const { language, timeZone } = own(fieldsOf(value, 'note'));
  return {
    language: text(language, 'note.language'),
    ...(timeZone !== undefined && { timeZone: text(timeZone, 'note.timeZone') }),
  };
}

function continueRun(fields: Fields): ContinueRunParameters {
  const { outcomes } = own(fields);
  const parameters = revised(fields);
  return outcomes === undefined
    ? parameters
    : { ...parameters, outcomes: someOf(outcomes, 'outcomes', retriedOutcomes) };
}

function readRunLines(fields: Fields): ReadRunLinesParameters {
  const { cursor, outcomes, undone } = own(fields);
  return {
    ...runParameters(fields),
    ...(cursor !== undefined && { cursor: text(cursor, 'cursor') }),
    ...(outcomes !== undefined && { outcomes: someOf(outcomes, 'outcomes', lineOutcomes) }),
    ...(undone !== undefined && { undone: someOf(undone, 'undone', undoOutcomes) }),
  };
}

function listRuns(fields: Fields): ListRunsParameters {
  const { record: given, open, limit, cursor } = own(fields);
  return {
    record: record(given, 'record'),
    ...(open !== undefined && { open: flag(open, 'open') }),
    ...(limit !== undefined && { limit: wholeNumber(limit, 'limit', 1, maxRunsOfPage) }),
    ...(cursor !== undefined && { cursor: text(cursor, 'cursor') }),
  };
}

function deleteRuns(fields: Fields): DeleteRunsParameters {
  const { run: one } = own(fields);
  return one === undefined ? {} : { run: run(one) };
}

function openAdministration(fields: Fields): OpenAdministrationParameters {
  const { language } = own(fields);
  return language === undefined ? {} : { language: text(language, 'language') };
}

function operation(value: unknown): RunOperation {
  const { name: called, label: given } = own(fieldsOf(value, 'operation'));
  const name = oneOf(called, 'operation.name', ['associate', 'remove']);
  return given === undefined ? { name } : { name, label: label(given, 'operation.label') };
}

function lines(value: unknown): RunLine[] {
  return list(value, 'lines', maxRunPart).map((each, index) => line(each, `lines[${index}]`));
}

function line(value: unknown, name: string): RunLine {
  const { id, from, before, labels: given, movesFrom } = own(fieldsOf(value, name));
  return {
    id: recordId(id, `${name}.id`),
    before: oneOf(before, `${name}.before`, previewStatuses),
    ...(from !== undefined && { from: recordId(from, `${name}.from`) }),
    ...(given !== undefined && { labels: labels(given, `${name}.labels`) }),
    ...(movesFrom !== undefined && { movesFrom: pair(movesFrom, `${name}.movesFrom`) }),
  };
}

function pair(value: unknown, name: string): Pair {
  const { from, to } = own(fieldsOf(value, name));
  return { from: endpoint(from, `${name}.from`), to: endpoint(to, `${name}.to`) };
}

function record(value: unknown, name: string): RunRecord {
  const { objectType: type, id } = own(fieldsOf(value, name));
  return { objectType: objectType(type, `${name}.objectType`), id: recordId(id, `${name}.id`) };
}

function run(value: unknown): string {
  return recordId(value, 'run');
}
