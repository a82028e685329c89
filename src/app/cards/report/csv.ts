/** With what a spreadsheet takes a cell for a formula, even after spaces, and in the full-width forms too. */
const formulaStart = /^(\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r])/;

/**
 * Rows as CSV (RFC 4180). A cell that a spreadsheet would calculate gets an apostrophe in front: a record may be named
 * by anyone who fills in a form.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(csvCell).join(',')).join('\r\n');
}

function csvCell(value: string): string {
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
