/** @jest-environment <rootDir>/local/testing/jest-environment.ts */
import { sharedBrowser, openPage, violationsOn } from 'hubspot-local/testing';
import type { Browser } from 'playwright-core';
import { adminNotice, adminPage } from '../../server/pages/admin-page';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => (browser = await sharedBrowser()));

const person = { id: '1', userId: '1', hint: null, role: 'admin' as const };
const view = {
  session: { account: '4712', userId: '1', formToken: 'token' },
  settings: {
    allowed: 'named' as const,
    ask: 'Dana in Sales Operations',
    people: [
      person,
      {
        id: '2',
        userId: null,
        hint: 'n…@a-rather-long-name-of-a-company.example.com',
        role: 'user' as const,
      },
    ],
  },
  days: 30,
  error: 'who' as const,
};

/** In the page: buttons and headings of columns whose text takes more than one line. */
const brokenWords = `[...document.querySelectorAll('.button, th')].flatMap((each) => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [each.textContent] : [];
})`;

describe.each(['en', 'ja'] as const)('the pages for admins in %s', (language) => {
  it.each([1200, 420])('have no barrier, and fit a window %s pixels wide', async (width) => {
    const page = await openPage(browser, width, 900);
    for (const html of [adminNotice(language, 'expired'), adminPage(language, view)]) {
      await page.setContent(String(await html));
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(await page.evaluate(brokenWords)).toEqual([]);
    }
    await page.context().close();
  });
});
