import type { PropertiesParameters } from '@bulk-associate/contract';
import { describeProperties } from './properties';
import { json, ScriptedHubSpot, type Script } from './testing';

const property = (name: string, type: string, more: object = {}) => ({ name, label: name, type, ...more });

function hubspotWith(properties: object[], more: Script = () => undefined) {
  return new ScriptedHubSpot((request, fake) => {
    const special = more(request, fake);
    if (special) return special;
    if (/properties\/[^/]+$/.test(request.path.split('?')[0] ?? ''))
      return json(200, { results: properties });
    return json(404, { message: 'None.' });
  });
}

async function describeOn(fake: ScriptedHubSpot, parameters: PropertiesParameters = { objectType: '0-3' }) {
  const answer = await fake.run((hubspot) => describeProperties(hubspot, parameters));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.properties.filter(({ type }) => type !== 'association');
}

describe('the properties to filter by', () => {
  it.each([
    ['hidden', property('a', 'string', { hidden: true })],
    ['archived', property('a', 'string', { archived: true })],
    ['sensitive', property('a', 'string', { dataSensitivity: 'sensitive' })],
    ['of a type that a search does not compare', property('a', 'json')],
    ['of an inherited name', property('a', 'constructor')],
  ])('are none that are %s', async (_, left) => {
    expect(await describeOn(hubspotWith([left, property('b', 'number')]))).toEqual([
      { name: 'b', label: 'b', type: 'number' },
    ]);
  });

  it.each([
    ['booleancheckbox', { type: 'bool' }],
    ['checkbox', { type: 'enumeration', multiple: true }],
    ['select', { type: 'enumeration' }],
  ])('know an enumeration shown as %s', async (fieldType, known) => {
    expect(await describeOn(hubspotWith([property('a', 'enumeration', { fieldType, options: [] })]))).toEqual(
      [{ name: 'a', label: 'a', ...known }],
    );
  });

  it('list the options that are not hidden; none for owners, which HubSpot lists elsewhere', async () => {
    const options = [{ value: 'x', label: 'X' }, { value: 'y', label: 'Y', hidden: true }, { value: 'z' }];
    const owner = property('hubspot_owner_id', 'enumeration', { options: [], referencedObjectType: 'OWNER' });
    const [first, second] = await describeOn(hubspotWith([property('a', 'enumeration', { options }), owner]));
    expect(first).not.toHaveProperty('options');
    expect(second?.options).toEqual([
      { value: 'x', label: 'X' },
      { value: 'z', label: 'z' },
    ]);
  });

  it('name the groups, and the associations with other types as the account does', async () => {
    const fake = hubspotWith([property('a', 'string', { groupName: 'dealinformation' })], ({ path }) => {
      if (path.includes('/groups'))
        return json(200, { results: [{ name: 'dealinformation', label: 'Deal-Infos' }] });
      return path.endsWith('/schemas/0-2') ? json(200, { labels: { plural: 'Firmen' } }) : undefined;
    });
    const answer = await fake.run((hubspot) =>
      describeProperties(hubspot, { objectType: '0-3', language: 'de' }),
    );
    expect(answer).toEqual({
      ok: true,
      properties: [
        { name: 'a', label: 'a', type: 'string', group: 'Deal-Infos' },
        { name: 'associations.contact', label: 'Contacts', type: 'association' },
        { name: 'associations.company', label: 'Firmen', type: 'association' },
        { name: 'associations.ticket', label: 'Tickets', type: 'association' },
      ],
    });
    expect(fake.seen.map(({ path }) => path)).toContain('/crm/v3/properties/0-3?locale=de');
  });

  const stages = (...labels: string[]) => labels.map((label) => ({ id: label.toLowerCase(), label }));
  it.each([
    [[{ label: 'Sales', stages: stages('New', 'Won') }], ['New', 'Won']],
    [
      [
        { label: 'Sales', stages: stages('New') },
        { label: 'Renewal', stages: stages('Open') },
      ],
      ['Sales: New', 'Renewal: Open'],
    ],
    [
      [{ stages: stages('New') }, { label: 'Renewal', stages: stages('Open') }],
      ['New', 'Renewal: Open'],
    ],
    [
      [
        { label: 'Sales', stages: stages('New') },
        { label: 'Old', archived: true, stages: stages('Gone') },
      ],
      ['New'],
    ],
  ])('name a stage with its pipeline where there are several: %j', async (pipelines, labels) => {
    const [stage] = await describeOn(
      hubspotWith(
        [property('dealstage', 'enumeration', { options: [{ value: 'raw', label: 'Raw' }] })],
        ({ path }) => (path.endsWith('/pipelines/deals') ? json(200, { results: pipelines }) : undefined),
      ),
    );
    expect(stage?.options?.map(({ label }) => label)).toEqual(labels);
  });

  it('are read once for a language in some minutes', async () => {
    const fake = hubspotWith([property('a', 'string')]);
    await describeOn(fake, { objectType: '0-1', language: 'ja' });
    const { length } = fake.seen;
    await describeOn(fake, { objectType: '0-1', language: 'JA' });
    expect(fake.seen).toHaveLength(length);
    await describeOn(fake, { objectType: '0-1', language: 'en' });
    expect(fake.seen.length).toBeGreaterThan(length);
  });

  it('that cannot be read are an error, and are read again', async () => {
    let isBroken = true;
    const fake = hubspotWith([property('a', 'string')], ({ path }) =>
      isBroken && path.includes('/properties/') ? json(400, { message: 'No.' }) : undefined,
    );
    const broken = await fake.run((hubspot) => describeProperties(hubspot, { objectType: '0-1' }));
    expect(broken).toMatchObject({ ok: false, error: { code: 'HUBSPOT_REJECTED', message: 'No.' } });
    isBroken = false;
    expect(await describeOn(fake, { objectType: '0-1' })).toHaveLength(1);
  });
});
