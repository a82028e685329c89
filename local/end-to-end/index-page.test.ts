import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { seededId } from '../crm';
import { copySampleProject, serveSampleProject } from './sample-project';
import { animationsEnd, barriersOn, sharedBrowser, PageOfFile, type LocalServer } from '../testing';

jest.setTimeout(120_000);

let project: ReturnType<typeof copySampleProject>;
let server: LocalServer;
let pageOfFile: PageOfFile;
let page: Page;

beforeAll(async () => {
  // A copy, because a test edits it.
  project = copySampleProject();
  server = await serveSampleProject(project.folder);
  pageOfFile = new PageOfFile(await sharedBrowser(), { width: 1280, height: 900 });
});
afterAll(async () => {
  await pageOfFile?.close();
  await server?.stop();
  project?.remove();
});
beforeEach(async () => {
  await server.reset();
  page = await pageOfFile.fresh();
});

const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const panel = (name = 'Gather') => page.getByRole('dialog', { name, exact: true });
const rows = () => page.locator('tbody tr');
const firstName = () => rows().first().getByRole('link').textContent();
const tick = (nth: number) => rows().nth(nth).getByRole('checkbox').check();

async function open(path: string): Promise<void> {
  await page.goto(new URL(path, server.url).href);
  await rows().first().waitFor();
}

/** Expects no serious problem of access, once everything has come to rest. */
async function expectNoBarrier(): Promise<void> {
  await animationsEnd(page);
  expect(await barriersOn(page)).toEqual([]);
}

describe('the index page', () => {
  it('turns, sorts, searches, and keeps what it shows in its address', async () => {
    await open('/objects/companies');
    await page.getByRole('heading', { name: 'Companies (600)' }).waitFor();
    expect(await rows().count()).toBe(25);
    await press('Page 2');
    await page.waitForURL(/page=2/);
    await page.getByLabel('Rows per page').selectOption('100');
    await page.waitForFunction("document.querySelectorAll('tbody tr').length === 100");
    await press('City');
    await press('City');
    await page.waitForURL(/sort=-city/);
    await page.locator('th[aria-sort="descending"]').waitFor();
    await page.getByLabel('Search companies').fill('alder');
    await page.waitForFunction("document.querySelectorAll('tbody tr').length < 30");
    const shown = await rows().allTextContents();
    const cities = await rows().locator('td:nth-last-child(2)').allTextContents();
    expect(cities).toEqual([...cities].sort((a, b) => b.localeCompare(a)));
    await page.reload();
    await rows().first().waitFor();
    expect(await rows().allTextContents()).toEqual(shown);
    expect(await page.getByLabel('Search companies').inputValue()).toBe('alder');
  });

  it('turns to the last page where the address names a later one', async () => {
    await open('/objects/0-2?page=900');
    await page.waitForURL(/page=24/);
    expect(await page.getByRole('button', { name: 'Page 24' }).getAttribute('aria-current')).toBe('page');
  });

  it('leads to records and from them back, and to the other object types, in the language and as the user', async () => {
    await open('/objects/0-2?lang=ja&user=nora&query=alder');
    const name = await firstName();
    await rows().first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: String(name) }).waitFor();
    await page.getByRole('link', { name: '‹ 会社' }).click();
    await page.getByRole('heading', { name: '会社 (600)' }).waitFor();
    await page.getByRole('link', { name: '取引' }).click();
    await page.getByRole('heading', { name: '取引 (900)' }).waitFor();
    expect(new URL(page.url()).search).toBe('?lang=ja&user=nora');
  });

  it('says what failed, and reads again', async () => {
    await server.sandbox('faults', { name: 'html-502', on: 'search' });
    await page.goto(`${server.url}objects/0-2`);
    await page.getByRole('alert').getByText('The records could not be read').waitFor();
    await page.getByLabel('Fault', { exact: true }).selectOption('');
    await page.getByLabel('Calls it affects').waitFor({ state: 'detached' });
    await page.waitForFunction(
      `fetch('/sandbox/faults').then(async (answer) => (await answer.json()).active.length === 0)`,
    );
    await press('Try again');
    await rows().first().waitFor();
  });

  it('has no bulk action where none names the object type, and says how one gets there', async () => {
    await open('/objects/0-5');
    await says(/no \*-hsmeta\.json of the type crm-bulk-action in src\/app\/actions names this object type/);
    await tick(0);
    await says('1 selected');
    expect(await page.getByRole('button', { name: /Gather/ }).count()).toBe(0);
  });
});

describe('a selection', () => {
  it('grows from rows to a page to all records, keeps what other pages have, and is cleared by a search', async () => {
    await open('/objects/0-1');
    await tick(0);
    await tick(2);
    await says('2 selected');
    await press('Page 2');
    await page.waitForURL(/page=2/);
    await page.waitForFunction("document.querySelector('.records').ariaBusy === 'false'");
    await page.getByLabel('Select all on this page').check();
    await says('27 selected');
    await press('Select all 5,000 contacts');
    await says('All 5,000 contacts are selected.');
    await rows().nth(1).getByRole('checkbox').uncheck();
    await says('4,999 selected');
    await press('Clear selection');
    await page.getByText('4,999 selected').waitFor({ state: 'detached' });
    await tick(0);
    await page.getByLabel('Search contacts').fill('hargreaves');
    await page.getByText('1 selected').waitFor({ state: 'detached' });
  });
});

