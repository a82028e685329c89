import { apiVersions, resolve, type ApiVersion } from '@bulk-associate/engine';
import { createCrm, type Crm, findObjectType, landmarks, seededId } from 'hubspot-local/crm';
import { answerOf, payloadOf } from './crm-environment';

let crm: Crm;
beforeEach(() => (crm = createCrm()));

async function lines(version: ApiVersion, objectType: string, values: string[]) {
  const { lines } = await payloadOf(crm, version, (hubspot) => resolve(hubspot, { objectType, values }));
  expect(lines.map(({ value }) => value)).toEqual(values);
  return lines;
}

const companies = () => [...crm.state.recordsOf(findObjectType('company') as never).values()];
const searches = () => crm.calls.filter(({ kind }) => kind === 'search');

describe.each(apiVersions)('resolving on %s', (version) => {
  it('finds hundreds of long names, though a search accepts only 3,000 characters', async () => {
    const renamed = companies().slice(0, 300);
    renamed.forEach((company, n) => (company.properties['name'] = `${'Very long name of a holding '.repeat(5)}${n}`)); // prettier-ignore
    const names = renamed.map(({ properties }) => String(properties['name']).toUpperCase());
    const found = await lines(version, '0-2', names);
    expect(found.map(({ records }) => records.map(({ id }) => id))).toEqual(renamed.map(({ id }) => [id]));
    expect(searches().every(({ status }) => status === 200)).toBe(true);
  });

  it('finds the others when HubSpot refuses one value of a search', async () => {
    const names = companies().slice(0, 8).map(({ properties }) => String(properties['name'])); // prettier-ignore
    crm.faults.add({ name: 'invalid-ids-400', on: 'search', times: 1 });
    const found = await lines(version, '0-2', names);
    expect(found.filter(({ status }) => status === 'unknown')).toEqual([]);
  });

  it('finds a name that shares its search with a name of more records than a search returns', async () => {
    const [template] = companies();
    const records = crm.state.recordsOf(findObjectType('company') as never);
    for (let id = 90_000_000_000; template && records.size < 10_700; id++) {
      const properties = { ...template.properties, name: 'Everywhere', hs_object_id: String(id) };
      records.set(String(id), { ...template, id: String(id), properties });
    }
    const last = companies().at(-1);
    if (last) last.properties['name'] = 'Nowhere else';
    const found = await lines(version, '0-2', ['Everywhere', 'Nowhere else']);
    expect(found.map(({ status }) => status)).toEqual(['several', 'found']);
  });

  it('is unknown for a value that HubSpot gave no answer for, never not_found', async () => {
    crm.faults.add({ name: 'html-502', on: 'search' });
    const found = await lines(version, '0-2', ['No such firm', landmarks.company]);
    expect(found.map(({ status }) => status)).toEqual(['unknown', 'found']);
  });

  it('fails with the reason where HubSpot gave no answer for any value', async () => {
    crm.faults.add({ name: 'html-502' });
    const values = ['No such firm', landmarks.company, '\u0007'];
    const answer = await answerOf(crm, version, (hubspot) => resolve(hubspot, { objectType: '0-2', values }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'HUBSPOT_UNAVAILABLE' } });
  });

  it('answers without a request where no value is readable', async () => {
    crm.faults.add({ name: 'html-502' });
    expect(await lines(version, '0-2', ['\u0007'])).toMatchObject([{ status: 'unreadable' }]);
    expect(crm.calls).toEqual([]);
  });

  it('reads a value that occurs twice once, and returns both lines', async () => {
    const found = await lines(version, '0-2', [landmarks.company, landmarks.company]);
    expect(found.map(({ status }) => status)).toEqual(['found', 'found']);
    expect(crm.calls.map(({ inputs }) => inputs)).toEqual([1]);
  });

  it('distinguishes records of the same name by their labels, and an unmatched value from an unreadable one', async () => {
    const found = await lines(version, '0-2', [landmarks.doubleCompanyName, '\u0007', `x${seededId('company', 1)}`]); // prettier-ignore
    expect(found.map(({ status }) => status)).toEqual(['several', 'unreadable', 'not_found']);
    expect(new Set(found[0]?.records.map(({ label }) => label)).size).toBe(2);
  });
});
