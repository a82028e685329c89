import fc from 'fast-check';
import { findColumn } from './column';
import { readPastedText, readRows } from './table';

const list = (text: string) => {
  const pasted = readPastedText(text);
  if ('columns' in pasted) throw new Error('This was read as a table.');
  return pasted.values;
};
const columns = (text: string) => {
  const pasted = readPastedText(text);
  if ('values' in pasted) throw new Error('This was read as a list.');
  return pasted.columns;
};

describe('reading pasted text as a list', () => {
  it.each([
    ['one value a line', '1\n2\r\n3\r4', ['1', '2', '3', '4']],
    ['blank lines and spaces', '\n  1 \n\n\t\n2\n', ['1', '2']],
    ['several values in one line', '1, 2;3', ['1', '2', '3']],
    ['a name with a comma', 'Acme, Inc. of Ohio', ['Acme, Inc. of Ohio']],
    ['rows of different lengths', 'a@x.com,b@x.com\nc@x.com', ['a@x.com', 'b@x.com', 'c@x.com']],
    ['a byte order mark', '\uFEFF1\n2', ['1', '2']],
    ['an unclosed quote', '"Acme\nBeta', ['"Acme', 'Beta']],
    ['nothing', ' \n ', []],
  ])('reads %s', (_, text, values) => expect(list(text)).toEqual(values));
});

describe('reading pasted text as a table', () => {
  it.each([
    ['tabs', 'Name\tEmail\nAda\tada@x.com\nBob\tbob@x.com'],
    ['semicolons', 'Name;Email\nAda;ada@x.com\nBob;bob@x.com'],
    ['commas', 'Name,Email\r\nAda,ada@x.com\r\nBob,bob@x.com\r\n'],
  ])('takes apart columns separated by %s', (_, text) => {
    expect(columns(text)).toEqual([
      { heading: 'Name', values: ['Ada', 'Bob'] },
      { heading: 'Email', values: ['ada@x.com', 'bob@x.com'] },
    ]);
  });

  it('reads quoted cells with separators, quotes and line breaks in them', () => {
    const text = 'Name,Email\n"Lovelace, ""Ada""\nCountess",ada@x.com';
    expect(columns(text)[0]?.values).toEqual(['Lovelace, "Ada"\nCountess']);
  });

  it('reads a quoted heading after a byte order mark', () => {
    const text = '\uFEFF"Name","Email"\n"Ada","ada@x.com"';
    expect(columns(text)[0]).toEqual({ heading: 'Name', values: ['Ada'] });
  });

  it('takes a first row with values in it as data', () => {
    expect(columns('Ada,ada@x.com\nBob,bob@x.com')[1]).toEqual({ values: ['ada@x.com', 'bob@x.com'] });
  });

  it('reads back any cells, however they are quoted', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.trim());
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';'))
          .join('\n');
        expect(readRows(text, ';')).toEqual(rows.filter((row) => row.some(Boolean)));
      }),
    );
  });

  it('ends with any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readPastedText(text)),
    );
  });

  it('reads 50,000 lines', () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `Name ${index}\tuser${index}@example.com`).join(
      '\n',
    );
    expect(columns(text)[1]?.values).toHaveLength(50_000);
  });
});

describe('finding the column that names the records', () => {
  it.each([
    ['the only one with emails, for contacts', '0-1', 'Name\tMail\nAda\tada@x.com', 1],
    ['the only one with domains, for companies', '0-2', 'Web\tOwner\nacme.com\tAda', 0],
    ['the one with emails in most cells', '0-1', 'A\tB\na@x.com\tb@x.com\ny\tc@x.com\nz\td@x.com', 1],
    ['the record id before an email', '0-1', 'Email,Record ID\nada@x.com,17', 1],
    ['a heading, where the cells do not tell', '0-3', 'Owner,Deal name\nAda,Big one', 1],
    ['a Japanese heading', '0-2', '担当,会社名\nAda,アクメ', 1],
  ])('takes %s', (_, objectType, text, column) => {
    expect(findColumn(objectType, columns(text))).toBe(column);
  });

  it.each([
    ['two columns of ids without headings', '0-1', '1,2\n3,4'],
    ['two headings of the same kind', '0-1', 'Record ID - Contact,Record ID - Company\n1,2\n3,4'],
    ['nothing that fits', '0-1', 'Colour,Size\nred,big'],
  ])('asks about %s', (_, objectType, text) => {
    expect(findColumn(objectType, columns(text))).toBeUndefined();
  });
});
