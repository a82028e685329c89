/** An opening character and what closes it. Of several for one character, the usual one comes first. */
const pairs =
  `"" '' \`\` ** __ ~~ () [] {} <> «» »« ‹› “” ”” ‘’ ’’ „“ „” ‚‘ ‚’ 「」 『』 【】 〈〉 《》`.split(' ');

/** Signs that begin an entry of a list and never a value. */
const bulletSigns = '•‣◦⁃∙·●○▪▫■□◆◇▶►▸➤➢→⇒★☆✓✔✗✘☐☑☒※・';

/** How entries of lists begin. `- ` and `1. ` may begin a name too: a football club is called "1. FC Köln". */
const beginnings: RegExp[] = [
  /^[-*+–—>]+\s+/,
  /^#{1,6}\s+/,
  /^\[[ xX✓]?\]\s+/,
  /^[1-9]\d{0,3}(?:[.)\]:]|\.\))\s+/,
  /^[a-zA-Z]\)\s+/,
  // `(1) ` before digits is the area code of a phone number: `(11) 987654321`.
  /^\([1-9a-zA-Z]\d?\)\s+(?!\d)/,
];
const signs = new RegExp(`^(?:[${bulletSigns}\u2460-\u2473]|\\p{Extended_Pictographic})+\\s*`, 'u');

/** Characters that end a sentence or separate values. */
const trailing = ',;.:!?、。\\';
const leading = ',;:';

/** So often a value is unwrapped, at most. */
const mostLayers = 24;

/** The value without the sign of a list's entry in front: a bullet, a number, a check box. */
export function withoutBullet(value: string): string {
  // Most values begin with letters or digits, and most of them with none that number an entry.
  if (/^(?:[a-zA-Z][^)]|\d+$|\d+[^\d.)\]:])/.test(value)) return value;
  const text = value.replace(signs, '');
  if (text !== value) return text;
  for (const beginning of beginnings) {
    const rest = value.replace(beginning, '');
    if (rest !== value) return rest;
  }
  return value;
}

/** Whether the value begins with a sign that stands in front of the entries of lists and in front of nothing else. */
export function hasBulletSign(value: string): boolean {
  return signs.test(value);
}

/** The value without the quotes, brackets or marks of emphasis that enclose the whole of it. */
export function withoutWrapping(value: string): string {
  const content = withoutTags(value);
  if (content !== value) return content;
  const ends = `${value[0]}${value.at(-1)}`;
  return value.length > 1 && pairs.includes(ends) ? value.slice(1, -1).trim() : value;
}

/**
 * A value without whatever stands around it in a list, a document or a spreadsheet: bullets, numbering, quotes, brackets,
 * emphasis, HTML tags, the marks of a spreadsheet's text (`'123`, `="123"`), punctuation at its end. For ids, domains and
 * phone numbers; of a name it may cut off a part.
 */
export function peel(text: string): string {
  let value = text.trim();
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const bare = withoutBullet(value);
    const inner = bare === value ? withoutWrapping(value) : bare;
    // What is paired goes in pairs, before single marks do.
    const next = inner === value ? withoutStrays(value) : inner;
    if (next === value) break;
    value = next.trim();
  }
  return value;
}

/** Without one half of a pair, and without the marks before and after a value. */
function withoutStrays(value: string): string {
  let start = 0;
  let end = value.length;
  if (value.startsWith('=') && /^=["'\d]/.test(value)) start = 1;
  while (start < end && isStray(value, start, leading)) start += 1;
  while (end > start && isStrayAtEnd(value, end - 1)) end -= 1;
  return value.slice(start, end).trim();
}

const halves = `"'\`<([{«‹“”„‘’‚「『【〈《`;
const otherHalves = `"'\`>)]}»›“”‘’」』】〉》`;

function isStray(value: string, at: number, marks: string): boolean {
  const character = value[at] ?? '';
  if (marks.includes(character)) return true;
  const closing = pairs.find((pair) => pair[0] === character)?.[1] ?? '';
  return halves.includes(character) && !value.includes(closing, at + 1);
}

function isStrayAtEnd(value: string, at: number): boolean {
  const character = value[at] ?? '';
  if (trailing.includes(character) || /\s/.test(character)) return true;
  // One half of an emphasis whose other half was taken for a bullet: `* 123**`.
  if ('*_~'.includes(character)) return !value.startsWith(character);
  if (!otherHalves.includes(character)) return false;
  const opening = pairs.find((pair) => pair[1] === character && pair[0] !== character)?.[0];
  return opening === undefined ? value.indexOf(character) === at : !value.slice(0, at).includes(opening);
}

/** `<li>123</li>` -> `123`. */
function withoutTags(value: string): string {
  if (!value.startsWith('<') || !value.endsWith('>')) return value;
  const [whole = '', name = ''] = /^<([a-z][a-z0-9]{0,15})(?:\s[^<>]{0,500})?>/i.exec(value) ?? [];
  const end = `</${name}>`;
  if (!name || !value.toLowerCase().endsWith(end.toLowerCase())) return value;
  return value.slice(whole.length, -end.length).trim();
}
