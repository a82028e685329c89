/** @jest-environment <rootDir>/local/testing/jest-environment.ts */
import { backEndMessages } from '@bulk-associate/messages/back-end';
import { landmarks } from 'hubspot-local/crm';
import { sharedBrowser, type LocalServer } from 'hubspot-local/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startLocalServer } from './local-server';
import { PanelPage } from './panel-page';

/** Runs that the back end of the marketplace edition keeps, as people see them in their browsers. */
jest.setTimeout(240_000);

const company = `0-2/${landmarks.company}`;
/** A company of which no other test lists runs: the back end keeps them when the app is installed anew. */
const otherCompany = `0-2/${landmarks.suggestions.company}`;
const words = backEndMessages('en') as Record<string, string>;
/** Members of the large segment whom the company does not have yet. */
const fresh = 2_499;

let server: LocalServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  server = await startLocalServer('--edition', 'marketplace');
  browser = await sharedBrowser();
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  await server.sandbox('reset');
  const { page } = await openAs('sam');
  await page.goto(`${server.url}record/${company}?lang=en`);
  await page.getByRole('link', { name: 'Install the app', exact: true }).click();
  await page.getByRole('button', { name: 'Connect app', exact: true }).click();
  await page.getByText('Bulk Associate is installed').first().waitFor();
});
afterEach(async () => {
  const pages = contexts.flatMap((context) => context.pages());
  const problems = await Promise.all(pages.map((page) => page.locator('.problems').allTextContents()));
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await server.sandbox('oauth/uninstall', {});
  expect(problems.flat()).toEqual([]);
});

/** A browser of its own, in which somebody is signed in. */
async function openAs(user: string) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1400, height: 900 } });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // `PanelPage` names no user in the address.
  await page.route('**/record/0-2/*?controls=0*', (route) =>
    route.request().url().includes('user=')
      ? route.continue()
      : route.fulfill({ status: 302, headers: { location: `${route.request().url()}&user=${user}` } }),
  );
  return { page, panel: new PanelPage(page, server.url) };
}

const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Waits until a function of the back end has answered the card. */
const answered = (page: Page, name: string) =>
  page.waitForResponse(async (response) => {
    if (!(response.request().postData() ?? '').includes(name)) return false;
    return (await response.finished()) === null;
  });
/** The run waits for HubSpot after its first calls, for longer than the test takes. */
const slowDown = () =>
  server.sandbox('faults', { name: 'limit-ten-secondly', on: 'associate', after: 2, value: 50 });

describe('a run in the marketplace edition', () => {
  it('goes on when the page is loaded again, is stopped and continued there, and undone in another browser', async () => {
    const { page, panel } = await openAs('sam');
    await panel.open(company);
    await panel.takeSegment('Newsletter readers');
    await panel.associate(fresh);
    await panel.says(panel.t('confirm_text_associate'));
    await slowDown();
    await panel.associate(fresh);
    await panel.says(words['runGoesOn'] ?? '');
    await panel.says(/^[1-9][\d,]* of 2,499$/);

    await page.reload();
    await shows(page, /^A run is going on: [1-9][\d,]* of 2,499$/);
    await press(page, 'Show progress');
    await panel.says(/^[1-9][\d,]* of 2,499$/);
    await panel.press('Stop');
    await panel.says('You stopped the run. What was done stays; the rest was not sent.');
    await server.sandbox('faults', undefined, 'DELETE');
    await panel.press(/^Send the remaining [\d,]+$/);
    await panel.says('All done');
    await panel.says('2,499 contacts associated with Alder Logistics.');
    await panel.listGrowsTo(`Contacts (${fresh + 2})`);

    const other = await openAs('nora');
    const access = answered(other.page, 'describe_access');
    await other.panel.goTo(company);
    await press(other.page, 'History');
    await other.panel.says(/ · User 1 · Kept until /);
    await other.panel.says(/2,499 associated/);
    await access;
    await other.panel.press('Show result');
    await other.panel.says('All done');
    // The names are read where they are shown: the back end keeps ids alone.
    await other.panel.dialog.getByRole('row').filter({ hasText: '@' }).first().waitFor();
    await other.panel.press('Undo 2,499 associations');
    await other.panel.press('Remove 2,499 associations');
    await other.panel.says('Undo: 2,499 undone.');
    await other.panel.listGrowsTo('Contacts (2)');
    await other.panel.press('Close');
    await press(other.page, 'History');
    await other.panel.says(/2,499 undone/);
    expect(await other.panel.button(/^Delete/).count()).toBe(0);
  });

  it('is listed although it was small, and is deleted by an admin', async () => {
    const { page, panel } = await openAs('sam');
    const listed = answered(page, 'list_runs');
    await panel.open(otherCompany);
    await listed;
    await panel.tick('hargreaves', 2);
    expect(await page.getByRole('button', { name: 'History' }).count()).toBe(0);
    await panel.run(2);
    await panel.says('All done');
    await panel.press('Close');
    await press(page, 'History');
    await panel.says(/ · You · Kept until /);
    await panel.says('2 associated');
    await panel.press('Delete');
    await panel.says(words['historyDeleteAsk'] ?? '');
    await panel.press('Delete');
    await panel.says('No runs');
    await panel.listGrowsTo('Contacts (4)');
  });
});

describe('a person who may not use the app', () => {
  it('reads whom to ask, in the words of the admin who decided so', async () => {
    const { page, panel } = await openAs('sam');
    await panel.open(company);
    await panel.press(words['admin'] ?? '');
    const opened = page.waitForEvent('popup');
    await panel.dialog.getByRole('link', { name: words['adminOpen'] ?? '' }).click();
    const admin = await opened;
    await admin.getByLabel('Only the admins named below').check();
    await admin.getByLabel('Whom should other people ask?').fill('Robin in sales operations');
    await admin.getByRole('button', { name: 'Save' }).first().click();
    await admin.getByText('Saved').first().waitFor();

    const other = await openAs('nora');
    await other.panel.goTo(company);
    await shows(other.page, 'You may not use this app');
    await shows(other.page, 'Ask: Robin in sales operations');
    expect(await other.page.getByRole('button', { name: 'Associate records' }).count()).toBe(0);
  });
});
