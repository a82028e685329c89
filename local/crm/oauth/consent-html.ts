import { html, raw } from 'hono/html';
import type { Language } from '../languages';
import { installer, type OAuthAccount } from './apps';
import type { AuthorizationRequest, ConsentRefusal } from './authorize';
import { consentWords } from './consent-words';

type Html = ReturnType<typeof html>;

const style = raw(`<style>
  body { margin: 0; background: #f5f8fa; color: #33475b; font: 14px/1.5 "Lexend Deca", Helvetica, Arial, sans-serif; }
  main { box-sizing: border-box; max-width: 460px; margin: 48px auto; padding: 32px; background: #fff; border: 1px solid #dfe3eb; border-radius: 4px; }
  h1 { margin: 0 0 8px; font-size: 22px; font-weight: 600; line-height: 1.3; }
  h2 { margin: 20px 0 4px; font-size: 14px; }
  ul { margin: 0; padding-left: 20px; }
  code { color: #516f90; font-size: 12px; overflow-wrap: anywhere; }
  label { display: block; margin-top: 20px; font-weight: 600; }
  select { display: block; width: 100%; margin-top: 4px; padding: 8px; font: inherit; font-weight: 400; border: 1px solid #7c98b6; border-radius: 3px; background: #fff; color: inherit; }
  .actions { display: flex; gap: 12px; margin-top: 28px; }
  button { padding: 11px 22px; font: inherit; font-weight: 600; border: 1px solid #b84a26; border-radius: 3px; background: #fff; color: #9c3d1e; cursor: pointer; }
  button.primary { background: #b84a26; color: #fff; }
  .note { margin: 24px 0 0; color: #516f90; font-size: 12px; }
</style>`);

function page(language: Language, title: string, content: Html): Html {
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
          ${content}
        </main>
      </body>
    </html>`;
}

/** The page on which a user connects an app to one of their accounts. */
export function consentHtml(
  language: Language,
  { app, required, optional }: AuthorizationRequest,
  accounts: readonly OAuthAccount[],
): Html {
  const words = consentWords(language);
  const named = (text: string) => text.replace('{app}', app.name).replace('{user}', installer.email);
  const list = (scopes: string[]) =>
    scopes.map((scope) => html`<li>${words.scopes[scope] ?? scope} <code>${scope}</code></li>`);
  return page(
    language,
    named(words.title),
    html`<p>${named(words.asks)}</p>
      <form method="post">
        <label>
          ${words.account}
          <select name="hub_id">
            ${accounts.map(({ hubId, hubDomain }) => html`<option value="${hubId}">${hubDomain} (${hubId})</option>`)}
          </select>
        </label>
        <h2>${words.required}</h2>
        <ul>
          ${list(required)}
        </ul>
        ${
          optional.length > 0
            ? html`<h2>${words.optional}</h2>
                <ul>
                  ${list(optional)}
                </ul>`
            : ''
        }
        <div class="actions">
          <button class="primary" name="decision" value="allow">${words.allow}</button>
          <button name="decision" value="deny">${words.deny}</button>
        </div>
      </form>
      <p class="note">${named(words.note)}</p>`,
  );
}

/** The page that shows why an app cannot be connected. */
export function refusalHtml(language: Language, refusal: ConsentRefusal): Html {
  const { failed, refusals } = consentWords(language);
  return page(language, failed, html`<p>${refusals[refusal]}</p>`);
}
