import fc from 'fast-check';
import { readValue } from './read-value';
import type { ReadingKind, UnreadableReason } from './reading';

const contact = '0-1';
const company = '0-2';
const deal = '0-3';
const ticket = '0-5';
const custom = '2-456';
const portalId = 123;
const account = 'app.hubspot.com/contacts/123';

const read = (objectType: string, text: string) => readValue(text, { objectType, portalId });

/** `kind:value` of each reading, or the reason. */
function told(objectType: string, text: string): string[] | UnreadableReason {
  const result = read(objectType, text);
  return 'reason' in result ? result.reason : result.readings.map(({ by, value }) => `${by}:${value}`);
}

/** The one value by which a text is looked up first. */
function first(objectType: string, text: string): string | undefined {
  const result = told(objectType, text);
  return typeof result === 'string' ? result : result[0];
}

describe('reading an id', () => {
  it.each([
    '41200000325',
    ' 41200000325 ',
    '４１２０００００３２５',
    '41200000325.0',
    '41200000325.00',
    '41200000325,00',
    '41.200.000.325',
    '41.200.000.325,00',
    '41,200,000,325.00',
    "41'200'000'325",
    '41’200’000’325',
    '41\u00A0200\u00A0000\u00A0325',
    '41\u2009200\u2009000\u2009325',
    '41\u202F200\u202F000\u202F325',
    '#41200000325',
    'ID: 41200000325',
    'id 41200000325',
    'Record ID 41200000325',
    'Record ID: 41.200.000.325',
    'hs_object_id=41200000325',
    'Datensatz-ID: 41200000325',
    'ID de registro: 41200000325',
    'ID do registro 41200000325',
    'ID de fiche : 41200000325',
    'レコードID：41200000325',
    '="41200000325"',
    '=41200000325',
    "'41200000325",
    '"41200000325",',
    '<41200000325>',
    '(41200000325)',
    '「41200000325」',
    '**41200000325**',
    '`41200000325`',
    '<td>41200000325</td>',
    '• 41200000325',
    '- [ ] 41200000325',
    '1. 41200000325',
    '12) 41200000325',
    '41200000325\u200B',
    'Record ID:\u008541200000325',
    '\uFEFF41200\u00AD000325\u200E',
  ])('reads %j', (text) => {
    for (const type of [contact, company, deal, ticket, custom]) {
      expect(first(type, text)).toBe('id:41200000325');
    }
  });

  it.each<[string, UnreadableReason]>([
    ['4.12E+10', 'digits_cut'],
    ['4,12E+10', 'digits_cut'],
    ['4E+10', 'digits_cut'],
    ['"4.12e+10"', 'digits_cut'],
    ['########', 'digits_cut'],
    ['#N/A', 'spreadsheet_error'],
    ['#REF!', 'spreadsheet_error'],
    ['#NV', 'spreadsheet_error'],
    ['#DIV/0!', 'spreadsheet_error'],
    ['0', 'not_an_id'],
    ['0123', 'not_an_id'],
    ['99999999999999999999', 'not_an_id'],
    ['9223372036854775808', 'not_an_id'],
    ['1.5', 'not_an_id'],
    ['512.345', 'not_an_id'],
    ['-5', 'not_an_id'],
    ['192.168.100.200', 'not_an_id'],
    ['41,200,000,325', 'unclear_number'],
    ['41 200 000 325', 'unclear_number'],
    ['41,20,00,00,325', 'unclear_number'],
    ['412,0000,0325', 'unclear_number'],
    ['101,102', 'unclear_number'],
    ['1,000', 'unclear_number'],
    ['1.000', 'not_an_id'],
    ['1.000,00', 'not_an_id'],
    ['101;102', 'several_values'],
    ['18300000101 18300000108', 'several_values'],
    ['18300000101, 18300000108', 'several_values'],
    ['41200000325¹', 'unreadable'],
    ['①', 'no_text'],
    ['a41200000325', 'unreadable'],
    ['41200000325 Ann', 'unreadable'],
    ['12:30', 'unreadable'],
    ['2026-05-12', 'unreadable'],
    ['12/05/2026', 'unreadable'],
    ['5%', 'unreadable'],
    ['---', 'no_text'],
    ['', 'no_text'],
    ['PK\u0003\u0004', 'binary'],
    ['caf\uFFFD', 'binary'],
    ['x'.repeat(3001), 'too_long'],
  ])('says why %j is no contact: %s', (text, reason) => expect(told(contact, text)).toBe(reason));

  it.each([
    [deal, '2.75E+10', 'digits_cut'],
    [deal, '41,200,000,325', 'unclear_number'],
    [company, '18300000101;18300000108', 'several_values'],
    [ticket, 'x'.repeat(701), 'too_long'],
  ])('says why for type %s %j is not looked up', (type, text, reason) => {
    expect(told(type, text)).toBe(reason);
  });
});

