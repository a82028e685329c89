import fc from 'fast-check';
import { maxSuggested, type SuggestParameters, type Suggestion } from '@bulk-associate/contract';
import { apiVersions, suggest, type ApiVersion } from '@bulk-associate/engine';
import { createCrm, landmarks, type Crm } from 'hubspot-local/crm';
import { setProperties, typeNamed } from 'hubspot-local/crm/testing';
import { answerOf, payloadOf } from './crm-environment';

type Data = NonNullable<Exclude<NonNullable<Parameters<typeof createCrm>[0]>['data'], string>>;
type Link = [fromType: string, fromId: string, toType: string, toId: string];

const [contact, company, deal, ticket] = ['0-1', '0-2', '0-3', '0-5'];
/** An id that shows what it is of: 10000003 is a contact, 20000003 a company. */
const id = (type: string, n: number) => String((10 * Number(type.at(-1)) + n / 1_000_000) * 1_000_000);

const contacts = (...rows: Record<string, string>[]) =>
  rows.map((properties, n) => ({ id: id(contact, n), properties }));

function crmOf(records: Data['records'], links: Link[] = []): Crm {
  const associations = links.map(([fromType, from, toType, to]) => ({
    from: [fromType, from] as [string, string],
    to: [toType, to] as [string, string],
  }));
  return createCrm({ data: { records, associations } });
}

async function suggested(crm: Crm, parameters: SuggestParameters, version: ApiVersion = 'v4') {
  crm.calls.length = 0;
  const { suggestions } = await payloadOf(crm, version, (hubspot) => suggest(hubspot, parameters));
  return { suggestions, calls: crm.calls.length };
}

const ids = (suggestions: Suggestion[], reason: string) =>
  suggestions.find((each) => each.reason === reason)?.records.map((record) => record.id);

const alder = {
  id: id(company, 0),
  properties: {
    name: 'Alder GmbH',
    domain: 'alder.example',
    hs_additional_domains: 'old-alder.example;gmail.com',
  },
};
const fromAlder: SuggestParameters = { objectType: company, id: alder.id, toObjectType: contact };

