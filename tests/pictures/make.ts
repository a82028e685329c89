import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { languages, type Language } from '@bulk-associate/messages';
import { openPage, type LocalServer } from 'hubspot-local/testing';
import { launchBrowser } from 'hubspot-local/testing/launch-browser';
import type { Page } from 'playwright-core';
import { startLocalServer } from '../end-to-end/local-server';
import { PanelPage, type Edition } from '../end-to-end/panel-page';
import { backEndScenes } from './back-end-scenes';
import { withPalette } from './palette';
import { scenes, type Scene } from './scenes';

/**
 * `npm run pictures`: every step and state of the panel, as docs/pictures/*.png, from the record page with the embedded
 * CRM. `npm run pictures -- paste segment` takes those of some scenes.
 *
 * `npm run pictures -- --language de --out ../german`: every screen in a language, those of the hosted back end included, in
 * a wide window and in one of the width of a sidebar, for a person who checks the translation.
 */
const { values, positionals: wanted } = parseArgs({
  options: { language: { type: 'string' }, out: { type: 'string' } },
  allowPositionals: true,
});
const { language, out } = values;

/** The windows in which a translation is drawn. They are tall, so that they show what a person would scroll to. */
const windows = { wide: [1200, 1000], narrow: [420, 1300] } as const;

/** In the page: below the record's properties in a narrow window, the card is out of sight. */
const showCard = `document.querySelector('[role=dialog]') ?? document.querySelector('.right section')?.scrollIntoView()`;

interface Album {
  folder: string;
  editions: Edition[];
  /** The scenes that are played if the command names none. */
  all: string[];
  take: (page: Page, name: string) => Promise<void>;
}

const ofDocs = (): Album => ({
  folder: fileURLToPath(new URL('../../docs/pictures/', import.meta.url)),
  editions: [
    { language: 'en', place: 'tab' },
    { language: 'ja', place: 'sidebar' },
  ],
  all: Object.keys(scenes),
  take: async (page, name) => {
    await settled(page);
    save(name, withPalette(await page.screenshot()));
  },
});

const ofTranslation = (spoken: Language, folder: string): Album => ({
  folder,
  editions: [{ language: spoken, place: 'sidebar' }],
  all: [...Object.keys(scenes), ...Object.keys(backEndScenes)],
  take: async (page, name) => {
    for (const [window, [width, height]] of Object.entries(windows)) {
      await page.setViewportSize({ width, height });
      await page.evaluate(showCard);
      await settled(page);
      save(`${name}-${window}`, await page.screenshot());
    }
    const [width, height] = windows.wide;
    await page.setViewportSize({ width, height });
  },
});

function albumFor(): Album {
  if (language === undefined && out === undefined) return ofDocs();
  const spoken = languages.find((one) => one === language);
  if (spoken === undefined) throw new Error(`--language is one of ${languages.join(', ')}.`);
  if (out === undefined) throw new Error('--out names the folder for the pictures of a translation.');
  return ofTranslation(spoken, out);
}

const known = Object.keys({ ...scenes, ...backEndScenes });
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no scene ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(1);
}
const album = albumFor();
mkdirSync(album.folder, { recursive: true });

/** Transitions come to rest, and the card is drawn again where the width has changed. */
const settled = (page: Page) => page.waitForTimeout(700);

function save(name: string, picture: Uint8Array): void {
  writeFileSync(join(album.folder, `${name}.png`), picture);
}

const servers = new Map<string, Promise<LocalServer>>();
/** `npm start` for an edition of the app; it starts when a scene first needs it. */
function serverOf(...parameters: string[]): Promise<LocalServer> {
  const key = parameters.join(' ');
  const server = servers.get(key) ?? startLocalServer(...parameters);
  servers.set(key, server);
  return server;
}

const browser = await launchBrowser();

async function play(scene: Scene, server: LocalServer, edition: Edition): Promise<void> {
  await server.reset();
  const page = await openPage(browser, 1200, 750);
  await page.setExtraHTTPHeaders({ 'accept-language': edition.language });
  await scene({
    panel: new PanelPage(page, server.url, edition),
    server,
    take: (step, shown = page) => album.take(shown, `${step}-${edition.language}-${edition.place}`),
  });
  await page.context().close();
}

try {
  for (const edition of album.editions) {
    for (const name of wanted.length > 0 ? wanted : album.all) {
      const [scene, server] =
        name in backEndScenes
          ? [backEndScenes[name], serverOf('--edition', 'marketplace')]
          : [scenes[name], serverOf()];
      if (!scene) continue;
      await play(scene, await server, edition).catch((error: Error) => {
        console.error(`The scene ${name} (${edition.language}) broke off: ${error.message}`);
        process.exitCode = 1;
      });
    }
  }
} finally {
  await browser.close();
  for (const server of servers.values()) await (await server).stop();
}
