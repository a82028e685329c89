import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openPage } from 'hubspot-local/testing';
import { startLocalServer } from '../end-to-end/local-server';
import { PanelPage, type Edition } from '../end-to-end/panel-page';
import { withPalette } from './palette';
import { scenes, type Scene } from './scenes';

/**
 * `npm run pictures`: every step and state of the panel, as docs/pictures/*.png, from the record page with the embedded
 * CRM. `npm run pictures -- paste segment` takes those of some scenes.
 */
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });

const editions: Edition[] = [
  { language: 'en', place: 'tab' },
  { language: 'ja', place: 'sidebar' },
];
const wanted = process.argv.slice(2);

const server = await startLocalServer();
const browser = await launchBrowser();

async function play(scene: Scene, edition: Edition): Promise<void> {
  await server.reset();
  const page = await openPage(browser, 1200, 750);
  const take = async (step: string) => {
    // Transitions come to rest.
    await page.waitForTimeout(700);
    const file = `${folder}${step}-${edition.language}-${edition.place}.png`;
    writeFileSync(file, withPalette(await page.screenshot()));
  };
  await scene({ panel: new PanelPage(page, server.url, edition), server, take });
  await page.context().close();
}

try {
  for (const edition of editions) {
    for (const [name, scene] of Object.entries(scenes)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await play(scene, edition).catch((error: Error) => {
        console.error(`The scene ${name} (${edition.language}) broke off: ${error.message}`);
        process.exitCode = 1;
      });
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