describe('reading a link into HubSpot', () => {
  const link = `https://${account}/record/0-1/456`;
  const encoded = encodeURIComponent(link);

  it.each([
    link,
    link.replace('https', 'http'),
    `${account}/record/0-1/456`,
    `https://app-eu1.hubspot.com/contacts/123/record/0-1/456`,
    `HTTPS://APP.HUBSPOT.COM/contacts/123/record/0-1/456`,
    `${link}/`,
    `${link}/view/1?eschref=%2Fcontacts#top`,
    `${link}.`,
    `https://${account}/contact/456`,
    `https://${account}/contacts/456`,
    `https://${account}/record/contact/456`,
    `https://${account}/record/contacts/456/view`,
    `https://app.hubspot.com/sales/123/contact/456`,
    `https://app.hubspot.com/help-desk/123/view/77/contact/456`,
    `/contacts/123/record/0-1/456`,
    `<${link}>`,
    `"${link}"`,
    `(${link})`,
    `[Ann](${link})`,
    `[${link}](${link})`,
    `<a href="${link}" target="_blank">Ann</a>`,
    `=HYPERLINK("${link}","Ann")`,
    `=HYPERLINK("${link}";"Ann")`,
    `Ann Smith: ${link}`,
    `Ann Smith <${link}>`,
    `https://nam02.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02%7C&reserved=0`,
    `https://nam02.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encoded}&amp;data=05`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__app.hubspot.com_contacts_123_record_0-2D1_456&d=DwMFaQ&c=x`,
    `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`,
    `https://urldefense.com/v3/__${link}__;!!Abc$`,
    `https://www.google.com/url?q=${link}&sa=D&source=docs`,
    `https://www.google.com/url?sa=t&url=${encoded}`,
    `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x`,
    `https://secure-web.cisco.com/1abc/${encoded}`,
    `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.google.com/url?q=${encoded}`)}`,
    `https://app.hubspot.com/login?loginRedirectUrl=${encoded}`,
    `https://app.hubspot.com/login/beta?redirect=${encodeURIComponent('/contacts/123/contact/456')}`,
    `https://app.hubspot.com/contacts/123/rec\u00ADord/0-1/456`,
  ])('reads %s', (text) => expect(told(contact, text)).toEqual(['id:456']));

  it.each<[string, string, UnreadableReason]>([
    [deal, 'https://app.hubspot.com/contacts/99/deal/27500000101', 'other_account'],
    [deal, '<https://app.hubspot.com/contacts/99/deal/27500000101>', 'other_account'],
    [deal, '"https://app.hubspot.com/contacts/99/deal/27500000101"', 'other_account'],
    [deal, '(https://app.hubspot.com/contacts/99/deal/27500000101)', 'other_account'],
    [deal, '• app.hubspot.com/contacts/99/deals/27500000101', 'other_account'],
    [deal, '[X](https://app.hubspot.com/contacts/99/record/0-3/27500000101)', 'other_account'],
    [deal, '=HYPERLINK("https://app.hubspot.com/contacts/99/deal/27500000101","X")', 'other_account'],
    [
      deal,
      `https://www.google.com/url?q=${encodeURIComponent('https://app.hubspot.com/contacts/99/deal/5')}`,
      'other_account',
    ],
    [contact, 'https://app.hubspot.com/contacts/99/record/0-2/5', 'other_account'],
    [contact, `https://${account}/record/0-2/5`, 'other_type'],
    [contact, `<https://${account}/company/5>`, 'other_type'],
    [company, `https://${account}/contact/55`, 'other_type'],
    [custom, `https://${account}/record/2-457/5`, 'other_type'],
    [custom, `https://${account}/record/p123_boat/5`, 'other_type'],
    [contact, `https://${account}/objects/0-1/views/all/list`, 'other_link'],
    [contact, 'https://app.hubspot.com/', 'other_link'],
    [company, 'app.hubspot.com/contacts/123/companies/list/view/all', 'other_link'],
    [deal, `https://${account}/deals/board/view/all/`, 'other_link'],
    [contact, `https://${account}/record/0-1/99999999999999999999`, 'other_link'],
    [contact, `https://${account}/contact/4 https://${account}/contact/5`, 'several_values'],
    [contact, `https://${account}/contact/4https://${account}/contact/5`, 'several_values'],
    [contact, `https://${account}/record/0-1/4x.y/contacts/123`, 'other_link'],
  ])('for type %s refuses %s as %s', (type, text, reason) => expect(told(type, text)).toBe(reason));

  it('accepts the names of a custom object that the account gives it, and no others', () => {
    const context = { objectType: custom, portalId, typeNames: ['p123_vehicle', 'vehicle'] };
    for (const name of ['p123_vehicle', 'P123_Vehicle', 'vehicle', custom])
      expect(readValue(`https://${account}/record/${name}/5`, context)).toEqual({
        readings: [{ by: 'id', value: '5' }],
      });
    expect(readValue(`https://${account}/record/p123_boat/5`, context)).toEqual({ reason: 'other_type' });
  });

  it('holds no link against an account that is not known', () => {
    const text = 'https://app.hubspot.com/contacts/99/contact/5';
    expect(readValue(text, { objectType: contact })).toEqual({ readings: [{ by: 'id', value: '5' }] });
  });

  it.each([
    'https://app.hubspot.com.evil.example/contacts/123/deal/5',
    'https://evilhubspot.com/contacts/123/deal/5',
  ])('takes %s for no link into HubSpot', (text) => expect(first(deal, text)).not.toMatch(/^id/));

  it.each([
    [company, 'https://www.hubspot.com', 'domain:hubspot.com'],
    [ticket, 'Error in app.hubspot.com since Monday', 'name:Error in app.hubspot.com since Monday'],
    [contact, 'ann@hubspot.com', 'email:ann@hubspot.com'],
  ])('for type %s reads %j, which only names HubSpot', (type, text, reading) => {
    expect(told(type, text)).toEqual([reading]);
  });
});

