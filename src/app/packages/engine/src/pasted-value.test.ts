import fc from 'fast-check';
import { parsePastedValue } from './pasted-value';

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const custom = '2-1234567';

describe('parsePastedValue', () => {
  it.each([
    [contact, '123', { kind: 'id', value: '123' }],
    [contact, ' "123", ', { kind: 'id', value: '123' }],
    [custom, '9223372036854775807', { kind: 'id', value: '9223372036854775807' }],
    [contact, 'Ada@Example.com', { kind: 'email', value: 'Ada@Example.com' }],
    [contact, '<ada+crm@example.co.jp>', { kind: 'email', value: 'ada+crm@example.co.jp' }],
    [contact, 'mailto:ada@example.com', { kind: 'email', value: 'ada@example.com' }],
    [contact, '山田@例え.jp', { kind: 'email', value: '山田@例え.jp' }],
    [company, 'https://www.Example.com/about?x=1', { kind: 'domain', value: 'example.com' }],
    [company, 'sub.example.co.uk', { kind: 'domain', value: 'sub.example.co.uk' }],
    [company, 'Acme, Inc', { kind: 'name', value: 'Acme, Inc' }],
    [company, '株式会社サンプル', { kind: 'name', value: '株式会社サンプル' }],
    [deal, 'Renewal 2027', { kind: 'name', value: 'Renewal 2027' }],
    [company, 'https://app.hubspot.com/contacts/1/record/0-2/55', { kind: 'id', value: '55' }],
    [company, 'https://app-eu1.hubspot.com/contacts/1/company/55/?x=y', { kind: 'id', value: '55' }],
    [custom, 'https://app.hubspot.com/contacts/1/record/2-1234567/55/view/1', { kind: 'id', value: '55' }],
  ])('for type %s reads %j', (type, value, expected) =>
    expect(parsePastedValue(type, value)).toEqual(expected),
  );

  it.each([
    [contact, ''],
    [contact, '0'],
    [contact, '99999999999999999999'],
    [contact, 'Ada Lovelace'],
    [contact, 'a@b'],
    [contact, 'a@@b.example'],
    [contact, 'https://app.hubspot.com/contacts/1/record/0-2/55'],
    [company, 'https://app.hubspot.com/contacts/1/contact/55'],
    [company, 'https://app.hubspot.com/contacts/1/objects/0-2/views/all'],
    [company, 'ada@example.com'],
    [company, '---'],
    [company, 'PK\u0003\u0004\u0000\uFFFD'],
    [custom, 'Some car'],
  ])('for type %s says of %j that it is unreadable', (type, value) => {
    expect(parsePastedValue(type, value)).toEqual({ kind: 'unreadable' });
  });

  it('reads any text at all, and never passes on an id that is none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(contact, company, deal, custom),
        fc.string({ unit: 'binary' }),
        (type, text) => {
          const read = parsePastedValue(type, text);
          if (read.kind === 'id') expect(read.value).toMatch(/^[1-9]\d{0,18}$/);
        },
      ),
    );
  });
});
