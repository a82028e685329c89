import { linkWithLabel, objectTypeIds, peel, phoneIn, plainText } from '@bulk-associate/contract';
import { isLegalForm } from './contents';
import { areFoundByEmail, mailEntries } from './mail-list';
import type { PastedInput, TextContext } from './pasted-text';
import { segmentsOf, type Segment } from './segments';
import { hasEmail, isSurelyOneValue, unclearNumber } from './values';

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
/** Without separators, a line is several values only where the first of them is no word. */
const beginsWithValue = /^\S{0,300}[\d@./０-９＠．]/;

/** The values of one line of a list. */
export function splitLine(line: string, context: LineContext): PastedInput[] {
  const text = line.trim();
  if (text === '') return [];
  if (!separators.test(text) && !mayBeSeveral(text)) return [input(text)];
  if (isOneValue(text, context)) return [input(text)];
  const segments = segmentsOf(text);
  if (segments.length === 1 && text.length > longestEntry) return [input(text)];
  if (areFoundByEmail(context) && hasEmail(text)) return mailEntries(text, segments, context);
  return groupsOf(segments, context).flatMap((group) => splitGroup(text, group, context));
}

function mayBeSeveral(text: string): boolean {
  if (!/\s/.test(text)) return false;
  return beginsWithValue.test(text) || (text.includes('@') && text.indexOf('@') !== text.lastIndexOf('@'));
}

function input(text: string): PastedInput {
  return { text, values: [text] };
}

/** Links with a label, and phone numbers, hold separators of their own. */
function isOneValue(text: string, { objectType }: TextContext): boolean {
  if (text.length > 3000) return false;
  if (/^[=[<]/.test(text) && linkWithLabel(text)) return true;
  const hasPhone = objectType === objectTypeIds.contact || objectType === objectTypeIds.company;
  return hasPhone && text.length < 60 && phoneIn(plainText(text)) !== undefined;
}

/** Segments between semicolons and tabs, which are in no name; those of a ticket's subject are. */
function groupsOf(segments: readonly Segment[], context: TextContext): Segment[][] {
  const isSubject =
    context.objectType === objectTypeIds.ticket &&
    !segments.some(({ separator }) => separator === '\t') &&
    !segments.every(({ text }) => text === '' || isSurelyOneValue(text, context));
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
  if (whole.length < 10_000 && /^[\d，,\s]+$/.test(plainText(whole))) return splitDigits(whole, context);
  if (filled.length === 1) return splitAtBlanks(whole, context);
  if (filled.every(({ text }) => isSurelyOneValue(text, context) || /^\d[\d ]*$/.test(text)))
    return filled.flatMap(({ text }) => splitAtBlanks(text, context));
  const isWrapped = group.at(-1)?.text === '' && group.length > 2;
  return splitNames(filled, whole, { ...context, namesAreListed: context.namesAreListed || isWrapped }).map(
    input,
  );
}

/**
 * Digits, commas and blanks. A comma with a blank behind it separates; one between digits may group them, and so may a
 * single blank.
 */
function splitDigits(whole: string, context: LineContext): PastedInput[] {
  const parts = whole.split(/[,，]\s+|\s{2,}|\t/).filter(Boolean);
  return parts.flatMap(
    (part) =>
      splitNumbers(part, context) ??
      part
        .split(/[,，\s]+/)
        .filter(Boolean)
        .map(input),
  );
}

/** Digits with commas and blanks: as the person said of them, or whole to be asked about. */
function splitNumbers(whole: string, context: LineContext): PastedInput[] | undefined {
  const unclear = unclearNumber(whole);
  if (!unclear) return undefined;
  if (context.numbers === 'list') return unclear.list.map(input);
  return [context.numbers === 'grouped' ? { text: whole, values: [unclear.grouped] } : input(whole)];
}

/** Values with nothing but blanks between them: `18300000101 18300000108`, two links, two domains. */
function splitAtBlanks(text: string, context: LineContext): PastedInput[] {
  const numbers = splitNumbers(text, context);
  if (numbers) return numbers;
  if (!/\s/.test(text) || !isSurelyOneValue(text.split(/\s/, 1)[0] ?? '', context)) return [input(text)];
  const parts = text.split(/\s+/);
  const isList = parts.every((part) => isSurelyOneValue(part, context));
  return isList ? parts.map(input) : [input(text)];
}

/** Words that end the enumeration within one name: `Alder, Beech & Cedar`. */
const connection = /(?:^|\s)(?:&|\+|and|und|et|y|e|og|och|en)\s/i;

/**
 * Names between commas or bars. Commas are in names too, so they separate names only where something says so: a legal form
 * behind each of several, no blanks, words of people, or a text whose every line is such a list. A ticket's subject is a
 * sentence and is never split.
 */
function splitNames(group: readonly Segment[], whole: string, context: LineContext): string[] {
  const parts = group.map(({ text }) => text);
  if (parts.length > mostNames || parts.every((part) => /^".*"$|^“.*”$/.test(part))) return parts;
  if (context.objectType === objectTypeIds.ticket) return [whole];
  if (context.objectType === objectTypeIds.contact)
    return parts.every((part) => /\S\s+\S/.test(peel(part)) && !/\d/.test(part)) ? parts : [whole];
  return splitCompanies(parts, whole, context);
}

function splitCompanies(parts: readonly string[], whole: string, context: LineContext): string[] {
  const names = withLegalForms(parts);
  const legalForms = parts.length - names.length;
  if (names.length === 1 || connection.test(names.at(-1) ?? '')) return [whole];
  if (legalForms > 0) return legalForms > 1 || names.length > 2 ? names : [whole];
  if (names.some((name) => /^\d+$/.test(name))) return [whole];
  if (!/\s/.test(whole)) return names;
  const areShort =
    names.length > 2 && names.every((name) => name.length <= 40 && name.split(' ').length <= 3);
  return areShort && context.namesAreListed ? names : [whole];
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
