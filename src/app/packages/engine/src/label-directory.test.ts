import type { AssociationLabel } from '@bulk-associate/contract';
import { turnFor } from './label-directory';
import { Run } from './run';
import { json, ScriptedHubSpot } from './testing';

const [contact, company] = ['0-1', '0-2'];
const own = (typeId: number): AssociationLabel => ({ category: 'USER_DEFINED', typeId });
const hubSpots = (typeId: number): AssociationLabel => ({ category: 'HUBSPOT_DEFINED', typeId });
const row = (fromObjectTypeId: string, toObjectTypeId: string, id: number, name: string) => ({
  id: String(id),
  name,
  fromObjectTypeId,
  toObjectTypeId,
});

/** A label from one type to another in the other direction, where the schemas list these association types. */
async function turned(label: AssociationLabel, to: string, rows: object[], status = 200) {
  const fake = new ScriptedHubSpot(({ path }) =>
    path.includes('/schemas/') ? json(status, { associations: rows }) : undefined,
  );
  return fake.run(async (hubspot) => (await turnFor(new Run(hubspot), contact, to))(label));
}

describe('a label in the other direction', () => {
  const there = row(contact, company, 28, 'decision_maker');
  const back = row(company, contact, 29, 'decision_maker');

  it('is the one of the same name there', async () => {
    const other = row(company, contact, 31, 'billing_contact');
    expect(await turned(own(28), company, [there, back, other])).toEqual(own(29));
  });

  it('is HubSpot’s Primary for Primary, whatever the schemas say', async () => {
    expect(await turned(hubSpots(1), company, [], 403)).toEqual(hubSpots(2));
  });

  it.each<[string, AssociationLabel, object[]]>([
    ['no label there has its name', own(28), [there, row(company, contact, 29, 'decides')]],
    ['two labels there have its name', own(28), [there, back, row(company, contact, 33, 'decision_maker')]],
    ['it is not listed', own(28), [back]],
    ['it is HubSpot’s own, which has a name in each direction', hubSpots(28), [there, back]],
  ])('is not known where %s', async (_, label, rows) => {
    expect(await turned(label, company, rows)).toBeUndefined();
  });

  it('is not known within one type: half of a pair with a name of its own looks like a label that is no pair', async () => {
    const halves = [row(contact, contact, 40, 'manager'), row(contact, contact, 41, 'employee')];
    expect(await turned(own(40), contact, halves)).toBeUndefined();
  });
});
