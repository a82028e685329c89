import fc from 'fast-check';
import { toSpreadsheet } from './spreadsheet';
// eslint-disable-next-line no-restricted-imports -- the other side of the format
import { answerPastedText, readRows } from '@bulk-associate/reading';

/** The cells as a spreadsheet holds them after pasting. */
const pasted = (rows: string[][]) => toSpreadsheet(rows).split('\r\n').map((row) => row.split('\t')); // prettier-ignore

describe('a report for a spreadsheet', () => {
  it.each([
    '41200000325',
    '9223372036854775807',
    '007',
    '１２３',
    '+81 3-1234-5678',
    '(03) 1234',
    '2026-01-02',
    '1/2',
    '12E4',
    '1,000.5',
    '5%',
    '7',
  ])('keeps %j as text', (cell) => {
    expect(pasted([[cell, 'x']])).toEqual([[`="${cell}"`, 'x']]);
  });

  it.each([
    '=1+1',
    '+A1',
    '-A1',
    '@SUM(A1)',
    '  =1',
    '\uFF1D1',
    '=HYPERLINK("http://x","y")',
    '+1";=1',
    '\t=1',
    '\r=1',
  ])('keeps a spreadsheet from calculating %j', (cell) => {
    expect(pasted([[cell]])[0]?.[0]).toMatch(/^'/);
  });

  it('calculates nothing, whatever a name is', () => {
    const character = fc.constantFrom(...'=+-@\'"09ＡA１(),;:./%eE \t\r\n\u2028日');
    fc.assert(
      fc.property(fc.string({ unit: character }), (name) => {
        const [cell = ''] = pasted([[name]])[0] ?? [];
        const isConstant = /^="[^"=@A-DF-Za-df-z]*"$/.test(cell);
        expect(isConstant || !/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell)).toBe(true);
      }),
    );
  });

  it('has one row a record and one cell a column, whatever a name is', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const cells = pasted(rows);
        expect(cells.map(({ length }) => length)).toEqual(rows.map(() => 2));
        expect(toSpreadsheet(rows).split(/[\n\v\f\r\u0085\u2028\u2029]+/)).toHaveLength(rows.length);
      }),
    );
  });

  it.each(['佐藤 美咲', '"Ada" Lovelace', 'Müller, Söhne', "O'Brien", 'A1', '3 brothers'])(
    'leaves the name %j as it is',
    (name) => expect(readRows(toSpreadsheet([[name, 'x']]), '\t')).toEqual([[name, 'x']]),
  );

  it('is read back with the ids in it, without a question', () => {
    const rows = [['Name', 'Record ID'], ['Ada', '41200000325'], ['Grace', '41200000332'], ['', '41200000339']]; // prettier-ignore
    const pastedText = { text: toSpreadsheet(rows), objectType: '0-1' };
    expect(answerPastedText(pastedText).parts).toMatchObject({ kind: 'table', suggested: [1, 0] });
    const { parts } = answerPastedText({ ...pastedText, columns: [1] });
    const ids = ['="41200000325"', '="41200000332"', '="41200000339"'];
    expect(parts).toMatchObject({ entries: ids.map((id) => ({ values: [id], numbers: ['id'] })) });
  });
});
