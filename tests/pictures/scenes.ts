import { landmarks, seededId } from 'hubspot-local/crm';
import type { LocalServer } from 'hubspot-local/testing';
import type { Page } from 'playwright-core';
import { literally } from '../end-to-end/literally';
import type { PanelPage } from '../end-to-end/panel-page';

/** What a scene works with; `take` makes the picture of a step, of another page if it is given. */
export interface SceneParts {
  panel: PanelPage;
  server: LocalServer;
  take: (step: string, page?: Page) => Promise<void>;
}

/** A way through the panel, and the pictures along it. Each begins with a CRM as it was seeded. */
export type Scene = (parts: SceneParts) => Promise<void>;

const company = `0-2/${landmarks.company}`;
const nearlyFullDeal = `0-3/${landmarks.nearlyFullDeal}`;
const many = 2_500;

/** Emails of seeded contacts, one of the company's own, and lines that name no one record. */
const pastedLines = [
  landmarks.contact,
  'nobody@example.com',
  'not an id',
  'https://app.hubspot.com/contacts/999/record/0-1/41200000115',
  'https://app.hubspot.com/contacts/12345678/record/0-2/18300000101',
  '41200000136',
  '41200000143',
].join('\n');

const table = [
  'Name\tWork email\tPrivate email',
  'Ada\tada@example.com\tada@home.example',
  'Grace\tgrace@example.com\tgrace@home.example',
].join('\n');

/** Every step from the face to the undone run. */
const mainPath: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.goTo(company);
  await panel.page.getByRole('button', { name: t('faceOpen') }).waitFor();
  await take('face');
  await panel.open();
  await panel.dialog.getByRole('row').nth(5).waitFor();
  await panel.tick('hargreaves', 3);
  await take('choose');
  await panel.write(landmarks.contact);
  await panel.press(t('pasteFind'));
  await panel.says(t('pasteFound', { n: 1 }));
  await panel.dialog.getByRole('button', { name: /4/ }).first().click();
  await take('choose-selection');
  await panel.review(4);
  await panel.says(t('review_note_associate'));
  await take('review');
  await panel.associate(3);
  await panel.button(t('resultCopy')).waitFor();
  await take('result');
  await panel.press(t('result_undo_associate', { n: 3 }));
  await panel.says(t('undo_text_associate'));
  await take('undo-confirm');
  await panel.press(t('undo_run_associate', { n: 3 }));
  // While it goes on, the panel says in some languages the same words among others.
  await panel.dialog.getByText(t('undoneTitle'), { exact: true }).first().waitFor();
  await take('undo-done');
  await panel.page.keyboard.press('Escape');
  await panel.dialog.waitFor({ state: 'hidden' });
  await take('face-after');
};

const paste: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(company);
  await panel.write(pastedLines);
  await take('choose-paste');
  await panel.press(t('pasteFind'));
  await panel.says(t('pasteFound', { n: 3 }));
  await panel.goToTab(t('tab_unreadable'));
  await take('choose-paste-lines');
  await panel.press(t('pasteChange'));
  await panel.write(table);
  await panel.press(t('pasteFind'));
  await panel.asksColumn();
  await take('choose-paste-column');
};

const several: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(`0-1/${landmarks.contact}`);
  await panel.paste(`${landmarks.doubleCompanyName}\nNo Such Company`);
  const choice = panel.dialog.getByLabel(t('pastePick', { value: landmarks.doubleCompanyName }));
  await choice.selectOption({ index: 1 });
  await take('choose-paste-several');
};

const segment: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(company);
  await panel.goToTab(t('source_segment'));
  await panel.dialog.getByRole('row').nth(2).waitFor();
  await take('choose-segment');
  await panel.takeSegment('Newsletter readers');
  await panel.associate(many - 1);
  await panel.says(t('confirm_text_associate'));
  await take('confirm');
  const goOn = await panel.hold('associate_records', 2);
  await panel.associate(many - 1);
  await panel.says(t('runKeepOpen'));
  await panel.page.waitForTimeout(2_500);
  await take('running');
  await panel.page.keyboard.press('Escape');
  await panel.dialog.waitFor({ state: 'hidden' });
  await panel.page.waitForTimeout(700);
  await take('face-running');
  // The face says it as well as the banner, which goes.
  await panel.page.getByText(t('runKeepOpen')).nth(1).waitFor({ state: 'hidden' });
  await panel.page.getByRole('button', { name: t('faceShowProgress') }).click();
  await panel.press(t('stop'));
  goOn();
  await panel.says(t('resultStopped'));
  await take('result-stopped');
};

