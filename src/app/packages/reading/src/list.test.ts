import { readPastedText } from './read-pasted-text';
import type { TextContext } from './pasted-text';

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const ticket = '0-5';

function listed(objectType: string, text: string, said: Partial<TextContext> = {}) {
  const pasted = readPastedText(text, { objectType, ...said });
  if (pasted.kind !== 'list') throw new Error(`This was read as ${JSON.stringify(pasted)}.`);
  return pasted;
}
const values = (objectType: string, text: string, said?: Partial<TextContext>) =>
  listed(objectType, text, said).lines.flatMap((line) => line.values);
const asked = (objectType: string, text: string) => {
  const pasted = readPastedText(text, { objectType });
  return pasted.kind === 'askNumbers' ? pasted : pasted.kind;
};

describe('reading pasted text as a list', () => {
  it.each([
    ['one value a line', '1\n2\r\n3\r4', ['1', '2', '3', '4']],
    ['blank lines and spaces', '\n  1 \n\n\t\n2\n', ['1', '2']],
    ['several values in one line', '1, 2;3', ['1', '2', '3']],
    ['tabs', 'a@x.com\tb@x.com', ['a@x.com', 'b@x.com']],
    ['bars', 'a@x.com | b@x.com', ['a@x.com', 'b@x.com']],
    ['full-width separators', '18300000101，18300000102；18300000103、18300000104', ['18300000101', '18300000102', '18300000103', '18300000104']], // prettier-ignore
    ['blanks', '18300000101 18300000108', ['18300000101', '18300000108']],
    ['a list of small numbers', '1 2 3', ['1', '2', '3']],
    ['wide gaps', '101   102   103', ['101', '102', '103']],
    ['rows of different lengths', 'a@x.com,b@x.com\nc@x.com', ['a@x.com', 'b@x.com', 'c@x.com']],
    ['rows of addresses', 'a@x.com,b@x.com\nc@x.com,d@x.com', ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com']],
    ['a byte order mark', '\uFEFF1\n2', ['1', '2']],
    ['Unicode’s line breaks', '1\u20282\u20293', ['1', '2', '3']],
    ['links', 'https://app.hubspot.com/contacts/123/contact/1 https://app.hubspot.com/contacts/123/contact/2', ['https://app.hubspot.com/contacts/123/contact/1', 'https://app.hubspot.com/contacts/123/contact/2']], // prettier-ignore
    ['a link whose label holds a comma', '[Smith, Ann](https://app.hubspot.com/contacts/123/contact/1)', ['[Smith, Ann](https://app.hubspot.com/contacts/123/contact/1)']], // prettier-ignore
    ['a formula', '=HYPERLINK("https://app.hubspot.com/contacts/123/contact/1","Ann")', ['=HYPERLINK("https://app.hubspot.com/contacts/123/contact/1","Ann")']], // prettier-ignore
    ['phone numbers', '+44 20 7946 0123, (020) 7946-0124', ['+44 20 7946 0123', '(020) 7946-0124']],
    ['a phone number with an extension', '+49 30 1234567, ext. 12', ['+49 30 1234567, ext. 12']],
    ['a list of a program', '["41200000325","41200000326"]', ['41200000325', '41200000326']],
    ['a list in brackets', "('41200000325', '41200000326')", ["'41200000325'", "'41200000326'"]],
    ['items of a web page', '<ul><li>a@x.com</li><li>b@x.com</li></ul>', ['a@x.com', 'b@x.com']], // prettier-ignore
    ['a sum beneath', '41200000325\nTotal\t2', ['41200000325', 'Total\t2']],
    ['an invisible blank within a number', '7,\u200B100’000', ['7,100’000']],
    [
      'a list of SQL',
      "SELECT * FROM contacts WHERE id IN ('41200000325','41200000326');",
      ["'41200000325'", "'41200000326'"],
    ],
    ['conditions of SQL', 'id = 41200000325 OR id = 41200000326', ['id = 41200000325', 'id = 41200000326']],
    ['ids between slashes', '41200000325/41200000326', ['41200000325', '41200000326']],
    ['ids between written line breaks', '41200000325\\n41200000326', ['41200000325', '41200000326']],
    ['ids from one to the other', '41200000325-41200000329', ['41200000325-41200000329']],
    ['a date', '12/05/2026', ['12/05/2026']],
    [
      'ids between dots',
      '41200000325 · 41200000326 • 41200000327',
      ['41200000325', '41200000326', '41200000327'],
    ],
    [
      'phone numbers between slashes',
      '+44 20 7946 0123 // 020 7946 0124',
      ['+44 20 7946 0123', '020 7946 0124'],
    ],
    ['mentions of a chat', '@Ann Smith @Bob Lee', ['@Ann Smith', '@Bob Lee']],
    ['names with an "and"', 'Ann Smith, Bob Lee and Eve Ray', ['Ann Smith', 'Bob Lee', 'Eve Ray']],
    ['items in brackets', '(41200000325), (41200000326)', ['(41200000325)', '(41200000326)']],
    ['a list of a programming language', 'ids = [41200000325, 41200000326]', ['41200000325', '41200000326']],
    [
      'ids with a no-break space between them',
      '41200000325\u00A041200000326',
      ['41200000325', '41200000326'],
    ],
    ['a couple', 'Ann and Bob Smith', ['Ann and Bob Smith']],
    ['nothing', ' \n ', []],
  ])('reads %s', (_, text, expected) => expect(values(contact, text)).toEqual(expected));

  it.each([
    [company, 'contoso.com fabrikam.com', ['contoso.com', 'fabrikam.com']],
    [company, 'contoso.com, fabrikam.com', ['contoso.com', 'fabrikam.com']],
    [company, '@contoso.com, *@fabrikam.com', ['@contoso.com', '*@fabrikam.com']],
    [company, 'ann@contoso.com; bob@fabrikam.com', ['ann@contoso.com', 'bob@fabrikam.com']],
    [deal, '27500000101;27500000108', ['27500000101', '27500000108']],
    [deal, 'Renewal - €12,000\n1984 – Phase 2 - €8,000', ['Renewal - €12,000', '1984 – Phase 2 - €8,000']],
    [company, 'Alder und Beech', ['Alder und Beech']],
  ])('for type %s separates %s', (type, text, expected) => expect(values(type, text)).toEqual(expected));

  it.each([
    [contact, 'Email\na@x.com\nb@x.com', 'Email', ['a@x.com', 'b@x.com']],
    [contact, 'Record ID\n12\n15', 'Record ID', ['12', '15']],
    [contact, 'ID\n4.12E+10\n4.13E+10', 'ID', ['4.12E+10', '4.13E+10']],
    [contact, 'Email\n#N/A\na@x.com', 'Email', ['#N/A', 'a@x.com']],
    [
      company,
      'Company name\nWingtip, Inc.\nContoso, Ltd.',
      'Company name',
      ['Wingtip, Inc.', 'Contoso, Ltd.'],
    ],
    [deal, '取引名\nA\nB', '取引名', ['A', 'B']],
  ])('for type %s takes the first line of %j for its heading', (type, text, heading, expected) => {
    expect(listed(type, text).heading).toBe(heading);
    expect(values(type, text)).toEqual(expected);
    expect(values(type, text, { shape: 'list' })).toHaveLength(expected.length + 1);
  });

  it.each([
    [contact, 'Phone\n415 555 2671\n4155552672', 'phone'],
    [deal, 'Deal name\nRenewal\n1984', 'name'],
    [contact, 'Record ID\n12\n15', 'id'],
  ])('for type %s says of digits what the heading of %j says', (type, text, kind) => {
    expect(listed(type, text).lines.map(({ numbers }) => numbers)).toEqual([[kind], [kind]]);
  });

  it('reads 50,000 lines, and as many values in one', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => String(41_200_000_000 + index));
    expect(values(contact, ids.join('\n'))).toEqual(ids);
    expect(values(contact, ids.join(','))).toEqual(ids);
  });

  it.each(['"', 'a,', '1,', '1 ', '=A(,', '"a",', '; ', 'a@b.cc,', '<', '(', '[x]('])(
    'leaves a megabyte of %j whole, which is no list that a person wrote',
    (piece) => {
      const text = piece.repeat(Math.ceil(2 ** 20 / piece.length));
      for (const type of [contact, company]) expect(values(type, text).length).toBeLessThanOrEqual(1);
    },
  );

  it('leaves more addresses whole than anyone looks up', () => {
    const addresses = Array.from({ length: 120_000 }, (_, index) => `u${index}@x.com`);
    expect(values(contact, addresses.join(','))).toHaveLength(1);
  });
});

