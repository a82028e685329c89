import { html, raw } from 'hono/html';
import { pageWords, type Language, type PageName } from './page-words';

const style = raw(`<style>
  body { margin: 0; background: #f5f8fa; color: #33475b; font: 16px/1.6 "Lexend Deca", "Hiragino Sans", "Noto Sans CJK JP", Helvetica, Arial, sans-serif; }
  main { box-sizing: border-box; max-width: 560px; margin: 12vh auto 48px; padding: 40px; background: #fff; border: 1px solid #dfe3eb; border-radius: 6px; }
  h1 { margin: 0 0 12px; font-size: 24px; font-weight: 600; line-height: 1.35; }
  p { margin: 0 0 20px; }
  ol { margin: 0 0 28px; padding-left: 22px; }
  li { margin: 6px 0; }
  a { display: inline-block; padding: 11px 22px; border-radius: 4px; background: #33475b; color: #fff; font-weight: 600; text-decoration: none; }
  a:focus-visible { outline: 3px solid #7c98b6; outline-offset: 2px; }
  @media (max-width: 600px) { main { margin: 0; border: 0; min-height: 100vh; padding: 28px 20px; } }
</style>`);

/** The styles are inline. The page loads nothing, runs no script, and cannot be framed. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The page that shows the result of an install and the next steps. */
export function pageHtml(language: Language, name: PageName, href: string) {
  const { title, text, steps, link } = pageWords(language, name);
  const list = steps ? html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>` : ''; // prettier-ignore
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
      <p>${text}</p>
      ${list}
      <a href="${href}">${link}</a>
    </main>
  </body>
</html>
`; // prettier-ignore
}
