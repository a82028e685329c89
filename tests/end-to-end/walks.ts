import { landmarks } from 'hubspot-local/crm';
import type { ServerControls } from 'hubspot-local/testing';
import type { PanelPage } from './panel-page';

/** What a walk works with; `look` judges the screen that it has come to, but for texts that HubSpot does not translate. */
interface WalkParts {
  panel: PanelPage;
  server: ServerControls;
  look: (...untranslated: string[]) => Promise<void>;
}

/** A way through the panel that stops at each screen. It begins with a CRM as it was seeded. */
export type Walk = (parts: WalkParts) => Promise<void>;

const company = `0-2/${landmarks.company}`;

const choosing: Walk = async ({ panel, look }) => {
  const { t } = panel;
  await panel.goTo(company);
  await panel.page.getByRole('button', { name: t('faceOpen'), exact: true }).waitFor();
  await look();
  await panel.open();
  await panel.tick('hargreaves', 3);
  await panel.button(/3/).last().waitFor();
  await panel.dialog.getByRole('button', { expanded: false }).click();
  await look();
  await panel.paste(`${landmarks.contact}\nnobody@example.com\nnothing`);
  await panel.says(t('pasteFound', { n: 1 }));
  await look();
  await panel.press(t('pasteChange'));
  await panel.paste('Email\tName\na@x.com\tAda\nb@x.com\tBob');
  await panel.asksColumn();
  await look();
  await panel.goToTab(t('source_segment'));
  await panel.dialog.getByRole('row').nth(2).waitFor();
  await look();
};

const aRun: Walk = async ({ panel, server, look }) => {
  const { t } = panel;
  await panel.open(company);
  await panel.takeSegment('Spring webinar guests');
  await panel.says(t('review_note_associate'));
  await look();
  await panel.associate(122);
  await panel.says(t('confirm_text_associate'));
  await look();
  await server.sandbox('faults', { name: 'error-names-one', on: 'associate', times: 1 });
  const release = await panel.hold('associate_records');
  await panel.associate(122);
  await panel.says(t('runKeepOpen'));
  await look();
  release();
  await panel.says(t('resultProblems'));
  await look();
  await panel.press(t('result_undo_associate', { n: 121 }));
  await panel.says(t('undo_text_associate'));
  await look();
  await panel.press(t('undo_run_associate', { n: 121 }));
  // While it goes on, the panel says in some languages the same words among others.
  await panel.dialog.getByText(t('undoneTitle'), { exact: true }).first().waitFor();
  await look();
  await panel.page.keyboard.press('Escape');
  await panel.dialog.waitFor({ state: 'hidden' });
  await look();
};

const labelAndRemoval: Walk = async ({ panel, look }) => {
  const { t } = panel;
  await panel.open(`0-2/${landmarks.labelledCompany}`);
  await panel.dialog.getByLabel(t('chooseLabel')).selectOption({ label: 'Billing contact' });
  await panel.paste(landmarks.labelledContacts.join('\n'));
  await panel.needsReview(4);
  await panel.review(4);
  await panel.says(t('withLabel', { label: 'Billing contact' }));
  await look();
  await panel.press(t('back'));
  await panel.dialog.getByLabel(t('chooseOperation')).selectOption('remove');
  await panel.tab(t('source_associated')).waitFor();
  const boxes = panel.dialog.getByRole('checkbox');
  for (const n of [0, 1, 2]) await boxes.nth(n).check();
  await look();
  await panel.review(3);
  await panel.says(t('review_note_remove'));
  await look();
  await panel.press(t('carry_out_remove', { n: 3 }));
  await panel.button(t('resultCopy')).waitFor();
  await look();
  await panel.press(t('result_undo_remove', { n: 3 }));
  await panel.says(t('undo_text_remove'));
  await look();
};

/** HubSpot shows the label of the action as it is, in every language. */
const actionLabel = 'Associate records';

const action: Walk = async ({ panel, look }) => {
  const { page, t, dialog } = panel;
  await panel.goToList('0-1');
  for (const nth of [0, 1]) await page.locator('tbody tr').nth(nth).getByRole('checkbox').check();
  await page.getByRole('button', { name: actionLabel, exact: true }).click();
  await dialog.getByRole('searchbox').fill('alder');
  for (const name of ['Alder Software', 'Alder Foods']) await dialog.getByRole('checkbox', { name }).check();
  await panel.button(t('step_review')).waitFor();
  await look(actionLabel);
  await panel.press(t('step_review'));
  await panel.says(t('review_note_associate'));
  await look(actionLabel);
  await panel.press(t('carry_out_pairs', { pairs: t('nAssociations', { n: 4 }) }));
  await panel.button(t('resultCopy')).waitFor();
  await look(actionLabel);
};

/** By what is walked through. */
export const walks: Readonly<Record<string, Walk>> = {
  'of choosing': choosing,
  'of a run': aRun,
  'of a label or a removal': labelAndRemoval,
  'of the bulk action': action,
};