describe('reading recipients of a mail program', () => {
  const ann = 'Ann Smith <ann@example.com>';

  it.each([
    ['semicolons', `${ann}; Bob Lee <bob@example.org>`, [ann, 'Bob Lee <bob@example.org>']],
    ['commas', `${ann}, Bob Lee <bob@example.org>`, [ann, 'Bob Lee <bob@example.org>']],
    ['quoted names', '"Smith, Ann" <ann@example.com>, "Lee, Bob" <bob@example.org>', ['"Smith, Ann" <ann@example.com>', '"Lee, Bob" <bob@example.org>']],
    ['family names first', 'Smith, Ann <ann@example.com>', ['Smith, Ann <ann@example.com>']],
    ['family names first, in lines', 'Smith, Ann <ann@example.com>\nLee, Bob <bob@example.org>', ['Smith, Ann <ann@example.com>', 'Lee, Bob <bob@example.org>']],
    ['family names first, in a line', 'Smith, Ann <ann@example.com>, Lee, Bob <bob@example.org>', ['Smith, Ann <ann@example.com>', 'Lee, Bob <bob@example.org>']],
    ['a name without an address', `Carol Day, ${ann}`, ['Carol Day', ann]],
    ['lines that end in separators', `${ann};\nBob Lee <bob@example.org>;`, [ann, 'Bob Lee <bob@example.org>']],
    ['addresses that were wrapped', 'Ann Smith\n <ann@example.com>,\n Bob Lee\n <bob@example.org>', [ann, 'Bob Lee <bob@example.org>']],
    ['names that were wrapped', `${ann}, Bob\nLee <bob@example.org>`, [ann, 'Bob Lee <bob@example.org>']],
    ['a header', `To: ${ann},\n\tBob Lee <bob@example.org>\nCc: carol@example.net`, [`To: ${ann}`, 'Bob Lee <bob@example.org>', 'Cc: carol@example.net']],
    ['a group', `Team: ${ann}, Bob Lee <bob@example.org>;`, [`Team: ${ann}`, 'Bob Lee <bob@example.org>']],
    ['blanks', 'ann@example.com bob@example.org', ['ann@example.com', 'bob@example.org']],
    ['names and blanks', 'Ann ann@example.com Bob bob@example.org', ['Ann ann@example.com', 'Bob bob@example.org']],
    ['numbers about an address', 'Ann,ann@example.com,1', ['Ann,ann@example.com,1']],
    ['numbers behind semicolons', 'Ann;ann@example.com;1', ['Ann;ann@example.com;1']],
    ['words about an address', 'ann@example.com, CEO, Berlin', ['ann@example.com, CEO, Berlin']],
    ['comments', 'ann@example.com (work, Berlin), bob@example.org (home)', ['ann@example.com (work, Berlin)', 'bob@example.org (home)']],
    ['an address that is its own name', 'ann@example.com <ann@example.com>', ['ann@example.com <ann@example.com>']],
  ])('reads %s', (_, text, expected) => expect(values(contact, text)).toEqual(expected)); // prettier-ignore

  it('keeps the names for the lines shown', () => {
    const { lines } = listed(
      contact,
      '"Smith, Ann" <ann@example.com>; To: Bob Lee <bob@example.org>; carol@example.net',
    );
    expect(lines.map(({ name }) => name)).toEqual(['Smith, Ann', 'Bob Lee', undefined]);
  });

  it('does not take a ticket’s subject apart at an address', () => {
    const subject = 'Mail from ann@example.com, bob@example.org: please call';
    expect(values(ticket, subject)).toEqual([subject]);
  });
});

