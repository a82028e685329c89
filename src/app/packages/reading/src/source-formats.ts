/**
 * Text that was copied as source: JSON, vCards, HTML, the source of an email. It is turned into lines and columns between
 * tabs, as a spreadsheet would give them.
 */
export function withoutSourceFormat(text: string): string {
  if (/^\s*[[{]/.test(text)) return fromJson(text) ?? text;
  if (/^BEGIN:VCARD/im.test(text)) return fromCards(text);
  return fromHtml(quotedPrintable.test(text) ? fromQuotedPrintable(text) : text);
}

/** A number with more digits is not exact in JSON as JavaScript reads it. */
const inexact = /[:,[\s]-?\d{16}/;

/** A text with more cells is nearly empty, and no table that anybody has: each object with keys of its own. */
const mostCells = 1_000_000;

/** A list of values, or of objects: also within another object, as HubSpot's API answers. */
function fromJson(text: string): string | undefined {
  if (inexact.test(text)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = Array.isArray(parsed)
    ? parsed
    : (Object.values(parsed as object).find(Array.isArray) ?? [parsed]);
  const objects = (list as unknown[]).map(flat);
  if (objects.length === 0) return undefined;
  if (objects.every((each) => typeof each !== 'object')) return objects.map(cellOf).join('\n');
  const names = [...new Set(objects.flatMap((each) => Object.keys(Object(each))))];
  if (names.length * objects.length > mostCells) return undefined;
  const rows = objects.map((each) => names.map((name) => (each as Record<string, unknown>)[name]));
  return separated([names, ...rows]);
}

/** HubSpot's API has a record's properties in an object of their own. */
function flat(each: unknown): unknown {
  if (typeof each !== 'object' || each === null) return each;
  const { properties, ...own } = each as Record<string, unknown>;
  return { ...own, ...Object(properties) };
}

function separated(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => row.map(cellOf).join('\t')).join('\n');
}

function cellOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  return /[\t\n",;|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const headingOfField: Record<string, string> = { FN: 'Name', EMAIL: 'Email', TEL: 'Phone', ORG: 'Company' };

/** A row for each vCard, with the first name, address and number of it. */
function fromCards(text: string): string {
  const fields = Object.keys(headingOfField);
  const rows = text
    .split(/^END:VCARD/im)
    .filter((card) => card.includes(':'))
    .map((card) =>
      fields.map(
        (field) => new RegExp(`^(?:item\\d+\\.)?${field}(?:;[^:\\n]*)?:(.*)$`, 'im').exec(card)?.[1],
      ),
    );
  return separated([Object.values(headingOfField), ...rows]);
}

const quotedPrintable = /=(?:40|3[cde]|[c-f][0-9a-f]=[89ab][0-9a-f])/i;

/** RFC 2045: `=40` is an @, and an = at the end of a line joins it with the next. */
function fromQuotedPrintable(text: string): string {
  try {
    return decodeURIComponent(
      text
        .replace(/=\n/g, '')
        .replaceAll('%', '%25')
        .replace(/=([0-9a-f]{2})/gi, '%$1'),
    );
  } catch {
    return text;
  }
}

const entities: Record<string, string> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

/** A line for each row and item, a tab between cells. Links stay, because they lead to records. */
function fromHtml(text: string): string {
  const plain = !/<\/(?:td|th|tr|li|p|div)>|<br/i.test(text)
    ? text
    : text
        .replace(/<\/(?:td|th)>\s{0,100}(?=<t[dh])/gi, '\t')
        .replace(/<\/(?:tr|li|p|div)>|<br\s?\/?>/gi, '\n')
        .replace(/<\/?(?!a\b)[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,1000})?>/gi, '');
  return plain.includes('&')
    ? plain.replace(/&(#?\w{2,4});/g, (all, name: string) => entities[name.toLowerCase()] ?? all)
    : plain;
}
