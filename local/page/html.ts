import type { PageAccount } from './account';
import type { CardMeta } from './cards';

/** What the server tells the page. Nothing of it is secret. */
export interface PageSettings {
  /** Whether writes are real. */
  live: boolean;
  account: PageAccount;
  cards: CardMeta[];
  /** Where a person begins to install the app; absent for an app that needs no consent. */
  installPath?: string;
}

/** The document around the page's script. */
export function pageHtml(settings: PageSettings): string {
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
