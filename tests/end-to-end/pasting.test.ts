import { landmarks, seededId } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;
const contact = `0-1/${landmarks.contact}`;

let panel: PanelPage;
beforeEach(() => (panel = stage.panelIn({ language: 'en', place: 'tab' })));

const lineOf = (text: string) => panel.dialog.getByRole('row').filter({ hasText: text });
async function propertyOf(type: string, id: string, name: string): Promise<string> {
  const path = `page/crm/crm/v3/objects/${type}/${id}?properties=${name}`;
  const answer = (await (await fetch(`${stage.server.url}${path}`)).json()) as {
    properties: Record<string, string>;
  };
  return answer.properties[name] ?? '';
}
const emailsOf = (...numbers: number[]) =>
  Promise.all(numbers.map((n) => propertyOf('0-1', seededId('contact', n), 'email')));
const foundOnly = async (n: number) => {
  await panel.says(`Found and added to your selection: ${n}`);
  expect(await panel.dialog.getByRole('tab', { name: /^(Not|Several)/ }).allTextContents()).toEqual([]);
};
const grouped = (id: string, separator: string) => id.replace(/\B(?=(\d{3})+$)/g, separator);

describe('a pasted list', () => {
  it.each([
    [
      'the recipients of an email',
      'Ann Smith <ann@x.example>; "Lee, Bob" <bob@x.example>, eve@x.example\u200B',
      ['Ann Smith <ann@x.example>', '"Lee, Bob" <bob@x.example>', 'eve@x.example'],
    ],
    [
      'lines with bullets, remarks and marks of ids',
      '• ann@x.example\n1. bob@x.example (work)\neve@x.example - CEO\n#41200000325',
      ['• ann@x.example', '1. bob@x.example (work)', 'eve@x.example - CEO', '#41200000325'],
    ],
    [
      'numbers in the forms that spreadsheets give them',
      '41200000325.0\n="41200000326"\n41.200.000.327\n41\u202F200\u202F000\u202F328',
      ['41200000325.0', '="41200000326"', '41.200.000.327', '41\u202F200\u202F000\u202F328'],
    ],
  ])('may be %s: a value each', async (_, text, values) => {
    await panel.open(company);
    const request = stage.page.waitForRequest('**/functions/resolve_records');
    await panel.paste(text);
    const { parameters } = (await request).postDataJSON() as { parameters: { values: string[] } };
    expect(parameters.values.map((value) => value.normalize('NFKC'))).toEqual(
      values.map((value) => value.normalize('NFKC')),
    );
  });

  it('finds each record, however it is written, and says by what', async () => {
    const [one, two] = await emailsOf(60, 61);
    const id = seededId('contact', 63);
    await panel.open(company);
    await panel.paste(`Somebody <${one}>; "Else, Some" <${two}>\n${grouped(id, '.')}\nNot A Person`);
    await panel.tab('Not found (1)').waitFor();
    await lineOf('Not A Person').waitFor();
    await panel.review(3);
    await panel.says('Found by email');
    await panel.says('Found by ID');
  });

  it('may hold names of companies with brackets and commas', async () => {
    const names = await Promise.all([2, 4].map((n) => propertyOf('0-2', seededId('company', n), 'name')));
    await panel.open(contact);
    await panel.paste([...names, 'No Such (UK)'].join('\n'));
    await panel.tab('Not found (1)').waitFor();
    await lineOf('No Such (UK)').waitFor();
    await panel.says('Found and added to your selection: 2');
  });
});

describe('numbers with commas', () => {
  it('are one number or several, as the person says, and nothing is looked up before', async () => {
    const id = seededId('contact', 44);
    await panel.open(company);
    await panel.paste([grouped(id, ','), seededId('contact', 45)].join('\n'));
    await panel.says(`What does ${grouped(id, ',')} mean?`);
    await panel.button(`4 numbers: ${grouped(id, ', ')}`).waitFor();
    await panel.press(`One number: ${id}`);
    await foundOnly(2);
  });

  it('are never looked up in parts where they are one number', async () => {
    await panel.open(company);
    await panel.paste('41,200,000,999,999');
    await panel.press(/^One number/);
    await panel.tab('Not found (1)').waitFor();
    await panel.says('Found and added to your selection: 0');
  });
});

