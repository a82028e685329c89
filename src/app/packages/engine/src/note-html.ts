import { notedOutcomes, type NotedOutcome, type NotedRecord, type NotedRun } from '@bulk-associate/contract';

/** What a note says, in one language. `{name}` stands for a value. */
export interface NoteWords {
  /** The tag of the language, for times. */
  tag: string;
  associate: string;
  associate_label: string;
  remove: string;
  remove_label: string;
  undo_associate: string;
  undo_associate_label: string;
  undo_remove: string;
  undo_remove_label: string;
  outcomes: string;
  /** A number of records with an outcome. */
  count: string;
  /** The words of the outcomes. */
  outcome: Readonly<Record<NotedOutcome, string>>;
  /** Translations of HubSpot's own names of object types, which are plural and English. */
  types: Readonly<Record<string, string>>;
  by: string;
  byAsTold: string;
  run: string;
  more: string;
}

/** What the note says beside the run. */
export interface NoteContext {
  words: NoteWords;
  timeZone: string | undefined;
  /** The signed user, who counts before the user that the card names. */
  signedUser: string | undefined;
}

/** The most characters of a note's body (HubSpot's notes guide). */
export const mostNoteCharacters = 65_536;

/** The most characters of a name, so that one name cannot take the place of all others. */
const longestName = 200;

/**
 * The body of a note: a few elements without attributes. Every value is escaped, so that the name of a record, which
 * anyone who fills in a form can choose, is text and nothing else.
 */
export function noteHtml(run: NotedRun, { words, timeZone, signedUser }: NoteContext): string {
  const undo = run.phase === 'undo' ? 'undo_' : '';
  const kind = `${undo}${run.operation}${run.label === undefined ? '' : '_label'}` as const;
  const { label = '', objects, counts, changed, key, user } = run;
  const type = Object.hasOwn(words.types, objects) ? words.types[objects] : objects;
  const title = fill(words[kind], {
    objects: cut(type ?? objects),
    n: numberIn(words.tag, changed),
    label: cut(label),
  });
  const summary = notedOutcomes.flatMap((outcome) => {
    const n = counts[outcome] ?? 0;
    return n > 0 ? [fill(words.count, { n: numberIn(words.tag, n), word: words.outcome[outcome] })] : [];
  });
  const lists = new Intl.ListFormat(words.tag, { type: 'conjunction', style: 'narrow' });
  const outcomes = fill(words.outcomes, { summary: lists.format(summary) });
  const by = signedUser ?? user;
  const who = by === undefined ? '' : `${fill(signedUser === undefined ? words.byAsTold : words.by, { user: cut(by) })}<br>`; // prettier-ignore
  const when = fill(words.run, { key, time: timeOf(run.endedAt, words.tag, timeZone) });
  const head = `<p><strong>${title}</strong></p><p>${outcomes}</p><p>${who}${when}</p>`;
  return head + listOf(run, words, mostNoteCharacters - head.length);
}

/** As many records as there is room for, and how many more there are. */
function listOf({ records, changed }: NotedRun, words: NoteWords, room: number): string {
  const rest = (n: number) => (n > 0 ? `<p>${fill(words.more, { n: numberIn(words.tag, n) })}</p>` : '');
  const all = Math.max(changed, records.length);
  let left = room - '<ul></ul>'.length - rest(all).length;
  const items: string[] = [];
  for (const record of records) {
    const item = itemOf(record);
    left -= item.length;
    if (left < 0) break;
    items.push(item);
  }
  return `<ul>${items.join('')}</ul>${rest(all - items.length)}`;
}

function itemOf({ id, label }: NotedRecord): string {
  const name = label === undefined || label === id ? '' : `${escaped(cut(label))} `;
  return `<li>${name}(${escaped(id)})</li>`;
}

/** At most so many characters, without half a character at the end. */
function cut(text: string): string {
  return text.length <= longestName ? text : `${text.slice(0, longestName)}…`;
}

function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : escaped(value);
  });
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }; // prettier-ignore

/** Text for HTML. Control characters and halves of characters, which HubSpot could refuse, are left out. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function numberIn(tag: string, n: number): string {
  return new Intl.NumberFormat(tag).format(n);
}

function timeOf(at: number, tag: string, timeZone = 'UTC'): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'long', timeZone: zone }).format(at);
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