describe('reading an email address', () => {
  it.each([
    'ann@example.com',
    'ann@example.com.',
    'ann@example.com,',
    'ann@example.com\u200B',
    'ann@exam\u00ADple.com',
    'ann\u2060@example.com\u200E',
    '\uFEFFann@example.com',
    'ann＠example.com',
    'ann@example。com',
    '<ann@example.com>',
    'mailto:ann@example.com',
    'mailto:ann@example.com?subject=Hi',
    'Email: ann@example.com',
    '- ann@example.com',
    '-ann@example.com',
    '•ann@example.com',
    '1. ann@example.com',
    '*ann@example.com*',
    '_ann@example.com_',
    "'ann@example.com'",
    '`ann@example.com`',
    'ann@example.com (work)',
    'ann@example.com - CEO',
    'ann@example.com-CEO',
    'ann@example.com, CEO',
    'Ann Smith ann@example.com',
    'Ann Smith – ann@example.com – Berlin',
    '[ann@example.com](mailto:ann@example.com)',
    '[Ann](mailto:ann@example.com)',
    '<a href="mailto:ann@example.com">Ann</a>',
    '=HYPERLINK("mailto:ann@example.com","Ann")',
    'ann@example.com <ann@example.com>',
    '| ann@example.com |',
    '> ann@example.com',
  ])('reads %j', (text) => expect(told(contact, text)).toEqual(['email:ann@example.com']));

  it.each([
    'ada+news@exämple.com',
    "o'brien@example.co.uk",
    '山田@例え.jp',
    'ann@xn--bcher-kva.xn--p1ai',
    'ann@example.भारत',
    'a_b-c.d@sub.example.museum',
    'ann.@docomo.ne.jp',
  ])('reads the unusual %s', (text) => expect(told(contact, text)).toEqual([`email:${text}`]));

  it.each([
    ['Ann Smith <ann@example.com>', 'Ann Smith'],
    ['"Smith, Ann" <ann@example.com>', 'Smith, Ann'],
    ['Smith, Ann <ann@example.com>', 'Smith, Ann'],
    ["'Ann Smith' <ann@example.com>", 'Ann Smith'],
    ['To: Ann Smith <ann@example.com>', 'Ann Smith'],
    ['山田 太郎 <ann@example.com>', '山田 太郎'],
    ['<ann@example.com>', undefined],
  ])('keeps the name of %j for the line shown', (text, name) => {
    expect(read(contact, text)).toEqual({
      readings: [{ by: 'email', value: 'ann@example.com' }],
      ...(name !== undefined && { name }),
    });
  });

  it.each([
    'a@b',
    'a@@b.example',
    '@ann@social.example',
    'ann@example',
    'ann@example..com',
    'ann @ example.com',
  ])('says of %j that it is no address', (text) => expect(told(contact, text)).toBe('broken_email'));

  it('does not choose between two addresses', () => {
    expect(told(contact, 'ann@example.com bob@example.org')).toBe('several_values');
  });
});

