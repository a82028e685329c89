import { actionMessages } from '@bulk-associate/messages/action';
import { backEndMessages } from '@bulk-associate/messages/back-end';
import { landmarks, seededId } from 'hubspot-local/crm';
import { openPage, sharedBrowser, type LocalServer } from 'hubspot-local/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { installAt } from '../server/install-at';
import { startLocalServer } from './local-server';
import { PanelPage } from './panel-page';

/** Runs that the back end of the marketplace edition keeps, as people see them in their browsers. */
jest.setTimeout(240_000);

const company = `0-2/${landmarks.company}`;
/** A company of which no other test lists runs. */
const otherCompany = `0-2/${landmarks.suggestions.company}`;
const words = backEndMessages('en') as Record<string, string>;
const actionWords = actionMessages('en') as Record<string, string>;
/** Members of the large segment whom the company does not have yet. */
const fresh = 2_499;
/** Members of the small segment, none of whom the company has. */
const guests = 122;

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
// What an admin decides ends with an install.
beforeEach(async () => {
  await server.reset();
  await installAt(server.url);
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
  const page = await openPage(browser, 1400, 900);
  contexts.push(page.context());
  page.setDefaultTimeout(60_000);
  // `PanelPage` names no user in the address.
  await page.route('**/record/0-2/*?controls=0*', (route) =>
    route.request().url().includes('user=')
      ? route.continue()
      : route.fulfill({ status: 302, headers: { location: `${route.request().url()}&user=${user}` } }),
  );
  return { page, panel: new PanelPage(page, server.url) };
}

type Opened = Awaited<ReturnType<typeof openAs>>;
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Waits until a function of the back end has answered the card. */
const answered = (page: Page, name: string) =>
  page.waitForResponse(async (response) => {
    if (!(response.request().postData() ?? '').includes(name)) return false;
    return (await response.finished()) === null;
  });
/** The run waits for HubSpot again and again after its first calls, until the fault is taken away. */
const slowDown = () =>
  server.sandbox('faults', { name: 'limit-ten-secondly', on: 'associate', after: 2, value: 2 });

/** On the page for admins, to which the card leads: lets nobody else use the app. */
async function onlyAdmins(panel: PanelPage, page: Page): Promise<void> {
  await panel.open(company);
  await panel.press(words['admin'] ?? '');
  const opened = page.waitForEvent('popup');
  await panel.dialog.getByRole('link', { name: words['adminOpen'] ?? '' }).click();
  const admin = await opened;
  await admin.getByLabel('Only the admins named below').check();
  await admin.getByLabel('Whom should other people ask?').fill('Robin in sales operations');
  await admin.getByRole('button', { name: 'Save' }).first().click();
  await admin.getByText('Saved').first().waitFor();
}

/** The ids of the records in the result of the last run. */
async function idsIn(page: Page, panel: PanelPage): Promise<string[]> {
  await press(page, panel.t('faceShowLast'));
  const rows = panel.dialog.getByRole('row');
  await rows.nth(3).waitFor();
  const texts = await rows.allInnerTexts();
  await panel.press('Close');
  return texts.flatMap((text) => /\b\d{9,}\b/.exec(text)?.[0] ?? []);
}

/** Changes an association of the other company as somebody else would. */
async function change(how: 'archive' | 'create', input: object): Promise<void> {
  const { suggestions } = landmarks;
  const response = await fetch(`${server.url}crm/v4/associations/0-2/0-1/batch/${how}`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [{ from: { id: suggestions.company }, ...input }] }),
  });
  expect(response.ok).toBe(true);
}

/** Runs wait for HubSpot at once, until the fault is taken away. */
const waitForHubSpot = () =>
  server.sandbox('faults', { name: 'limit-ten-secondly', on: 'associate', value: 2 });

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

describe('what goes on without the page', () => {
  it('is noted on the timeline at the end, in the name of the person who wanted it and has left', async () => {
    const { page, panel } = await openAs('sam');
    // So that even a small run takes several calls.
    await server.sandbox('settings', { maxInputs: 30 });
    await panel.open(company);
    await panel.takeSegment('Spring webinar guests');
    await panel.associate(guests);
    await panel.says(panel.t('confirm_text_associate'));
    await panel.dialog.getByRole('checkbox', { name: panel.t('noteChoice') }).check();
    await slowDown();
    await panel.associate(guests);
    await panel.says(words['runGoesOn'] ?? '');
    await page.context().close();
    await server.sandbox('faults', undefined, 'DELETE');

    const other = await openAs('nora');
    await other.panel.goTo(company);
    await shows(other.page, /^A run is going on:/);
    await other.panel.listGrowsTo(`Contacts (${guests + 2})`);
    await press(other.page, 'History');
    await other.panel.press('Show result');
    await other.panel.says('All done');
    await other.panel.says(other.panel.t('note_saved'));
    await other.panel.press('Close');
    await other.page.getByRole('tab', { name: 'Activities' }).click();
    const articles = other.page.getByRole('article');
    await articles.first().waitFor();
    expect(await articles.count()).toBe(1);
    const note = await articles.first().innerText();
    expect(note).toMatch(/Contacts associated with this record: 122/);
    expect(note).toContain('By sam.sandbox@example.com');
  });

  it('is several runs at once, of which each is reached', async () => {
    const { page, panel } = await openAs('sam');
    await panel.open(company);
    await panel.tick('hargreaves', 2);
    await panel.button('Associate 2 contacts').waitFor();
    await waitForHubSpot();
    await panel.associate(2);
    await panel.press(words['runLeave'] ?? '');
    await panel.tick('silverman', 1);
    await panel.run(1);
    await panel.says(words['runGoesOn'] ?? '');
    await page.reload();
    await shows(page, '2 runs are going on. The history shows each of them.');
    await press(page, 'History');
    await panel.says('A run is going on: 0 of 2');
    await panel.says('A run is going on: 0 of 1');
    await panel.press('Show progress');
    await panel.says('0 of 1');
    await panel.press('Back to the history');
    await server.sandbox('faults', undefined, 'DELETE');
    await panel.says('2 associated');
  });

  it.each([
    ['does not arrive', false, seededId('company', 301)],
    ['arrives, and its answer does not', true, seededId('company', 302)],
  ])(
    'is handed over once or not at all where the page is loaded again and the call %s',
    async (_, arrives, id) => {
      const record = `0-2/${id}`;
      const { page, panel } = await openAs('sam');
      const listed = answered(page, 'list_runs');
      await panel.open(record);
      await listed;
      await panel.tick('hargreaves', 2);
      await panel.button('Associate 2 contacts').waitFor();
      let seen: () => void = () => undefined;
      const isSeen = new Promise<void>((resolve) => (seen = resolve));
      await page.route('**/page/fetch*', async (route) => {
        if (!(route.request().postData() ?? '').includes('start_run')) return route.continue();
        // The page is gone before it could get the answer.
        if (arrives) await route.fetch();
        seen();
      });
      await panel.associate(2);
      await isSeen;
      const again = answered(page, 'list_runs');
      await panel.goTo(record);
      await again;
      if (arrives) {
        await press(page, 'History');
        await panel.says('2 associated');
        expect(await panel.button('Show result').count()).toBe(1);
      } else {
        expect(await page.getByRole('button', { name: 'History' }).count()).toBe(0);
        await panel.open();
        await panel.tick('hargreaves', 2);
        await panel.button('Associate 2 contacts').waitFor();
      }
    },
  );
});

