import {
  linkWithLabel,
  objectTypeIds,
  peel,
  phoneIn,
  plainText,
  withoutWrapping,
  type PastedInput,
} from '@bulk-associate/contract';
import { mailEntries } from './mail-list';
import { areFoundByEmail, asInput, type TextContext } from './pasted-text';
import { segmentsOf, type Segment } from './segments';
import { areDigits, mayBeNumbers, splitDigits, splitNumbers, withGroupedNumbers } from './split-digits';
import { splitNames } from './split-names';
import { mayBeSeveral, splitAtBlanks, splitPiece, splitWhole } from './split-piece';
import { hasEmail, hasMarks, isOneNumber, isShortNumber, isSurelyOneValue, unclearNumber } from './values';

/** What the text around a line says about it. */
export interface LineContext extends TextContext {
  /** Lines hold several names each, as far as the whole text tells: a comma separates them. */
  namesAreListed: boolean;
}

/** An entry without separators that has more characters is neither a value nor a list of values. */
const longestEntry = 100_000;

/** Regular expressions of every line are made once: one within a function is made anew in each of its calls. */
const separators = /[\t,;|；，、｜]/;
/** With a separator at its end alone, a line is one piece. */
const endsInSeparator = /^[^\t,;|；，、｜]*[,;]$/;
const labelled = /^[=[<].*[)>]$/s;
const opening = /^[[({]/;
const bracket = /[[({]/;
/** SQL and programs: `WHERE id IN (1, 2);`, `ids = [1, 2]`. */
const inList = /(?:\bin|[=:])\s{0,5}[([]([^()[\]]*)[)\]][\s;]{0,5}$/i;

/** The values of one line of a list. */
export function splitLine(line: string, context: LineContext): PastedInput[] {
  const text = line.trim();
  if (text === '') return [];
  if (!separators.test(text) && !mayBeSeveral(text)) return [asInput(text)];
  if (isOneValue(text, context)) return [asInput(text)];
  if (isMention(text, context)) return text.split(/\s+(?=@)/).map(asInput);
  if (endsInSeparator.test(text)) return splitPiece(text.slice(0, -1).trim(), context);
  const listed = withoutListBrackets(text, context);
  if (listed !== text) return splitLine(listed, context);
  const segments = withGroupedNumbers(text, segmentsOf(text));
  const [first, behind] = segments;
  if (!behind && text.length > longestEntry) return [asInput(text)];
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
function isOneValue(text: string, context: TextContext): boolean {
  if (text.length > 3000) return false;
  if (labelled.test(text) && linkWithLabel(text)) return true;
  return (
    areFoundByEmail(context) &&
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
    if (isOneNumber(whole)) return [asInput(whole)];
    if (filled.every(({ text }) => isSurelyOneValue(text, context) || mayBeNumbers(text)))
      return filled.flatMap(({ text }) => splitAtBlanks(text, context));
  }
  const isWrapped = group.at(-1)?.text === '' && group.length > 2;
  return splitNames(
    filled.map(({ text }) => text),
    whole,
    context,
    context.namesAreListed || isWrapped,
  ).map(asInput);
}