describe.each(apiVersions)('suggesting contacts of a company on %s', (version) => {
  const people = contacts(
    { firstname: 'Ada', email: 'ada@alder.example' },
    { firstname: 'Bob', email: 'bob@OLD-alder.example' },
    { firstname: 'Cid', email: 'cid@gmail.com', company: 'ALDER gmbh' },
    { firstname: 'Dee', email: 'dee@gmail.com' },
    { firstname: 'Eve', email: 'eve@alder.example' },
    { firstname: 'Fay', email: 'fay@not-alder.example' },
  );

  it('offers those of its domains and those who name it, but none who is associated', async () => {
    const crm = crmOf({ contacts: people, companies: [alder] }, [
      [contact, id(contact, 4), company, alder.id],
    ]);
    const { suggestions, calls } = await suggested(crm, fromAlder, version);
    expect(suggestions).toEqual([
      {
        reason: 'email_domain',
        through: [],
        common: 'alder.example, old-alder.example',
        records: [
          { id: id(contact, 0), label: 'Ada', detail: 'ada@alder.example' },
          { id: id(contact, 1), label: 'Bob', detail: 'bob@OLD-alder.example' },
        ],
        more: false,
      },
      {
        reason: 'same_name',
        through: [],
        common: 'Alder GmbH',
        records: [{ id: id(contact, 2), label: 'Cid', detail: 'cid@gmail.com' }],
        more: false,
      },
    ]);
    expect(calls).toBeLessThanOrEqual(6);
  });

  it('takes three calls for one reason of the search', async () => {
    const crm = crmOf({ contacts: people, companies: [alder] });
    const { suggestions, calls } = await suggested(crm, { ...fromAlder, reasons: ['email_domain'] }, version);
    expect([suggestions.map(({ reason }) => reason), calls]).toEqual([['email_domain'], 3]);
  });

  it('leaves out the domains of the account itself', async () => {
    const crm = crmOf({ contacts: people, companies: [alder] });
    const { suggestions } = await suggested(
      crm,
      { ...fromAlder, ownDomains: ['www.Alder.example'] },
      version,
    );
    expect(ids(suggestions, 'email_domain')).toEqual([id(contact, 1)]);
  });

  it('asks for nothing but the record where it has neither a domain nor a name', async () => {
    const crm = crmOf({
      contacts: people,
      companies: [{ id: alder.id, properties: { domain: 'gmail.com' } }],
    });
    const parameters = { ...fromAlder, reasons: ['email_domain' as const, 'same_name' as const] };
    expect(await suggested(crm, parameters, version)).toEqual({ suggestions: [], calls: 1 });
  });

  it('offers contacts without a company before those with another one', async () => {
    const oak = { id: id(company, 1), properties: { name: 'Oak' } };
    const crm = crmOf({ contacts: people, companies: [alder, oak] });
    await makePrimary(crm, id(contact, 0), oak.id);
    const { suggestions } = await suggested(crm, fromAlder, version);
    expect(ids(suggestions, 'email_domain')).toEqual([1, 4, 0].map((n) => id(contact, n)));
  });

  it.each([false, true])(
    'finds the few of hundreds who are not associated (Primary company: %s)',
    async (primary) => {
      const all = contacts(
        ...Array.from({ length: 600 }, (_, n) => ({ firstname: `N${n}`, email: `n${n}@alder.example` })),
      );
      const free = [450, 500, 599].map((n) => id(contact, n));
      const linked = all.filter((each) => !free.includes(each.id));
      const crm = crmOf(
        { contacts: all, companies: [alder] },
        linked.map((each): Link => [contact, each.id, company, alder.id]),
      );
      if (primary) for (const each of linked) await makePrimary(crm, each.id, alder.id);
      const { suggestions, calls } = await suggested(
        crm,
        { ...fromAlder, reasons: ['email_domain'] },
        version,
      );
      expect([ids(suggestions, 'email_domain'), suggestions[0]?.more, calls]).toEqual([free, false, 3]);
    },
  );

  it('finds those without a company behind a page of contacts who have it beside their Primary one', async () => {
    const all = contacts(...Array.from({ length: 303 }, (_, n) => ({ email: `n${n}@alder.example` })));
    const linked = all.slice(0, 300);
    const other = { id: id(company, 1), properties: { name: 'Beech' } };
    const crm = crmOf(
      { contacts: all, companies: [alder, other] },
      linked.map((each): Link => [contact, each.id, company, alder.id]),
    );
    for (const each of linked) await makePrimary(crm, each.id, other.id);
    const { suggestions } = await suggested(crm, { ...fromAlder, reasons: ['email_domain'] }, version);
    expect(suggestions).toMatchObject([
      { records: all.slice(300).map((each) => ({ id: each.id })), more: false },
    ]);
  });

  it('follows no second type between while the search has not taken its calls', async () => {
    const crm = crmOf(
      {
        contacts: people,
        companies: [alder],
        tickets: [{ id: id(ticket, 0), properties: { subject: 'Help' } }],
      },
      [
        [company, alder.id, ticket, id(ticket, 0)],
        [contact, id(contact, 3), ticket, id(ticket, 0)],
      ],
    );
    const { suggestions, calls } = await suggested(crm, fromAlder, version);
    expect([suggestions.map(({ reason }) => reason), calls]).toEqual([['email_domain', 'same_name'], 4]);
  });

  it('offers at most 200 for a reason, and tells how many there are', async () => {
    const all = contacts(...Array.from({ length: 350 }, (_, n) => ({ email: `n${n}@alder.example` })));
    const crm = crmOf({ contacts: all, companies: [alder] });
    const { suggestions } = await suggested(crm, { ...fromAlder, reasons: ['email_domain'] }, version);
    expect(suggestions[0]?.records).toHaveLength(maxSuggested);
    expect(suggestions[0]).toMatchObject({ more: true, total: 350 });
  });

  it('tells no total where HubSpot’s counts those who are associated already', async () => {
    const all = contacts(...Array.from({ length: 350 }, (_, n) => ({ email: `n${n}@alder.example` })));
    const crm = crmOf({ contacts: all, companies: [alder] }, [[contact, id(contact, 0), company, alder.id]]);
    const { suggestions } = await suggested(crm, { ...fromAlder, reasons: ['email_domain'] }, version);
    expect(suggestions).toMatchObject([{ more: true, records: { length: 199 } }]);
    expect(suggestions[0]).not.toHaveProperty('total');
  });
});

