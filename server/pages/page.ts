import type { Language } from '@bulk-associate/messages';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { pageWords, type PageName } from './words';

const style = raw(`<style>
  body { margin: 0; background: #f5f8fa; color: #33475b; font: 16px/1.6 "Lexend Deca", "Hiragino Sans", "Noto Sans CJK JP", Helvetica, Arial, sans-serif; }
  main { box-sizing: border-box; max-width: 560px; margin: 12vh auto 48px; padding: 40px; background: #fff; border: 1px solid #dfe3eb; border-radius: 6px; }
  h1 { margin: 0 0 12px; font-size: 24px; font-weight: 600; line-height: 1.35; }
  p { margin: 0 0 20px; }
  ol { margin: 0 0 28px; padding-left: 22px; }
  li { margin: 6px 0; }
  .button { display: inline-block; padding: 11px 22px; border: 0; border-radius: 4px; background: #33475b; color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
  .plain { padding: 4px 12px; border: 1px solid #516f90; background: #fff; color: #33475b; }
  :focus-visible { outline: 3px solid #516f90; outline-offset: 2px; }
  h2 { margin: 32px 0 8px; font-size: 18px; }
  fieldset { margin: 0 0 20px; padding: 0; border: 0; }
  legend, .field { display: block; margin: 0 0 6px; font-weight: 600; }
  label { display: block; margin: 6px 0; }
  fieldset label, form > label:has(input) { padding-left: 24px; }
  [type=radio], [type=checkbox] { width: 16px; margin: 0 8px 0 -24px; }
  input[type=text], select { box-sizing: border-box; width: 100%; margin: 0 0 12px; padding: 9px 11px; border: 1px solid #516f90; border-radius: 3px; background: #fff; color: inherit; font: inherit; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: 8px 8px 8px 0; border-bottom: 1px solid #dfe3eb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  th, td .button { overflow-wrap: normal; white-space: nowrap; }
  .hint { font-size: 14px; color: #516f90; }
  .done, .error { padding: 10px 14px; border-left: 4px solid #00a4bd; background: #e5f5f8; }
  .error { border-color: #d94c53; background: #fdedee; }
  @media (max-width: 600px) { main { margin: 0; border: 0; min-height: 100vh; padding: 28px 20px; } }
</style>`);

/** The styles are inline. The page loads nothing, runs no script, and cannot be framed. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The page that shows the result of an install and the next steps. */
export function pageHtml(language: Language, name: PageName, href: string) {
  const { title, text, steps, link } = pageWords(language, name);
  const list = steps ? html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>` : ''; // prettier-ignore
  return pageShell(language, title, html`<p>${text}</p>
      ${list}
      <a class="button" href="${href}">${link}</a>`); // prettier-ignore
}

/** A page with a heading, in a language. */
export function pageShell(
  language: Language,
  title: string,
  body: HtmlEscapedString | Promise<HtmlEscapedString>,
) {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    ${style}
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${body}
    </main>
  </body>
</html>
`; // prettier-ignore
}