describe('a bulk action', () => {
  it('is given the selected records, and exactly the actions and hooks that HubSpot offers there', async () => {
    await open('/objects/contacts?user=nora');
    await tick(0);
    await tick(2);
    await press('Gather');
    await panel().getByText('This is the first action').waitFor();
    await says('Location crm.bulkActions, title Gather, user nora.lindqvist@example.com, en');
    await says(`Given 2 of 0-1 as number: ${[0, 2].map((n) => seededId('contact', n)).join()}`);
    await says(
      'Actions: addAlert,closeOverlay,copyTextToClipboard,navigateToPage,openIframeModal,reloadPage',
    );
    await says('Search: 2, error none');
    await says(/^Associations: error HubSpot has useAssociations on record pages only/);
    await says(/^Properties: error HubSpot has useCrmProperties on record pages only/);
    await press('alert');
    await says('an alert');
    await press('open a panel');
    await panel('Inner panel').waitFor();
    await press('close by action');
    await panel('Inner panel').waitFor({ state: 'detached' });
    expect(await panel('Dialog apart').count()).toBe(0);
    await press('open a dialog');
    await panel('Dialog apart').waitFor();
    await page.keyboard.press('Escape');
    await panel('Dialog apart').waitFor({ state: 'detached' });
    await press('refresh');
    await page.locator('.problems').getByText(/refreshObjectProperties is not a function/).first().waitFor(); // prettier-ignore
    await panel().getByText('The action has a problem').waitFor();
  });

  it('is given all records where all are selected, and hands them to a function', async () => {
    await open('/objects/0-1');
    await page.getByLabel('Select all on this page').check();
    await press('Select all 5,000 contacts');
    await says('All 5,000 contacts are selected.');
    await press('Gather');
    await says(/^Given 5000 of 0-1 as number: 41200000101,/);
    await press('call a function');
    await says(/^Said: answered 60\d{3} characters$/);
    await panel().getByRole('button', { name: 'Close' }).click();
    await panel().waitFor({ state: 'detached' });
    await page.getByText(/^Calls \(/).click();
    await page.getByRole('row', { name: /action → function echo ok/ }).waitFor();
  });

  it('ends when its panel is closed, and the selection stays', async () => {
    await open('/objects/0-2');
    await tick(1);
    for (const close of [
      () => panel().getByRole('button', { name: 'Close' }).click(),
      () => page.keyboard.press('Escape'),
    ]) {
      await press('Gather');
      await panel().getByText('This is the first action').waitFor();
      const [worker, ...others] = page.workers();
      expect(others).toEqual([]);
      // A click beside the panel must not end a run.
      await page.mouse.click(100, 400);
      await press('call a function');
      await says(/^Said: answered/);
      const ended = new Promise((resolve) => worker?.once('close', resolve));
      await close();
      await panel().waitFor({ state: 'detached' });
      await ended;
      expect(page.workers()).toEqual([]);
      await page.waitForFunction("document.activeElement.textContent === 'Gather'");
    }
    await says('1 selected');
  });

  it('reloads the page where it was', async () => {
    await open('/objects/0-2?page=3');
    const before = await firstName();
    await tick(0);
    await press('Gather');
    await panel().waitFor();
    await Promise.all([page.waitForEvent('load'), press('reload')]);
    await rows().first().waitFor();
    expect(await firstName()).toBe(before);
    expect(await panel().count()).toBe(0);
    expect(await page.getByText('1 selected').count()).toBe(0);
  });

  it('opens in a dialog where its metadata says so, and is found in a folder that was named', async () => {
    await open('/objects/0-3');
    await tick(0);
    await press('Gather in a dialog');
    const dialog = panel('Gather in a dialog');
    await dialog.getByText(`Given 1 of 0-3 as number: ${seededId('deal', 0)}`).waitFor();
    const box = await dialog.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(1_200);
  });

  it('is built anew when it is saved, with the records that it had', async () => {
    await open('/objects/0-2');
    await tick(0);
    await press('Gather');
    await panel().getByText('This is the first action').waitFor();
    const file = join(project.folder, 'src/app/actions/Gather.tsx');
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, source.replace('first action', 'second action'));
    await says('This is the second action');
    writeFileSync(file, 'this is no action (');
    await panel().getByText('The action has a problem').waitFor();
    writeFileSync(file, source);
    await says('This is the first action');
    await panel().getByText('Given 1 of 0-2').waitFor();
    expect(await page.locator('.problems').count()).toBe(0);
  });
});

describe.each([
  ['en', 'Select all 5,000 contacts', 'All 5,000 contacts are selected.'],
  ['ja', 'コンタクト5,000件をすべて選択', 'コンタクト5,000件をすべて選択しています。'],
])('access, in %s', (language, all, done) => {
  it('has no serious problem in the list with a selection, and in the panel', async () => {
    await open(`/objects/0-1?lang=${language}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await page.locator('thead').getByRole('checkbox').check();
    await press(all);
    await says(done);
    await expectNoBarrier();
    await press('Gather');
    await says(/^Search: 2/);
    await expectNoBarrier();
  });
});
