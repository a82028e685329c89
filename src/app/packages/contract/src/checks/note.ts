import {
  maxNoteRecords,
  notedOutcomes,
  type NotedRecord,
  type NotedRun,
  type NoteParameters,
} from '../notes';
import {
  fieldsOf,
  list,
  objectType,
  oneOf,
  own,
  recordId,
  Refusal,
  text,
  wholeNumber,
  type Fields,
} from './fields';

/** The parameters of `save_note`. */
export function note(fields: Fields): NoteParameters {
  const { objectType: type, id, run, language, timeZone } = own(fields);
  return {
    objectType: objectType(type, 'objectType'),
    id: recordId(id, 'id'),
    run: notedRun(fieldsOf(run, 'run')),
    language: text(language, 'language'),
    ...(timeZone !== undefined && { timeZone: text(timeZone, 'timeZone') }),
  };
}

function notedRun(fields: Fields): NotedRun {
  const {
    key,
    phase,
    operation,
    label: name,
    objects,
    counts,
    endedAt,
    user,
    changed,
    records,
  } = own(fields);
  if (typeof key !== 'string' || !/^[A-Za-z0-9-]{8,40}$/.test(key))
    throw new Refusal('run.key must have 8 to 40 letters, digits or "-".');
  return {
    key,
    phase: oneOf(phase, 'run.phase', ['run', 'undo']),
    operation: oneOf(operation, 'run.operation', ['associate', 'remove']),
    ...(name !== undefined && { label: text(name, 'run.label') }),
    objects: text(objects, 'run.objects'),
    counts: notedCounts(fieldsOf(counts, 'run.counts')),
    endedAt: wholeNumber(endedAt, 'run.endedAt', 0, latestTime),
    ...(user !== undefined && { user: text(user, 'run.user') }),
    changed: wholeNumber(changed, 'run.changed', 0, Number.MAX_SAFE_INTEGER),
    records: list(records, 'run.records', maxNoteRecords).map(notedRecord),
  };
}

function notedCounts(fields: Fields): NotedRun['counts'] {
  const given = own(fields);
  return Object.fromEntries(
    notedOutcomes.flatMap((outcome) => {
      const count = given[outcome];
      return count === undefined
        ? []
        : [[outcome, wholeNumber(count, `run.counts.${outcome}`, 0, Number.MAX_SAFE_INTEGER)]];
    }),
  );
}

/** The latest time that JavaScript's dates can say. */
const latestTime = 8_640_000_000_000_000;

function notedRecord(value: unknown, index: number): NotedRecord {
  const name = `run.records[${index}]`;
  const { id, label: given } = own(fieldsOf(value, name));
  return {
    id: recordId(id, `${name}.id`),
    ...(given !== undefined && { label: text(given, `${name}.label`) }),
  };
}