async function makePrimary(crm: Crm, contactId: string, companyId: string): Promise<void> {
  const response = await crm.fetch(
    new Request(`http://crm.test/crm/v4/objects/0-1/${contactId}/associations/0-2/${companyId}`, {
      method: 'PUT',
      headers: { authorization: 'Bearer sandbox' },
      body: JSON.stringify([{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 }]),
    }),
  );
  expect(response.status).toBeLessThan(300);
}

describe('suggesting companies of a contact', () => {
  const companies = [
    { id: id(company, 0), properties: { name: 'Alder', domain: 'www.alder.example' } },
    { id: id(company, 1), properties: { name: 'Elder', hs_additional_domains: 'x.example;alder.example' } },
    { id: id(company, 2), properties: { name: 'oak' } },
    { id: id(company, 3), properties: { name: 'Other', hs_additional_domains: 'alder.example.org' } },
  ];
  const parameters: SuggestParameters = { objectType: contact, id: id(contact, 0), toObjectType: company };
  const ada = { email: 'Ada@Alder.example', company: 'Oak' };

  it('offers those of the domain of its email, their own or an additional one, and the one that it names', async () => {
    const { suggestions, calls } = await suggested(crmOf({ contacts: contacts(ada), companies }), parameters);
    expect([ids(suggestions, 'company_domain'), ids(suggestions, 'same_name')]).toEqual([
      [companies[0]?.id, companies[1]?.id],
      [companies[2]?.id],
    ]);
    expect(suggestions[0]?.common).toBe('alder.example');
    expect(calls).toBeLessThanOrEqual(6);
  });

  it('leaves out one that is associated', async () => {
    const crm = crmOf({ contacts: contacts(ada), companies }, [
      [contact, id(contact, 0), company, id(company, 0)],
    ]);
    expect(ids((await suggested(crm, parameters)).suggestions, 'company_domain')).toEqual([companies[1]?.id]);
  });

  it('says nothing for an address at a mail service', async () => {
    const people = contacts({ email: 'ada@gmail.com' });
    const mail = [{ id: id(company, 5), properties: { name: 'Mail', domain: 'gmail.com' } }];
    expect((await suggested(crmOf({ contacts: people, companies: mail }), parameters)).suggestions).toEqual(
      [],
    );
  });
});

