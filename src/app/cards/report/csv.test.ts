import fc from 'fast-check';
import { toCsv } from './csv';
// eslint-disable-next-line no-restricted-imports -- the other side of the format
import { readRows, withPlainBreaks } from '@bulk-associate/reading';

const read = (text: string) => readRows(withPlainBreaks(text), ',');

describe('a report as CSV', () => {
  it('quotes what holds separators, quotes or line breaks', () => {
    expect(toCsv([['a', 'b,c', 'd"e', 'f\ng']])).toBe('a,"b,c","d""e","f\ng"');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\uFF1D1', '=HYPERLINK("http://x","y")'])(
    'keeps a spreadsheet from calculating %j',
    (cell) => {
      const [[first = ''] = []] = read(toCsv([[cell, 'x']]));
      expect(first).toMatch(/^'/);
    },
  );

  it('does not change other cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '"', ',', 'é', '日', '=', ' ') }).map((text) => `x${text}`); // prettier-ignore
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(read(toCsv(table))).toEqual(table.map((row) => row.map((text) => text.trim())));
      }),
    );
  });
});
