import { backEnds, english } from '@bulk-associate/messages/back-end';
import { landmarks } from 'hubspot-local/crm';
import type { PanelPage } from '../end-to-end/panel-page';
import type { Scene, SceneParts } from './scenes';

/** What only the marketplace edition shows: consent, the install's result, the runs that are kept, and the page for admins. */
const company = `0-2/${landmarks.company}`;

function wordsOf({ edition: { language } }: PanelPage): Readonly<Record<string, string>> {
  const words = language === 'en' ? english : backEnds[language];
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, String(text)]));
}

/** From HubSpot's consent page to the result of the install. */
async function install({ panel, server, take }: SceneParts, isTaken = false): Promise<void> {
  const { page } = panel;
  await server.sandbox('oauth/uninstall', {});
  await page.goto(`${server.url}oauth/install`);
  await page.locator('button[value=allow]').waitFor();
  if (isTaken) await take('consent');
  await page.locator('button[value=allow]').click();
  await page.locator('ol').waitFor();
  if (isTaken) await take('installed');
}

const installed: Scene = async (parts) => {
  const { panel, server, take } = parts;
  await server.sandbox('oauth/uninstall', {});
  await panel.goTo(company);
  await panel.page.getByText(panel.t('problem_UNAUTHORIZED')).waitFor();
  await take('not-installed');
  await install(parts, true);
  await panel.page.goto(`${server.url}oauth/install`);
  await panel.page.locator('button[value=deny]').click();
  await panel.page.locator('a.button').waitFor();
  await take('declined');
};

const history: Scene = async (parts) => {
  const { panel, server, take } = parts;
  const { page, t } = panel;
  const words = wordsOf(panel);
  await install(parts);
  await panel.open(company);
  await panel.tick('hargreaves', 2);
  await panel.run(2);
  await panel.says(t('resultSuccess'));
  await take('kept-result');
  await panel.press(t('close'));
  await panel.open();
  await panel.takeSegment('Newsletter readers');
  await panel.button(t('back')).first().waitFor();
  await panel.associate(2_497);
  await panel.says(t('confirm_text_associate'));
  // The run waits for HubSpot after its first calls.
  await server.sandbox('faults', { name: 'limit-ten-secondly', on: 'associate', after: 2, value: 50 });
  await panel.associate(2_497);
  await panel.says(words['runGoesOn'] ?? '');
  await take('kept-running');
  await page.reload();
  await page.getByRole('button', { name: t('faceShowProgress') }).waitFor();
  await take('face-going');
  await page.getByRole('button', { name: words['history'] ?? '' }).click();
  await panel
    .button(words['historyOpen'] ?? '')
    .first()
    .waitFor();
  await take('history');
  await panel.press(words['historyDelete'] ?? '');
  await panel.says(words['historyDeleteAsk'] ?? '');
  await take('history-delete');
};

const administration: Scene = async (parts) => {
  const { panel, take } = parts;
  const words = wordsOf(panel);
  await install(parts);
  await panel.open(company);
  await panel.press(words['admin'] ?? '');
  const link = panel.dialog.getByRole('link', { name: words['adminOpen'] ?? '' });
  await link.waitFor();
  await take('admin-link');
  const opened = panel.page.waitForEvent('popup');
  await link.click();
  const admin = await opened;
  await admin.locator('#who').fill('nora.lindqvist@example.com');
  await admin.locator('form[action="/admin/people"] button').click();
  await admin.locator('.done').waitFor();
  await take('admin', admin);
  await admin.locator('#who').fill('nobody');
  await admin.locator('form[action="/admin/people"] button').click();
  await admin.locator('.error').waitFor();
  await take('admin-error', admin);
  await admin.locator('input[value=admins]').check();
  await admin.locator('form[action="/admin/access"] button').click();
  await admin.locator('.done').waitFor();
  // A person who is no admin.
  await panel.page.goto(`${panel.page.url().replace(/&?$/, '&user=nora')}`);
  await panel.page.getByText(words['refused_not_allowed'] ?? '').waitFor();
  await take('not-allowed');
};

/** By name, in the order in which they are played. */
export const backEndScenes: Readonly<Record<string, Scene>> = { installed, history, administration };
