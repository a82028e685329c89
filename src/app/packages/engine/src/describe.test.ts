import { describe as describeTypes } from './describe';
import { json, ScriptedHubSpot } from './testing';

const association = (fromObjectTypeId: string, toObjectTypeId: string) => ({
  fromObjectTypeId,
  toObjectTypeId,
});
const car = {
  objectTypeId: '2-7',
  fullyQualifiedName: 'p1_car',
  name: 'car',
  labels: { singular: 'Car', plural: 'Cars' },
  primaryDisplayProperty: 'plate',
  associations: [association('2-7', '0-1')],
};

/** The ids of the types that can be linked from one, where the account lists these schemas. */
async function typesFrom(objectType: string, ...schemas: object[]) {
  const fake = new ScriptedHubSpot(({ path }) =>
    path.endsWith('/schemas') ? json(200, { results: schemas }) : json(403, { category: 'MISSING_SCOPES' }),
  );
  const answer = await fake.run((hubspot) => describeTypes(hubspot, { objectType }));
  return answer.ok ? answer.objectTypes : [];
}

const idsFrom = async (...call: Parameters<typeof typesFrom>) =>
  (await typesFrom(...call)).map(({ id }) => id);
const standard = ['0-1', '0-2', '0-3', '0-5'];

describe('the custom types', () => {
  it('are those with an association, with their names', async () => {
    expect((await typesFrom('0-1', car)).at(-1)).toEqual({
      id: '2-7',
      singular: 'Car',
      plural: 'Cars',
      labelProperty: 'plate',
      custom: true,
    });
    expect(await idsFrom('0-2', car)).toEqual(standard);
  });

  it.each([
    ['an archived one', { ...car, archived: true }],
    [
      'HubSpot’s own types, which some accounts list too',
      { ...car, objectTypeId: '0-48', associations: [association('0-48', '0-1')] },
    ],
  ])('leave out %s', async (_, schema) => expect(await idsFrom('0-1', schema)).toEqual(standard));

  it.each(['2-7', 'p1_car'])('show by their schema what can be linked from %s', async (objectType) => {
    expect(await idsFrom(objectType, { ...car, associations: [association(objectType, '0-1')] })).toEqual([
      '0-1',
    ]);
  });
});