describe('suggesting by shared records', () => {
  const parametersFor = (objectType: string, toObjectType: string): SuggestParameters => ({
    objectType,
    id: id(objectType, 0),
    toObjectType,
  });
  const rows = (type: string, name: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: id(type, n), properties: { [name]: `${name} ${n}` } }));
  const records = {
    contacts: rows(contact, 'firstname', 6),
    companies: rows(company, 'name', 6),
    deals: rows(deal, 'dealname', 6),
    tickets: rows(ticket, 'subject', 6),
  };

  it('ranks the contacts of a deal’s companies by how many of these they share, and names them', async () => {
    const crm = crmOf(records, [
      [deal, id(deal, 0), company, id(company, 0)],
      [deal, id(deal, 0), company, id(company, 1)],
      [contact, id(contact, 0), company, id(company, 0)],
      [contact, id(contact, 1), company, id(company, 0)],
      [contact, id(contact, 1), company, id(company, 1)],
      [contact, id(contact, 2), company, id(company, 1)],
      [contact, id(contact, 2), deal, id(deal, 0)],
      [contact, id(contact, 3), company, id(company, 2)],
    ]);
    // Contact 2 is associated with the deal already.
    const { suggestions, calls } = await suggested(crm, parametersFor(deal, contact));
    expect(suggestions).toEqual([
      {
        reason: 'shared_record',
        throughType: company,
        through: [
          { id: id(company, 0), label: 'name 0' },
          { id: id(company, 1), label: 'name 1' },
        ],
        records: [
          { id: id(contact, 1), label: 'firstname 1', through: [0, 1] },
          { id: id(contact, 0), label: 'firstname 0', through: [0] },
        ],
        more: false,
      },
    ]);
    expect(calls).toBe(5);
  });

  it.each([
    ['tickets of the same contacts', deal, ticket, contact],
    ['tickets of the same contacts, for a company', company, ticket, contact],
    ['deals of the contact’s companies', contact, deal, company],
    ['colleagues', contact, contact, company],
    ['companies of the deals of a contact', contact, company, deal],
    ['deals of the same contacts', deal, deal, contact],
  ])('finds %s', async (_, from, to, through) => {
    const crm = crmOf(records, [
      [from, id(from, 0), through, id(through, 1)],
      [through, id(through, 1), to, id(to, 2)],
    ]);
    const { suggestions, calls } = await suggested(crm, parametersFor(from, to));
    expect(suggestions).toMatchObject([
      { reason: 'shared_record', throughType: through, records: [{ id: id(to, 2), through: [0] }] },
    ]);
    expect(suggestions[0]?.through.map(({ label }) => label.replace(/ \d+$/, ''))).not.toContain(
      id(through, 1),
    );
    expect(calls).toBeLessThanOrEqual(6);
  });

  it('ranks those first, among equals, who share a record that has few others', async () => {
    const crm = crmOf(records, [
      [deal, id(deal, 0), company, id(company, 0)],
      [deal, id(deal, 0), company, id(company, 1)],
      ...[0, 1, 2].map((n): Link => [contact, id(contact, n), company, id(company, 0)]),
      [contact, id(contact, 3), company, id(company, 1)],
    ]);
    const { suggestions } = await suggested(crm, parametersFor(deal, contact));
    expect(ids(suggestions, 'shared_record')).toEqual([3, 0, 1, 2].map((n) => id(contact, n)));
  });

  it('says that there are more where a contact has more companies than one search can name', async () => {
    const crm = crmOf(records, [
      ...[0, 1, 2, 3, 4, 5].map((n): Link => [contact, id(contact, 0), company, id(company, n)]),
      [contact, id(contact, 1), company, id(company, 0)],
      [contact, id(contact, 1), deal, id(deal, 1)],
    ]);
    const { suggestions } = await suggested(crm, parametersFor(contact, deal));
    expect(suggestions).toMatchObject([{ throughType: contact, records: [{ id: id(deal, 1) }], more: true }]);
  });

  it('says that there may be more where HubSpot cannot read what one of the records between has', async () => {
    const crm = crmOf(records, [
      ...[0, 1].map((n): Link => [deal, id(deal, 0), company, id(company, n)]),
      ...[0, 1].map((n): Link => [contact, id(contact, n), company, id(company, n)]),
    ]);
    crm.faults.add({ name: 'error-names-nobody-207', on: 'readAssociations', times: 1 });
    const { suggestions } = await suggested(crm, parametersFor(deal, contact));
    expect(suggestions).toMatchObject([{ records: [{ id: id(contact, 0) }], more: true }]);
  });

  it('never offers what is associated already on a later page of a long list', async () => {
    const many = rows(contact, 'firstname', 901);
    const crm = crmOf({ ...records, contacts: many }, [
      ...many.slice(1).map((each): Link => [contact, each.id, deal, id(deal, 0)]),
      [deal, id(deal, 0), company, id(company, 0)],
      ...[0, 899, 900].map((n): Link => [contact, id(contact, n), company, id(company, 0)]),
    ]);
    const { suggestions } = await suggested(crm, parametersFor(deal, contact));
    expect(ids(suggestions, 'shared_record')).toEqual([id(contact, 0)]);
  });

  it('finds the contacts of a custom object’s companies, and the custom objects of a contact’s companies', async () => {
    const vehicle = landmarks.customObjectType;
    const car = { id: '52700000001', properties: { plate: 'HH-A 1' } };
    const crm = crmOf({ ...records, [vehicle]: [car] }, [
      [vehicle, car.id, company, id(company, 1)],
      [company, id(company, 1), contact, id(contact, 2)],
    ]);
    const people = await suggested(crm, { objectType: vehicle, id: car.id, toObjectType: contact });
    expect(ids(people.suggestions, 'shared_record')).toEqual([id(contact, 2)]);
    const cars = await suggested(crm, { objectType: contact, id: id(contact, 2), toObjectType: vehicle });
    expect(cars.suggestions).toMatchObject([{ through: [{ label: 'name 1' }], records: [{ id: car.id }] }]);
    expect(Math.max(people.calls, cars.calls)).toBeLessThanOrEqual(6);
  });

  it.each([
    ['deals', deal],
    ['tickets', ticket],
  ])('finds the %s of a contact’s companies, and those of its colleagues there', async (_, to) => {
    const crm = crmOf(records, [
      [contact, id(contact, 0), company, id(company, 1)],
      [contact, id(contact, 1), company, id(company, 1)],
      [contact, id(contact, 2), company, id(company, 2)],
      [company, id(company, 1), to, id(to, 1)],
      [contact, id(contact, 1), to, id(to, 1)],
      [contact, id(contact, 1), to, id(to, 2)],
      [contact, id(contact, 1), to, id(to, 3)],
      [contact, id(contact, 0), to, id(to, 3)],
      [contact, id(contact, 2), to, id(to, 4)],
    ]);
    const { suggestions, calls } = await suggested(crm, parametersFor(contact, to));
    expect(suggestions).toMatchObject([
      { throughType: company, through: [{ label: 'name 1' }], records: [{ id: id(to, 1), through: [0] }] },
      {
        throughType: contact,
        through: [{ label: 'firstname 1' }],
        records: [{ id: id(to, 2), through: [0] }],
      },
    ]);
    expect(suggestions.map((each) => each.records.length)).toEqual([1, 1]);
    expect(calls).toBe(6);
  });

  it('follows two types in one answer, and reads as many of one as of the other', async () => {
    const many = rows(ticket, 'subject', 400);
    const crm = crmOf({ ...records, tickets: many }, [
      [deal, id(deal, 0), contact, id(contact, 0)],
      [deal, id(deal, 0), company, id(company, 0)],
      ...many.map((each, n): Link =>
        n < 300 ? [contact, id(contact, 0), ticket, each.id] : [company, id(company, 0), ticket, each.id],
      ),
    ]);
    const { suggestions, calls } = await suggested(crm, parametersFor(deal, ticket));
    expect(
      suggestions.map(({ throughType, records: of, more, total }) => [throughType, of.length, more, total]),
    ).toEqual([
      [contact, 50, true, 300],
      [company, 50, true, 100],
    ]);
    expect(calls).toBe(6);
  });

  it('opens with at most six calls, and the face with three, whatever the record and the account have', async () => {
    const vehicle = landmarks.customObjectType;
    const types = [contact, company, deal, ticket, vehicle];
    const all = {
      contacts: contacts(
        ...records.contacts.map((_, n) => ({
          firstname: `N${n}`,
          email: `n${n}@alder.example`,
          company: 'Alder',
        })),
      ),
      companies: records.companies.map((each) => ({
        ...each,
        properties: { name: 'Alder', domain: 'alder.example' },
      })),
      deals: records.deals,
      tickets: records.tickets,
      [vehicle]: Array.from({ length: 6 }, (_, n) => ({
        id: `5270000000${n + 1}`,
        properties: { plate: `P ${n}` },
      })),
    };
    const idOf = (type: string, n: number) => (type === vehicle ? `5270000000${n + 1}` : id(type, n));
    // Each record is associated with the next one of every type, so that each type is between all others.
    const isDefined = (one: string, other: string) => other !== vehicle || one === contact || one === company;
    const links = types.flatMap((one, a) =>
      types
        .slice(a + 1)
        .filter((other) => isDefined(one, other))
        .flatMap((other) =>
          [0, 1, 2, 3].flatMap((n): Link[] => [
            [one, idOf(one, n), other, idOf(other, n)],
            [one, idOf(one, n), other, idOf(other, n + 1)],
          ]),
        ),
    );
    const crm = crmOf(all, links);
    const seen: unknown[] = [];
    let offering = 0;
    for (const objectType of types)
      for (const toObjectType of types) {
        const parameters = { objectType, id: idOf(objectType, 1), toObjectType };
        const { suggestions, calls } = await suggested(crm, parameters);
        const onFace = await suggested(crm, { ...parameters, reasons: ['email_domain', 'company_domain'] });
        const isFit = calls <= 6 && onFace.calls <= 3 && suggestions.every((each) => each.records.length > 0);
        seen.push([objectType, toObjectType, isFit || [calls, onFace.calls]]);
        if (suggestions.length > 0) offering += 1;
      }
    expect(seen).toEqual(types.flatMap((from) => types.map((to) => [from, to, true])));
    expect(offering).toBeGreaterThan(20);
  });

  it('follows the next type where the record has none of the first', async () => {
    const crm = crmOf(records, [
      [deal, id(deal, 0), company, id(company, 1)],
      [company, id(company, 1), ticket, id(ticket, 2)],
    ]);
    const { suggestions, calls } = await suggested(crm, parametersFor(deal, ticket));
    expect(suggestions).toMatchObject([
      { throughType: company, through: [{ label: 'name 1' }], records: [{ label: 'subject 2' }] },
    ]);
    expect(calls).toBe(6);
  });

  it('does not drown in a record between that has thousands of others', async () => {
    const many = Array.from({ length: 9_000 }, (_, n) => ({
      id: id(contact, n),
      properties: { firstname: `N${n}` },
    }));
    const crm = crmOf({ ...records, contacts: many }, [
      ...many.map((each): Link => [contact, each.id, company, id(company, 0)]),
      [deal, id(deal, 0), company, id(company, 0)],
      [deal, id(deal, 0), company, id(company, 1)],
      [contact, id(contact, 5), company, id(company, 1)],
    ]);
    const { suggestions, calls } = await suggested(crm, parametersFor(deal, contact));
    expect(suggestions[0]?.records[0]).toMatchObject({ id: id(contact, 5), through: [0, 1] });
    expect(suggestions[0]).toMatchObject({ more: true });
    expect(calls).toBeLessThanOrEqual(6);
  });

  it('never offers a record that is gone, though its associations are still read', async () => {
    const crm = crmOf(records, [
      [deal, id(deal, 0), company, id(company, 0)],
      [contact, id(contact, 1), company, id(company, 0)],
      [contact, id(contact, 2), company, id(company, 0)],
    ]);
    crm.state.dropRecord(typeNamed(contact), id(contact, 1));
    // The one that is left of two that were merged: HubSpot returns it for the other.
    setProperties(crm, contact, id(contact, 2), { hs_merged_object_ids: id(contact, 1) });
    const { suggestions } = await suggested(crm, parametersFor(deal, contact));
    expect(ids(suggestions, 'shared_record')).toEqual([id(contact, 2)]);
  });
});

