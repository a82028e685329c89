import { landmarks } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;

/** What the notes on the record page's timeline say, the latest first. */
async function notes(panel: PanelPage): Promise<string[]> {
  await panel.page.getByRole('tab', { name: /^(Activities|アクティビティー)$/ }).click();
  const articles = panel.page.getByRole('article');
  await articles.first().waitFor();
  return articles.allInnerTexts();
}

it('stands on the timeline after a run and after its undo, and only where a person wants it', async () => {
  const panel = stage.panelIn({ language: 'en', place: 'sidebar' });
  const { t } = panel;
  await panel.open(company);
  await panel.tick('hargreaves', 3);
  await panel.button('Associate 3 contacts').waitFor();
  const choice = panel.dialog.getByRole('checkbox', { name: t('noteChoice') });
  expect(await choice.isChecked()).toBe(false);
  await choice.check();
  expect(await stage.barriers()).toEqual([]);
  await panel.associate(3);
  await panel.says(t('note_saved'));
  expect(await stage.barriers()).toEqual([]);
  await panel.press('Undo 3 associations');
  expect(await choice.isChecked()).toBe(true);
  await panel.press('Remove 3 associations');
  await panel.says('Undo: 3 undone.');
  await panel.says(t('note_saved'));
  await panel.press('Close');
  const [undo = '', run = ''] = await notes(panel);
  expect(run).toMatch(/Contacts associated with this record: 3/);
  expect(run).toMatch(/Outcome: 3 associated/);
  expect(run).toMatch(/By .+ \(as stated by the card, not verified\)/);
  expect(run.match(/Hargreaves \(\d+\)/gi)).toHaveLength(3);
  expect(undo).toMatch(/Undone: Contacts associated with this record: 3/);
});

it('that was not saved spoils nothing, and is saved once when tried again', async () => {
  const panel = stage.panelIn({ language: 'ja', place: 'tab' });
  const { t } = panel;
  await panel.page.route('**/functions/save_note', (route) => route.abort(), { times: 1 });
  await panel.open(company);
  await panel.tick('hargreaves', 1);
  await panel.dialog.getByRole('checkbox', { name: t('noteChoice') }).check();
  await panel.associate(1);
  await panel.says(t('resultSuccess'));
  await panel.says(t('note_failed'));
  expect(await stage.barriers()).toEqual([]);
  await panel.press(t('tryAgain'));
  await panel.says(t('note_saved'));
  await panel.press(t('close'));
  const [note = '', ...others] = await notes(panel);
  expect(note).toMatch(/このレコードに関連付けたコンタクト：1件/);
  expect(others).toEqual([]);
});

it('that is reloaded in the middle of a run: the review shows what was done, and the copied rest can be pasted', async () => {
  const panel = stage.panelIn({ language: 'en', place: 'tab' });
  const { t } = panel;
  const start = async () => {
    await panel.open(company);
    await panel.takeSegment('Newsletter readers');
  };
  await start();
  await panel.associate(2_499);
  await panel.says(t('confirm_text_associate'));
  const release = await panel.hold('associate_records', 2);
  await panel.associate(2_499);
  await panel.says(/^[1-9][\d,]* associated/);
  await panel.press(t('stop'));
  release();
  await panel.press(t('resultCopyRest'));
  await panel.saysCopied(t('resultRestCopied'));
  const text = await panel.clipboard();
  const rest = text.split('\n').length - 1;
  expect(text).toMatch(/^Record ID \(Alder Logistics\)\n/);
  expect(rest).toBeGreaterThan(0);
  await start();
  await panel.tab(`Already associated (${panel.translator.number(2_500 - rest)})`).waitFor();
  await panel.open(company);
  await panel.paste(text);
  await panel.review(rest);
  await panel.says(`${t('nContacts', { n: rest })} will be associated with Alder Logistics.`);
  await panel.associate(rest);
  await panel.says(
    t('confirm_associate', { records: t('nContacts', { n: rest }), record: 'Alder Logistics' }),
  );
  await panel.associate(rest);
  await panel.says(t('resultSuccess'));
  await panel.listGrowsTo('Contacts (2501)');
});
