import { createCrm } from './crm';
import type { SeedData } from './seed-data';
import { ask } from './testing/ask';

/** A few records, so that each case can name all that match. */
const data: SeedData = {
  records: {
    contacts: [
      { id: '1', properties: { firstname: 'Ann', email: 'ann@Alder.example', city: 'Berlin', hs_buying_role: 'CHAMPION;END_USER', hs_email_optout: 'true', renewal_date: '2026-03-01', lifecyclestage: 'lead', company: 'Alder Works' } },
      { id: '2', properties: { firstname: 'Bob', email: 'bob@beacon.example', city: 'berlin', hs_buying_role: 'END_USER', hs_email_optout: 'false', renewal_date: '2026-04-01', lifecyclestage: 'customer', company: 'Beacon Foods (Berlin)' } },
      { id: '3', properties: { firstname: 'Cho', city: 'Leeds', createdate: '2026-05-05T10:00:00.000Z' } },
    ],
    companies: [{ id: '7', properties: { name: 'Alder', hs_additional_domains: 'old-alder.example;alder.test' } }, { id: '8', properties: { name: 'Beacon', is_public: 'true' } }],
    deals: [{ id: '10', properties: { dealname: 'One', amount: '900', dealstage: 'closedwon' } }, { id: '11', properties: { dealname: 'Two', amount: '1000', dealstage: 'contractsent' } }, { id: '12', properties: { dealname: 'Three' } }],
    tickets: [{ id: '20', properties: { subject: 'Help' } }],
    '2-1234567': [{ id: '30', properties: { model: 'Hiace', fuel: 'diesel', mileage: '1200' } }],
  },
  associations: [
    { from: ['contacts', '1'], to: ['companies', '7'] },
    { from: ['contacts', '1'], to: ['deals', '10'] },
    { from: ['contacts', '2'], to: ['tickets', '20'] },
    { from: ['2-1234567', '30'], to: ['companies', '7'] },
  ],
}; // prettier-ignore

const crm = createCrm({ data });

type Rest = { value?: unknown; highValue?: unknown; values?: unknown[] };
function search(type: string, propertyName: string, operator: string, rest: Rest = {}) {
  const filterGroups = [{ filters: [{ propertyName, operator, ...rest }] }];
  return ask(crm, `/crm/objects/2026-09/${type}/search`, { body: { filterGroups } });
}

const ms = (iso: string) => String(Date.parse(iso));
const v = (value: unknown): Rest => ({ value });