describe('a fault of HubSpot', () => {
  const crm = () =>
    crmOf(
      {
        contacts: contacts({ email: 'ada@alder.example' }, { email: 'bob@beech.example' }),
        companies: [alder],
        deals: [{ id: id(deal, 0), properties: { dealname: 'Sale' } }],
      },
      [
        [company, alder.id, deal, id(deal, 0)],
        [contact, id(contact, 1), deal, id(deal, 0)],
      ],
    );

  it('in one call leaves the other suggestions', async () => {
    const broken = crm();
    broken.faults.add({ name: 'refused-400', on: 'search', times: 1 });
    const { suggestions } = await suggested(broken, fromAlder);
    expect(suggestions.length).toBe(1);
  });

  it('in all calls is an error, not an empty answer', async () => {
    const broken = crm();
    broken.faults.add({ name: 'html-502' });
    const answer = await answerOf(broken, 'v4', (hubspot) => suggest(hubspot, fromAlder));
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
  });

  it('in the read of what is associated already offers nothing', async () => {
    const broken = crm();
    broken.faults.add({ name: 'html-502', on: 'readAssociations' });
    const answer = await answerOf(broken, 'v4', (hubspot) => suggest(hubspot, fromAlder));
    expect(answer).toMatchObject({ ok: false });
  });

  it('that is repeated costs no more than six calls', async () => {
    const broken = crm();
    broken.faults.add({ name: 'html-502', probability: 0.5 });
    await answerOf(broken, 'v4', (hubspot) => suggest(hubspot, fromAlder));
    expect(broken.calls.length).toBeLessThanOrEqual(6);
  });
});

