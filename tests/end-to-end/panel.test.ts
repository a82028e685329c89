import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { landmarks } from '../../local/crm/seed';
import { launchBrowser, startLocalServer, type LocalServer } from './local-server';

jest.setTimeout(180_000);

let server: LocalServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startLocalServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  await server.sandbox('reset');
  context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
});
afterEach(async () => {
  // Nothing that the stand-in cannot draw, and no error of the card.
  const problems = await page.locator('.problems').allTextContents();
  await context.close();
  expect(problems).toEqual([]);
});

const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => dialog().getByRole('button', { name });
const company = `record/0-2/${landmarks.company}`;

async function openPanel(path = company, name: string | RegExp = 'Associate records'): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.getByRole('button', { name, exact: true }).click();
  await dialog().getByRole('searchbox').waitFor();
}

/** Presses a button of the panel; for a moment after a step has changed, the panel takes a click for a double click. */
async function press(name: string | RegExp): Promise<void> {
  await button(name).waitFor();
  await page.waitForTimeout(500);
  await button(name).click();
}

/** Searches contacts, and ticks the first ones found. */
async function tick(query: string, count: number): Promise<void> {
  await dialog().getByRole('searchbox').fill(query);
  const rows = dialog()
    .getByRole('row')
    .filter({ hasText: new RegExp(query, 'i') });
  await rows.nth(count - 1).waitFor();
  for (let n = 0; n < count; n++) await rows.nth(n).getByRole('checkbox').check();
}

async function linkedContacts(): Promise<string> {
  return (await page.getByRole('region', { name: 'Contacts' }).getByRole('heading').textContent()) ?? '';
}

describe('the main job', () => {
  it('links three contacts to a company, tells the outcome of each, and the page’s list grows by three', async () => {
    await openPanel();
    expect(await linkedContacts()).toMatch(/\(2\)/);
    await tick('hargreaves', 3);
    await press('Review 3 records');
    await press('Associate 3 records');
    await dialog().getByText('All done').waitFor();
    const outcomes = dialog().getByRole('row').filter({ hasText: 'Hargreaves' });
    expect(await outcomes.count()).toBe(3);
    for (const text of await outcomes.allTextContents()) expect(text).toMatch(/Associated/);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Contacts (5)' }).waitFor();
    expect(await linkedContacts()).toMatch(/\(5\)/);
  });

  it('cannot go on with nothing ticked, and says why', async () => {
    await openPanel();
    const next = button(/Review/);
    expect(await next.isDisabled()).toBe(true);
    expect(await dialog().textContent()).toMatch(/choose/i);
  });

  it('works in the sidebar, in Japanese', async () => {
    await openPanel(`${company}?place=sidebar&lang=ja`, 'レコードを関連付ける');
    await tick('hargreaves', 2);
    await press(/確認/);
    await press('2件を関連付ける');
    await button('閉じる').first().waitFor();
    await page.getByRole('heading', { name: 'コンタクト (4)' }).waitFor();
    const words = (await dialog().textContent()) ?? '';
    expect(words).toMatch(/関連付け/);
  });

  it.each([
    ['a contact', `record/0-1/${landmarks.contact}`],
    ['a deal', `record/0-3/${landmarks.deal}`],
    ['a ticket', `record/0-5/${landmarks.ticket}`],
  ])('opens on %s too', async (_, path) => {
    await openPanel(path);
    expect(await dialog().getByRole('heading').first().textContent()).toMatch(/Associate records with/);
  });
});

describe('for everybody', () => {
  /** What axe finds serious or critical on the page as it stands. */
  async function barriers(): Promise<string[]> {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate<{ violations: { id: string; impact: string }[] }>('axe.run()');
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id);
  }

  it('no step holds a serious barrier', async () => {
    await openPanel();
    await tick('hargreaves', 2);
    expect(await barriers()).toEqual([]);
    await press('Review 2 records');
    await button('Associate 2 records').waitFor();
    expect(await barriers()).toEqual([]);
    await press('Associate 2 records');
    await dialog().getByText('All done').waitFor();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await barriers()).toEqual([]);
  });
});

describe('after a run', () => {
  async function run(count: number): Promise<void> {
    await openPanel();
    await tick('hargreaves', count);
    await press(`Review ${count} records`);
    await press(`Associate ${count} records`);
  }

  it('undo takes away what the run made, and nothing else', async () => {
    await run(3);
    await press('Undo 3 links');
    await press('Remove 3 links');
    await page.getByRole('heading', { name: 'Contacts (2)' }).waitFor();
  });

  it('the report is copied as CSV', async () => {
    await run(2);
    await press('Copy report');
    await page
      .getByText(/in the clipboard/i)
      .first()
      .waitFor();
    const report = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(report.split(/\r?\n/).filter((line) => /hargreaves/i.test(line))).toHaveLength(2);
  });
});

describe('when HubSpot fails', () => {
  async function runWith(fault: object): Promise<void> {
    await server.sandbox('faults', fault);
    await openPanel();
    await tick('hargreaves', 3);
    await press('Review 3 records');
    await press('Associate 3 records');
  }

  it.each(['html-502-done', 'reset-after', 'empty-complete-done', 'limit-secondly'])(
    'passingly (%s) the person is told the truth all the same',
    async (name) => {
      await runWith({ name, on: 'associate', times: 1 });
      await dialog().getByText('All done').waitFor();
      await page.getByRole('heading', { name: 'Contacts (5)' }).waitFor();
    },
  );

  it('for one record the others are linked, and the reason is shown', async () => {
    await runWith({ name: 'error-names-one', on: 'associate', times: 1 });
    await dialog()
      .getByText(/No record with ID \d+ exists/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Contacts (4)' }).waitFor();
  });

  it('for want of a scope the scope is named', async () => {
    await runWith({ name: 'missing-scopes-403', on: 'associate', value: 'crm.objects.contacts.write' });
    await dialog().getByText('crm.objects.contacts.write').first().waitFor();
    expect(await linkedContacts()).toMatch(/\(2\)/);
  });

  it('because the day’s calls are used up it says so', async () => {
    await runWith({ name: 'limit-daily', on: 'associate' });
    await dialog()
      .getByText(/today|daily/i)
      .first()
      .waitFor();
    expect(await linkedContacts()).toMatch(/\(2\)/);
  });
});