const collecting: Scene = async ({ panel, take }) => {
  await panel.open(company);
  await panel.hold('collect_records', 1);
  const number = literally(panel.translator.number(5_555));
  // French groups digits with a narrow space, which the browser's names of buttons have as a plain one.
  const some = number.replaceAll('5', '\\d').replace(/\s/g, '\\s');
  await panel.press(new RegExp(literally(panel.t('searchAll', { n: 5_555 })).replace(number, some)));
  await panel.says(new RegExp(`${some}.*[（(]|[（(].*${some}`));
  await take('choose-collecting');
};

const partialFailure: Scene = async ({ panel, server, take }) => {
  const { t } = panel;
  await server.sandbox('faults', { name: 'error-names-one', on: 'associate', times: 1 });
  await panel.open(company);
  await panel.tick('hargreaves', 3);
  await panel.review(3);
  await panel.associate(3);
  await panel.says(t('resultProblems'));
  await take('result-partial');
};

const overLimit: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(nearlyFullDeal);
  await panel.tick('hargreaves', 5);
  await panel.review(5);
  await panel.goToTab(t('tab_overLimit'));
  await panel.says(t('review_overLimit'));
  await take('review-limit');
};

/** A run that HubSpot ends for a reason that no trying again mends. */
const stoppedBy =
  (name: string, fault: object): Scene =>
  async ({ panel, server, take }) => {
    const { t } = panel;
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await server.sandbox('faults', { on: 'associate', ...fault });
    await panel.review(3);
    await panel.associate(3);
    await panel.button(t('resultCopy')).waitFor();
    await take(name);
  };

/** The face of a card that HubSpot does not let work. */
const faceOf =
  (name: string, fault: object): Scene =>
  async ({ panel, server, take }) => {
    await server.sandbox('faults', { on: 'schemas', ...fault });
    await panel.goTo(company);
    await panel.page.getByRole('button', { name: panel.t('tryAgain') }).waitFor();
    await take(name);
  };

/** A permission that the app was not given, met before anything is sent. */
const missingScopes: Scene = async ({ panel, server, take }) => {
  await panel.open(company);
  await panel.tick('hargreaves', 3);
  await server.sandbox('faults', {
    name: 'missing-scopes-403',
    on: 'readAssociations',
    value: 'crm.objects.contacts.read',
  });
  await panel.review(3);
  await panel.button(panel.t('tryAgain')).waitFor();
  await take('state-missing-scopes');
};

const loading: Scene = async ({ panel, take }) => {
  const release = await panel.hold('describe_objects');
  await panel.goTo(company);
  await panel.page.getByText(panel.t('loading')).first().waitFor();
  await take('state-loading');
  release();
};

const empty: Scene = async ({ panel, take }) => {
  await panel.open(company);
  await panel.dialog.getByRole('searchbox').fill('zzzz');
  await panel.says(panel.t('searchNone'));
  await take('state-empty');
};

const searchFailed: Scene = async ({ panel, server, take }) => {
  await panel.open(company);
  await server.sandbox('faults', { name: 'server-error-500', on: 'search' });
  await panel.dialog.getByRole('searchbox').fill('ada');
  await panel.says(panel.t('problem_HUBSPOT_UNAVAILABLE'));
  await take('state-error');
};

const offline: Scene = async ({ panel, take }) => {
  await panel.open(company);
  await panel.tick('hargreaves', 3);
  await panel.page.context().setOffline(true);
  await panel.review(3);
  await panel.page.getByText(panel.t('problem_NO_ANSWER')).first().waitFor();
  await panel.button(panel.t('tryAgain')).waitFor();
  await take('state-offline');
};

const labelledCompany = `0-2/${landmarks.labelledCompany}`;

/** A label that is given to new and to existing associations. */
const label: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(labelledCompany);
  await panel.dialog.getByLabel(t('chooseLabel')).selectOption({ label: 'Billing contact' });
  await panel.paste([...landmarks.labelledContacts, seededId('contact', 60)].join('\n'));
  await panel.says(t('tab_addsLabel'));
  await panel.review(5);
  await panel.goToTab(t('tab_addsLabel'));
  await take('review-label');
};

/** Primary that moves from one company to another. */
const primary: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(`0-2/${seededId('company', 5)}`);
  await panel.dialog.getByLabel(t('chooseLabel')).selectOption({ label: 'Primary' });
  await panel.paste(landmarks.labelledContacts[1] ?? '');
  await panel.review(1);
  await panel.says(t('reviewMoves', { n: 1, label: 'Primary' }));
  await take('review-primary');
  await panel.associate(1);
  await panel.button(t('resultCopy')).waitFor();
  await take('result-primary');
};

