import { landmarks, seededId } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = landmarks.labelledCompany;
const [twoLabels = '', primaryHere = '', advised = '', plain = ''] = landmarks.labelledContacts;

let panel: PanelPage;
beforeEach(() => (panel = stage.panelIn({ language: 'en', place: 'tab' })));

/** The labels of the association of a company and a contact, as HubSpot shows them on the company. */
async function labelsOf(contact: string, of = company): Promise<string[] | undefined> {
  const path = `page/crm/crm/v4/objects/0-2/${of}/associations/0-1?limit=500`;
  const { results } = (await (await fetch(`${stage.server.url}${path}`)).json()) as {
    results: { toObjectId: number; associationTypes: { label: string | null }[] }[];
  };
  const types = results.find(({ toObjectId }) => String(toObjectId) === contact)?.associationTypes;
  return types?.flatMap(({ label }) => label ?? []).sort();
}

const chooseLabel = (name: string) =>
  panel.dialog.getByLabel('Association label', { exact: false }).selectOption({ label: name });
const chooseRemoval = () => panel.dialog.getByLabel('What do you want to do?').selectOption('remove');
const tickAssociated = (name: RegExp) => panel.dialog.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check(); // prettier-ignore

describe('a label', () => {
  it('is given to new and to existing associations, beside the labels that they have', async () => {
    const fresh = seededId('contact', 60);
    await panel.open(`0-2/${company}`);
    await chooseLabel('Billing contact');
    await panel.paste([twoLabels, advised, plain, fresh].join('\n'));
    await panel.says('New (1), Gets the label too (2), Has the label already (1)');
    await panel.review(4);
    await panel.says('3 contacts will be associated with Alder Foods.');
    await panel.says('Label: Billing contact');
    await panel.associate(3);
    await panel.says('3 contacts associated with Alder Foods.');
    expect(await labelsOf(advised)).toEqual(['Advised by', 'Billing contact']);
    expect(await labelsOf(fresh)).toContain('Billing contact');
    await panel.press('Undo 3 changes');
    await panel.says('Undo this run for 3 contacts?');
    await panel.press('Undo 3 changes');
    await panel.says('Undo: 3 undone.');
    expect(await labelsOf(advised)).toEqual(['Advised by']);
    expect(await labelsOf(plain)).toEqual([]);
    expect(await labelsOf(twoLabels)).toEqual(['Advised by', 'Billing contact']);
    expect(await labelsOf(fresh)).toBeUndefined();
  });

  it('cannot be selected for an object type that has none', async () => {
    await panel.open(`0-2/${company}`);
    await panel.dialog.getByLabel('Association label', { exact: false }).waitFor();
    await panel.chooseType(landmarks.customObjectType);
    await panel.dialog.getByLabel('Association label', { exact: false }).waitFor({ state: 'hidden' });
  });

  it('that a record has once moves after a review, from where is said, and the undo gives it back', async () => {
    const other = seededId('company', 5);
    await panel.open(`0-2/${other}`);
    await chooseLabel('Primary');
    await panel.paste(primaryHere);
    await panel.needsReview(1);
    await panel.review(1);
    await panel.says('“Primary” moves from another record to 1 of these.');
    await panel.says('“Primary” moves away from Alder Foods');
    await panel.associate(1);
    await panel.says('“Primary” has moved away from Alder Foods');
    expect(await labelsOf(primaryHere, other)).toContain('Primary');
    expect(await labelsOf(primaryHere)).not.toContain('Primary');
    await panel.press('Undo 1 change');
    await panel.says('Undo this run for 1 contact?');
    await panel.press('Undo 1 change');
    await panel.says('Undo: 1 undone.');
    expect(await labelsOf(primaryHere, other)).toBeUndefined();
    expect(await labelsOf(primaryHere)).toContain('Primary');
  });
});

describe('removing', () => {
  it('removes whole associations, says which labels go, and the undo restores them', async () => {
    await panel.open(`0-2/${company}`);
    await chooseRemoval();
    await panel.dialog.getByRole('searchbox').fill('advised');
    await tickAssociated(/Billing contact, Advised by/);
    await panel.dialog.getByRole('searchbox').fill('');
    await panel.goToTab('Paste');
    await panel.paste([plain, seededId('contact', 60)].join('\n'));
    await panel.review(3);
    await panel.says('The associations of 2 contacts with Alder Foods will be removed.');
    await panel.says('These labels go as well: Billing contact, Advised by');
    await panel.tab('Not associated (1)').waitFor();
    await panel.press('Remove 2 associations');
    await panel.says('The associations of 2 contacts with Alder Foods were removed.');
    expect([await labelsOf(twoLabels), await labelsOf(plain)]).toEqual([undefined, undefined]);
    expect(await labelsOf(advised)).toEqual(['Advised by']);
    await panel.press('Undo 2 removals');
    await panel.press('Associate 2 records again');
    await panel.says('Undo: 2 undone.');
    expect([await labelsOf(twoLabels), await labelsOf(plain)]).toEqual([
      ['Advised by', 'Billing contact'],
      [],
    ]);
  });

  it('removes a label alone, and leaves the association and its other labels', async () => {
    await panel.open(`0-2/${company}`);
    await chooseRemoval();
    await chooseLabel('Advised by');
    await tickAssociated(/Billing contact, Advised by/);
    await panel.review(1);
    await panel.says(
      'The label “Advised by” will be removed from the associations of 1 contact with Alder Foods.',
    );
    await panel.press('Remove the label from 1 record');
    await panel.says(
      'The label “Advised by” was removed from the associations of 1 contact with Alder Foods.',
    );
    expect(await labelsOf(twoLabels)).toEqual(['Billing contact']);
    await panel.press('Undo 1 removal');
    await panel.press('Give 1 label back');
    await panel.says('Undo: 1 undone.');
    expect(await labelsOf(twoLabels)).toEqual(['Advised by', 'Billing contact']);
  });

  it('does not offer what is not associated', async () => {
    await panel.open(`0-2/${company}`);
    await chooseRemoval();
    await panel.goToTab('Search');
    await panel.dialog.getByRole('searchbox').fill('hargreaves');
    await panel.says(/\(not associated\)/);
    expect(await panel.dialog.getByRole('row').nth(1).getByRole('checkbox').isDisabled()).toBe(true);
  });

  it('tells the truth where HubSpot refuses, and removes the rest when it is asked again', async () => {
    await panel.open(`0-2/${company}`);
    await chooseRemoval();
    await tickAssociated(/Billing contact, Advised by/);
    await panel.review(1);
    await stage.server.sandbox('faults', { name: 'unauthorized-401', on: 'archive' });
    await panel.press('Remove 1 association');
    await panel.says(panel.t('problem_UNAUTHORIZED'));
    expect(await labelsOf(twoLabels)).toEqual(['Advised by', 'Billing contact']);
    await stage.server.sandbox('faults', undefined, 'DELETE');
    await panel.press('Send the remaining 1');
    await panel.says('The associations of 1 contact with Alder Foods were removed.');
  });
});
