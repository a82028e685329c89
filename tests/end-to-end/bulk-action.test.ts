/** @jest-environment <rootDir>/local/testing/jest-environment.ts */
import { landmarks } from 'hubspot-local/crm';
import { en } from '@bulk-associate/messages';
import { actionMessages } from '@bulk-associate/messages/action';
import { setTheStage } from './stage';

/** The bulk action on the index page, from the ticks in the list to the result. */
const stage = setTheStage();
const label = 'Associate records';

const panel = () => stage.page.getByRole('dialog', { name: label, exact: true });
const says = (text: string | RegExp) => panel().getByText(text).first().waitFor();
// A second click within the time of a double click is ignored.
const press = async (name: string | RegExp) => {
  await panel().getByRole('button', { name }).first().waitFor();
  await stage.page.waitForTimeout(450);
  await panel().getByRole('button', { name }).first().click();
};

async function open(path: string): Promise<void> {
  await stage.page.goto(`${stage.server.url}objects/${path}`);
  await stage.page.locator('tbody tr').first().waitFor();
}

const tick = (nth: number) => stage.page.locator('tbody tr').nth(nth).getByRole('checkbox').check();
const start = () => stage.page.getByRole('button', { name: label, exact: true }).click();

it('associates selected contacts with two companies, shows each pair, and undoes them', async () => {
  await open('0-1');
  for (const nth of [0, 1, 2]) await tick(nth);
  await start();
  await says('Selected in the list: 3 contacts');
  expect(await stage.barriers()).toEqual([]);
  await panel().getByRole('searchbox').fill('alder');
  for (const name of [/^Alder Software/, /^Alder Foods/])
    await panel().getByRole('checkbox', { name }).check();
  await says('3 contacts × 2 companies = 6 associations');
  await press('Review');
  await says('3 contacts will be associated with 2 companies.');
  await panel().getByRole('columnheader', { name: en.column_anchor, exact: true }).waitFor();
  expect(await stage.barriers()).toEqual([]);
  await press('Create 6 associations');
  await says('All done');
  await says('6 associations');
  expect(await stage.barriers()).toEqual([]);
  await press('Undo 6 associations');
  await press('Remove 6 associations');
  await says('6 undone');
});

it('associates all 5,000 contacts of a list with one company, which a pasted ID names', async () => {
  await open('0-1');
  await stage.page.getByLabel('Rows per page').selectOption('100');
  await stage.page.waitForFunction("document.querySelectorAll('tbody tr').length === 100");
  await stage.page.getByLabel('Select all on this page').check();
  await stage.page.getByRole('button', { name: 'Select all 5,000 contacts' }).click();
  await start();
  await says('Selected in the list: 5,000 contacts');
  await panel().getByRole('tab', { name: en.source_paste }).click();
  const field = panel().getByLabel(actionMessages('en').anchorName as string);
  await field.fill(landmarks.company);
  await press(en.pasteLookUp);
  await says('5,000 contacts × 1 company = 5,000 associations');
  await press(/^Review [\d,]+ records$/);
  await press(/^Associate [\d,]+ contacts$/);
  await press(/^Associate [\d,]+ contacts$/);
  await says('All done');
  await stage.page.getByRole('button', { name: 'Reload the list' }).click();
  await panel().waitFor({ state: 'detached' });
  await stage.page.getByRole('heading', { name: 'Contacts (5,000)' }).waitFor();
});

it('is in Japanese for a person whose language it is', async () => {
  await open('0-3?lang=ja');
  await tick(0);
  await start();
  await says(actionMessages('ja').anchorTitle_associate as string);
  expect(await stage.barriers()).toEqual([]);
});
