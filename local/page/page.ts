import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { readAddress } from './address';
import { buildAssets } from './assets';
import { CardBundles } from './bundles';
import type { CardMeta } from './cards';
import { fetchRoutes } from './fetch-routes';
import { gatewayRoutes } from './gateway';
import { pageHtml, type PageSettings } from './html';
import type { BackEnd } from './hubspot-fetch';
import { isNamedBy, type PageType } from './object-types';
import type { PageEvent } from './page-events';
import { watchSources } from './watch';

/** What a record page is made from. */
export interface PageOptions {
  /** The embedded CRM, or https://api.hubapi.com. */
  hubspotUrl: string;
  /** The browser never gets it. */
  token: string;
  /** `src/app/cards`. */
  cardsFolder: string;
  /** Whether a saved source file rebuilds and reloads the card. */
  watch: boolean;
  /** What cards may call with `hubspot.fetch`. */
  backEnd: BackEnd;
  /** A record of each object type, by its id; absent in front of a real account. */
  firstRecords?(): Record<string, string>;
  settings: Omit<PageSettings, 'cards' | 'firstRecords'>;
}

/** A record page that has been built. */
export interface Page {
  /** Serves the addresses in README.md. */
  routes: Hono;
  /** Sends an event to every open page. */
  log(event: PageEvent): void;
  /** Stops watching, and removes the bundles. */
  close(): Promise<void>;
}

type Listeners = Set<(event: PageEvent) => void>;

/** Builds the record page and the cards. Rejects if a card cannot be built. */
export async function createPage(options: PageOptions): Promise<Page> {
  const { cardsFolder, hubspotUrl, token } = options;
  const assets = await buildAssets();
  const bundles = new CardBundles(cardsFolder);
  const listeners: Listeners = new Set();
  const log = (event: PageEvent) => listeners.forEach((listener) => listener(event));
  await bundles.build();
  const stopWatching = options.watch
    ? watchSources(cardsFolder, () => rebuild(bundles, log))
    : () => undefined;
  const routes = new Hono();
  routes.route('/', documentRoutes(options, bundles));
  routes.route('/', scriptRoutes(assets, bundles));
  routes.route('/', eventRoutes(listeners));
  // The embedded CRM lists these calls itself.
  routes.route(
    '/',
    gatewayRoutes(
      hubspotUrl,
      token,
      (call) => options.settings.live && log({ kind: 'hubspot', by: 'page', ...call }),
    ),
  );
  routes.route(
    '/',
    fetchRoutes(options.backEnd, (call) => log({ kind: 'fetch', ...call })),
  );
  return {
    routes,
    log,
    close: async () => {
      stopWatching();
      await bundles.remove();
    },
  };
}

function documentRoutes(options: PageOptions, bundles: CardBundles): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => c.redirect(await firstAddress(options, bundles.metas)));
  routes.get('/record/*', (c) => {
    if (!readAddress(c.req.url))
      return c.text('This address names no record. One that does: /record/0-2/12345', 404);
    const firstRecords = options.firstRecords?.();
    return c.html(
      pageHtml({ ...options.settings, cards: bundles.metas, ...(firstRecords && { firstRecords }) }),
    );
  });
  routes.get('/favicon.ico', (c) => c.body(null, 204));
  return routes;
}

function scriptRoutes(assets: Map<string, string>, bundles: CardBundles): Hono {
  const routes = new Hono();
  routes.get('/page/assets/:file', (c) => {
    const text = assets.get(c.req.param('file'));
    if (text === undefined) return c.notFound();
    return c.body(text, 200, {
      'content-type': c.req.param('file').endsWith('.css') ? 'text/css' : 'text/javascript',
    });
  });
  routes.get('/page/cards/:file{.+\\.js}', (c) => {
    const script = bundles.script(c.req.param('file').replace(/\.js$/, ''));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
  });
  return routes;
}

function eventRoutes(listeners: Listeners): Hono {
  return new Hono().get('/page/events', (c) =>
    streamSSE(c, async (stream) => {
      const listener = (event: PageEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      listeners.add(listener);
      stream.onAbort(() => void listeners.delete(listener));
      while (!stream.aborted && !stream.closed) await stream.sleep(1_000);
    }),
  );
}

async function rebuild(bundles: CardBundles, log: (event: PageEvent) => void): Promise<void> {
  try {
    await bundles.build();
    log({ kind: 'card' });
  } catch (error) {
    log({ kind: 'build-error', message: error instanceof Error ? error.message : String(error) });
  }
}

/** The first record of the object type that the page opens with: companies, unless no card is on them. */
async function firstAddress(
  { hubspotUrl, token, settings }: PageOptions,
  cards: CardMeta[],
): Promise<string> {
  const hasCard = (type: PageType) =>
    cards.some(({ config }) => config.objectTypes.some((word) => isNamedBy(type, word)));
  const withCard = settings.objectTypes.filter(hasCard);
  const type = withCard.find(({ id }) => id === '0-2') ?? withCard[0] ?? settings.objectTypes[0];
  const id = type?.id ?? '0-2';
  const response = await fetch(`${hubspotUrl}/crm/v3/objects/${id}?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { results = [] } = (await response.json()) as { results?: { id: string }[] };
  return `/record/${id}/${results[0]?.id ?? '0'}`;
}
