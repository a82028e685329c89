import { labelPropertiesOf, propertiesOfLabel, recordRef } from './record-labels';
import { Run } from './run';
import { json, ScriptedHubSpot, type Script } from './testing';

describe('the label of a record', () => {
  const contact = { objectType: '0-1', properties: ['firstname', 'lastname', 'email'] };
  const company = { objectType: '0-2', properties: ['name', 'domain'] };

  it.each([
    [contact, { firstname: 'Ada', lastname: 'Lovelace', email: 'ada@example.com' }, 'Ada Lovelace'],
    [contact, { firstname: '太郎', lastname: '山田' }, '山田 太郎'],
    [contact, { firstname: null, lastname: 'Lovelace' }, 'Lovelace'],
    [contact, { firstname: ' ', email: 'ada@example.com' }, 'ada@example.com'],
    [contact, {}, '7'],
    [company, { name: 'Acme', domain: 'acme.example' }, 'Acme'],
    [company, { domain: 'acme.example' }, 'acme.example'],
    [{ objectType: '2-1', properties: [] }, { name: 'Car' }, '7'],
  ])('of %j with %j is %j', (labelProperties, properties, label) => {
    expect(recordRef(labelProperties, { id: '7', properties })).toEqual({ id: '7', label });
  });

  it('is not returned without an id', () => {
    expect(recordRef(contact, { properties: { firstname: 'Ada' } })).toBeUndefined();
  });
});

const pipelines = {
  results: [
    { id: '0', stages: [{ id: '1', label: 'New' }, { id: '2', label: 'Waiting' }] }, // prettier-ignore
    { id: '7', stages: [{ id: 'a1b2', label: 'Escalated' }, { id: 'both', label: 'Open' }] }, // prettier-ignore
    { id: '8', stages: [{ id: 'both', label: 'Closed' }] },
  ],
};
const schema = { primaryDisplayProperty: 'model', secondaryDisplayProperties: ['plate', 'colour'] };

const account: Script = ({ path }) => {
  if (path.includes('/pipelines/')) return json(200, pipelines);
  return path.includes('/schemas/') ? json(200, schema) : undefined;
};

/** The labels of a type, as the first call of a process reads them and as the second one does. */
async function labelsOf(objectType: string, script: Script = account) {
  const fake = new ScriptedHubSpot(script);
  const read = () => fake.run((hubspot) => labelPropertiesOf(new Run(hubspot), objectType));
  const first = await read();
  return { first, second: await read(), paths: fake.seen.map(({ path }) => path) };
}

describe('the detail of a record', () => {
  it.each([
    ['0-1', { firstname: 'Ada', email: 'ada@example.com' }, 'ada@example.com'],
    ['0-1', { email: 'ada@example.com' }, undefined],
    ['0-1', { firstname: 'Ada', email: null }, undefined],
    ['0-2', { name: 'Acme', domain: 'acme.example' }, 'acme.example'],
    ['0-2', { domain: 'acme.example' }, undefined],
    ['0-3', { dealname: 'Renewal', amount: '1250.50' }, '1250.50'],
    ['0-3', { dealname: 'Renewal' }, undefined],
    ['0-5', { subject: 'Help', hs_pipeline_stage: '2' }, 'Waiting'],
    ['0-5', { subject: 'Help', hs_pipeline_stage: 'a1b2' }, 'Escalated'],
    ['0-5', { subject: 'Help', hs_pipeline_stage: '99' }, undefined],
    ['0-5', { subject: 'Help', hs_pipeline_stage: 'both' }, undefined],
    ['0-5', { subject: 'Help' }, undefined],
    ['2-1', { model: 'Kombi', plate: 'BA 1', colour: 'red' }, 'BA 1'],
    ['2-1', { model: 'Kombi', colour: 'red' }, undefined],
  ])('of type %s with %j is %j', async (objectType, properties, detail) => {
    const { first } = await labelsOf(objectType);
    expect(recordRef(first, { id: '7', properties })?.detail).toBe(detail);
  });

  it.each([
    ['0-1', ['firstname', 'lastname', 'email']],
    ['0-2', ['name', 'domain']],
    ['0-3', ['dealname', 'amount']],
    ['0-5', ['subject', 'hs_pipeline_stage']],
    ['2-1', ['model', 'plate']],
  ])('of type %s needs, with the label, %j', async (objectType, properties) => {
    expect(propertiesOfLabel((await labelsOf(objectType)).first)).toEqual(properties);
  });

  it('of a custom object without secondary display properties is absent', async () => {
    const { first } = await labelsOf('2-1', () => json(200, { primaryDisplayProperty: 'model' }));
    expect(propertiesOfLabel(first)).toEqual(['model']);
  });

  it('of a ticket is absent where the pipelines cannot be read, which are then asked for again', async () => {
    const forbidden: Script = () => json(403, { category: 'MISSING_SCOPES', message: 'no' });
    const { first, paths } = await labelsOf('0-5', forbidden);
    expect(propertiesOfLabel(first)).toEqual(['subject']);
    expect(paths).toHaveLength(2);
  });

  it.each([
    ['0-1', []],
    ['0-2', []],
    ['0-3', []],
    ['0-5', ['/crm/v3/pipelines/tickets']],
    ['2-1', ['/crm-object-schemas/v3/schemas/2-1']],
  ])('of type %s takes these requests in a process: %j', async (objectType, expected) => {
    const { first, second, paths } = await labelsOf(objectType);
    expect(paths).toEqual(expected);
    expect(second).toEqual(first);
  });
});
