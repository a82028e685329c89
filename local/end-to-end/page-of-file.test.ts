import type { Page } from 'playwright-core';
import { PageOfFile, sharedBrowser } from '../testing';

const address = 'http://page.example/';
const serve = (page: Page, html: string) =>
  page.route(`${address}**`, (route) => route.fulfill({ body: html, contentType: 'text/html' }));
const kept = (page: Page) =>
  page.evaluate<unknown[]>(
    '[{ ...localStorage }, { ...sessionStorage }, document.cookie, document.body.textContent, innerWidth, window.left]',
  );

describe('a page that tests use one after the other', () => {
  let pageOfFile: PageOfFile;
  beforeAll(async () => {
    pageOfFile = new PageOfFile(await sharedBrowser(), { width: 500, height: 400 });
  });
  afterAll(() => pageOfFile?.close());

  it('is given back as a new one', async () => {
    const page = await pageOfFile.fresh();
    let answers = 0;
    page.on('response', () => (answers += 1));
    await serve(page, 'first');
    await page.goto(address);
    await page.evaluate(`
      localStorage.setItem('a', '1'); sessionStorage.setItem('b', '2'); document.cookie = 'c=3'; window.left = 4;
      open('about:blank');`);
    await page.setViewportSize({ width: 300, height: 300 });
    await page.context().setOffline(true);
    expect(answers).toBe(1);

    const next = await pageOfFile.fresh();
    expect(next).toBe(page);
    expect([next.url(), next.context().pages()]).toEqual(['about:blank', [next]]);
    await serve(next, 'second');
    await next.goto(address);
    expect(await kept(next)).toEqual([{}, {}, '', 'second', 500, undefined]);
    expect(await next.evaluate('navigator.onLine')).toBe(true);
    expect(answers).toBe(1);
  });

  it('is replaced where a test has closed it', async () => {
    const page = await pageOfFile.fresh();
    await page.close();
    expect(await (await pageOfFile.fresh()).evaluate('innerWidth')).toBe(500);
  });
});
