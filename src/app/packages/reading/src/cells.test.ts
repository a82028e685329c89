import fc from 'fast-check';
import { readLines, readRows, withPlainBreaks } from './cells';

describe('rows of separated text', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quoted cells', '"a,b",c', [['a,b', 'c']]],
    ['doubled quotes', '"a ""b""",c', [['a "b"', 'c']]],
    ['line breaks in quotes', '"a\nb",c', [['a\nb', 'c']]],
    ['blanks around quotes', ' "a,b" , c', [['a,b', 'c']]],
    ['a quote within a cell', 'The "Best",c', [['The "Best"', 'c']]],
    ['a quote behind which the cell goes on', '"Best" Ltd,c', [['"Best" Ltd', 'c']]],
    [
      'a quote that is never closed',
      '"a,b\nc,d',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a formula', '=HYPERLINK("x","y"),c', [['=HYPERLINK("x","y")', 'c']]],
    ['a formula that is never closed', '=A(1,b\nc)', [['=A(1', 'b'], ['c)']]],
    [
      'empty rows',
      'a,b\n\n,\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty cells', 'a,,b,', [['a', '', 'b', '']]],
  ])('reads %s', (_, text, rows) => expect(readRows(text, ',')).toEqual(rows));

  const separator = fc.constantFrom('\t', ';', ',', '|');
  const cell = fc.string({ unit: fc.constantFrom('a', 'Z', '1', '"', ',', ';', '\t', '|', '\n', ' ', 'é', '日'), maxLength: 8 }).map((text) => text.trim()); // prettier-ignore
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

  it('reads back any cells that are quoted, with any separator', () => {
    fc.assert(
      fc.property(table, separator, (rows, by) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(by))
          .join('\n');
        expect(readRows(text, by)).toEqual(rows.filter((row) => row.some(Boolean)));
      }),
    );
  });

  it('reads back any cells that are quoted only where they have to be', () => {
    fc.assert(
      fc.property(table, separator, (rows, by) => {
        const quoted = (each: string) =>
          each.includes(by) || /["\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each;
        const text = rows.map((row) => row.map(quoted).join(by)).join('\n');
        expect(readRows(text, by)).toEqual(rows.filter((row) => row.some(Boolean)));
      }),
    );
  });
});

describe('lines', () => {
  it('end at every kind of line break', () => {
    expect(withPlainBreaks('\uFEFFa\r\nb\rc\u2028d\u2029e\u0085f\vg').split('\n')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
    ]);
  });

  it.each([
    ['a quoted cell with a line break', '"a\nb"\nc', ['"a\nb"', 'c']],
    ['a quote that is never closed', '"a\nb', ['"a', 'b']],
    ['quoted words at the beginning', '"Best" Ltd\n"Other" Inc', ['"Best" Ltd', '"Other" Inc']],
  ])('keep %s', (_, text, lines) => expect(readLines(text)).toEqual(lines));
});
