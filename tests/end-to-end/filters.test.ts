import { landmarks } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();

/** How many records the CRM itself finds. */
async function countIn(objectType: string, filterGroups: object[]): Promise<number> {
  const answer = await fetch(`${stage.server.url}page/crm/crm/v3/objects/${objectType}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ filterGroups, limit: 1 }),
  });
  return ((await answer.json()) as { total: number }).total;
}

/** An option of the list that is open. */
const option = (name: string) => stage.page.getByRole('listbox').getByRole('option', { name, exact: true });

/** Fills in the fields of a filter that are open, and applies it. */
async function fill(
  panel: PanelPage,
  property: string,
  values: () => Promise<void>,
  operator?: string,
): Promise<void> {
  const { t, dialog } = panel;
  await dialog.getByLabel(t('filterProperty')).selectOption(property);
  if (operator !== undefined) await dialog.getByLabel(t('filterOperator')).selectOption(operator);
  await values();
  await panel.press(t('filterApply'));
}

it('find what HubSpot finds, hold for all matches, and stay when one looks elsewhere', async () => {
  const panel = stage.panelIn({ language: 'en', place: 'tab' });
  await panel.open(`0-2/${landmarks.company}`);
  const { dialog } = panel;
  const value = dialog.getByLabel('Value', { exact: true });
  await panel.press('Add filter');
  await fill(panel, 'city', () => value.fill('Berlin'));
  await panel.says('City contains Berlin');
  await panel.press('Add “and”');
  await fill(panel, 'createdate', () => value.fill('2024-06-01'), 'LTE');
  await panel.press('Add “and”');
  await fill(panel, 'associations.company', () => Promise.resolve(), 'NOT_HAS_PROPERTY');
  await panel.press('Add “or”');
  await fill(panel, 'hs_lead_status', async () => {
    await dialog.getByLabel('Any of these options').click();
    await option('New').click();
    await stage.page.keyboard.press('Tab');
  });
  const all = panel.button(/^Select all [\d,]+ matches$/);
  await all.waitFor();
  await stage.atRest();
  // The account's days are those of London.
  const until = String(Date.UTC(2024, 5, 1, 23) - 1);
  const first = [
    { propertyName: 'city', operator: 'CONTAINS_TOKEN', value: 'Berlin' },
    { propertyName: 'createdate', operator: 'LTE', value: until },
    { propertyName: 'associations.company', operator: 'NOT_HAS_PROPERTY' },
  ];
  const status = { propertyName: 'hs_lead_status', operator: 'IN', values: ['NEW'] };
  const n = await countIn('0-1', [{ filters: first }, { filters: [status] }]);
  const text = panel.translator.number(n);
  await panel.press(`Select all ${text} matches`);
  await panel.says(`Now in your selection: ${text}`);
  await panel.goToTab('Paste');
  await panel.goToTab('Search');
  await panel.says('City contains Berlin');
  await panel.button(`Select all ${text} matches`).waitFor();
  expect(await stage.barriers()).toEqual([]);
});

it('filter, sort and show a custom object by its own properties, in a narrow panel', async () => {
  const panel = stage.panelIn({ language: 'en', place: 'sidebar' });
  await stage.page.setViewportSize({ width: 360, height: 800 });
  await panel.open(`0-2/${landmarks.company}`);
  await panel.chooseType(landmarks.customObjectType);
  await panel.press('Add filter');
  await fill(
    panel,
    'mileage',
    async () => {
      await panel.dialog.getByLabel('From').fill('1000');
      await panel.dialog.getByLabel('To', { exact: true }).fill('100000');
    },
    'BETWEEN',
  );
  await panel.says('is between 1,000 and 100,000');
  await panel.press('Columns and sorting');
  await panel.dialog.getByLabel('Sort by').selectOption('mileage');
  await panel.dialog.getByLabel('Direction').selectOption('true');
  const columns = panel.dialog.getByLabel('Columns beside the name');
  await columns.click();
  for (const name of ['Mileage (km)', 'Leased']) await option(name).click();
  await option('Record ID').click();
  await stage.page.keyboard.press('Tab');
  await panel.press('Done');
  await panel.dialog.getByRole('columnheader', { name: /^Mileage/ }).waitFor();
  await panel.dialog
    .getByRole('cell', { name: /^(Yes|No)$/ })
    .first()
    .waitFor();
  const cells = await panel.dialog
    .getByRole('cell')
    .filter({ hasText: /^[\d,]+$/ })
    .allTextContents();
  const mileages = cells.map((cell) => Number(cell.replaceAll(',', ''))).filter((value) => value > 1_000);
  expect(mileages.length).toBeGreaterThan(1);
  expect(mileages).toEqual([...mileages].sort((one, another) => another - one));
  expect(Math.max(...mileages)).toBeLessThanOrEqual(100_000);
  expect(await stage.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});

it('say at the condition what no longer fits', async () => {
  const panel = stage.panelIn({ language: 'en', place: 'tab' });
  // A property that is deleted after its filter was set.
  let isThere = true;
  await stage.page.route('**/functions/describe_properties', async (route) => {
    const answer = (await (await route.fetch()).json()) as { response: { properties: object[] } };
    if (isThere) answer.response.properties.unshift({ name: 'deleted', label: 'Deleted', type: 'string' });
    isThere = false;
    await route.fulfill({ json: answer });
  });
  await panel.open(`0-2/${landmarks.company}`);
  await panel.press('Add filter');
  await fill(panel, 'deleted', () => panel.dialog.getByLabel('Value', { exact: true }).fill('x'));
  await panel.says('This property is no longer there. Remove the filter.');
  await panel.button('Remove').first().click();
  await panel.button('Add filter').waitFor();
  await panel.dialog.getByRole('checkbox').first().waitFor();
});
