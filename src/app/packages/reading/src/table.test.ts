import { readPastedText } from './read-pasted-text';
import { rowsOf } from './rows';
import type { TextContext } from './pasted-text';

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const ticket = '0-5';

function table(objectType: string, text: string, said: Partial<TextContext> = {}) {
  const context = { objectType, ...said };
  const pasted = readPastedText(text, context);
  if (pasted.kind !== 'table') throw new Error(`This was read as ${JSON.stringify(pasted)}.`);
  const rows = (columns = pasted.suggested) => rowsOf(pasted.columns, columns, context);
  return { ...pasted, headings: pasted.columns.map(({ heading }) => heading), rows };
}
const suggested = (objectType: string, text: string) => {
  const { columns, suggested: all } = table(objectType, text);
  return all.map((index) => columns[index]?.heading ?? index);
};
const looked = (objectType: string, text: string) =>
  table(objectType, text)
    .rows()
    .map(({ values }) => values);

describe('reading pasted text as a table', () => {
  it.each([
    ['tabs', 'Name\tEmail\nAda\tada@x.com\nBob\tbob@x.com'],
    ['semicolons', 'Name;Email\nAda;ada@x.com\nBob;bob@x.com'],
    ['commas', 'Name,Email\r\nAda,ada@x.com\r\nBob,bob@x.com\r\n'],
    ['bars', 'Name | Email\nAda | ada@x.com\nBob | bob@x.com'],
    ['Markdown', '| Name | Email |\n|:-----|------:|\n| Ada | ada@x.com |\n| Bob | bob@x.com |'],
    ['a terminal', '+------+-----------+\n| Name | Email     |\n+------+-----------+\n| Ada  | ada@x.com |\n| Bob  | bob@x.com |\n+------+-----------+'],
    ['lines that a terminal draws', '┌──────┬─────┐\n│ Name │ Email │\n├──────┼─────┤\n│ Ada │ ada@x.com │\n│ Bob │ bob@x.com │\n└──────┴─────┘'],
    ['Excel’s first line', 'sep=;\nName;Email\nAda;ada@x.com\nBob;bob@x.com'],
    ['empty cells at the end', 'Name;Email;;\nAda;ada@x.com;\nBob;bob@x.com;;'],
    ['a title above', 'Contacts export\nName;Email\nAda;ada@x.com\nBob;bob@x.com'],
    ['a title with a separator', 'Contacts, 2026\n\nName,Email,Phone\nAda,ada@x.com,\nBob,bob@x.com,'],
  ])('takes apart columns separated by %s', (_, text) => {
    const { columns } = table(contact, text);
    expect(columns.slice(0, 2).map(({ heading, values }) => ({ heading, values }))).toEqual([
      { heading: 'Name', values: ['Ada', 'Bob'] },
      { heading: 'Email', values: ['ada@x.com', 'bob@x.com'] },
    ]);
  }); // prettier-ignore

  it('names the lines above the table, which are not used', () => {
    expect(table(contact, 'Contacts export\nName;Email\nAda;ada@x.com').titles).toEqual(['Contacts export']);
  });

  it('takes no row of values for a title', () => {
    const text = 'Ann,ann@x.com,1\nName,Email\nBob,bob@x.com,2\nEve,eve@x.com,3';
    const pasted = readPastedText(text, { objectType: contact });
    expect(JSON.stringify({ ...pasted, titles: [] })).toContain('ann@x.com');
  });

  it('reads quoted cells with separators, quotes and line breaks in them', () => {
    const { columns } = table(contact, 'Name,Email\n"Lovelace, ""Ada""\nCountess",ada@x.com');
    expect(columns[0]?.values).toEqual(['Lovelace, "Ada"\nCountess']);
  });

  it('fills short rows, and keeps what long rows hold more', () => {
    const { columns } = table(
      contact,
      'name,email,phone\nAnn,ann@example.com,1\nBob,bob@example.org\nEve,eve@x.com,2,more',
    );
    expect(columns.map(({ values }) => values)).toEqual([
      ['Ann', 'Bob', 'Eve'],
      ['ann@example.com', 'bob@example.org', 'eve@x.com'],
      ['1', '', '2'],
      ['', '', 'more'],
    ]);
  });

  it('knows a table without headings by a column that is of one kind, also where rows are short', () => {
    expect(looked(contact, 'Ann,ann@example.com,1\nBob,bob@example.org')).toEqual([
      ['ann@example.com'],
      ['bob@example.org'],
    ]);
  });

  it.each([
    [contact, 'phone 2\tCompany/Account\tMail\n1\tX\ta@x.com\n2\tY\tb@x.com'],
    [contact, 'Colour,Web 2.0?,Anything\nred,a@x.com,1\nblue,b@x.com,2'],
    [company, 'Web\tOwner\nacme.com\tAda'],
    [deal, 'Owner,Deal name\nAda,Big one'],
  ])('for type %s takes the first row of %j for headings', (type, text) => {
    expect(table(type, text).headings.every(Boolean)).toBe(true);
  });

  it.each([
    [contact, 'Ada,ada@x.com\nBob,bob@x.com'],
    [company, 'Contoso,Berlin\nFabrikam,Paris'],
    [contact, '1,2\n3,4'],
    [deal, 'X\t25000\nY\t30000'],
    [contact, 'Ada\t25000\nBob\t41200000325\nEve\t41200000326'],
  ])('for type %s takes the first row of %j for data', (type, text) => {
    expect(table(type, text).headings).toEqual([undefined, undefined]);
  });

  it.each(['Name,Email\nAda,ada@x.com', 'Ada\t1\nBob\t2', 'Contoso,Berlin\nFabrikam,Paris'])(
    'reads %j as a list, line by line, where the person says so',
    (text) => {
      const pasted = readPastedText(text, { objectType: deal, shape: 'list' });
      expect(pasted.kind).toBe('list');
    },
  );

  it('reads lines as one column where the person says that they are a table', () => {
    expect(table(contact, 'a@x.com\nb@x.com', { shape: 'table' }).columns).toEqual([
      { holds: 'email', values: ['a@x.com', 'b@x.com'] },
    ]);
  });

  it.each([
    [contact, 'Ann\tann@example.com\t1', [['ann@example.com']]],
    [deal, 'X\t25000', [['X']]],
  ])('for type %s reads a single row of a spreadsheet, %j, as one', (type, text, expected) => {
    expect(looked(type, text)).toEqual(expected);
  });

  it('reads 50,000 rows', () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `Name ${index}\tuser${index}@example.com`).join(
      '\n',
    );
    expect(table(contact, text).rows()).toHaveLength(50_000);
  });
});

