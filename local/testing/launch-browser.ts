import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

/**
 * Starts a headless browser. Rejects, with what to do, if none is found.
 * @param draws Whether it draws pages, for pictures and measurements. Otherwise it only lays them out, for tests: a quarter
 * less work for the processor.
 */
export async function launchBrowser(draws = true): Promise<Browser> {
  return chromium.launch(launchOptions(draws));
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
