import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createCrm, landmarks, objectTypes, seededId, type ObjectType } from '../crm';
import { copySampleProject, serveSampleProject } from './sample-project';
import { sharedBrowser, PageOfFile, type LocalServer } from '../testing';

jest.setTimeout(120_000);

/** A word that stands nowhere else. */
const token = 'the-token-of-this-test';
const company = `/record/0-2/${landmarks.company}`;
let project: ReturnType<typeof copySampleProject>;
let server: LocalServer;
let pageOfFile: PageOfFile;
let page: Page;

const startPage = (mode?: 'live') => serveSampleProject(project.folder, mode, { SAMPLE_TOKEN: token });

beforeAll(async () => {
  // A copy, because a test edits it.
  project = copySampleProject();
  server = await startPage();
  pageOfFile = new PageOfFile(await sharedBrowser(), { width: 1400, height: 900 });
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
const problem = (text: string) => page.locator('.problems').getByText(text).first().waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function open(path = company): Promise<void> {
  await page.goto(new URL(path, server.url).href);
  await says(/^This is the/);
}

describe('the host of a card', () => {
  it('answers the SDK’s own data hooks', async () => {
    await open();
    await says('Properties: {"city":"London","name":"Alder Logistics"}');
    await says(/^Search: 2 of \d+, page 1/);
    await press('next found');
    await says(/^Search: 2 of \d+, page 2/);
    await says('Errors: none,none');
  });

  it('passes the conditions and the sort of a search on, and HubSpot’s refusal back', async () => {
    const crm = createCrm();
    const [contact, deal] = ['0-1', '0-3'].map((id) => objectTypes.find((type) => type.id === id) as ObjectType) as [ObjectType, ObjectType]; // prettier-ignore
    const amounts = [...crm.state.recordsOf(deal).values()]
      .filter(({ id }) => !crm.state.partnersOf(deal, id, contact))
      .map(({ properties }) => Number(properties['amount']))
      .sort((one, other) => other - one);
    await open();
    await says(`Filtered: ${amounts.slice(0, 3).join(', ')}`);
    await says('Refused: There was a problem with the request.');
  });

  it('pages through more links than HubSpot gives in one answer', async () => {
    await open(`/record/0-3/${landmarks.nearlyFullDeal}`);
    await says(/^Linked: 400, page 1, more true$/);
    await press('next linked');
    await says(/^Linked: 400, page 2, more true$/);
    await press('next linked');
    await says(/^Linked: 197, page 3, more false$/);
    await page.getByRole('heading', { name: 'Contacts (997)' }).waitFor();
  });

  it('passes a function’s answer on, and of a failure only that there was one', async () => {
    await open();
    await press('call a function');
    await says('Said: answered {"parameters":{"n":1}}');
    await press('call a broken function');
    await says(/^Said: rejected There was a problem reaching the app’s API/);
    expect(await page.locator('body').textContent()).not.toContain('inside knowledge');
  });

  it('reads the association lists again after a function', async () => {
    await open();
    await page.getByRole('heading', { name: 'Contacts (2)' }).waitFor();
    await fetch(`${server.url}crm/v4/associations/0-2/0-1/batch/associate/default`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        inputs: [{ from: { id: landmarks.company }, to: { id: seededId('contact', 9) } }],
      }),
    });
    await press('call a function');
    await page.getByRole('heading', { name: 'Contacts (3)' }).waitFor();
  });

  it('shows alerts, and copies', async () => {
    await open();
    await press('alert');
    await says('an alert');
    await press('copy');
    // The text takes its way through the worker and the browser after the button is pressed.
    await page.waitForFunction("navigator.clipboard.readText().then((text) => text === 'copied text')");
  });

  it.each(['open by overlay', 'open by reaction'])(
    'opens a panel (%s), and an action closes it',
    async (name) => {
      await open();
      await press(name);
      await page.getByRole('dialog').waitFor();
      await press('close by action');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  );

  it('reads properties again when the card asks: its own, and those that the page shows', async () => {
    await open();
    await says('Properties: {"city":"London","name":"Alder Logistics"}');
    await page.route('**/page/crm/crm/v3/objects/0-2/*', async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ contentType: 'application/json', body: text.replaceAll('London', 'Kyoto') });
    });
    await press('refresh');
    await says('Properties: {"city":"Kyoto","name":"Alder Logistics"}');
    await says('Updated: Kyoto');
    await page.locator('.left').getByText('Kyoto').waitFor();
  });

  it.each([
    ['throw', 'thrown by a handler'],
    ['reject', 'rejected by nobody'],
    ['break', 'thrown while drawing'],
  ])('shows what went wrong with the card, with its stack (%s)', async (name, message) => {
    await open();
    await press(name);
    await problem(message);
    expect(await page.locator('.problems pre').first().textContent()).toMatch(/cards\/probe\.js/);
  });

  it('builds a saved card anew in place, and a broken one leaves the last good one', async () => {
    await open();
    const file = join(project.folder, 'src/app/cards/Probe.tsx');
    const source = readFileSync(file, 'utf8');
    const before = await page.evaluate<number>('performance.timeOrigin');
    writeFileSync(file, source.replace('first edition', 'second edition'));
    await says('This is the second edition');
    writeFileSync(file, 'this is no card (');
    await page.locator('.problems').waitFor();
    await says('This is the second edition');
    writeFileSync(file, source);
    await says('This is the first edition');
    expect(await page.evaluate('performance.timeOrigin')).toBe(before);
  });
});

