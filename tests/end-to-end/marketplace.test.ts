import { landmarks } from 'hubspot-local/crm';
import { sharedBrowser, type LocalServer } from 'hubspot-local/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { requiredScopes } from '../../marketplace/scopes';
import { installAt } from '../server/install-at';
import { startLocalServer } from './local-server';
import { notePanelChanges, readPanel } from './reading-time';

jest.setTimeout(180_000);

/** What a person sees and presses, in each language. */
const languages = {
  en: {
    locale: 'en-GB',
    open: 'Associate records',
    noAccess: 'The app has no access to this account',
    again: 'Try again',
    install: 'Install the app',
    uninstall: 'Uninstall the app',
    expire: 'End its access tokens',
    connect: 'Connect app',
    cancel: 'Cancel',
    installed: 'Bulk Associate is installed',
    declined: 'Bulk Associate was not installed',
    associate: 'Associate 3 contacts',
    linked: 'Contacts (5)',
  },
  ja: {
    locale: 'ja-JP',
    open: 'レコードを関連付ける',
    noAccess: 'アプリはこのアカウントにアクセスできません',
    again: 'もう一度試す',
    install: 'アプリをインストール',
    uninstall: 'アプリをアンインストール',
    expire: 'アクセストークンを失効',
    connect: 'アプリを接続',
    cancel: 'キャンセル',
    installed: 'Bulk Associateをインストールしました',
    declined: 'Bulk Associateはインストールされませんでした',
    associate: 'コンタクト3件を関連付ける',
    linked: 'コンタクト (5)',
  },
} as const;
type Language = keyof typeof languages;

let server: LocalServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startLocalServer('--edition', 'marketplace');
  browser = await sharedBrowser();
});
afterAll(async () => {
  await server?.stop();
});
beforeEach(() => server.reset());
afterEach(async () => {
  const problems = await page.locator('.problems').allTextContents();
  await context.close();
  await server.sandbox('oauth/uninstall', {});
  expect(problems).toEqual([]);
});

async function openRecord(language: Language, place = 'tab'): Promise<void> {
  const { locale } = languages[language];
  // The back end's own pages take the browser's language.
  context = await browser.newContext({ locale, viewport: { width: 1400, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await notePanelChanges(page);
  await page.goto(`${server.url}record/0-2/${landmarks.company}?lang=${language}&place=${place}`);
}

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const says = (text: string) => page.getByText(text).first().waitFor();
/** Links three contacts, as in the private edition. */
async function associate(language: Language): Promise<void> {
  const words = languages[language];
  await press(words.open);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('hargreaves');
  const rows = dialog.getByRole('row').filter({ hasText: /hargreaves/i });
  await rows.nth(2).waitFor();
  for (let n = 0; n < 3; n++) await rows.nth(n).getByRole('checkbox').check();
  const button = dialog.getByRole('button', { name: words.associate });
  await button.waitFor();
  await readPanel(page);
  await button.click();
  await page.getByRole('heading', { name: words.linked }).waitFor();
}

describe.each(['en', 'ja'] as const)('the marketplace edition (%s)', (language) => {
  const words = languages[language];

  it.each(['tab', 'sidebar'])('is not installed at first, and the card says so (%s)', async (place) => {
    await openRecord(language, place);
    await says(words.noAccess);
    await Promise.all([page.waitForResponse('**/page/fetch?*'), press(words.again)]);
    await says(words.noAccess);
  });

  it('is installed by consent, works, and is uninstalled', async () => {
    await openRecord(language);
    await page.getByRole('link', { name: words.install, exact: true }).click();
    await page.getByRole('button', { name: words.connect }).waitFor();
    for (const scope of requiredScopes) await page.getByText(scope, { exact: true }).waitFor();
    await press(words.connect);
    await says(words.installed);
    await page.goto(`${server.url}record/0-2/${landmarks.company}?lang=${language}`);
    await associate(language);
    await page.keyboard.press('Escape');
    await press(words.uninstall);
    await says(words.noAccess);
    await page.getByRole('link', { name: words.install, exact: true }).waitFor();
  });

  it('is not installed by a person who cancels', async () => {
    await openRecord(language);
    await page.getByRole('link', { name: words.install, exact: true }).click();
    await press(words.cancel);
    await says(words.declined);
    await page.goBack();
    await page.goBack();
    await says(words.noAccess);
  });
});

describe('the calls', () => {
  beforeEach(() => installAt(server.url));

  it('go from the card to the back end, and from there to HubSpot, which the page’s log shows', async () => {
    await openRecord('en');
    await associate('en');
    await page.keyboard.press('Escape');
    await page.getByText(/^Calls \(/).click();
    const shows = (name: RegExp) =>
      page.getByRole('region', { name: 'Calls' }).getByRole('row', { name }).first().waitFor();
    await shows(/card → back end \/functions\/start_run 200 \d+/);
    await shows(/back end → HubSpot POST \/crm\/.*batch\/associate\/default 200 \d+/);
    await shows(/back end .*"event":"call"/);
  });

  it('go on when HubSpot no longer takes the access token: the back end renews it once', async () => {
    await openRecord('en');
    await page.getByRole('button', { name: languages.en.open, exact: true }).waitFor();
    await server.sandbox('requests', undefined, 'DELETE');
    await Promise.all([page.waitForResponse('**/sandbox/oauth/expire'), press(languages.en.expire)]);
    await associate('en');
    const { requests } = (await server.sandbox('requests', undefined, 'GET')) as {
      requests: { path: string; status: number }[];
    };
    expect(requests.filter(({ path }) => /^\/oauth\/.*\/token$/.test(path))).toEqual([
      expect.objectContaining({ status: 200 }),
    ]);
  });

  it('bring back the truth when HubSpot fails in the middle', async () => {
    await openRecord('en');
    await server.sandbox('faults', { name: 'reset-after', on: 'associate', times: 1 });
    await associate('en');
    await page.getByRole('dialog').getByText('All done').waitFor();
  });
});
