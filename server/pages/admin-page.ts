import type { Language } from '@bulk-associate/messages';
import { html } from 'hono/html';
import { allowances, maxAskLength, roles, type AccessSettings, type Person } from '../access/access';
import type { AdminSession } from '../access/admin-links';
import { pageShell } from './page';
import { adminWords, type AdminDone, type AdminError } from './words';

/** What the page for admins shows. */
export interface AdminView {
  session: AdminSession;
  settings: AccessSettings;
  /** How many days runs are kept. */
  days: number;
  done?: AdminDone | undefined;
  error?: AdminError | undefined;
}

/** As `pagePolicy`; forms go to the back end alone. */
export const adminPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The page on which an admin decides who may use the app. It runs no script. */
export function adminPage(language: Language, { session, settings, days, done, error }: AdminView) {
  const words = adminWords(language);
  const hidden = html`<input type="hidden" name="form" value="${session.formToken}" /><input type="hidden" name="language" value="${language}" />`; // prettier-ignore
  const nameOf = ({ userId, hint }: Person) => {
    if (userId === null) return words.pending(hint ?? '');
    const user = [hint, words.user(userId)].filter(Boolean).join(', ');
    return userId === session.userId ? `${user} (${words.you})` : user;
  };
  const body = html`<p>${words.intro(session.account)}</p>
${done ? html`<p class="done" role="status">${words.done[done]}</p>` : ''}
${error ? html`<p class="error" role="alert" id="error">${words.errors[error]}</p>` : ''}
<form method="post" action="/admin/access">${hidden}
  <fieldset>
    <legend>${words.who}</legend>
    ${allowances.map((each) => html`<label><input type="radio" name="allowed" value="${each}" ${each === settings.allowed ? 'checked' : ''} /> ${words.allowed[each]}</label>
`)}
  </fieldset>
  <p class="hint">${words.rights}</p>
  <p class="hint">${words.teams}</p>
  <label class="field" for="ask">${words.ask}</label>
  <input type="text" id="ask" name="ask" maxlength="${maxAskLength}" value="${settings.ask}" aria-describedby="ask-hint" />
  <p class="hint" id="ask-hint">${words.askHint}</p>
  <button class="button">${words.save}</button>
</form>
<h2 id="people">${words.people}</h2>
<table aria-labelledby="people">
  <thead><tr><th scope="col">${words.person}</th><th scope="col">${words.role}</th><th scope="col">${words.change}</th></tr></thead>
  <tbody>
${settings.people.map((person) => html`<tr><td>${nameOf(person)}</td><td>${words.roles[person.role]}</td><td><form method="post" action="/admin/people/remove">${hidden}<input type="hidden" name="person" value="${person.id}" /><button class="button plain" aria-label="${words.removeOf(nameOf(person))}">${words.remove}</button></form></td></tr>
`)}
  </tbody>
</table>
<h2>${words.name}</h2>
<form method="post" action="/admin/people">${hidden}
  <label class="field" for="who">${words.nameField}</label>
  <input type="text" id="who" name="who" required autocomplete="off" aria-describedby="${error === 'who' ? 'error ' : ''}who-hint" ${error === 'who' ? html`aria-invalid="true"` : ''} />
  <p class="hint" id="who-hint">${words.nameHint}</p>
  <label class="field" for="role">${words.role}</label>
  <select id="role" name="role">${roles.map((each) => html`<option value="${each}">${words.roles[each]}</option>`)}</select>
  <button class="button">${words.add}</button>
</form>
<h2>${words.runs}</h2>
<p>${words.runsText(days)}</p>
<form method="post" action="/admin/runs/delete">${hidden}
  <label><input type="checkbox" name="confirmed" value="yes" required /> ${words.confirm}</label>
  <button class="button plain">${words.deleteRuns}</button>
</form>`; // prettier-ignore
  return pageShell(language, words.title, body);
}

/** The page for a link that cannot be used, or while the database is away. */
export function adminNotice(language: Language, what: 'expired' | 'unavailable') {
  const words = adminWords(language);
  return pageShell(language, words[`${what}Title`], html`<p>${words[what]}</p>`);
}
