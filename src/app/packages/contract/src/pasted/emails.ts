import { topLevel } from './domains';

/** An email address that stands in a text, and where. */
export interface FoundEmail {
  email: string;
  start: number;
  end: number;
}

/** Characters of a local part that people have: not all of RFC 5322, whose others stand around addresses more often. */
const isInLocalPart = characterTest(/[\p{L}\p{M}\p{N}._%+\-'’&$^]/u);
const isInDomain = characterTest(/[\p{L}\p{M}\p{N}\-.。]/u);

/** RFC 5321: an address that a mail server takes has no more. */
const longestEmail = 254;

/** Email addresses in a text, in order. `a@b`, `a@@b.example` and `@ann@social.example` are none. */
export function emailsIn(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const email = emailAround(text, at, from);
    if (!email) continue;
    found.push(email);
    from = email.end;
  }
  return found;
}

function emailAround(text: string, at: number, from: number): FoundEmail | undefined {
  let start = at;
  while (start > from && at - start < longestEmail && isInLocalPart(text, start - 1)) start -= 1;
  let end = at + 1;
  while (end < text.length && end - at < longestEmail && isInDomain(text, end)) end += 1;
  if (text[start - 1] === '@' || text[end] === '@') return undefined;
  const domain = emailDomain(text.slice(at + 1, end));
  const local = withoutGlue(text.slice(start, at), text[at + 1 + (domain?.length ?? 0)]);
  if (!domain || !local || local.length + 1 + domain.length > longestEmail) return undefined;
  const spelled = domain.includes('。') ? domain.replaceAll('。', '.') : domain;
  return {
    email: `${local}@${spelled}`.normalize('NFC'),
    start: at - local.length,
    end: at + 1 + domain.length,
  };
}

/**
 * Whether the character at an index matches; of a surrogate pair, either half stands for the whole. Most are ASCII, for
 * which a table answers: 10,000 addresses have 250,000 of them.
 */
function characterTest(pattern: RegExp): (text: string, index: number) => boolean {
  const ascii = Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
  return (text, index) => {
    const code = text.charCodeAt(index);
    if (code < 128) return ascii[code] === true;
    const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
    return pattern.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? index - 1 : index) ?? code));
  };
}

/** The domain at the beginning of the text, up to what cannot belong to it: a dot at the end, a doubled dot, `com-CEO`. */
function emailDomain(text: string): string | undefined {
  const labels: string[] = [];
  for (const label of text.split(/[.。]/)) {
    if (label === '') break;
    labels.push(label);
  }
  const last = labels.pop()?.replace(/^(?!xn--)([^-]+)-.*$/i, '$1').replace(/-+$/, ''); // prettier-ignore
  if (last === undefined || labels.length === 0 || !topLevel.test(last)) return undefined;
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-') || label.length > 63))
    return undefined;
  const length = labels.reduce((sum, label) => sum + label.length + 1, last.length);
  return text.slice(0, length);
}

/** A local part without a bullet, quote or mark of emphasis that touches it. */
function withoutGlue(local: string, next = ''): string {
  const text = local.replace(/^['’.\-&%+]+/, '');
  return text.startsWith('_') && next === '_' ? text.replace(/^_+/, '') : text;
}

/** `ann (at) example [dot] com`, which hides an address from programs, and `ann%40example.com` of a web address, as written. */
export function spelledOut(text: string): string {
  if (!/[([{<%]/.test(text)) return text;
  return text
    .replace(/%40/g, '@')
    .replace(/ {0,3}[([{<] {0,3}(?:at|@) {0,3}[)\]}>] {0,3}/gi, '@')
    .replace(/ {0,3}[([{<] {0,3}(?:dot|punkt|punto|point|ponto|\.) {0,3}[)\]}>] {0,3}/gi, '.');
}

/** What mail programs write before a list of addresses. */
const recipientLabel = /^[\p{L}\p{M}\p{N} .-]{1,40}[:：]\s*/u;

/**
 * The name that a mail program writes before an address: `"Smith, Ann" <ann@example.com>` -> `Smith, Ann`. Undefined
 * without one.
 */
export function nameBeforeEmail(text: string, { start }: Pick<FoundEmail, 'start'>): string | undefined {
  const before = text.slice(0, start).trimEnd();
  if (!before.endsWith('<')) return undefined;
  const name = before
    .slice(0, -1)
    .trim()
    .replace(recipientLabel, '')
    .replace(/^[\s"'“„‘,;]+|[\s"'”“’,;]+$/g, '')
    .replaceAll('\\"', '"');
  return name || undefined;
}