describe('reading numbers that may be grouped', () => {
  it.each([
    ['41,200,000,325', '41200000325', ['41', '200', '000', '325']],
    ['"41,200,000,325"', '41200000325', ['41', '200', '000', '325']],
    ['101,102,103', '101102103', ['101', '102', '103']],
    ['101 102 103', '101102103', ['101', '102', '103']],
    ['41 200 000 325', '41200000325', ['41', '200', '000', '325']],
    ['41,\u200D200', '41200', ['41', '200']],
    ['４１，２００', '41200', ['41', '200']],
    ['4111 1111 1111 1111', '4111111111111111', ['4111', '1111', '1111', '1111']],
    ['415 555 2671', '4155552671', ['415', '555', '2671']],
    ['41,20,00,00,325', '41200000325', ['41', '20', '00', '00', '325']],
  ])('asks which is meant by %s', (sample, grouped, list) => {
    expect(asked(contact, sample)).toEqual({
      kind: 'askNumbers',
      sample: sample.replace('\u200D', ''),
      grouped,
      list,
    });
  });

  it.each([
    ['one below the other', '41,200,000,325\n41,200,000,326', ['41200000325', '41200000326']],
    ['below a heading', 'Record ID\n41,200,000,325\n41,200,000,326', ['41200000325', '41200000326']],
    ['in a line', '41,200,000,325, 41,200,000,326', ['41200000325', '41200000326']],
    ['between semicolons', '41,200,000,325;41,200,000,326', ['41200000325', '41200000326']],
    [
      'among others',
      '5\nann@example.com\n41,200,000,325\n1,2,3',
      ['5', 'ann@example.com', '41200000325', '1', '2', '3'],
    ],
  ])('asks once about numbers %s, and reads all of them as was said', (_, text, expected) => {
    expect(asked(contact, text)).toMatchObject({ kind: 'askNumbers', sample: '41,200,000,325' });
    expect(values(contact, text, { numbers: 'grouped' })).toEqual(expected);
    expect(values(contact, text, { numbers: 'list' })).toEqual(
      expect.arrayContaining(['41', '200', '000', '325']),
    );
  });

  it.each([
    ['1,2,3', ['1', '2', '3']],
    ['101, 102, 103', ['101', '102', '103']],
    ['18300000101,18300000108', ['18300000101', '18300000108']],
    ['1001,1002', ['1001', '1002']],
    ['41.200.000.325', ['41.200.000.325']],
    ["41'200'000'325", ["41'200'000'325"]],
    ['41\u00A0200\u00A0000\u00A0325', ['41\u00A0200\u00A0000\u00A0325']],
    ['41\u2009200\u2009000\u2009325', ['41\u2009200\u2009000\u2009325']],
    ['41,200,000,325.00', ['41,200,000,325.00']],
  ])('asks nothing about %s', (text, expected) => expect(values(contact, text)).toEqual(expected));
});

