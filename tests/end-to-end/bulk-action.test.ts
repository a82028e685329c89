import { landmarks } from 'hubspot-local/crm';
import { en } from '@bulk-associate/messages';
import { actionMessages } from '@bulk-associate/messages/action';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

/** The bulk action on the index page, from the ticks in the list to the result. Its screens are judged in `walks.ts`. */
const stage = setTheStage();

async function openList(objectType: string): Promise<PanelPage> {
  const panel = stage.panelIn({ language: 'en', place: 'tab' });
  await panel.goToList(objectType);
  return panel;
}

const tick = (nth: number) => stage.page.locator('tbody tr').nth(nth).getByRole('checkbox').check();
/** HubSpot shows the label of the action as it is, in every language. */
const start = () => stage.page.getByRole('button', { name: 'Associate records', exact: true }).click();

it('associates selected contacts with two companies, shows each pair, and undoes them', async () => {
  const panel = await openList('0-1');
  for (const nth of [0, 1, 2]) await tick(nth);
  await start();
  await panel.says('Selected in the list: 3 contacts');
  await panel.dialog.getByRole('searchbox').fill('alder');
  for (const name of [/^Alder Software/, /^Alder Foods/])
    await panel.dialog.getByRole('checkbox', { name }).check();
  await panel.says('3 contacts × 2 companies = 6 associations');
  await panel.press('Review');
  await panel.says('3 contacts will be associated with 2 companies.');
  await panel.dialog.getByRole('columnheader', { name: en.column_anchor, exact: true }).waitFor();
  await panel.press('Create 6 associations');
  await panel.says('All done');
  await panel.says('6 associations');
  await panel.press('Undo 6 associations');
  await panel.press('Remove 6 associations');
  await panel.says('6 undone');
});

it('associates all 5,000 contacts of a list with one company, which a pasted ID names', async () => {
  const panel = await openList('0-1');
  await stage.page.getByLabel('Rows per page').selectOption('100');
  await stage.page.waitForFunction("document.querySelectorAll('tbody tr').length === 100");
  await stage.page.getByLabel('Select all on this page').check();
  await stage.page.getByRole('button', { name: 'Select all 5,000 contacts' }).click();
  await start();
  await panel.says('Selected in the list: 5,000 contacts');
  await panel.goToTab(en.source_paste);
  await panel.dialog.getByLabel(actionMessages('en').anchorName as string).fill(landmarks.company);
  await panel.press(en.pasteLookUp);
  await panel.says('5,000 contacts × 1 company = 5,000 associations');
  await panel.press(/^Review [\d,]+ records$/);
  await panel.press(/^Associate [\d,]+ contacts$/);
  await panel.says(en.confirm_text_associate);
  await panel.press(/^Associate [\d,]+ contacts$/);
  await panel.says('All done');
  await stage.page.getByRole('button', { name: 'Reload the list' }).click();
  await panel.dialog.waitFor({ state: 'detached' });
  await stage.page.getByRole('heading', { name: 'Contacts (5,000)' }).waitFor();
});