describe('an undo that comes late', () => {
  it('says before it is confirmed what has changed since, and undoes only what the run did', async () => {
    const { page, panel } = await openAs('sam');
    await panel.open(otherCompany);
    await panel.tick('hargreaves', 3);
    await panel.run(3);
    await panel.says('All done');
    await panel.press('Close');
    const ids = await idsIn(page, panel);
    await change('archive', { to: [{ id: ids[0] }] });
    await change('create', {
      to: { id: ids[1] },
      types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 932 }],
    });

    const other = await openAs('nora');
    await other.panel.goTo(otherCompany);
    await press(other.page, 'History');
    await other.panel.press('Show result');
    await other.panel.press('Undo 3 associations');
    await other.panel.says(words['sinceSome'] ?? '');
    await other.panel.press('Not associated any more: 1');
    await other.panel.dialog
      .getByRole('row')
      .filter({ hasText: ids[0] ?? '' })
      .waitFor();
    await other.panel.says('With another label by now, so that they stay associated: 1');
    await other.panel.press('Remove 3 associations');
    await other.panel.says(/Undo: 2 undone, 1 kept/);
    await other.panel.listGrowsTo('Contacts (3)');
  });
});

describe('a bulk action in the marketplace edition', () => {
  const start = async ({ page, panel }: Opened) => {
    await panel.goToList('0-1');
    for (const nth of [0, 1]) await page.locator('tbody tr').nth(nth).getByRole('checkbox').check();
    await press(page, 'Associate records');
  };

  it('goes on when its page is left, and is in the history of each record, where it is undone', async () => {
    const opened = await openAs('sam');
    const { page, panel } = opened;
    await start(opened);
    await panel.goToTab(panel.t('source_paste'));
    const anchor = panel.dialog.getByLabel(actionWords['anchorName'] ?? '');
    for (const id of [landmarks.company, landmarks.suggestions.company]) {
      await anchor.fill(id);
      await panel.press(panel.t('pasteLookUp'));
      await panel.button(new RegExp(`^Remove`)).last().waitFor();
    }
    await panel.says('2 contacts × 2 companies = 4 associations');
    await panel.press(/^Review/);
    // Some may be associated already, and with them perhaps all with one of the companies.
    const create = /^(Create|Associate) \d+ (associations|contacts)$/;
    await panel.button(create).waitFor();
    const [n = ''] = /\d+/.exec(await panel.button(create).innerText()) ?? [];
    await waitForHubSpot();
    await panel.press(create);
    await panel.says(words['runGoesOnForList'] ?? '');
    await page.goto('about:blank');
    await server.sandbox('faults', undefined, 'DELETE');
    for (const record of [company, otherCompany]) {
      await panel.goTo(record);
      await press(page, 'History');
      await panel.says(new RegExp(`^${n} associated`));
      if (record === company) continue;
      await panel.press('Show result');
      await panel.press(`Undo ${n} associations`);
      await panel.press(`Remove ${n} associations`);
      await panel.says(`Undo: ${n} undone.`);
    }
  });
});

describe('a person who may not use the app', () => {
  beforeEach(async () => {
    const { page, panel } = await openAs('sam');
    await onlyAdmins(panel, page);
  });

  it('reads whom to ask, in the words of the admin who decided so', async () => {
    const { page, panel } = await openAs('nora');
    await panel.goTo(company);
    await shows(page, 'You may not use this app');
    await shows(page, 'Ask: Robin in sales operations');
    expect(await page.getByRole('button', { name: 'Associate records' }).count()).toBe(0);
  });

  it('reads it in the bulk action too', async () => {
    const { page, panel } = await openAs('nora');
    await page.goto(`${server.url}objects/0-1?controls=0&lang=en&user=nora`);
    await page.locator('tbody tr').first().getByRole('checkbox').check();
    await press(page, 'Associate records');
    await panel.says('You may not use this app');
    await panel.says('Ask: Robin in sales operations');
  });
});
