/** Cells that spreadsheets take for formulas, also after spaces and with full-width characters. */
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Cells that spreadsheets take for a number or a date, and then show or store in another form. */
const numeric = /^[+(-]?[\d\uFF10-\uFF19](?:[\d\uFF10-\uFF19 .,:/%()E+-]*[\d\uFF10-\uFF19 .,%)])?$/i;

/** What would end a cell or a row. A name may have them; a pasted row must not break. */
const breaks = /[\t\r\n\v\f\u0085\u2028\u2029]+/g;

/**
 * Rows as text between tabs, which spreadsheets paste into columns. HubSpot's `copyTextToClipboard` takes plain text only
 * (the SDK types it as `Clipboard.writeText`), so no cell can say its format.
 * - Numbers and dates become `="41200000325"`, a formula that is a text constant: Excel, Google Sheets and LibreOffice
 *   show it unchanged, with leading zeros and more than 15 digits, and "paste values" keeps the text. An apostrophe in
 *   front would be shown in Excel, and an invisible character would become part of the id.
 * - Any other cell that a spreadsheet would calculate gets an apostrophe in front, because anyone who fills in a form can
 *   choose a record's name. Names never stand inside a formula.
 */
export function toSpreadsheet(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellOf).join('\t')).join('\r\n');
}

function cellOf(value: string): string {
  const text = value.replace(breaks, ' ');
  if (numeric.test(text)) return `="${text}"`;
  if (formulaStart.test(text)) return `'${text}`;
  // A quote at the start opens a quoted cell.
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
