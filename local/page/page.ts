import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { watch } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAssets } from './assets';
import { buildCard, readCards, type CardMeta } from './cards';
import { gatewayRoutes } from './gateway';
import type { PageEvent } from './log';

export interface PageOptions {
  /** The embedded CRM, or https://api.hubapi.com. */
  hubspotUrl: string;
  /** Stays on this side. */
  token: string;
  /** Whether writes are real. */
  live: boolean;
  /** `src/app/cards`. */
  cardsFolder: string;
  /** Whether a saved source file rebuilds and reloads the card. */
  watch: boolean;
}

export interface Page {
  routes: Hono;
  /** Tells every open page. */
  log(event: PageEvent): void;
  close(): Promise<void>;
}

const locations = { tab: 'crm.record.tab', sidebar: 'crm.record.sidebar' } as const;
const quietMs = 150;

/** Builds the record page and the card, and serves both. */
export async function createPage(options: PageOptions): Promise<Page> {
  const { cardsFolder, hubspotUrl, token, live } = options;
  const cards = await readCards(cardsFolder);
  const assets = await buildAssets();
  const bundles = new Map<string, string>();
  const listeners = new Set<(event: PageEvent) => void>();
  const log = (event: PageEvent) => listeners.forEach((listener) => listener(event));
  // One a process, so that two servers do not build into each other's folder.
  const outputDir = join(cardsFolder, `../../../.cache/cards-${process.pid}`);
  const buildAll = async () => {
    for (const [location, meta] of cards)
      bundles.set(location, await buildCard(cardsFolder, meta, outputDir));
  };
  await buildAll();
  const stopWatching = options.watch
    ? watchFolder(cardsFolder, () => rebuild(buildAll, log))
    : () => undefined;

  const routes = new Hono();
  routes.get('/', async (c) => c.redirect(`/record/0-2/${await firstCompany(hubspotUrl, token)}`));
  routes.get('/record/:type/:id', (c) => c.html(html({ live, cards: [...cards.values()] })));
  routes.get('/page/assets/:file', (c) => {
    const text = assets.get(c.req.param('file'));
    if (text === undefined) return c.notFound();
    return c.body(text, 200, {
      'content-type': c.req.param('file').endsWith('.css') ? 'text/css' : 'text/javascript',
    });
  });
  routes.get('/page/cards/:place{(tab|sidebar)\\.js}', (c) => {
    const place = c.req.param('place').replace('.js', '') as keyof typeof locations;
    return c.body(bundles.get(locations[place]) ?? '', 200, {
      'content-type': 'text/javascript',
      'cache-control': 'no-store',
    });
  });
  routes.get('/page/events', (c) =>
    streamSSE(c, async (stream) => {
      const listener = (event: PageEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      listeners.add(listener);
      stream.onAbort(() => void listeners.delete(listener));
      while (!stream.aborted && !stream.closed) await stream.sleep(1_000);
    }),
  );
  routes.get('/favicon.ico', (c) => c.body(null, 204));
  routes.route('/', gatewayRoutes(hubspotUrl, token));
  return {
    routes,
    log,
    close: async () => {
      stopWatching();
      await rm(outputDir, { recursive: true, force: true });
    },
  };
}

async function rebuild(buildAll: () => Promise<void>, log: (event: PageEvent) => void): Promise<void> {
  try {
    await buildAll();
    log({ kind: 'card' });
  } catch (error) {
    log({ kind: 'build-error', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Calls back once after a burst of changes: editors write a file in several steps. */
function watchFolder(folder: string, changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, file) => {
    if (!file || !/\.(tsx?|json)$/.test(file) || /node_modules|\.test\./.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void changed(), quietMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** The record the page opens with. */
async function firstCompany(hubspotUrl: string, token: string): Promise<string> {
  const response = await fetch(`${hubspotUrl}/crm/v3/objects/0-2?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { results = [] } = (await response.json()) as { results?: { id: string }[] };
  return results[0]?.id ?? '0';
}

function html(settings: { live: boolean; cards: CardMeta[] }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Record</title>
    <link rel="stylesheet" href="/page/assets/page.css" />
  </head>
  <body>
    <div id="page"></div>
    <script>window.pageSettings = ${JSON.stringify(settings).replaceAll('<', '\\u003c')};</script>
    <script src="/page/assets/page.js"></script>
  </body>
</html>`;
}
