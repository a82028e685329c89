import { refusalOf } from './refusal';

const contacts = { objectType: '0-1', portalId: 123 };
const link = 'https://app.hubspot.com/contacts/123';

describe('a value that is not looked up', () => {
  it.each([
    ['PK\u0003\u0004\u0014\u0000', 'binary'],
    ['caf\uFFFD', 'binary'],
    ['x'.repeat(3001), 'tooLong'],
    ['https://app.hubspot.com/contacts/999/record/0-1/5', 'otherAccount'],
    [`${link}/record/0-2/5`, 'otherType'],
    [`${link}/company/5`, 'otherType'],
    [`${link}/objects/0-1/views/all`, 'otherLink'],
    ['https://app.hubspot.com/', 'otherLink'],
  ])('refuses %j as %s', (value, refusal) => expect(refusalOf(value, contacts)).toBe(refusal));

  it.each([
    `${link}/record/0-1/5`,
    `${link}/record/0-1/5?eschref=x`,
    'https://app-eu1.hubspot.com/contacts/123/contact/5/',
    'ada+news@exämple.com',
    "o'brien@example.co.uk",
    'Ada Lovelace',
    '17',
    'https://example.com',
  ])('lets %j be looked up', (value) => expect(refusalOf(value, contacts)).toBeUndefined());
});