describe('a filter', () => {
  it.each<[type: string, property: string, operator: string, rest: Rest, ids: string]>([
    // Strings compare without case, but IN and NOT_IN only with values in lower case.
    ['contacts', 'city', 'EQ', v('BERLIN'), '1 2'],
    ['contacts', 'city', 'NEQ', v('Berlin'), '3'],
    ['contacts', 'city', 'IN', { values: ['berlin'] }, '1 2'],
    ['contacts', 'city', 'IN', { values: ['Berlin', 'Leeds'] }, ''],
    ['contacts', 'city', 'NOT_IN', { values: ['berlin'] }, '3'],
    ['contacts', 'city', 'NOT_IN', { values: ['Berlin'] }, '1 2 3'],
    ['contacts', 'email', 'HAS_PROPERTY', {}, '1 2'],
    ['contacts', 'email', 'NOT_HAS_PROPERTY', {}, '3'],
    // Records without a value pass what is negative.
    ['contacts', 'email', 'NEQ', v('ann@alder.example'), '2 3'],
    ['contacts', 'email', 'NOT_CONTAINS_TOKEN', v('*@alder.example'), '2 3'],
    // Tokens are whole words; a star stands for any characters.
    ['contacts', 'company', 'CONTAINS_TOKEN', v('berlin'), '2'],
    ['contacts', 'company', 'CONTAINS_TOKEN', v('berl'), ''],
    ['contacts', 'company', 'CONTAINS_TOKEN', v('berl*'), '2'],
    ['contacts', 'company', 'CONTAINS_TOKEN', v('*erlin'), '2'],
    ['contacts', 'email', 'CONTAINS_TOKEN', v('*@ALDER.example'), '1'],
    ['companies', 'hs_additional_domains', 'CONTAINS_TOKEN', v('alder.test'), '7'],
    ['companies', 'hs_additional_domains', 'CONTAINS_TOKEN', v('alder.tes'), ''],
    // The domain of the email, in lower case.
    ['contacts', 'hs_email_domain', 'EQ', v('alder.example'), '1'],
    ['contacts', 'hs_email_domain', 'IN', { values: ['alder.example', 'beacon.example'] }, '1 2'],
    ['contacts', 'hs_email_domain', 'NOT_HAS_PROPERTY', {}, '3'],
    // Numbers as numbers, ids with all their digits.
    ['deals', 'amount', 'EQ', v('900.0'), '10'],
    ['deals', 'amount', 'GT', v('900'), '11'],
    ['deals', 'amount', 'GTE', v(900), '10 11'],
    ['deals', 'amount', 'LT', v('1000'), '10'],
    ['deals', 'amount', 'LTE', v('1000'), '10 11'],
    ['deals', 'amount', 'BETWEEN', { value: '950', highValue: '1000' }, '11'],
    // Without a value it is in no range, not even in one around zero.
    ['deals', 'amount', 'BETWEEN', { value: '-1', highValue: '1' }, ''],
    ['deals', 'amount', 'IN', { values: ['900', '5'] }, '10'],
    ['deals', 'amount', 'NOT_HAS_PROPERTY', {}, '12'],
    ['deals', 'hs_object_id', 'IN', { values: ['10', '12'] }, '10 12'],
    // Dates by milliseconds or ISO 8601; a date is its midnight in UTC.
    ['contacts', 'renewal_date', 'GTE', v(ms('2026-04-01')), '2'],
    ['contacts', 'renewal_date', 'LT', v('2026-04-01'), '1'],
    ['contacts', 'renewal_date', 'EQ', v('2026-03-01'), '1'],
    ['contacts', 'renewal_date', 'BETWEEN', { value: ms('2026-03-01'), highValue: ms('2026-03-31') }, '1'],
    ['contacts', 'createdate', 'LT', v(ms('2026-06-01')), '3'],
    ['contacts', 'createdate', 'GT', v('2026-06-01T00:00:00Z'), '1 2'],
    // Enumerations with case; one of several values is enough.
    ['deals', 'dealstage', 'EQ', v('closedwon'), '10'],
    ['deals', 'dealstage', 'EQ', v('ClosedWon'), ''],
    ['deals', 'dealstage', 'IN', { values: ['closedwon', 'contractsent'] }, '10 11'],
    ['deals', 'dealstage', 'NOT_IN', { values: ['closedwon'] }, '11 12'],
    ['deals', 'dealstage', 'IN', { values: ['a stage that was removed'] }, ''],
    ['contacts', 'hs_buying_role', 'IN', { values: ['END_USER'] }, '1 2'],
    ['contacts', 'hs_buying_role', 'IN', { values: ['CHAMPION', 'BLOCKER'] }, '1'],
    ['contacts', 'hs_buying_role', 'NOT_IN', { values: ['CHAMPION'] }, '2 3'],
    ['contacts', 'hs_buying_role', 'EQ', v('CHAMPION'), '1'],
    ['contacts', 'hs_email_optout', 'EQ', v('true'), '1'],
    ['contacts', 'hs_email_optout', 'EQ', v(true), '1'],
    ['contacts', 'hs_email_optout', 'NEQ', v('true'), '2 3'],
    ['deals', 'hs_is_closed', 'EQ', v('true'), '10'],
    // Associations.
    ['contacts', 'associations.company', 'HAS_PROPERTY', {}, '1'],
    ['contacts', 'associations.company', 'NOT_HAS_PROPERTY', {}, '2 3'],
    ['contacts', 'associations.company', 'EQ', v('7'), '1'],
    ['contacts', 'associations.company', 'EQ', v('8'), ''],
    ['contacts', 'associations.deal', 'IN', { values: ['10', '11'] }, '1'],
    ['contacts', 'associations.ticket', 'HAS_PROPERTY', {}, '2'],
    ['companies', 'associations.contact', 'NOT_HAS_PROPERTY', {}, '8'],
    ['2-1234567', 'associations.company', 'HAS_PROPERTY', {}, '30'],
    ['companies', 'num_associated_contacts', 'GTE', v('1'), '7'],
    // The account's own object.
    ['2-1234567', 'fuel', 'IN', { values: ['diesel'] }, '30'],
    ['2-1234567', 'mileage', 'BETWEEN', { value: '1000', highValue: '2000' }, '30'],
  ])('%s: %s %s %j finds "%s"', async (type, property, operator, rest, ids) => {
    const { status, body } = await search(type, property, operator, rest);
    expect(status).toBe(200);
    expect(body?.results?.map(({ id }) => id).join(' ')).toBe(ids);
  });

  it.each<[type: string, property: string, operator: string, rest: Rest, message: RegExp]>([
    ['contacts', 'nothing', 'EQ', v('x'), /"nothing" does not exist/],
    ['contacts', 'old_crm_id', 'HAS_PROPERTY', {}, /"old_crm_id" does not exist/],
    ['contacts', 'associations.2-1234567', 'HAS_PROPERTY', {}, /does not exist/],
    ['contacts', 'associations.vehicle', 'HAS_PROPERTY', {}, /does not exist/],
    ['contacts', 'associations.company', 'GT', v('7'), /operator GT cannot be used/],
    ['contacts', 'city', 'GT', v('a'), /operator GT cannot be used .* type string/],
    ['contacts', 'lifecyclestage', 'CONTAINS_TOKEN', v('lead'), /CONTAINS_TOKEN cannot be used .* type enumeration/],
    ['deals', 'amount', 'CONTAINS_TOKEN', v('9'), /cannot be used/],
    ['contacts', 'hs_email_optout', 'BETWEEN', { value: 'false', highValue: 'true' }, /cannot be used/],
    ['deals', 'amount', 'EQ', v('much'), /"much" is not a valid number/],
    ['deals', 'amount', 'EQ', v(''), /"" is not a valid number/],
    ['deals', 'amount', 'IN', { values: ['1', 'x'] }, /"x" is not a valid number/],
    ['deals', 'amount', 'BETWEEN', { value: '1', highValue: 'x' }, /"x" is not a valid number/],
    ['contacts', 'renewal_date', 'EQ', v('soon'), /"soon" is not a valid date/],
    ['contacts', 'createdate', 'GT', v('2026-13-45'), /not a valid datetime/],
    ['contacts', 'hs_email_optout', 'EQ', v('maybe'), /"maybe" is not a valid bool/],
  ])('%s: %s %s %j is refused, by the name of the property', async (type, property, operator, rest, message) => {
    const { status, body } = await search(type, property, operator, rest);
    expect([status, body?.['category'], body?.['message']]).toEqual([400, 'VALIDATION_ERROR', 'There was a problem with the request.']);
    expect(body?.errors?.[0]?.message).toMatch(message);
    expect(body?.errors?.[0]?.context).toEqual({ propertyName: [property] });
  }); // prettier-ignore

  it.each<[operator: string | undefined, rest: Rest, message: RegExp]>([
    ['EQ', {}, /operator EQ requires a value/],
    ['EQ', v(null), /operator EQ requires a value/],
    ['BETWEEN', v('1'), /operator BETWEEN requires a highValue/],
    ['IN', {}, /operator IN requires values/],
    ['IN', { values: [] }, /operator IN requires values/],
    ['IN', v('1'), /operator IN requires values/],
    ['HAS_PROPERTY', v('1'), /operator HAS_PROPERTY does not allow a value/],
    ['LIKE', v('1'), /LIKE is not an operator/],
    [undefined, v('1'), /some of required attributes are not set \[operator\]/],
  ])('with %s and %j is no filter for HubSpot’s parser', async (operator, rest, message) => {
    const { status, body } = await search('deals', 'amount', operator as string, rest);
    expect([status, body?.['message']]).toEqual([400, expect.stringMatching(message)]);
  });
});

