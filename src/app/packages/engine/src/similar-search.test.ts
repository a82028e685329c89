import { filterIssue } from '@bulk-associate/contract';
import fc from 'fast-check';
import { similarReasons, similarSearch } from './similar-search';

const label = fc.stringMatching(/^[a-z0-9äöü漢字]{1,30}$/);
const domain = fc.tuple(label, fc.constantFrom('example', 'co.uk')).map((parts) => parts.join('.'));
const domains = fc.array(domain, { maxLength: 60 }).map((all) => all.join(';'));

describe('the search for similar records', () => {
  it.each([
    ['0-2', '0-1'],
    ['0-1', '0-2'],
  ])(
    'from %s to %s is one that HubSpot takes, however many domains there are',
    (objectType, toObjectType) => {
      const parameters = { objectType, id: '9007199254740993', toObjectType };
      const properties = fc.record({
        name: fc.string({ unit: 'grapheme', maxLength: 400 }),
        company: fc.string({ maxLength: 400 }),
        domain,
        email: domain.map((at) => `ada@${at}`),
        hs_additional_domains: domains,
        hs_additional_emails: fc.array(domain).map((all) => all.map((at) => `b@${at}`).join(';')),
        num_associated_contacts: fc.constantFrom('', '5', '5000'),
      });
      fc.assert(
        fc.property(properties, (of) => {
          const search = similarSearch(parameters, of, new Set(similarReasons(parameters)));
          if (search) expect(filterIssue({ query: '', filterGroups: search.filterGroups })).toBeUndefined();
        }),
      );
    },
  );
});
