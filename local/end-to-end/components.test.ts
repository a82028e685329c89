import type { Page } from 'playwright-core';
import { bundleForBrowser } from '../page/assets';
import { animationsEnd, barriersOn, PageOfFile, sharedBrowser } from '../testing';

const sink = require.resolve('../page/browser/components/testing/kitchen-sink.tsx');

let pageOfFile: PageOfFile;
let page: Page;
let assets: Map<string, string>;

/** What the components told the card under a name: the values of each call. */
const calls = (name: string) =>
  page.evaluate<unknown[][]>(
    `calls.filter(([called]) => called === '${name}').map(([, ...values]) => values.filter((value) => JSON.stringify(value) !== '{}'))`,
  );
const button = (name: string) => page.getByRole('button', { name, exact: true });
const panel = () => page.getByRole('dialog', { name: 'Link records to Ada Lovelace' });
const modal = () => page.getByRole('dialog', { name: 'Undo the links' });

beforeAll(async () => {
  assets = await bundleForBrowser({ sink });
  pageOfFile = new PageOfFile(await sharedBrowser(), { width: 900, height: 800 });
}, 60_000);

beforeEach(async () => {
  page = await pageOfFile.fresh();
  await page.setContent('<!doctype html><html lang="en"><title>Kitchen</title><body><div id="root"></div>');
  await page.addStyleTag({ content: assets.get('sink.css') ?? '' });
  await page.addScriptTag({ content: assets.get('sink.js') ?? '' });
}, 30_000);
afterAll(() => pageOfFile?.close());

jest.setTimeout(30_000);

