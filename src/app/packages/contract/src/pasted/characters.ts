/**
 * Characters without a shape of their own, by Unicode's property Default_Ignorable_Code_Point: soft hyphen, zero width
 * space, joiners, word joiner, byte order mark, direction marks, variation selectors. Web pages and mail programs leave
 * them in what is copied.
 */
const invisible = /\p{Default_Ignorable_Code_Point}+/gu;

/** Tab, line breaks, and the separators that Unicode counts as line breaks. */
const breaks = /[\t\n\v\f\r\x85\u2028\u2029]+/g;

/** Full-width forms of the ASCII characters U+0021 to U+007E, which Chinese, Japanese and Korean keyboards write. */
const fullWidth = /[\uFF01-\uFF5E\u3000]/g;
/** The digits of Arabic and Persian. */
const arabicDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;

const onlyAscii = /^[ -~]*$/;

/** Control characters other than blanks, and U+FFFD, which stands for bytes that are no text. */
const notText = /[^\P{Cc}\t\n\v\f\r\x85]|\uFFFD/u;

/** Whether a text comes from a file that is not text. */
export function isBinary(text: string): boolean {
  return notText.test(text);
}

export function withoutInvisible(text: string): string {
  return onlyAscii.test(text) ? text : text.replace(invisible, '');
}

/**
 * The text in the form in which ids, emails, domains, links and phone numbers are read: without invisible characters,
 * full-width forms as ASCII, line breaks as blanks.
 *
 * NFKC would go too far here. It turns `41200000325¹` into another number, and the thin and no-break spaces that group
 * the digits of one number into the blanks that stand between several.
 */
export function plainText(text: string): string {
  if (onlyAscii.test(text)) return text.trim();
  return withoutInvisible(text)
    .replace(breaks, ' ')
    .replace(fullWidth, (character) =>
      character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .trim();
}

/** The text in the form in which names are looked up: NFKC, without invisible characters, single blanks. */
export function normalizeText(text: string): string {
  // NFKC makes a blank and a mark of the accent that some write for an apostrophe.
  const plain = onlyAscii.test(text) ? text : withoutInvisible(text).replaceAll('´', "'").normalize('NFKC');
  return plain.replace(/[\s\x85]+/g, ' ').trim();
}

const lookAlikes: [RegExp, string][] = [
  [/[‘’‚‛ʹʻʼ′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
];

/**
 * Key for comparing names: two names with the same key are the same to a reader. Case, blanks, invisible characters and
 * compatibility forms do not count, nor do the various apostrophes, quotation marks and dashes.
 */
export function foldName(text: string): string {
  // Before NFKC, which turns an accent that stands alone into a blank with a mark; after it, which makes new ones.
  const folded = withoutLookAlikes(normalizeText(withoutLookAlikes(text)));
  return folded.toLowerCase().normalize('NFKC');
}

function withoutLookAlikes(text: string): string {
  return lookAlikes.reduce((name, [characters, plain]) => name.replace(characters, plain), text);
}
