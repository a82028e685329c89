import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

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

/** Starts a headless browser. Rejects, with what to do, if none is found. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** The browser of the Jest worker, which test files share. They close what they open in it, and not the browser. */
export async function sharedBrowser(): Promise<Browser> {
  if (!globalThis.sharedByWorker)
    throw new Error('The test file names no environment that shares a browser.');
  return globalThis.sharedByWorker.browser();
}

function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No browser found. Run `npm test`, which installs one, or set CHROMIUM_PATH.');
  return {
    executablePath,
    // The process that starts it handles signals.
    handleSIGTERM: false,
    handleSIGINT: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