describe('the record page', () => {
  it('shows the card only where its metadata name the object type', async () => {
    await page.goto(`${server.url}record/0-1/${landmarks.contact}`);
    await says(/does not name this object type/);
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Overview', 'Activities']);
    await open(`/record/0-3/${landmarks.deal}`);
    expect(await page.getByRole('tab').allTextContents()).toEqual([
      'Overview',
      'Probe',
      'Second',
      'Activities',
    ]);
  });

  it('has a tab for each card of the place, and runs the one that is open', async () => {
    await open(`/record/0-3/${landmarks.deal}`);
    await page.getByRole('tab', { name: 'Second' }).click();
    await says('The title is Second');
    expect(await page.getByText(/^This is the/).count()).toBe(0);
  });

  it('shows the fault that waits, and writes a chosen one into the address', async () => {
    await open(`${company}?fault=html-502`);
    const shows = (label: string, value: string) =>
      page.waitForFunction(`document.querySelector('[aria-label="${label}"]')?.value === '${value}'`);
    await shows('Fault', 'html-502');
    await page.getByLabel('Fault', { exact: true }).selectOption('reset-after');
    await page.waitForURL(/fault=reset-after/);
    await page.getByLabel('Calls it affects').selectOption('search');
    await page.getByLabel('How often').selectOption('always');
    await page.waitForURL(/fault=reset-after&on=search&often=always/);
    await shows('Calls it affects', 'search');
    await page.waitForFunction(
      `fetch('/sandbox/faults').then(async (answer) => JSON.stringify((await answer.json()).active) === '[{"name":"reset-after","on":"search"}]')`,
    );
  });

  it('gives the token the scopes that are ticked', async () => {
    await open();
    await page.getByRole('button', { name: /^Scopes of the token/ }).click();
    await page.getByRole('button', { name: 'Read only' }).click();
    await page.getByLabel('crm.objects.deals.write').check();
    await page.getByRole('button', { name: /^Scopes of the token: 8 / }).waitFor();
    const { scopes } = (await server.sandbox('settings', undefined, 'GET')) as { scopes: string[] };
    expect(scopes.filter((scope) => scope.endsWith('.write'))).toEqual(['crm.objects.deals.write']);
    expect(scopes).toContain('crm.objects.contacts.read');
  });

  it('tells the card who looks at it', async () => {
    await open();
    await says('Looked at by sam.sandbox@example.com in 12345678');
    await page.getByLabel('User').selectOption('nora');
    await page.waitForURL(/user=nora/);
    await says('Looked at by nora.lindqvist@example.com in 12345678');
  });

  it('lists the calls with their times, its own reads only where asked', async () => {
    await open(`${company}?fault=html-502&on=search&often=always`);
    const calls = page.getByRole('region', { name: 'Calls' });
    await page.getByText(/^Calls \(/).click();
    await fetch(`${server.url}crm/v3/objects/0-2?limit=1`, { headers: { authorization: `Bearer ${token}` } });
    await calls.getByRole('row', { name: /others → HubSpot GET .* 200 \d+/ }).waitFor();
    expect(await calls.getByText('page → HubSpot').count()).toBe(0);
    await page.getByLabel('Show what this page itself reads').check();
    await calls.getByRole('row', { name: /page → HubSpot POST .*search 502 \d+ fault: html-502/ }).first().waitFor(); // prettier-ignore
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await calls.getByText('No calls yet.').waitFor();
  });

  it('answers an address that names no record with words', async () => {
    const response = await page.goto(`${server.url}record/0-2/abc`);
    expect(response?.status()).toBe(404);
    await says(/names no record/);
  });

  it('sends no token to the browser', async () => {
    const got: Promise<string>[] = [];
    page.on('response', (response) => {
      // The stream of events has no end, and so no body to wait for.
      const body = response.url().endsWith('/page/events') ? '' : response.text().catch(() => '');
      got.push(Promise.all([response.allHeaders(), body]).then((parts) => JSON.stringify(parts)));
    });
    await open();
    await says(/^Search: 2 of/);
    const texts = await Promise.all(got);
    expect(texts.filter((text) => text.includes('hargreaves'))).not.toEqual([]);
    expect(texts.filter((text) => text.includes(token))).toEqual([]);
  });

  it('in front of a real account says that writes are real, and has no control that acts', async () => {
    const live = await startPage('live');
    try {
      await page.goto(new URL(company, live.url).href);
      await says(
        'This page works on the HubSpot account 12345678 (DEVELOPER_TEST). Whatever the app writes is real.',
      );
      await page.getByLabel('Language').waitFor();
      expect(await page.getByRole('button', { name: /reset/i }).count()).toBe(0);
      expect(await page.getByLabel(/fault|scopes|latency/i).count()).toBe(0);
    } finally {
      await live.stop();
    }
  });
});
