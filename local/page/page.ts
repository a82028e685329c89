import { Hono, type Context } from 'hono';
import { etag } from 'hono/etag';
import { streamSSE } from 'hono/streaming';
import { readAddress } from './address';
import { buildAssets } from './assets';
import { readBulkActions, type BulkActionMeta } from './bulk-actions';
import { Bundles } from './bundles';
import { readCards, type CardMeta } from './cards';
import { fetchRoutes } from './fetch-routes';
import { gatewayRoutes } from './gateway';
import { pageHtml, type PageSettings } from './html';
import type { BackEnd } from './hubspot-fetch';
import { isServedBy, type PageType } from './object-types';
import type { PageEvent } from './page-events';
import { watchSources } from './watch';

/** What the pages are made from. */
export interface PageOptions {
  /** The embedded CRM, or https://api.hubapi.com. */
  hubspotUrl: string;
  /** The browser never gets it. */
  token: string;
  /** `src`, `src/app/cards`, and the folders with `*-hsmeta.json` of bulk actions. */
  folders: { source: string; cards: string; actions: string[] };
  /** Whether a saved source file rebuilds and reloads the cards and bulk actions. */
  watch: boolean;
  /** A folder of bundles that several servers share. */
  bundleCache?: string;
  /** What cards may call with `hubspot.fetch`. */
  backEnd: BackEnd;
  /** A record of each object type, by its id; absent in front of a real account. */
  firstRecords?(): Record<string, string>;
  settings: Omit<PageSettings, 'cards' | 'bulkActions' | 'firstRecords'>;
}

/** The pages, built. */
export interface Page {
  /** Serves the addresses in README.md. */
  routes: Hono;
  /** Sends an event to every open page. */
  log(event: PageEvent): void;
  /** Stops watching, and removes the bundles. */
  close(): Promise<void>;
}

type Listeners = Set<(event: PageEvent) => void>;

/** The bundles of the project. */
interface Built {
  cards: Bundles<CardMeta>;
  bulkActions: Bundles<BulkActionMeta>;
}

/** Builds the pages, the cards and the bulk actions. Rejects if one of the latter cannot be built. */
export async function createPage(options: PageOptions): Promise<Page> {
  const { folders, hubspotUrl, token } = options;
  const { bundleCache } = options;
  const assets = await buildAssets(bundleCache);
  const built: Built = {
    cards: new Bundles('cards', () => readCards(folders.cards), bundleCache),
    bulkActions: new Bundles('actions', () => readBulkActions(folders.actions, folders.source), bundleCache),
  };
  const listeners: Listeners = new Set();
  const log = (event: PageEvent) => listeners.forEach((listener) => listener(event));
  await buildAll(built);
  const stopWatching = options.watch
    ? watchSources([folders.cards, ...folders.actions], () => rebuild(built, log))
    : () => undefined;
  const routes = new Hono();
  routes.route('/', documentRoutes(options, built));
  routes.route('/', scriptRoutes(assets, built));
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
      await built.cards.remove();
      await built.bulkActions.remove();
    },
  };
}

function documentRoutes(options: PageOptions, built: Built): Hono {
  const { cards, bulkActions } = built;
  const routes = new Hono();
  const showPage = (c: Context) => {
    if (!readAddress(c.req.url))
      return c.text(
        'This address names no record and no object type. Some that do: /record/0-2/12345, /objects/0-2',
        404,
      );
    const firstRecords = options.firstRecords?.();
    const settings = { ...options.settings, cards: cards.metas, bulkActions: bulkActions.metas };
    return c.html(pageHtml({ ...settings, ...(firstRecords && { firstRecords }) }));
  };
  routes.get('/', async (c) => c.redirect(await firstAddress(options, built)));
  routes.get('/record/*', showPage);
  routes.get('/objects/*', showPage);
  routes.get('/favicon.ico', (c) => c.body(null, 204));
  return routes;
}

function scriptRoutes(assets: Map<string, string>, { cards, bulkActions }: Built): Hono {
  const routes = new Hono();
  routes.get('/page/assets/:file', etag(), revalidated, (c) => {
    const text = assets.get(c.req.param('file'));
    if (text === undefined) return c.notFound();
    return c.body(text, 200, {
      'content-type': c.req.param('file').endsWith('.css') ? 'text/css' : 'text/javascript',
    });
  });
  for (const [path, bundles] of [['cards', cards] as const, ['actions', bulkActions] as const]) {
    routes.get(`/page/${path}/:file{.+\\.js}`, etag(), revalidated, (c) => {
      const script = bundles.script(c.req.param('file').replace(/\.js$/, ''));
      if (script === undefined) return c.notFound();
      return c.body(script, 200, { 'content-type': 'text/javascript' });
    });
  }
  return routes;
}

/** The browser keeps the file, and asks each time whether it has changed. */
async function revalidated(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  c.header('cache-control', 'no-cache');
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

async function buildAll({ cards, bulkActions }: Built): Promise<void> {
  await cards.build();
  await bulkActions.build();
}

async function rebuild(built: Built, log: (event: PageEvent) => void): Promise<void> {
  try {
    await buildAll(built);
    log({ kind: 'built' });
  } catch (error) {
    log({ kind: 'build-error', message: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Where a person begins: at the first record of an object type that has a card, of companies before others. A project that
 * has bulk actions and no card begins at an index page.
 */
async function firstAddress(
  { hubspotUrl, token, settings: { objectTypes } }: PageOptions,
  { cards, bulkActions }: Built,
): Promise<string> {
  const isServed = (type: PageType) =>
    (cards.metas.length > 0 ? cards : bulkActions).metas.some(({ config }) => isServedBy(type, config));
  const served = objectTypes.filter(isServed);
  const type = served.find(({ id }) => id === '0-2') ?? served[0] ?? objectTypes[0];
  const id = type?.id ?? '0-2';
  if (cards.metas.length === 0 && served.length > 0) return `/objects/${id}`;
  const response = await fetch(`${hubspotUrl}/crm/v3/objects/${id}?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { results = [] } = (await response.json()) as { results?: { id: string }[] };
  return `/record/${id}/${results[0]?.id ?? '0'}`;
}
