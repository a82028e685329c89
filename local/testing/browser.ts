import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

/** A page with a context of its own, so many pixels wide and high, that may use the clipboard as HubSpot's page may. */
export async function openPage(browser: Browser, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** A browser without a window; rejects with what to do where there is none. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No browser found. Run `npm test`, which installs one, or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
