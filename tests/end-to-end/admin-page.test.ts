import { languages, type Language } from '@bulk-associate/messages';
import { misfitsOn, openPage, sharedBrowser, violationsOn } from 'hubspot-local/testing';
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

/** The languages in which axe judges the pages: the others have the same markup. */
const judged: readonly Language[] = ['en', 'ja'];

describe.each(languages)('the pages for admins in %s', (language) => {
  it(`fit a wide and a narrow window${judged.includes(language) ? ', and have no barrier' : ''}`, async () => {
    const page = await openPage(browser, 1200, 900);
    for (const html of [adminNotice(language, 'expired'), adminPage(language, view)]) {
      await page.setContent(String(await html));
      for (const width of [1200, 420]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await misfitsOn(page)).toEqual([]);
        expect(await page.evaluate(brokenWords)).toEqual([]);
        if (judged.includes(language)) expect(await violationsOn(page)).toEqual([]);
      }
    }
    await page.context().close();
  });
});