describe('reading names with commas', () => {
  it.each([
    ['Acme, Inc. of Ohio', ['Acme, Inc. of Ohio']],
    ['Wingtip, Inc.', ['Wingtip, Inc.']],
    ['Wingtip, Inc.\nContoso, Ltd.', ['Wingtip, Inc.', 'Contoso, Ltd.']],
    ['Wingtip,Inc.\nContoso,Ltd.', ['Wingtip,Inc.', 'Contoso,Ltd.']],
    ['"Wingtip, Inc."\n"Contoso, Ltd."', ['"Wingtip, Inc."', '"Contoso, Ltd."']],
    ['"Wingtip, Inc.", "Contoso, Ltd."', ['"Wingtip, Inc."', '"Contoso, Ltd."']],
    ['Wingtip, Inc., Contoso, Ltd., Fabrikam', ['Wingtip, Inc.', 'Contoso, Ltd.', 'Fabrikam']],
    ['Wingtip, Inc.; Contoso, Ltd.', ['Wingtip, Inc.', 'Contoso, Ltd.']],
    ['Alder, Beech, Cedar', ['Alder', 'Beech', 'Cedar']],
    ['Alder,Beech', ['Alder', 'Beech']],
    ['Alder, Beech', ['Alder, Beech']],
    ['Alder, Beech, Cedar & Dogwood', ['Alder, Beech, Cedar & Dogwood']],
    ['Alder 5", Beech, Cedar 7"', ['Alder 5"', 'Beech', 'Cedar 7"']],
    ['Alder & Co, Name, Email\nContoso\nFabrikam\nWingtip', ['Alder & Co, Name, Email', 'Contoso', 'Fabrikam', 'Wingtip']], // prettier-ignore
    ['Name, Email\nContoso\nFabrikam\nWingtip', ['Name, Email', 'Contoso', 'Fabrikam', 'Wingtip']],
    ['Alder, Beech & Cedar', ['Alder, Beech & Cedar']],
    ['Alder, Beech & Cedar, LLP', ['Alder, Beech & Cedar, LLP']],
    ['Alder, Beech, Cedar\nContoso\nFabrikam', ['Alder, Beech, Cedar', 'Contoso', 'Fabrikam']],
    ['Alder, Beech, Cedar,\nDogwood, Elm, Fir', ['Alder', 'Beech', 'Cedar', 'Dogwood', 'Elm', 'Fir']],
    ['Contoso (UK, Ireland)', ['Contoso (UK, Ireland)']],
    ['Contoso (UK)\n(TEST) Fabrikam\nThe "Best"', ['Contoso (UK)', '(TEST) Fabrikam', 'The "Best"']],
    ['"Acme\nBeta', ['"Acme', 'Beta']],
  ])('reads the companies of %j', (text, expected) => expect(values(company, text)).toEqual(expected));

  it('separates more names than one name has commas', () => {
    const names = Array.from({ length: 31 }, (_, index) => `The Fabrikam Company of Street ${index}`);
    expect(values(company, names.join(', '))).toEqual(names);
  });

  it.each([
    [contact, 'Smith, Ann', ['Smith, Ann']],
    [contact, 'Smith, Ann\nLee, Bob', ['Smith, Ann', 'Lee, Bob']],
    [contact, 'Ann Smith, Bob Lee', ['Ann Smith', 'Bob Lee']],
    [contact, 'Ann Smith; Bob Lee', ['Ann Smith', 'Bob Lee']],
    [contact, 'Ann Smith\nBob Lee', ['Ann Smith', 'Bob Lee']],
    [deal, 'Contoso, Renewal, 2027', ['Contoso, Renewal, 2027']],
    [deal, 'Renewal (2027)\nRenewal (2028)', ['Renewal (2027)', 'Renewal (2028)']],
    [deal, 'Contoso | Renewal\nFabrikam | Renewal', ['Contoso | Renewal', 'Fabrikam | Renewal']],
    [ticket, 'Hello, it is broken, please help; thanks', ['Hello, it is broken, please help; thanks']],
  ])('reads for type %s the names of %j', (type, text, expected) => {
    expect(values(type, text)).toEqual(expected);
  });
});