describe('the drawn components', () => {
  it('are all on the page, and none brings a prop that is not drawn', async () => {
    await button('Open beside').click();
    await button('Open the modal').click();
    await modal().waitFor();
    const { drawn, used } = await page.evaluate<{ drawn: string[]; used: string[] }>('names()');
    expect(drawn.filter((name) => !used.includes(name))).toEqual([]);
    const problems = await page.evaluate<{ message: string }[]>('extensionProblems.get()');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('NotOfTheSdk')]);
    expect(await page.getByText('Not drawn here: NotOfTheSdk').isVisible()).toBe(true);
  });

  it.each([340, 900])('stay within a page of %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it.each(['page', 'panel', 'modal'])('leave the %s without a serious problem of access', async (place) => {
    if (place === 'panel') await button('Open the panel').click();
    if (place === 'modal') await button('Open the modal').click();
    if (place === 'panel') await panel().getByText('Line 1', { exact: true }).waitFor();
    if (place === 'modal') await modal().getByText('Line 1', { exact: true }).waitFor();
    await animationsEnd(page);
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('an overlay', () => {
  it('opens by its button, is named by its title and tells its card', async () => {
    await button('Open the panel').click();
    await panel().getByText('Line 1', { exact: true }).waitFor();
    await page.waitForFunction(`calls.some(([name]) => name === 'panel onOpen')`);
    expect(await calls('primary onClick')).toHaveLength(1);
    expect(await calls('panel onOpen')).toHaveLength(1);
  });

  it.each(['its cross', 'Escape', 'its id', 'a reaction'])('closes by %s and tells its card', async (way) => {
    await button('Open the panel').click();
    await panel().waitFor();
    if (way === 'its cross') await panel().getByRole('button', { name: 'Close' }).click();
    if (way === 'Escape') await page.keyboard.press('Escape');
    if (way === 'a reaction') await panel().getByRole('button', { name: 'Finish' }).click();
    if (way === 'its id') await page.evaluate(`overlays.close('panel')`);
    await panel().waitFor({ state: 'detached' });
    expect(await calls('panel onClose')).toHaveLength(1);
  });

  it('keeps the keyboard inside while it covers the page', async () => {
    await button('Open the modal').click();
    await modal().waitFor();
    for (let n = 0; n < 6; n += 1) await page.keyboard.press('Tab');
    expect(
      await page.evaluate<boolean>(
        `document.querySelector('[role=dialog]').contains(document.activeElement)`,
      ),
    ).toBe(true);
  });

  it('leaves the page usable where it only stands beside it', async () => {
    await button('Open beside').click();
    await page.getByRole('dialog', { name: 'Beside the page' }).waitFor();
    await page.getByLabel('Company name').fill('Analytical');
    expect(await page.getByLabel('Company name').inputValue()).toBe('Analytical');
  });

  it('scrolls its body and keeps its footer in sight', async () => {
    await page.setViewportSize({ width: 340, height: 500 });
    await button('Open the panel').click();
    await page.waitForFunction(`calls.some(([name]) => name === 'panel onOpen')`);
    const footer = async () => (await panel().getByRole('button', { name: 'Finish' }).boundingBox())?.y;
    const before = await footer();
    await panel().getByText('Line 60').scrollIntoViewIfNeeded();
    expect(before).toBeLessThan(500);
    expect(await footer()).toBe(before);
  });

  it.each([
    ['Save', 'by-loading'],
    ['Tag with overlay', 'by-tag'],
    ['Link with overlay', 'by-link'],
    ['Logo', 'by-image'],
  ])('opens from %s', async (name, id) => {
    await button(name).click();
    await page.getByRole('dialog', { name: `Opened by ${id}` }).waitFor();
  });

  it('opens from an item of a menu, and outlives the menu', async () => {
    await button('More').click();
    await page.getByRole('menuitem', { name: 'Item with overlay' }).click();
    await page.getByRole('dialog', { name: 'Opened by by-item' }).waitFor();
    await page.getByRole('menuitem', { name: 'First item' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('dialog', { name: 'Opened by by-item' }).isVisible()).toBe(true);
  });

  it('closes alone by Escape when it stands over another one', async () => {
    await button('Open the panel').click();
    await panel().waitFor();
    await page.evaluate(`overlays.open('modal')`);
    await modal().waitFor();
    await page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
    expect(await panel().isVisible()).toBe(true);
  });
});

describe('a field of a card that answers late', () => {
  it.each(['Company name', 'Pasted text', 'Find contacts'])('keeps every keystroke (%s)', async (label) => {
    const words = 'the quick brown fox jumps over the lazy dog';
    await page.getByLabel(label).pressSequentially(words);
    expect(await page.getByLabel(label).inputValue()).toBe(words);
  });

  it('keeps the caret where one types', async () => {
    const name = page.getByLabel('Company name');
    await name.pressSequentially('AdaLovelace');
    for (let n = 0; n < 8; n += 1) await page.keyboard.press('ArrowLeft');
    await name.pressSequentially(' King ');
    expect(await name.inputValue()).toBe('Ada King Lovelace');
  });

  it('takes what the card sets by itself', async () => {
    await page.getByLabel('Company name').pressSequentially('Ada');
    // An answer that comes after the press would undo it.
    await page.locator('[data-answered="Ada"]').waitFor();
    await button('Empty Company name').click();
    await page.waitForFunction(`document.querySelector('input[name="Company name"]').value === ''`);
    expect(await calls('Company name onChange')).toEqual([['Ada']]);
  });
});

describe('what a component tells its card', () => {
  it('is the page that was turned to', async () => {
    await button('Next').click();
    await button('Page 3').click();
    await button('Last').click();
    expect(await calls('onPageChange')).toEqual([[2], [3], [12]]);
    expect(await button('Next').isDisabled()).toBe(true);
    expect(await button('Page 12').getAttribute('aria-current')).toBe('page');
  });

  it('is the order a column was given', async () => {
    await button('Name').click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    await button('Name').click();
    expect(await calls('onSortChange')).toEqual([['ascending'], ['descending']]);
  });

  it('is the value of what was chosen, in its own type', async () => {
    await page.getByLabel('Object type').selectOption('Seven');
    await page.getByRole('checkbox', { name: 'I agree' }).check();
    await page.getByRole('checkbox', { name: 'Box B' }).check();
    await page.getByRole('radio', { name: 'Choice B' }).check();
    await page.getByRole('switch', { name: 'Notify me' }).click({ force: true });
    expect(await calls('select onChange')).toEqual([[7]]);
    expect(await calls('checkbox onChange')).toEqual([[true, 'yes']]);
    expect(await calls('boxes onChange')).toEqual([[['a', 'b']]]);
    expect(await calls('radios onChange')).toEqual([['b']]);
    expect(await calls('toggle onChange')).toEqual([[true]]);
  });

  it('is the day, with months from 0 on, and nothing where it was emptied', async () => {
    const day = page.getByLabel('Which day');
    await day.fill('2026-03-01');
    await day.fill('');
    const set = { year: 2026, month: 2, date: 1, formattedDate: '2026-03-01' };
    expect(await calls('day onChange')).toEqual([[set], [null]]);
  });

  it('is the id of the tab, a number where the card gave a number', async () => {
    await page.getByRole('tab', { name: 'Search (12)' }).click();
    await page.getByText('Content of search').waitFor();
    await page.getByRole('tab', { name: 'First' }).click();
    expect(await calls('tabs onSelectedChange')).toEqual([['a']]);
    expect(await calls('numbered onSelectedChange')).toEqual([[1]]);
  });

  it('is what a form holds, without leaving the page', async () => {
    await button('Submit').click();
    expect(await calls('form onSubmit')).toEqual([
      [expect.objectContaining({ targetValue: { first: 'Ada' } })],
    ]);
  });

  it('is nothing where the component is disabled', async () => {
    const box = page.getByRole('checkbox', { name: 'Choose Ada' });
    for (const one of [button('Disabled'), box]) {
      expect(await one.isDisabled()).toBe(true);
      await one.click({ force: true });
    }
    expect(await calls('disabled onClick')).toEqual([]);
    expect(await calls('bare onChange')).toEqual([]);
    expect(await box.isChecked()).toBe(true);
  });
});

describe('progress and place', () => {
  it('are said in words and numbers', async () => {
    const bar = page.getByRole('progressbar', { name: 'Associating' });
    expect(await bar.getAttribute('aria-valuenow')).toBe('150');
    expect(await bar.getAttribute('aria-valuemax')).toBe('250');
    expect(await page.locator('li[aria-current="step"]').textContent()).toBe('2. Review');
    expect(await page.getByRole('status', { name: 'Reading records' }).isVisible()).toBe(true);
  });
});
