import { isIpAddress } from './numbers';

/** Digits a phone number has: the shortest local ones, and the most that ITU-T E.164 allows. */
const fewestDigits = 7;
const mostDigits = 15;
/** With a label and an extension, a phone number has no more characters. */
const longestPhone = 60;

const label =
  /^(?:tel|phone|telephone|telefon|téléphone|teléfono|telefone|mobile|mobil|mob|cell|handy|portable|móvil|celular|office|work|home|direct|[tmpc])\s*[.:：]\s*|^(?:電話(?:番号)?|携帯(?:電話)?)\s*[:：]?\s*/i;
const extension =
  /(?:\s*[,;]?\s*(?:ext|extn|extension|poste|dw|durchwahl|内線|anexo|ramal)\s*[.:=]?\s*|\s*[x#]\s*|;\s*ext=)\d{1,6}$/i;
const allowed = /^\+?[\d\s().\-/‐‑‒–—\u00A0\u2007-\u200A\u202F]+$/;
const date = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})$/;

/**
 * A phone number's digits, with a leading `+` where it is written with one or with `00`, without an extension; undefined
 * where the text is none. Digits alone are a phone number only in company of something that marks one: a plus, a zero in
 * front, brackets, dashes, a word such as `Tel:`.
 */
export function phoneIn(text: string): string | undefined {
  const number = phoneLike(text);
  return number !== undefined && number.isMarked ? number.value : undefined;
}

/** Digits that may be a phone number, marked as one or not: `4155552671`, `415 555 2671`. */
export function perhapsPhone(text: string): string | undefined {
  return phoneLike(text)?.value;
}

function phoneLike(text: string): { value: string; isMarked: boolean } | undefined {
  if (text.length > longestPhone || text.length < fewestDigits || !hasDigits(text)) return undefined;
  const isBare = allowed.test(text);
  const labelled = isBare
    ? text
    : text
        .replace(/^(?:tel|sms|callto):(?:\/\/)?/i, '')
        .replace(/^https:\/\/wa\.me\/\+?/i, '+')
        .replace(label, '');
  const number = (isBare ? text : labelled.replace(extension, '')).trim();
  if (
    (!isBare && !allowed.test(number)) ||
    date.test(number) ||
    isIpAddress(number) ||
    /^[^(]*\)|\.\s/.test(number)
  )
    return undefined;
  const international = number
    .replace(/\(0\)/, '')
    .replace(/^\(?00(?=[1-9\s])/, '+')
    .replace(/^\(\+/, '+');
  const digits = international.replace(/\D/g, '');
  if (digits.length < fewestDigits || digits.length > mostDigits) return undefined;
  const isMarked =
    labelled !== text ||
    number !== labelled.trim() ||
    /^[+0]|[()/\-‐‑‒–—]|^\d{2,}(?:\.\d{2,}){2,}$/.test(number);
  return { value: international.startsWith('+') ? `+${digits}` : digits, isMarked };
}

/** A phone number among words, and the words: `Ann Smith: +44 20 7946 0123`. Undefined where other digits stand beside it. */
export function phoneBesideWords(text: string): { phone: string; words: string } | undefined {
  if (text.length > 200 || !hasDigits(text)) return undefined;
  const [run = '', ...others] = text.match(/[+(]?\d[\d ()./\-–]{5,22}\d/g) ?? [];
  const words = text.replace(run, ' ');
  if (run === '' || others.length > 0 || /\d/.test(words)) return undefined;
  const phone = phoneIn(run);
  return phone === undefined ? undefined : { phone, words: words.replace(/\s+/g, ' ').trim() };
}

/** Whether there are enough digits: counted first, because most texts are names. */
function hasDigits(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits >= fewestDigits;
}
