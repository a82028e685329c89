/** An email address that stands in a text, and where. */
export interface FoundEmail {
  email: string;
  start: number;
  end: number;
}

/** Characters of a local part that people have: not all of RFC 5322, whose others stand around addresses more often. */
const inLocalPart = characterTest(/[\p{L}\p{M}\p{N}._%+\-'’&$^]/u);
const inDomain = characterTest(/[\p{L}\p{M}\p{N}\-.。]/u);
const topLevel = /^(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+)$/iu;

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
  while (start > from && at - start < longestEmail && inLocalPart(characterBefore(text, start)))
    start -= characterBefore(text, start).length;
  let end = at + 1;
  while (end < text.length && end - at < longestEmail && inDomain(characterAt(text, end)))
    end += characterAt(text, end).length;
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

/** Whether one character matches. Most are ASCII, for which a table answers: 10,000 addresses have 250,000 of them. */
function characterTest(pattern: RegExp): (character: string) => boolean {
  const ascii = Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
  return (character) => ascii[character.charCodeAt(0)] ?? pattern.test(character);
}

function characterAt(text: string, index: number): string {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff ? text.slice(index, index + 2) : (text[index] ?? '');
}

function characterBefore(text: string, index: number): string {
  const before = text.charCodeAt(index - 1);
  return before >= 0xdc00 && before <= 0xdfff ? text.slice(index - 2, index) : (text[index - 1] ?? '');
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

/** What mail programs write before a list of addresses. */
const recipientLabel = /^[\p{L}\p{M}\p{N} .-]{1,40}[:：]\s*/u;

/**
 * The name that a mail program writes before an address: `"Smith, Ann" <ann@example.com>` -> `Smith, Ann`. Undefined
 * without one.
 */
export function nameBeforeEmail(text: string, { start }: FoundEmail): string | undefined {
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
