import {
  linkWithLabel,
  objectTypeIds,
  peel,
  phoneIn,
  plainText,
  withoutWrapping,
} from '@bulk-associate/contract';
import { isLegalForm } from './contents';
import { areFoundByEmail, eachEmail, mailEntries } from './mail-list';
import type { PastedInput, TextContext } from './pasted-text';
import { segmentsOf, type Segment } from './segments';
import { hasEmail, isOneNumber, isShortNumber, isSurelyOneValue, unclearNumber } from './values';

/** What the text around a line says about it. */
export interface LineContext extends TextContext {
  /** Lines hold several names each, as far as the whole text tells: a comma separates them. */
  namesAreListed: boolean;
}

/** An entry without separators that has more characters is neither a value nor a list of values. */
const longestEntry = 100_000;
/** No name has more commas. */
const mostNames = 30;

const separators = /[\t,;|；，、｜]/;
/** What all values but names have. */
const hasMarks = /[\d@./０-９＠．]/;
/** Regular expressions of every line are made once: one within a function is made anew in each of its calls. */
const blank = /\s/;
/** With a separator at its end alone, a line is one piece. */
const endsInSeparator = /^[^\t,;|；，、｜]*[,;]$/;
const digit = /\d/;
const fullName = /\S\s+\S/;
const quoted = /^".*"$|^“.*”$/;
const labelled = /^[=[<].*[)>]$/s;
const groupedDigits = /[\d０-９][,，][\d０-９]/;
const opening = /^[[({]/;
const bracket = /[[({]/;
const onlyDigits = /^[\d，,\s]+$/;
/** SQL and programs: `WHERE id IN (1, 2);`, `ids = [1, 2]`. */
const inList = /(?:\bin|[=:])\s{0,5}[([]([^()[\]]*)[)\]][\s;]{0,5}$/i;
/** Words and signs between values, with blanks around them. */
const joint = /\s(?:\/{1,2}|[·•&+]|und|and|oder|or|et|ou|y|e|o)\s/i;
/** Ids with a sign between them that is in no number. A dash may stand for all ids from one to the other. */
const joinedIds = /^[1-9]\d{7,18}(?:(?:[/·•&+\u00A0]|\\n)[1-9]\d{7,18})+$/;
/** Without separators, a line is several values only where the first of them is no word. */
const beginsWithValue = /^\S{0,300}[\d@./０-９＠．]/;

/** The values of one line of a list. */
export function splitLine(line: string, context: LineContext): PastedInput[] {
  const text = line.trim();
  if (text === '') return [];
  if (!separators.test(text) && !mayBeSeveral(text)) return [input(text)];
  if (isOneValue(text, context)) return [input(text)];
  if (isMention(text, context)) return text.split(/\s+(?=@)/).map(input);
  if (endsInSeparator.test(text)) return splitPiece(text.slice(0, -1).trim(), context);
  const listed = withoutListBrackets(text, context);
  if (listed !== text) return splitLine(listed, context);
  const segments = withGroupedNumbers(text, segmentsOf(text));
  const [first, behind] = segments;
  if (!behind && text.length > longestEntry) return [input(text)];
  if (first && (!behind || (first.end === text.length - 1 && /[,;]$/.test(text))))
    return splitPiece(first.text, context);
  if (areFoundByEmail(context) && text.includes('@')) {
    const withEmail = segments.map((segment) => hasEmail(segment.text));
    if (withEmail.includes(true))
      return mailEntries(text, segments, withEmail, context).flatMap((entry) =>
        entry.text.includes('@') ? [entry] : (splitNumbers(entry.text, context) ?? [entry]),
      );
  }
  return groupsOf(segments, context).flatMap((group) => splitGroup(text, group, context));
}

/** What stands alone between separators. */
function splitPiece(text: string, context: LineContext): PastedInput[] {
  if (text === '') return [];
  return areFoundByEmail(context) && text.includes('@') && hasEmail(text)
    ? eachEmail(text)
    : splitWhole(text, context);
}

function mayBeSeveral(text: string): boolean {
  if (text.includes('@') && text.indexOf('@') !== text.lastIndexOf('@')) return true;
  return (blank.test(text) && (beginsWithValue.test(text) || joint.test(text))) || joinedIds.test(text);
}

function input(text: string): PastedInput {
  return { text, values: [text] };
}

/** Joins the segments of a number that its commas may group: `41,200,000,325`. */
function withGroupedNumbers(line: string, segments: Segment[]): Segment[] {
  if (!groupedDigits.test(line)) return segments;
  const joined: Segment[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    let last = index;
    while (isWithinNumber(line, segments[last], segments[last + 1])) last += 1;
    const [first, end] = [segments[index], segments[last]];
    if (!first || !end) continue;
    const run = { ...end, start: first.start, text: line.slice(first.start, end.end).trim() };
    if (last > index && !isListOfIds(digitsBetween(line, first, end))) joined.push(run);
    else for (const part of segments.slice(index, last + 1)) joined.push(part);
    index = last;
  }
  return joined;
}

/** The digits and commas from one segment to another, without the words before and behind them. */
function digitsBetween(line: string, first: Segment, last: Segment): string {
  const before = /[\d０-９]*$/.exec(line.slice(Math.max(first.start, first.end - 40), first.end))?.[0] ?? '';
  const behind = /^[\d０-９]*/.exec(line.slice(last.start, last.end))?.[0] ?? '';
  return line.slice(first.end - before.length, last.start + behind.length);
}

/** Whether digits with commas between them are several ids: no number that is grouped, and none with a zero in front. */
function isListOfIds(text: string): boolean {
  const plain = plainText(text);
  const runs = plain.match(/\d[\d,]*/g) ?? [];
  return !isOneNumber(text) && !runs.some((run) => unclearNumber(run)) && !/(?:^|\D)0\d/.test(plain);
}

/** Whether a comma stands between digits, without blanks. */
function isWithinNumber(line: string, one: Segment | undefined, next: Segment | undefined): boolean {
  if (!one || !next || one.separator !== ',') return false;
  return /[\d０-９]/.test(line[one.end - 1] ?? '') && /[\d０-９]/.test(line[next.start] ?? '');
}

/** `@Ann Smith @Bob Lee`, as chats write people. */
function isMention(text: string, { objectType }: TextContext): boolean {
  return (
    objectType === objectTypeIds.contact &&
    text.startsWith('@') &&
    /^@\p{L}[^@]*\s@\p{L}/u.test(text) &&
    !hasEmail(text)
  );
}

/** Links with a label, and phone numbers, hold separators of their own. */
function isOneValue(text: string, { objectType }: TextContext): boolean {
  if (text.length > 3000) return false;
  if (labelled.test(text) && linkWithLabel(text)) return true;
  const hasPhone = objectType === objectTypeIds.contact || objectType === objectTypeIds.company;
  return (
    hasPhone &&
    text.length < 60 &&
    !text.includes('@') &&
    hasMarks.test(text) &&
    phoneIn(plainText(text)) !== undefined
  );
}

/** A list of a program: `["1", "2"]`, `(1, 2)`. A name in brackets with a comma in it stays as it is. */
function withoutListBrackets(text: string, context: TextContext): string {
  if (!bracket.test(text) || text.length > longestEntry) return text;
  const inner = opening.test(text) ? withoutWrapping(text) : (inList.exec(text)?.[1] ?? text);
  // `(1), (2)` is no list in brackets.
  if (inner === text || (opening.test(text) && /[)\]}].*[([{]/.test(inner))) return text;
  const parts = segmentsOf(inner).filter((part) => part.text !== '');
  return parts.length > 1 && parts.every((part) => isSurelyOneValue(peel(part.text), context)) ? inner : text;
}

/**
 * Segments between semicolons and tabs, which are in no name; those of a ticket's subject are. A short number beside words
 * is no id: `Total` and `2`.
 */
function groupsOf(segments: readonly Segment[], context: TextContext): (readonly Segment[])[] {
  if (!segments.some(({ separator }) => separator === '\t' || separator === ';')) return [segments];
  const isSubject =
    context.objectType === objectTypeIds.ticket &&
    !segments.some(({ separator }) => separator === '\t') &&
    !segments.every(({ text }) => text === '' || isSurelyOneValue(text, context));
  const isWord = ({ text }: Segment) =>
    text !== '' && !isSurelyOneValue(text, context) && !unclearNumber(text);
  if (segments.some(({ text }) => isShortNumber(text)) && segments.some(isWord)) return [segments];
  const groups: Segment[][] = [[]];
  for (const segment of segments) {
    groups.at(-1)?.push(segment);
    if (segment.separator === '\t' || (segment.separator === ';' && !isSubject)) groups.push([]);
  }
  return groups;
}

/** Segments between commas and bars. */
function splitGroup(line: string, group: readonly Segment[], context: LineContext): PastedInput[] {
  const filled = group.filter(({ text }) => text !== '');
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last) return [];
  const whole = line.slice(first.start, last.end).trim();
  if (filled.length === 1) return splitWhole(whole, context);
  if (hasMarks.test(whole)) {
    if (areDigits(whole)) return splitDigits(whole, context);
    if (isOneNumber(whole)) return [input(whole)];
    if (filled.every(({ text }) => isSurelyOneValue(text, context) || mayBeNumbers(text)))
      return filled.flatMap(({ text }) => splitAtBlanks(text, context));
  }
  const isWrapped = group.at(-1)?.text === '' && group.length > 2;
  return splitNames(filled, whole, context, context.namesAreListed || isWrapped).map(input);
}

/** What stands between separators, or a number that holds some. */
function splitWhole(text: string, context: LineContext): PastedInput[] {
  if (!hasMarks.test(text)) return [input(text)];
  if (joinedIds.test(text)) return text.split(/\D+/).map(input);
  return areDigits(text) ? splitDigits(text, context) : splitAtBlanks(text, context);
}

function areDigits(text: string): boolean {
  return text.length < 10_000 && onlyDigits.test(plainText(text));
}

function mayBeNumbers(text: string): boolean {
  return /^\d[\d ]*$/.test(text) || unclearNumber(text) !== undefined;
}

/**
 * Digits, commas and blanks. A comma with a blank behind it separates; one between digits may group them, and so may a
 * single blank.
 */
function splitDigits(whole: string, context: LineContext): PastedInput[] {
  const parts = whole.split(/[,，]\s+|\s{2,}|\t/).filter(Boolean);
  return parts.flatMap((part) => splitPart(part, context));
}

function splitPart(part: string, context: LineContext): PastedInput[] {
  const numbers = splitNumbers(part, context);
  if (numbers) return numbers;
  const tokens = part.split(/[ \n]+/).filter(Boolean);
  // Commas within, blanks between: `41,200,000,325 41,200,000,326`.
  if (tokens.length > 1 && tokens.some((token) => unclearNumber(token)))
    return tokens.flatMap((token) => splitPart(token, context));
  if (!isListOfIds(part)) return [input(part)];
  const items = part.split(/[,，]/).filter((item) => item.trim() !== '');
  return items.flatMap(
    (item) =>
      splitNumbers(item.trim(), context) ??
      item
        .split(/[ \n]+/)
        .filter(Boolean)
        .map(input),
  );
}

/** A number that is grouped, or may be: as the person said of it, or whole to be asked about. */
function splitNumbers(whole: string, context: LineContext): PastedInput[] | undefined {
  if (isOneNumber(whole)) return [input(whole)];
  const unclear = unclearNumber(whole);
  if (!unclear) return undefined;
  if (context.numbers === 'list') return unclear.list.map(input);
  return [context.numbers === 'grouped' ? { text: whole, values: [unclear.grouped] } : input(whole)];
}

/** Values with nothing but blanks between them: `18300000101 18300000108`, two links, two domains. */
function splitAtBlanks(text: string, context: LineContext): PastedInput[] {
  const numbers = splitNumbers(text, context);
  if (numbers) return numbers;
  const joined = text.split(joint).map((part) => part.trim());
  if (joined.length > 1 && joined.every((part) => isSurelyOneValue(part, context))) return joined.map(input);
  const parts = text.split(/[ \t\n\u3000]+/);
  const isList = parts.length > 1 && parts.every((part) => isBareValue(part, context));
  return isList ? parts.map(input) : [input(text)];
}

/** Digits alone, as many as ids have; an address or a link. In `1. (212) 5551234`, what peels to digits is no id. */
function isBareValue(part: string, context: LineContext): boolean {
  if (/^[1-9]\d{5,}$/.test(plainText(part))) return true;
  return /[@/＠]|\p{L}[.．]\p{L}/u.test(part) && isSurelyOneValue(part, context);
}

/** Words that end the enumeration within one name: `Alder, Beech & Cedar`. */
const connection = /(?:^|\s)(?:&|\+|and|und|et|y|e|og|och|en)\s/i;

/**
 * Names between commas or bars. Commas are in names too, so they separate names only where something says so: a legal form
 * behind each of several, no blanks, words of people, or a text whose every line is such a list. A ticket's subject is a
 * sentence and is never split.
 */
function splitNames(
  group: readonly Segment[],
  whole: string,
  { objectType }: LineContext,
  areListed: boolean,
): string[] {
  const parts = group.map(({ text }) => text);
  if (parts.every((part) => quoted.test(part))) return parts;
  if (objectType === objectTypeIds.ticket) return [whole];
  if (parts.length > mostNames) return parts;
  if (objectType === objectTypeIds.contact) {
    const others = parts.slice(0, -1);
    if (!others.every(isFullName)) return [whole];
    const people = [...others, ...(parts.at(-1) ?? '').split(/ (?:and|und|et|y|e|&) /)];
    return people.every(isFullName) ? people : [whole];
  }
  return splitCompanies(parts, whole, areListed);
}

function isFullName(text: string): boolean {
  return !digit.test(text) && fullName.test(peel(text));
}

function splitCompanies(parts: readonly string[], whole: string, areListed: boolean): string[] {
  const names = withLegalForms(parts);
  const legalForms = parts.length - names.length;
  if (names.length === 1 || connection.test(names.at(-1) ?? '')) return [whole];
  if (legalForms > 0) return legalForms > 1 || names.length > 2 ? names : [whole];
  if (names.some((name) => /^\d+$/.test(name))) return [whole];
  if (!/\s/.test(whole)) return names;
  const areShort =
    names.length > 2 && names.every((name) => name.length <= 40 && name.split(' ').length <= 3);
  return areShort && areListed ? names : [whole];
}

/** `Wingtip`, `Inc.`, `Contoso` -> `Wingtip, Inc.`, `Contoso`. */
function withLegalForms(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    const before = names.at(-1);
    if (before !== undefined && isLegalForm(part)) names[names.length - 1] = `${before}, ${part}`;
    else names.push(part);
  }
  return names;
}
