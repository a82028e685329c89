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

/**
 * Starts a headless browser. Rejects, with what to do, if none is found.
 * @param draws Whether it draws pages, for pictures and measurements. Otherwise it only lays them out, for tests: a quarter
 * less work for the processor.
 */
export async function launchBrowser(draws = true): Promise<Browser> {
  return chromium.launch(launchOptions(draws));
}

/** The browser of the Jest worker, which test files share. They close what they open in it, and not the browser. */
export async function sharedBrowser(): Promise<Browser> {
  if (!globalThis.sharedByWorker)
    throw new Error('The test file names no environment that shares a browser.');
  return globalThis.sharedByWorker.browser();
}

/** No frame is put together, and no code is optimized: the pages of tests live for seconds. */
const laysOutOnly = [
  '--blink-settings=acceleratedCompositingEnabled=false',
  '--js-flags=--no-opt,--no-maglev,--max-lazy',
];

function launchOptions(draws: boolean): LaunchOptions {
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
      ...(draws ? [] : laysOutOnly),
    ],
  };
}
