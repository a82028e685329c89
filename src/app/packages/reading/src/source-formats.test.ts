import { readPastedText } from './read-pasted-text';
import { rowsOf } from './rows';

function looked(text: string, objectType = '0-1') {
  const pasted = readPastedText(text, { objectType });
  if (pasted.kind === 'askNumbers') return pasted.kind;
  const lines =
    pasted.kind === 'list' ? pasted.lines : rowsOf(pasted.columns, pasted.suggested, { objectType });
  return lines.map(({ values }) => values);
}

const card = (name: string, ...more: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', 'N:Smith;Ann;;;', `FN:${name}`, ...more, 'END:VCARD'].join('\r\n');

describe('text that was copied as source', () => {
  it.each([
    ['JSON, a list', '[\n  "41200000325",\n  "41200000326"\n]', [['41200000325'], ['41200000326']]],
    ['JSON, numbers', '[41200000325, 41200000326]', [['41200000325'], ['41200000326']]],
    ['JSON, objects', '[{"id":"41200000325","email":"a@x.com"},{"email":"b@x.com"}]', [['41200000325', 'a@x.com'], ['b@x.com']]],
    ['JSON, an answer of HubSpot’s API', '{"total":1,"results":[{"id":"41200000325","properties":{"email":"a@x.com","amount":null}}]}', [['41200000325', 'a@x.com']]],
    ['JSON that is cut off', '["41200000325","41200000326"', [['["41200000325"'], ['"41200000326"']]],
    ['vCards', [card('Ann Smith', 'EMAIL;TYPE=INTERNET:a@x.com', 'item1.TEL;TYPE=CELL:+49 170 1234567'), card('Bob Lee')].join('\n'), [['a@x.com', '+49 170 1234567', 'Ann Smith'], ['Bob Lee']]],
    ['an HTML table', '<table><tr><th>Email</th> <th>Name</th></tr><tr><td class="x">a@x.com</td><td><b>Ann</b></td></tr></table>', [['a@x.com', 'Ann']]],
    ['rows of an HTML table', '<tr><td>41200000325</td><td>Ann</td></tr>\n<tr><td>41200000326</td><td>Bob</td></tr>', [['41200000325'], ['41200000326']]],
    ['HTML lines', 'a@x.com<br>b@x.com<br/>', [['a@x.com'], ['b@x.com']]],
    ['HTML items with links', '<li><a href="https://app.hubspot.com/contacts/1/contact/5">Ann</a></li>', [['<a href="https://app.hubspot.com/contacts/1/contact/5">Ann</a>']]],
    ['HTML’s entities', 'Ann&nbsp;Smith &lt;a@x.com&gt;', [['Ann Smith <a@x.com>']]],
    ['quoted-printable', 'ann=40x.com\r\nbob=\r\n=40x.com', [['ann@x.com'], ['bob@x.com']]],
  ])('may be %s', (_, text, expected) => expect(looked(text)).toEqual(expected)); // prettier-ignore

  it('is not read as JSON where its numbers would change', () => {
    expect(looked('[9007199254740993, 41200000325]')).toEqual([['9007199254740993'], ['41200000325']]);
  });

  it('ends with text made to keep it busy', () => {
    for (const piece of ['[', '{"a":', '<td ', '</td>   ', '&lt', '=40', '=\n', 'BEGIN:VCARD\nTEL:', '<a<'])
      expect(() => looked(piece.repeat(Math.ceil(300_000 / piece.length)))).not.toThrow();
  });
});