describe('reading a phone number', () => {
  it.each([
    ['+44 20 7946 0123', '+442079460123'],
    ['+44 (0)20 7946 0123', '+442079460123'],
    ['0044 20 7946 0123', '+442079460123'],
    ['020 7946 0123', '02079460123'],
    ['(020) 7946-0123', '02079460123'],
    ['(020) 79460123', '02079460123'],
    ['(212) 5551234', '2125551234'],
    ['(11) 987654321', '11987654321'],
    ['415-555-2671', '4155552671'],
    ['415.555.2671', '4155552671'],
    ['01.23.45.67.89', '0123456789'],
    ['+1 415 555 2671 ext. 12', '+14155552671'],
    ['+1 415 555 2671 x12', '+14155552671'],
    ['+49 30 1234567, Durchwahl 12', '+49301234567'],
    ['Tel: 4155552671', '4155552671'],
    ['Mobile: +44 7700 900123', '+447700900123'],
    ['電話：03-1234-5678', '0312345678'],
    ['tel:+14155552671', '+14155552671'],
    ['＋８１ ３ １２３４ ５６７８', '+81312345678'],
  ])('reads %j', (text, digits) => {
    for (const type of [contact, company]) expect(first(type, text)).toBe(`phone:${digits}`);
  });

  it('takes digits alone for an id first', () => {
    expect(told(contact, '4155552671')).toEqual(['id:4155552671', 'phone:4155552671']);
    expect(told(contact, '415555')).toEqual(['id:415555']);
  });

  it.each(['2026-05-12', '12-05-2026', '192.168.100.200', '1234567.89', '555-12', '4111-1111-1111-1111'])(
    'does not take %s for one',
    (text) => expect(first(contact, text)).not.toMatch(/^phone/),
  );
});