describe('the filters of a search', () => {
  const filter = { propertyName: 'city', operator: 'HAS_PROPERTY' };
  const groupsOf = (...sizes: number[]) =>
    sizes.map((size) => ({ filters: Array.from({ length: size }, () => filter) }));

  it.each([
    ['five groups', groupsOf(1, 1, 1, 1, 1), 200],
    ['six groups', groupsOf(1, 1, 1, 1, 1, 1), 400],
    ['six filters in a group', groupsOf(6), 200],
    ['seven filters in a group', groupsOf(7), 400],
    ['eighteen filters', groupsOf(6, 6, 6), 200],
    ['nineteen filters', groupsOf(6, 6, 6, 1), 400],
  ])('may be %s: %s', async (_, filterGroups, status) => {
    const answer = await ask(crm, '/crm/v3/objects/contacts/search', { body: { filterGroups } });
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.body?.['category']).toBe('VALIDATION_ERROR');
  });

  it.each([
    [3_000, 200],
    [3_001, 400],
  ])('stand in a body of %s characters: %s', async (length, status) => {
    const body = JSON.stringify({ filterGroups: groupsOf(1) });
    const padded = `${body.slice(0, -1)}${' '.repeat(length - body.length)}}`;
    expect((await ask(crm, '/crm/v3/objects/contacts/search', { body: padded })).status).toBe(status);
  });

  it.each([
    [{ propertyName: 'nothing' }, 400],
    [{ propertyName: 'city', direction: 'UP' }, 400],
    [{ propertyName: 'hs_email_domain', direction: 'DESCENDING' }, 200],
    ['city', 200],
  ])('can be sorted by %j: %s', async (sort, status) => {
    const answer = await ask(crm, '/crm/v3/objects/contacts/search', { body: { sorts: [sort] } });
    expect(answer.status).toBe(status);
    if (typeof sort === 'object' && status === 200)
      expect(answer.body?.results?.map(({ id }) => id)).toEqual(['2', '1', '3']);
  });
});

