import {
  domainIn,
  emailsIn,
  hasCutDigits,
  isSpreadsheetError,
  peel,
  phoneIn,
  plainText,
  wholeNumber,
} from '@bulk-associate/contract';

/** What a cell looks like. */
export type CellKind = 'empty' | 'id' | 'number' | 'email' | 'link' | 'domain' | 'phone' | 'date' | 'text';

/** Ids of HubSpot have had 8 digits and more for years; amounts, scores and orders have fewer. */
const fewestIdDigits = 8;
const date = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T]\d{1,2}:\d{2}.{0,20})?$/;
const decimal = /^[-+]?[$€£¥]?\s?\d[\d.,' ]{0,30}\s?[%$€£¥]?$/;

/** An address of a record, or its path alone; percent-encoded too, as mail scanners pass it on. */
const recordLink =
  /hubspot\.com(?::\d{1,5})?(?:\/|%2f)[a-z-]{1,40}(?:\/|%2f)\d|^\/[a-z-]{1,40}\/\d{1,19}\/\S*\d/i;

/** Whether a text is or holds a link into HubSpot. A ticket's subject may name HubSpot's address among other words. */
export function isHubSpotLink(text: string): boolean {
  if (!/hubspot|^\//i.test(text)) return false;
  if (recordLink.test(text)) return true;
  return /\bapp[a-z0-9-]{0,20}\.hubspot\.com/i.test(text) && !/\s/.test(text);
}

/** What marks an id in front of it: `#`, `ID: `, `Record ID `, `hs_object_id=`. */
const idMark = /^(?:#\s*|[^\d#]{0,40}(?:^|[^a-z])ids?[\s:=#.：_-]{0,10})(?=\d)/i;

/** A value without what stands around it, and without the words that mark an id. */
export function bareValue(plain: string): string {
  const bare = peel(plain);
  const number = bare.replace(idMark, '');
  return number === bare ? bare : peel(number);
}

/** What a cell looks like by itself; a lone number is an `id` only if it is as long as ids are. */
export function kindOfCell(cell: string): CellKind {
  if (cell.length > 2000) return 'text';
  const text = plainText(cell);
  if (text === '' || isSpreadsheetError(text)) return 'empty';
  if (hasCutDigits(text)) return 'number';
  if (/^\d+$/.test(text)) return text.length >= fewestIdDigits && !text.startsWith('0') ? 'id' : 'number';
  if (text.includes('@') && emailsIn(text).length > 0) return 'email';
  if (isHubSpotLink(text)) return 'link';
  const bare = bareValue(text);
  if (bare.includes('.') && !/\s/.test(bare) && domainIn(bare) !== undefined) return 'domain';
  if (!/\d/.test(bare)) return 'text';
  if (date.test(bare)) return 'date';
  if (/^(?:\+|\(|0[\d ])/.test(bare) && phoneIn(bare) !== undefined) return 'phone';
  const whole = wholeNumber(bare);
  if (whole !== undefined && whole !== 'unclear') return whole.length >= fewestIdDigits ? 'id' : 'number';
  if (decimal.test(bare)) return 'number';
  return phoneIn(bare) === undefined ? 'text' : 'phone';
}

/** Cells looked at to see what a column holds. */
const sampled = 100;
/** The share of a column's cells that has to look alike. */
const most = 0.8;

/** What most cells of a column look like: undefined where they differ, or there are none. */
export function kindOfCells(cells: readonly string[]): CellKind | undefined {
  const counts = new Map<CellKind, number>();
  let seen = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    const kind = kindOfCell(cell);
    if (kind === 'empty') continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    seen += 1;
    if (seen === sampled) break;
  }
  for (const [kind, count] of counts) if (count >= seen * most) return kind;
  // Ids of several lengths among each other are numbers.
  const numbers = (counts.get('id') ?? 0) + (counts.get('number') ?? 0);
  return seen > 0 && numbers >= seen * most ? 'number' : undefined;
}

/** Whether a cell can only be a value, and no heading. */
export function isSurelyValue(cell: string): boolean {
  return ['id', 'email', 'link', 'date', 'phone'].includes(kindOfCell(cell));
}

const legalForms = new Set(
  (
    'inc incorporated llc ltd limited llp lp plc corp corporation co company gmbh mbh ag kg kgaa ohg ug ev se sa sas sasu ' +
    'sarl srl spa bv nv vof ab as asa aps a/s oy oyj kk pte pty sdn bhd kft zrt doo sro sp z oo spzoo ltda sl slu pc pllc ' +
    'trust & jr sr ii iii'
  ).split(' '),
);

/** Whether a part of a name with commas is a company's legal form: the `Inc.` of `Wingtip, Inc.` */
export function isLegalForm(part: string): boolean {
  if (part.length > 30) return false;
  const words = part.trim().toLowerCase().split(/\s+/);
  return words[0] !== '' && words.every((word) => legalForms.has(word.replace(/[.,]/g, '')));
}