describe('reading a company', () => {
  it.each([
    ['example.com', ['domain:example.com', 'name:example.com']],
    ['example.com.', ['domain:example.com', 'name:example.com.']],
    ['@example.com', ['domain:example.com']],
    ['www.Example.com', ['domain:example.com', 'name:www.Example.com']],
    ['https://www.Example.com/about?x=1', ['domain:example.com']],
    ['//example.com:8080/', ['domain:example.com', 'name://example.com:8080/']],
    ['<https://example.com>', ['domain:example.com']],
    ['https://sub.example.co.uk', ['domain:sub.example.co.uk']],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', ['domain:example.com', 'name:example.com']],
    ['xn--bcher-kva.xn--p1ai', ['domain:xn--bcher-kva.xn--p1ai', 'name:xn--bcher-kva.xn--p1ai']],
    ['例え。テスト', ['domain:例え.テスト', 'name:例え。テスト']],
    ['monday.com', ['domain:monday.com', 'name:monday.com']],
    ['Node.js', ['domain:node.js', 'name:Node.js']],
    ['1984', ['id:1984', 'name:1984']],
    ['ann@contoso.com', ['domain:contoso.com']],
    ['Ann Smith <ann@mail.contoso.com>', ['domain:mail.contoso.com']],
    [
      'Alder Logistics (alderlogistics.co.uk)',
      ['domain:alderlogistics.co.uk', 'name:Alder Logistics (alderlogistics.co.uk)', 'name:Alder Logistics'],
    ],
    ['Contoso [contoso.com]', ['domain:contoso.com', 'name:Contoso [contoso.com]', 'name:Contoso']],
    ['Contoso - contoso.com', ['domain:contoso.com', 'name:Contoso - contoso.com', 'name:Contoso']],
    ['Contoso: contoso.com', ['domain:contoso.com', 'name:Contoso: contoso.com', 'name:Contoso']],
    ['contoso.com (Contoso)', ['domain:contoso.com', 'name:contoso.com (Contoso)', 'name:Contoso']],
    ['[Contoso](https://contoso.com)', ['domain:contoso.com', 'name:Contoso']],
    ['=HYPERLINK("https://contoso.com","Contoso")', ['domain:contoso.com', 'name:Contoso']],
    ['<a href="https://contoso.com">Contoso</a>', ['domain:contoso.com', 'name:Contoso']],
    [
      `https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2F&data=05`,
      ['domain:contoso.com'],
    ],
    ['Wingtip monday.com', ['name:Wingtip monday.com']],
    ['Contoso (UK)', ['name:Contoso (UK)']],
    ['(TEST) Fabrikam', ['name:(TEST) Fabrikam']],
    ['The "Best"', ['name:The "Best"']],
    ['Wingtip, Inc.', ['name:Wingtip, Inc.']],
    ['"Wingtip, Inc."', ['name:"Wingtip, Inc."', 'name:Wingtip, Inc.']],
    ['• Contoso', ['name:Contoso']],
    ['1. FC Köln', ['name:1. FC Köln', 'name:FC Köln']],
    ['ID 2020', ['name:ID 2020']],
    ['- Contoso', ['name:- Contoso', 'name:Contoso']],
    ['株式会社サンプル', ['name:株式会社サンプル']],
  ])('reads %j', (text, readings) => expect(told(company, text)).toEqual(readings));

  it.each<[string, UnreadableReason]>([
    ['ann@gmail.com', 'free_mail'],
    ['Ann Smith <ann@yahoo.co.jp>', 'free_mail'],
    ['ann@contoso.com; bob@fabrikam.com', 'several_values'],
    ['https://protect-us.mimecast.com/s/abc123', 'opaque_link'],
    ['ann@localhost', 'broken_email'],
  ])('says why %j is not looked up: %s', (text, reason) => expect(told(company, text)).toBe(reason));
});

describe('reading what is looked up by name', () => {
  it.each([
    [deal, 'Renewal (2027)', ['name:Renewal (2027)']],
    [deal, '100234', ['id:100234', 'name:100234']],
    [deal, '007', ['name:007']],
    [deal, '#12', ['id:12', 'name:#12']],
    [ticket, 'Re: mail from ann@example.com', ['name:Re: mail from ann@example.com']],
    [ticket, '3e8', ['name:3e8']],
    [custom, 'Some car', ['name:Some car']],
    [contact, 'Ann Smith', ['name:Ann Smith']],
    [contact, 'Smith, Ann', ['name:Smith, Ann']],
    [contact, '• Ann Smith', ['name:Ann Smith']],
    [contact, '"Ann Smith"', ['name:Ann Smith']],
    [contact, '*** Ann Smith**', ['name:Ann Smith']],
    [contact, '山田　太郎', ['name:山田 太郎']],
  ])('for type %s reads %j', (type, text, readings) => expect(told(type, text)).toEqual(readings));

  it.each([
    ['Cafe\u0301  de\u3000Flore', 'Café de Flore'],
    ['ｱｸﾒ', 'アクメ'],
    ['㈱サンプル', '(株)サンプル'],
    ['Con\u200Btoso', 'Contoso'],
  ])('looks %j up in NFKC and as it was pasted', (text, value) => {
    expect(read(deal, text)).toEqual({ readings: [{ by: 'name', value, original: text }] });
  });
});