describe('in any account', () => {
  const types = [contact, company, deal, ticket];
  const perType = 5;
  const record = fc.record({ type: fc.constantFrom(...types), n: fc.nat(perType - 1) });
  const domain = fc.constantFrom('alder.example', 'beech.example', 'gmail.com', '');
  const name = fc.constantFrom('Alder', 'beech', 'ALDER', '');
  const account = fc.record({
    people: fc.array(fc.tuple(domain, name), { minLength: perType, maxLength: perType }),
    firms: fc.array(fc.tuple(domain, domain, name), { minLength: perType, maxLength: perType }),
    links: fc.array(fc.tuple(record, record), { maxLength: 25 }),
    from: record,
    to: fc.constantFrom(...types),
  });

  it('offers exactly what fits and is not associated, once, in at most six calls', async () => {
    await fc.assert(
      fc.asyncProperty(account, async ({ people, firms, links, from, to }) => {
        const plain = (type: string, property: string) =>
          Array.from({ length: perType }, (_, n) => ({
            id: id(type, n),
            properties: { [property]: `${n}` },
          }));
        const persons = contacts(
          ...people.map(([at, firm], n) => ({ company: firm, ...(at && { email: `n${n}@${at}` }) })),
        );
        const organisations = firms.map(([own, additional, called], n) => ({
          id: id(company, n),
          properties: { name: called, domain: own, hs_additional_domains: additional },
        }));
        const crm = crmOf(
          {
            contacts: persons,
            companies: organisations,
            deals: plain(deal, 'dealname'),
            tickets: plain(ticket, 'subject'),
          },
          links
            .filter(([a, b]) => a.type !== b.type || a.n !== b.n)
            .map(([a, b]): Link => [a.type, id(a.type, a.n), b.type, id(b.type, b.n)]),
        );
        const anchor = id(from.type, from.n);
        const isLinked = (type: string, one: string, other: string, another: string) =>
          crm.isAssociated(type, one, other, another);
        const { suggestions, calls } = await suggested(crm, {
          objectType: from.type,
          id: anchor,
          toObjectType: to,
        });
        expect(calls).toBeLessThanOrEqual(6);
        const offered = suggestions.flatMap(({ records }) => records);
        expect(new Set(offered.map((each) => each.id)).size).toBe(offered.length);
        for (const each of offered) {
          expect(each.id === anchor && to === from.type).toBe(false);
          expect(isLinked(from.type, anchor, to, each.id)).toBe(false);
        }
        for (const { through, throughType = '', records } of suggestions)
          for (const each of records)
            for (const position of each.through ?? []) {
              const between = through[position]?.id ?? '';
              // A colleague is associated with a company of the contact.
              const isColleague = organisations.some(
                (firm) =>
                  throughType === contact &&
                  isLinked(from.type, anchor, company, firm.id) &&
                  isLinked(contact, between, company, firm.id),
              );
              expect(isColleague || isLinked(from.type, anchor, throughType, between)).toBe(true);
              expect(isLinked(throughType, between, to, each.id)).toBe(true);
            }
        expect(new Set(ids(suggestions, 'email_domain'))).toEqual(expectedByDomain());

        function expectedByDomain(): Set<string> {
          if (from.type !== company || to !== contact) return new Set();
          const [own = '', additional = ''] = firms[from.n] ?? [];
          const domains: string[] = [own, additional].filter((each) => each !== '' && each !== 'gmail.com');
          const fitting = people.flatMap(([at], n) => (domains.includes(at) ? [id(contact, n)] : []));
          return new Set(fitting.filter((each) => !isLinked(company, anchor, contact, each)));
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