describe('the columns that name the records', () => {
  it.each([
    ['ids before addresses before names', contact, 'Name,Email,Record ID\nAda,ada@x.com,17', ['Record ID', 'Email', 'Name']],
    ['both parts of a name', contact, 'Last name\tFirst name\nSmith\tAnn', ['First name', 'Last name']],
    ['both parts of a name in French', contact, 'Prénom;Nom;Adresse e-mail\nAnn;Smith;a@x.com', ['Adresse e-mail', 'Prénom', 'Nom']],
    ['both parts of a name in Spanish', contact, 'Nombre\tApellidos\nAnn\tSmith', ['Nombre', 'Apellidos']],
    ['a domain before a name', company, 'Name,Website\nContoso,contoso.com', ['Website', 'Name']],
    ['the heading that names the type', contact, 'Record ID - Contact,Record ID - Company\n1,2\n3,4', ['Record ID - Contact']],
    ['an id heading in Portuguese', deal, 'Nome do negócio;ID do registro\nX;5', ['ID do registro', 'Nome do negócio']],
    ['a Japanese heading', company, '担当,会社名\nAda,アクメ', ['会社名']],
    ['a phone number last but the name', contact, 'Name;Phone\nAnn;+44 20 7946 0123', ['Phone', 'Name']],
    ['not those whose cells are something else', contact, 'Record ID,Email\nabc,a@x.com\ndef,b@x.com', ['Email']],
    ['the only addresses', contact, 'x\ty\nAda\tada@x.com', ['y']],
    ['the only domains', company, 'acme.com\tAda\nx.org\tBob', [0]],
    ['links', deal, 'X\thttps://app.hubspot.com/contacts/123/deal/5\nY\thttps://app.hubspot.com/contacts/123/deal/6', [1]],
    ['the only words, without headings', company, 'Contoso\t500\nFabrikam\t200', [0]],
    ['long numbers, where nothing is said of them', deal, '27500000101\t1\n27500000102\t2', [0]],
    ['addresses before long numbers of which nothing is said', contact, '4155552671\ta@x.com\n4155552672\tb@x.com', [1]],
  ])('are %s', (_, type, text, expected) => expect(suggested(type, text)).toEqual(expected)); // prettier-ignore

  it.each([
    ['Deal Name\tAmount\nX\t25000\nY\t30000', deal, ['Deal Name']],
    ['Deal Name\tAmount\nX\t27500000101\nY\t27500000102', deal, ['Deal Name']],
    ['Name,Number of employees\nContoso,250\nFabrikam,10000000', company, ['Name']],
    ['Subject;Order\nHelp;12345678\nMe;23456789', ticket, ['Subject']],
    ['Email,Score\na@x.com,12345678\nb@x.com,23456789', contact, ['Email']],
    ['Thing\tAnything\nX\t27500000101\nY\t27500000102', deal, ['Thing']],
    ['1\t25000\n2\t30000', deal, []],
  ])('of %j are not the numbers', (text, type, expected) => expect(suggested(type, text)).toEqual(expected));

  it.each([
    ['two columns of ids without headings', contact, '27500000101,41200000101\n27500000102,41200000102'],
    ['small numbers without headings', contact, '1,2\n3,4'],
    ['columns of words', contact, 'Colour,Size\nred,big'],
    ['names in two columns', company, 'Contoso,Berlin\nFabrikam,Paris'],
    ['numbers below a word', contact, 'Score\n12\n15\n18'],
    ['long numbers below a word that is not known', contact, 'Kundennummer\n41200000325\n41200000326'],
    ['a number below a number’s heading', contact, 'Invoice no.\n41200000325'],
    ['amounts below a heading', deal, 'Amount\n27500000101\n27500000102'],
  ])('are asked for with %s', (_, type, text) => expect(suggested(type, text)).toEqual([]));
});