/** Associations that are removed, and restored. */
const removal: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.open(labelledCompany);
  await panel.dialog.getByLabel(t('chooseOperation')).selectOption('remove');
  const boxes = panel.dialog.getByRole('checkbox');
  for (const n of [0, 1, 2]) await boxes.nth(n).check();
  await take('remove-choose');
  await panel.review(3);
  await panel.says(t('review_note_remove'));
  await take('remove-review');
  await panel.press(t('carry_out_remove', { n: 3 }));
  await panel.button(t('resultCopy')).waitFor();
  await take('remove-result');
  await panel.press(t('result_undo_remove', { n: 3 }));
  await panel.says(t('undo_text_remove'));
  await take('remove-undo-confirm');
};

/** What is suggested, from the notice on the face on. */
const suggested: Scene = async ({ panel, take }) => {
  const { t } = panel;
  await panel.goTo(`0-2/${landmarks.suggestions.company}`);
  const show = panel.page.getByRole('button', { name: t('faceShowSuggested') });
  await show.waitFor();
  await take('face-suggested');
  await show.click();
  await panel.dialog.getByRole('row').nth(2).waitFor();
  await take('choose-suggested');
};

/** The note about a run, which a person asks for, and how it stands on the timeline. */
const note: Scene = async ({ panel, take }) => {
  const { page, t } = panel;
  await panel.open(company);
  await panel.tick('hargreaves', 3);
  await panel.dialog.getByRole('checkbox', { name: t('noteChoice') }).check();
  await panel.associate(3);
  await panel.says(t('note_saved'));
  await take('result-note');
  await panel.press(t('close'));
  await page.getByRole('tab').last().click();
  await page.getByRole('article').first().waitFor();
  await take('note');
};

/** A search with two conditions, and columns that were selected. */
const filters: Scene = async ({ panel, take }) => {
  const { t, dialog } = panel;
  await panel.open(company);
  await panel.press(t('filterAdd'));
  await dialog.getByLabel(t('filterProperty')).selectOption('city');
  await dialog.getByRole('textbox').last().fill('Berlin');
  await take('choose-filter');
  await panel.press(t('filterApply'));
  await panel.press(t('filterAnd'));
  await dialog.getByLabel(t('filterProperty')).selectOption('associations.company');
  await dialog.getByLabel(t('filterOperator')).selectOption('NOT_HAS_PROPERTY');
  await panel.press(t('filterApply'));
  await dialog.getByRole('row').nth(3).waitFor();
  await take('choose-filtered');
  await panel.press(t('columnsOpen'));
  await take('choose-columns');
};

/** Records of a list with several anchors. */
const action: Scene = async ({ panel, take }) => {
  const { page, t, dialog } = panel;
  await panel.goToList('0-1');
  for (let nth = 0; nth < 6; nth += 1) await page.locator('tbody tr').nth(nth).getByRole('checkbox').check();
  await take('action-list');
  await page.getByRole('button', { name: 'Associate records', exact: true }).click();
  await dialog.getByRole('searchbox').fill('alder');
  for (const name of ['Alder Software', 'Alder Foods', 'Alder Energy'])
    await dialog.getByRole('checkbox', { name }).check();
  const review = new RegExp(`^(${t('step_review')}|${t('chooseReviewPairs', { pairs: '.*' })})$`);
  await panel.button(review).waitFor();
  await take('action-choose');
  await panel.press(review);
  await panel.says(t('review_note_associate'));
  await take('action-review');
  await panel.press(t('carry_out_pairs', { pairs: t('nAssociations', { n: 18 }) }));
  await panel.button(t('resultCopy')).waitFor();
  await take('action-result');
};

/** By name, in the order in which they are played. */
export const scenes: Record<string, Scene> = {
  mainPath,
  paste,
  several,
  segment,
  collecting,
  partialFailure,
  overLimit,
  label,
  primary,
  removal,
  suggested,
  note,
  filters,
  action,
  loading,
  empty,
  searchFailed,
  offline,
  missingScopes,
  noPermission: faceOf('state-no-permission', { name: 'unauthorized-401' }),
  dailyLimit: faceOf('state-daily-limit', { name: 'limit-daily' }),
  runMissingScopes: stoppedBy('result-missing-scopes', { name: 'missing-scopes-403', value: 'crm.objects.contacts.write' }), // prettier-ignore
  runDailyLimit: stoppedBy('result-daily-limit', { name: 'limit-daily' }),
};
