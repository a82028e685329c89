import { createCrm } from './crm';
import { landmarks } from './seed';
import { ask, recordsOf } from './testing/ask';

const crm = createCrm();
const { suggestions: marks } = landmarks;
const [first, second] = marks.linkedContacts;

async function found(type: string, ...filters: object[]): Promise<(string | undefined)[]> {
  const body = { filterGroups: [{ filters }], limit: 200 };
  const { body: answer } = await ask(crm, `/crm/v3/objects/${type}/search`, { body });
  return answer?.results?.map(({ id }) => id).sort() ?? [];
}
const linked = (type: string, id: string, other: string) =>
  ask(crm, `/crm/v4/objects/${type}/${id}/associations/${other}`).then(({ body }) =>
    (body?.results ?? []).map(({ toObjectId }) => String(toObjectId)).sort(),
  );
const is = (propertyName: string, value: string) => ({ propertyName, operator: 'EQ', value });
const company = recordsOf(crm, '0-2').get(marks.company)?.properties ?? {};

describe('the records with suggestions', () => {
  it('are contacts of the company’s domain, who are not associated with it', async () => {
    const ofDomain = await found('contacts', is('hs_email_domain', String(company['domain'])));
    expect(ofDomain).toEqual([...marks.domainContacts, ...marks.linkedContacts].sort());
    expect(await linked('companies', marks.company, 'contacts')).toEqual([...marks.linkedContacts].sort());
  });

  it('are contacts of its additional domains', async () => {
    const domains = String(company['hs_additional_domains']).split(';');
    expect(domains).toHaveLength(2);
    for (const [n, domain] of domains.entries()) {
      expect(await found('contacts', is('hs_email_domain', domain))).toEqual([marks.otherDomainContacts[n]]);
      const filter = { propertyName: 'hs_additional_domains', operator: 'CONTAINS_TOKEN', value: domain };
      expect(await found('companies', filter)).toEqual([marks.company]);
    }
  });

  it('are contacts who name the company, and write from free-mail addresses', async () => {
    const named = await found('contacts', is('company', String(company['name'])), is('hs_email_domain', 'gmail.com'));
    expect(named).toEqual([...marks.nameContacts].sort());
    const free = recordsOf(crm, '0-1').get(marks.freeMailContact)?.properties ?? {};
    expect([free['email'], free['company']]).toEqual([expect.stringContaining('@gmail.com'), '']);
    expect(await linked('contacts', marks.freeMailContact, 'companies')).toEqual([]);
  }); // prettier-ignore

  it('share neighbours with a deal and a ticket, and are not on them', async () => {
    expect(await linked('deals', marks.deal, 'companies')).toEqual([marks.company, marks.otherCompany].sort());
    expect(await linked('deals', marks.deal, 'contacts')).toEqual([first]);
    expect(await linked('contacts', second, 'companies')).toEqual([marks.company, marks.otherCompany].sort());
    expect(await linked('contacts', second, 'deals')).toEqual([marks.otherDeal]);
    expect(await linked('companies', marks.otherCompany, 'contacts')).toEqual([second, marks.otherContact].sort());
    expect(await linked('companies', marks.company, 'deals')).toEqual([marks.deal, marks.otherDeal].sort());
    expect(await linked('tickets', marks.ticket, 'contacts')).toEqual([first]);
    expect(await linked('tickets', marks.ticket, 'companies')).toEqual([marks.company]);
  }); // prettier-ignore
});

describe('the other records', () => {
  it('write from free-mail addresses now and then', async () => {
    const free = [...recordsOf(crm, '0-1').values()].filter(({ properties }) =>
      /@(outlook\.com|web\.de|yahoo\.co\.jp|uol\.com\.br|gmail\.com)$/.test(properties['email'] ?? ''),
    );
    expect(free.length).toBeGreaterThan(100);
    expect(free.length).toBeLessThan(400);
  });

  it.each([
    ['contacts', 'lifecyclestage'],
    ['contacts', 'hs_buying_role'],
    ['contacts', 'renewal_date'],
    ['companies', 'annualrevenue'],
    ['deals', 'dealtype'],
    ['tickets', 'hs_ticket_category'],
    [landmarks.customObjectType, 'equipment'],
    [landmarks.customObjectType, 'inspection_due'],
  ])('of %s have a value of %s, and some have none', async (type, propertyName) => {
    expect((await found(type, { propertyName, operator: 'HAS_PROPERTY' })).length).toBeGreaterThan(0);
    expect((await found(type, { propertyName, operator: 'NOT_HAS_PROPERTY' })).length).toBeGreaterThan(0);
  });

  it.each(['contacts', 'companies', 'deals', 'tickets', landmarks.customObjectType])(
    '%s were made in more than one year',
    async (type) => {
      const since = { propertyName: 'createdate', operator: 'GTE', value: String(Date.UTC(2026, 0, 1)) };
      const before = { ...since, operator: 'LT' };
      expect((await found(type, since)).length).toBeGreaterThan(0);
      expect((await found(type, before)).length).toBeGreaterThan(0);
    },
  );
});
