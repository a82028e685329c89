import type { PageAccount } from './account';
import type { BulkActionMeta } from './bulk-actions';
import type { CardMeta } from './cards';
import type { PageType } from './object-types';

/** The server's settings for the page. None is secret. */
export interface PageSettings {
  /** Whether writes are real. */
  live: boolean;
  account: PageAccount;
  /** The app's name. */
  appName: string;
  cards: CardMeta[];
  bulkActions: BulkActionMeta[];
  /** The object types with a list on the record page, and an index page, in their order. */
  objectTypes: PageType[];
  /** A record of each object type, by its id; absent in front of a real account. */
  firstRecords?: Record<string, string>;
  /** Uids of the functions that change associations; every function may if absent. */
  linkingFunctions?: string[];
  /** Where a person begins to install the app; absent for an app that needs no consent. */
  installPath?: string;
  /** The `User-Agent` of the app's back end. */
  backEndAgent?: string;
}

/** A page's document, with the settings in it. The page reads its address, and shows a record or an index. */
export function pageHtml(settings: PageSettings): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>CRM</title>
    <link rel="stylesheet" href="/page/assets/page.css" />
  </head>
  <body>
    <div id="page"></div>
    <script>window.pageSettings = ${JSON.stringify(settings).replaceAll('<', '\\u003c')};</script>
    <script src="/page/assets/page.js"></script>
  </body>
</html>`;
}
