import type { Browser, Page } from 'playwright-core';

/** A page of this size in pixels, in a context of its own, with access to the clipboard. */
export async function openPage(browser: Browser, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** The browser of the Jest worker, which test files share. They close what they open in it, and not the browser. */
export async function sharedBrowser(): Promise<Browser> {
  if (!globalThis.sharedByWorker) throw new Error('There is no Jest environment that shares a browser.');
  return globalThis.sharedByWorker.browser();
}