describe('reading what people write around a value', () => {
  it.each<[string, string, string[]]>([
    // The name of the type in front of a number as long as ids.
    [contact, 'contact:41200000325', ['id:41200000325']],
    [contact, 'contacts/41200000325', ['id:41200000325']],
    [contact, 'Kontakt-Nr. 41200000325', ['id:41200000325']],
    [deal, 'Deal 27500000101', ['id:27500000101', 'name:Deal 27500000101']],
    [deal, 'Deal 2027', ['name:Deal 2027']],
    [deal, 'Ticket 27500000101', ['name:Ticket 27500000101']],
    [ticket, 'Ticket #33600000101', ['id:33600000101', 'name:Ticket #33600000101']],
    [contact, 'コンタクト 41200000325', ['id:41200000325']],
    // An id with its mark in brackets. The whole may be a deal's name.
    [contact, 'Bob Lee (ID 41200000325)', ['id:41200000325']],
    [deal, 'Renewal (ID 27500000101)', ['name:Renewal (ID 27500000101)', 'id:27500000101']],
    [
      ticket,
      'Re: [Ticket ID: 33600000101] Late',
      ['name:Re: [Ticket ID: 33600000101] Late', 'id:33600000101'],
    ],
    [deal, 'Order (#27500000101)', ['name:Order (#27500000101)']],
    [deal, 'A (ID 27500000101) B (ID 27500000102)', ['name:A (ID 27500000101) B (ID 27500000102)']],
    // Other signs and digits.
    [contact, '41_200_000_325', ['id:41200000325']],
    [contact, '41·200·000·325', ['id:41200000325']],
    [ticket, '٤١٢٠٠٠٠٠٣٢٥', ['id:41200000325', 'name:41200000325']],
    [ticket, '۴۱۲۰۰۰۰۰۳۲۵', ['id:41200000325', 'name:41200000325']],
    // Addresses hidden from programs, and within web addresses.
    [contact, 'ann(at)example.com', ['email:ann@example.com']],
    [contact, 'ann [at] example [dot] com', ['email:ann@example.com']],
    [contact, 'https://example.com/form?email=ann%40example.com', ['email:ann@example.com']],
    [company, 'contoso[.]com', ['domain:contoso.com', 'name:contoso[.]com']],
    [company, 'info(at)contoso.com', ['domain:contoso.com', 'name:info(at)contoso.com']],
    // A phone number among words.
    [contact, 'Ann Smith: +44 20 7946 0123', ['phone:+442079460123', 'name:Ann Smith']],
    [contact, '(415) 555-2671 Ann Smith', ['phone:4155552671', 'name:Ann Smith']],
    [contact, 'T +44 20 7946 0123', ['phone:+442079460123']],
    [contact, 'sms:+14155552671', ['phone:+14155552671']],
    [contact, 'https://wa.me/14155552671', ['phone:+14155552671']],
    [company, 'Contoso +49 30 901820', ['phone:+4930901820', 'name:Contoso +49 30 901820', 'name:Contoso']],
    // Names of people.
    [contact, '@Ann Smith', ['name:Ann Smith']],
    [contact, 'Name: Ann Smith', ['name:Ann Smith']],
    [contact, 'To: Bob Lee', ['name:Bob Lee']],
    [contact, '氏名：山田太郎', ['name:山田太郎']],
    [contact, 'Agent 47', ['name:Agent 47']],
    // Names of others.
    [company, 'Firma: Contoso', ['name:Firma: Contoso', 'name:Contoso']],
    [company, '会社名：アクメ', ['name:会社名:アクメ', 'name:アクメ']],
    [deal, 'Deal name: Renewal', ['name:Deal name: Renewal', 'name:Renewal']],
    [deal, 'Phase 2: Renewal', ['name:Phase 2: Renewal']],
    [company, 'Contoso™', ['name:ContosoTM', 'name:Contoso']],
    [company, 'Contoso ✅', ['name:Contoso ✅', 'name:Contoso']],
    [company, 'Contoso *', ['name:Contoso *', 'name:Contoso']],
  ])('for type %s reads %j', (type, text, readings) => expect(told(type, text)).toEqual(readings));

  it.each([
    ['Ann 020 7946 0123 or 0170 1234567', 'unreadable'],
    ['Nr. 41200000325', 'unreadable'],
    ['Order 41200000325', 'unreadable'],
    ['zoe @ example.net', 'broken_email'],
  ])('does not guess at %j', (text, reason) => expect(told(contact, text)).toBe(reason));
});