describe('a pasted table', () => {
  it('may have short rows and a title; its phone numbers are no ids', async () => {
    const [one, two] = await emailsOf(46, 47);
    await panel.open(company);
    await panel.paste(`Contacts export\nname,email,phone\nAnn,${one},1\nBob,${two}`);
    await panel.asksColumn();
    await panel.says('Taken as a heading and not looked up: Contacts export');
    await panel.press('Find these records');
    await foundOnly(2);
  });

  it('may be Markdown, and its columns are used together', async () => {
    const [email] = await emailsOf(48);
    const rows = [
      ['Record ID', 'Email'],
      ['---', '---'],
      [seededId('contact', 49), 'no@x.example'],
      ['', email],
    ];
    await panel.open(company);
    await panel.paste(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'));
    await panel.dialog.getByRole('checkbox', { name: /also use: Email/ }).waitFor();
    await panel.press('Find these records');
    await foundOnly(2);
  });

  it('does not offer a column of other numbers as ids', async () => {
    await panel.open(contact);
    await panel.chooseType('0-3');
    await panel.paste('Deal Name\tAmount\nNo Such Deal\t27500000101');
    await panel.asksColumn();
    await panel.press('Find these records');
    await panel.tab('Not found (1)').waitFor();
    await panel.says('Found and added to your selection: 0');
  });

  it('is a list where the person says so', async () => {
    const [one, two] = await emailsOf(50, 51);
    await panel.open(company);
    await panel.paste(`Email,Other email\n${one},${two}`);
    await panel.press('It is a list');
    await panel.says('Found and added to your selection: 2');
  });
});

describe('a first line that was taken for a heading', () => {
  it('is looked up too, and the rest stays', async () => {
    const [email] = await emailsOf(55);
    await panel.open(company);
    await panel.paste(`Email\n${email}`);
    await panel.says('Taken as a heading and not looked up: Email');
    await panel.button('Look up too').click();
    await panel.tab('Not found (1)').waitFor();
    await panel.says('Found and added to your selection: 1');
  });

  it('is data where the person says so', async () => {
    const [one, two] = await emailsOf(56, 57);
    await panel.open(company);
    await panel.paste(`Name\tOther\n${one}\tX\n${two}\tY`);
    await panel.dialog.getByRole('checkbox', { name: 'The first row holds headings' }).click();
    await panel.dialog.getByText('Column 1').first().waitFor({ state: 'attached' });
  });
});

describe('a link to a custom object', () => {
  it('is found by the full name of its type', async () => {
    await panel.open(company);
    await panel.chooseType(landmarks.customObjectType);
    await panel.paste(
      `https://app.hubspot.com/contacts/12345678/record/p12345678_vehicle/${landmarks.vehicle}`,
    );
    await foundOnly(1);
  });
});

describe('a line that is not used', () => {
  it('says why, whatever stands around a link to another account', async () => {
    const link = `https://app.hubspot.com/contacts/99/contact/${seededId('contact', 52)}`;
    await panel.open(company);
    await panel.paste([`<${link}>`, `(${link}?a=b)`, '4.12E+10', '#N/A', 'two@at@example'].join('\n'));
    await panel.tab('Not readable (5)').waitFor();
    const reasons = [
      [`<${link}>`, 'This URL leads to another HubSpot account.'],
      [`(${link}?a=b)`, 'This URL leads to another HubSpot account.'],
      ['4.12E+10', 'The spreadsheet has cut the digits.'],
      ['#N/A', 'This is an error of the spreadsheet'],
      ['two@at@example', 'This is not a valid email address.'],
    ] as const;
    for (const [line, reason] of reasons) expect(await lineOf(line).first().textContent()).toContain(reason);
    await panel.says('Found and added to your selection: 0');
  });

  it('is corrected in place by keyboard, without the rest being lost', async () => {
    const [one, two] = await emailsOf(53, 54);
    await panel.open(company);
    await panel.paste([one, `x${two}`, 'nobody@x.example'].join('\n'));
    await panel.tab('Not found (2)').waitFor();
    const field = lineOf(`x${two}`).getByRole('textbox', { name: /^Instead of “x/ });
    await field.focus();
    await stage.page.keyboard.press('Home');
    await stage.page.keyboard.press('Delete');
    await stage.page.keyboard.press('Enter');
    await panel.tab('Not found (1)').waitFor();
    await panel.says('Found and added to your selection: 2');
    await panel.says('Your selection: 2 contacts');
    await stage.page.waitForFunction("document.activeElement.value === 'nobody@x.example'");
  });

  it('gets another reason when its correction cannot be read either', async () => {
    await panel.open(company);
    await panel.paste('nobody@x.example');
    const field = panel.dialog.getByRole('textbox', { name: 'Instead of “nobody@x.example”' });
    await field.fill('nobody@');
    await panel.button('Look up').click();
    await panel.tab('Not readable (1)').waitFor();
    await panel.says('This is not a valid email address.');
  });
});