describe('the rows of a table', () => {
  it('are looked up by the columns in turn', () => {
    const text =
      'Vorname;Nachname;E-Mail;Datensatz-ID\nAnn;Smith;ann@x.com;41200000325\nBob;Lee;;\nEve;;eve@x.com;\n;;;';
    expect(looked(contact, text)).toEqual([
      ['41200000325', 'ann@x.com', 'Smith, Ann'],
      ['Lee, Bob'],
      ['eve@x.com', 'Eve'],
    ]);
  });

  it('show what is looked up first, and the name beside it', () => {
    expect(table(contact, 'Name,Email\nAnn Smith,ann@x.com').rows()).toEqual([
      {
        text: 'ann@x.com',
        values: ['ann@x.com', 'Ann Smith'],
        numbers: ['', 'name'],
        name: 'Ann Smith',
      },
    ]);
  });

  it('say what digits are below their headings', () => {
    const kinds = (type: string, text: string) => table(type, text).rows().map(({ numbers }) => numbers); // prettier-ignore
    expect(kinds(contact, 'Record ID,Phone,Name\n5,4155552671,47')).toEqual([['id', 'phone', 'name']]);
    expect(kinds(deal, 'Deal name;City\n100234;Berlin')).toEqual([['name']]);
    expect(kinds(deal, '27500000101\t1\n27500000102\t2')).toEqual([undefined, undefined]);
  });

  it('are not asked about where a heading says that they are phone numbers', () => {
    expect(looked(contact, 'Name;Phone\nAnn;415 555 2671\nBob;415 555 2672')).toEqual([
      ['415 555 2671', 'Ann'],
      ['415 555 2672', 'Bob'],
    ]);
  });

  it.each([
    ['semicolons', '18300000101;18300000108'],
    ['commas', '"18300000101, 18300000108"'],
    ['blanks', '18300000101 18300000108'],
    ['line breaks', '"18300000101\n18300000108"'],
  ])('are several where the cell holds several ids between %s', (_, cell) => {
    expect(looked(company, `Name,Record ID\nX,${cell}\nY,5`)).toEqual([
      ['18300000101'],
      ['18300000108'],
      ['5', 'Y'],
    ]);
  });

  it('are several where the cell holds several addresses', () => {
    const text = 'Deal\tEmail\nX\tAnn <a@x.com>; b@x.com\nY\tc@x.com';
    expect(looked(contact, text)).toEqual([['Ann <a@x.com>'], ['b@x.com'], ['c@x.com']]);
  });

  it('keep a name with separators whole', () => {
    expect(looked(company, 'Name;City\n"Alder; Beech";Berlin\n"Wingtip, Inc.";Paris')).toEqual([
      ['Alder; Beech'],
      ['Wingtip, Inc.'],
    ]);
  });

  it('are of the column that the person chooses', () => {
    const { rows } = table(deal, 'Deal Name\tAmount\nX\t25000\nY\t30000');
    expect(rows([1]).map(({ values }) => values)).toEqual([['25000'], ['30000']]);
  });

  it('are asked about where their ids may be grouped, and read as was said', () => {
    const text = 'Name,Record ID,Amount\nAnn,"41,200,000,325","1,500"\nBob,"41,200,000,326","2,500"';
    const context = { objectType: deal };
    expect(readPastedText(text, context)).toMatchObject({ kind: 'askNumbers', sample: '41,200,000,325' });
    expect(
      table(deal, text, { numbers: 'grouped' })
        .rows([1])
        .map(({ values }) => values),
    ).toEqual([['41200000325'], ['41200000326']]);
    expect(table(deal, text, { numbers: 'list' }).rows([1])).toHaveLength(8);
  });

  it('are not asked about where only their names look grouped', () => {
    expect(looked(deal, 'Deal name;City\n1,500;Berlin\nX;Paris')).toEqual([['1,500'], ['X']]);
  });

  it('are not asked about where only their amounts are grouped', () => {
    expect(looked(deal, 'Deal name;Amount\nX;1,500\nY;2,500')).toEqual([['X'], ['Y']]);
  });
});