describe('reading any text', () => {
  const types = fc.constantFrom(contact, company, deal, ticket, custom);

  it('never throws, and never passes on an id that is none', () => {
    fc.assert(
      fc.property(types, fc.string({ unit: 'binary', maxLength: 200 }), (type, text) => {
        const result = read(type, text);
        const ids = 'readings' in result ? result.readings.filter(({ by }) => by === 'id') : [];
        for (const { value } of ids) expect(value).toMatch(/^[1-9]\d{0,18}$/);
      }),
    );
  });

  it('ends with text made to keep it busy', () => {
    const pieces = [
      '"',
      '(',
      ' ',
      '.',
      '@',
      '%25',
      'a@',
      'hubspot.com',
      '=',
      '<a ',
      '1,',
      '1 ',
      '[',
      '- ',
      '[ ] ',
      '*',
    ];
    for (const piece of pieces) {
      const text = piece.repeat(3000).slice(0, 3000);
      for (const type of [contact, company, deal]) read(type, text);
    }
  });

  /** What stands around values in documents, lists and spreadsheets. */
  const wrappings: ((value: string) => string)[] = [
    (value) => `"${value}"`,
    (value) => `'${value}'`,
    (value) => `(${value})`,
    (value) => `[${value}]`,
    (value) => `<${value}>`,
    (value) => `«${value}»`,
    (value) => `“${value}”`,
    (value) => `「${value}」`,
    (value) => `**${value}**`,
    (value) => `\`${value}\``,
    (value) => `• ${value}`,
    (value) => `- ${value}`,
    (value) => `* ${value}`,
    (value) => `3. ${value}`,
    (value) => `☐ ${value}`,
    (value) => ` \t${value}\u00A0`,
    (value) => `\u200E${value}\uFEFF`,
    (value) => `${value},`,
    (value) => `${value};`,
    (value) => Array.from(value).join('\u200B'),
  ];
  const wrapped = fc.array(fc.constantFrom(...wrappings), { maxLength: 3 });

  it('reads the same in any wrapping', () => {
    const values: [string, string][] = [
      [contact, '41200000325'],
      [contact, 'ann@example.com'],
      [contact, '+442079460123'],
      [contact, 'Ann Smith'],
      [company, 'example.com'],
      [company, '18300000101'],
      [company, `https://${account}/company/5`],
      [deal, `https://app.hubspot.com/contacts/99/deal/5`],
      [deal, '27500000101'],
    ];
    const without = (type: string, text: string) => {
      const result = told(type, text);
      const isName = (by: ReadingKind) => type !== contact && by === 'name';
      return typeof result === 'string'
        ? result
        : result.filter((each) => !isName(each.split(':')[0] as ReadingKind));
    };
    fc.assert(
      fc.property(fc.constantFrom(...values), wrapped, ([type, value], around) => {
        const text = around.reduce((inner, wrap) => wrap(inner), value);
        expect(without(type, text)).toEqual(without(type, value));
      }),
    );
  });

  it('looks a name up as it stands, in any wrapping', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wrappings), (wrap) => {
        const result = told(deal, wrap('Renewal (2027)'));
        expect(result).toContain('name:Renewal (2027)');
      }),
    );
  });
});
