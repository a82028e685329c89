import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { landmarks } from '../../local/crm/seed';
import { launchBrowser, startLocalServer } from '../end-to-end/local-server';

/** `npm run pictures`: every step of the panel, as docs/pictures/*.png, from the record page with the embedded CRM. */
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });

const server = await startLocalServer();
const browser = await launchBrowser();
const words = {
  en: { open: 'Associate records', review: /^Review/, associate: /^Associate 3/ },
  ja: { open: 'レコードを関連付ける', review: /確認/, associate: /件を関連付ける/ },
};

async function pictures(language: 'en' | 'ja', place: 'tab' | 'sidebar', fault?: object): Promise<void> {
  await server.sandbox('reset');
  if (fault) await server.sandbox('faults', fault);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const name = [language, place, ...(fault ? ['failed'] : [])].join('-');
  const take = async (step: string) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: `${folder}${step}-${name}.png` });
  };
  await page.goto(`${server.url}record/0-2/${landmarks.company}?controls=0&lang=${language}&place=${place}`);
  await page.getByRole('button', { name: words[language].open, exact: true }).waitFor();
  if (!fault) await take('face');
  await page.getByRole('button', { name: words[language].open, exact: true }).click();
  await choose(page);
  if (!fault) await take('choose');
  const dialog = page.getByRole('dialog');
  await page.waitForTimeout(500);
  await dialog.getByRole('button', { name: words[language].review }).click();
  await page.waitForTimeout(1_200);
  if (!fault) await take('review');
  await dialog.getByRole('button', { name: words[language].associate }).click();
  await page.waitForTimeout(2_500);
  await take('result');
  await page.close();
}

async function choose(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('hargreaves');
  const rows = dialog.getByRole('row').filter({ hasText: /hargreaves/i });
  await rows.nth(2).waitFor();
  for (let n = 0; n < 3; n++) await rows.nth(n).getByRole('checkbox').check();
}

try {
  await pictures('en', 'tab');
  await pictures('en', 'tab', { name: 'error-names-one', on: 'associate' });
  await pictures('ja', 'sidebar');
} finally {
  await browser.close();
  await server.stop();
}