describe('calculated properties', () => {
  it('follow the email, and the links', async () => {
    const own = createCrm({ data });
    const read = async () => {
      const path =
        '/crm/v3/objects/contacts/1?properties=hs_email_domain,associatedcompanyid,num_associated_deals';
      return (await ask(own, path)).body?.['properties'];
    };
    expect(await read()).toMatchObject({ hs_email_domain: 'alder.example', associatedcompanyid: null, num_associated_deals: '1' }); // prettier-ignore
    await ask(own, '/crm/v3/objects/contacts/1', { method: 'PATCH', body: { properties: { email: 'ann@new.example' } } }); // prettier-ignore
    await ask(own, '/crm/v4/objects/contacts/1/associations/companies/7', { method: 'PUT', body: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 }] }); // prettier-ignore
    expect(await read()).toMatchObject({ hs_email_domain: 'new.example', associatedcompanyid: '7' });
  });

  it.each(['hs_email_domain', 'associatedcompanyid', 'num_associated_deals', 'old_crm_id'])(
    'and deleted ones cannot be set: %s',
    async (name) => {
      const body = { properties: { [name]: '1' } };
      const answer = await ask(crm, '/crm/v3/objects/contacts/1', { method: 'PATCH', body });
      expect(answer.status).toBe(400);
    },
  );
});
