import { emailsIn, nameBeforeEmail, withoutInvisible, type PastedInput } from '@bulk-associate/contract';
import type { TextContext } from './pasted-text';
import type { Segment } from './segments';
import { isShortNumber, isSurelyOneValue } from './values';

/**
 * The entries of a line with email addresses: `Ann Smith <ann@example.com>; "Lee, Bob" <bob@example.org>`. The comma of
 * `Smith, Ann <ann@example.com>` is no separator.
 */
export function mailEntries(
  line: string,
  segments: readonly Segment[],
  withEmail: readonly boolean[],
  context: TextContext,
): PastedInput[] {
  const entries: string[] = [];
  const values = segments.filter(
    ({ text }, index) => withEmail[index] || (isSurelyOneValue(text, context) && !isShortNumber(text)),
  );
  let before: Segment | undefined;
  const keep = () => {
    if (before?.text) entries.push(before.text);
    before = undefined;
  };
  for (const [index, segment] of segments.entries()) {
    const follows = before !== undefined && before.separator === ',';
    if (follows && before && withEmail[index] === true && isFamilyName(before.text, segment.text)) {
      entries.push(`${before.text}, ${segment.text}`);
      before = undefined;
    } else {
      keep();
      if (withEmail[index] === true) entries.push(segment.text);
      else before = segment;
    }
  }
  keep();
  // `ann@example.com, CEO` and `Ann Smith, ann@example.com, 7`: one address, and words and numbers about it.
  const isHard = ({ separator }: Segment) => separator === ';' || separator === '\t';
  const hasNumbers = segments.some(({ text }) => isShortNumber(text));
  const isOne =
    values.length < 2 &&
    (hasNumbers || (!segments.some(isHard) && (withEmail[0] === true || !line.includes('<'))));
  return (isOne ? [line.replace(/[\s,;]{1,50}$/, '').trim()] : entries).flatMap(eachEmail);
}

/** Whether what stands before a comma belongs to the name behind it: `Smith, Ann <…>`, but not `Ann Lee, Bob Ray <…>`. */
function isFamilyName(before: string, entry: string): boolean {
  const given = entry.slice(0, Math.max(0, entry.indexOf('<'))).trim();
  if (given === '' || before === '' || before.length > 60 || /[\d@]/.test(before)) return false;
  return !/\s/.test(before) || !/\s/.test(given);
}

/** One input for each address of an entry: `ann@example.com bob@example.org`. */
export function eachEmail(entry: string): PastedInput[] {
  if (entry.indexOf('@') === entry.lastIndexOf('@')) return [withName(entry)];
  const plain = withoutInvisible(entry);
  const found = emailsIn(plain);
  const distinct = new Set(found.map(({ email }) => email.toLowerCase()));
  if (distinct.size < 2) return [withName(entry)];
  const inputs: PastedInput[] = [];
  let from = 0;
  for (const [index, { end }] of found.entries()) {
    const isLast = index === found.length - 1;
    const closed = plain[end] === '>' ? end + 1 : end;
    const text = plain
      .slice(from, isLast ? undefined : closed)
      .replace(/^[\s&,;/|+]{1,10}/, '')
      .trim();
    inputs.push(withName(text));
    from = closed;
  }
  return inputs;
}

/** What stands before the bracket around the address. Reading the address again would take most of the time of a list. */
function withName(text: string): PastedInput {
  const bracket = text.lastIndexOf('<', text.indexOf('@'));
  const name = bracket > 0 ? nameBeforeEmail(text, { start: bracket + 1 }) : undefined;
  return name === undefined ? { text, values: [text] } : { text, values: [text], name };
}

/**
 * Joins the lines of a list of recipients that a mail program has wrapped: where the next line begins with an address in
 * brackets, and where an entry is cut in the middle of a name.
 */
export function joinWrapped(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && before.length < 10_000 && line.includes('@') && continues(before, line))
      joined[joined.length - 1] = `${before.trimEnd()} ${line.trimStart()}`;
    else joined.push(line);
  }
  return joined;
}

function continues(before: string, line: string): boolean {
  if (before.trim() === '') return false;
  const rest = before.slice(Math.max(before.lastIndexOf('>'), before.lastIndexOf(';')) + 1);
  const isOpen = rest.trim() !== '' && !rest.includes('@') && !/[,;]\s*$/.test(rest);
  if (/^\s*<[^<>\s]{1,254}>/.test(line)) return isOpen;
  if (!isOpen || line.indexOf('<') <= 0) return false;
  // RFC 5322 folds a header before a blank.
  return /^\s/.test(line) || (before.includes('>') && /^[,;]?\s/.test(rest));
}
