/** Numbers as all tables show them. */
export const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A table in Markdown. The first column is text. */
export function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? number.format(cell) : cell)).join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
