/** @jest-environment <rootDir>/local/testing/jest-environment.ts */
import { landmarks } from 'hubspot-local/crm';
import type { Edition, PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;
const editions: Edition[] = [
  { language: 'en', place: 'tab' },
  { language: 'ja', place: 'sidebar' },
];

/** Waits until what was drawn has come to rest; a colour that fades in is no colour to judge. */
async function expectNoBarrier(): Promise<void> {
  await stage.atRest();
  expect(await stage.barriers()).toEqual([]);
}

describe.each(editions)('in $language, at the $place', (edition) => {
  let panel: PanelPage;
  beforeEach(() => (panel = stage.panelIn(edition)));

  it('no step of choosing holds a serious barrier', async () => {
    const { t } = panel;
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.button(/3/).last().waitFor();
    await panel.dialog.getByRole('button', { expanded: false }).click();
    await expectNoBarrier();
    await panel.paste(`${landmarks.contact}\nnobody@example.com\nnothing`);
    await panel.says(t('pasteFound', { n: 1 }));
    await expectNoBarrier();
    await panel.press(t('pasteChange'));
    await panel.paste('Email\tName\na@x.com\tAda\nb@x.com\tBob');
    await panel.asksColumn();
    await expectNoBarrier();
    await panel.tab(t('source_segment')).click();
    await panel.dialog.getByRole('row').nth(2).waitFor();
    await expectNoBarrier();
  });

  it('no step of a run holds a serious barrier', async () => {
    const { t } = panel;
    await panel.open(company);
    await panel.takeSegment('Spring webinar guests');
    await panel.says(t('review_note_associate'));
    await expectNoBarrier();
    await panel.associate(122);
    await panel.says(t('confirm_text_associate'));
    await expectNoBarrier();
    await stage.server.sandbox('faults', { name: 'error-names-one', on: 'associate', times: 1 });
    const release = await panel.hold('associate_records');
    await panel.associate(122);
    await panel.says(t('runKeepOpen'));
    await expectNoBarrier();
    release();
    await panel.says(t('resultProblems'));
    await expectNoBarrier();
    await panel.press(t('result_undo_associate', { n: 121 }));
    await panel.says(t('undo_text_associate'));
    await expectNoBarrier();
    await panel.press(t('undo_run_associate', { n: 121 }));
    await panel.says(t('undoneTitle'));
    await expectNoBarrier();
    await stage.page.keyboard.press('Escape');
    await panel.dialog.waitFor({ state: 'hidden' });
    await expectNoBarrier();
  });

  it('no step of a label or a removal holds a serious barrier', async () => {
    const { t } = panel;
    await panel.open(`0-2/${landmarks.labelledCompany}`);
    await panel.dialog.getByLabel(t('chooseLabel')).selectOption({ label: 'Billing contact' });
    await panel.paste(landmarks.labelledContacts.join('\n'));
    await panel.needsReview(4);
    await panel.review(4);
    await panel.says(t('withLabel', { label: 'Billing contact' }));
    await expectNoBarrier();
    await panel.press(t('back'));
    await panel.dialog.getByLabel(t('chooseOperation')).selectOption('remove');
    await panel.tab(t('source_associated')).waitFor();
    const boxes = panel.dialog.getByRole('checkbox');
    for (const n of [0, 1, 2]) await boxes.nth(n).check();
    await expectNoBarrier();
    await panel.review(3);
    await panel.says(t('review_note_remove'));
    await expectNoBarrier();
    await panel.press(t('carry_out_remove', { n: 3 }));
    await panel.button(t('resultCopy')).waitFor();
    await expectNoBarrier();
    await panel.press(t('result_undo_remove', { n: 3 }));
    await panel.says(t('undo_text_remove'));
    await expectNoBarrier();
  });

  it('nothing is cut off', async () => {
    await panel.goTo(company);
    await stage.page.getByRole('button', { name: panel.t('faceOpen') }).waitFor();
    const cutOff = `[...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > one.clientWidth + 1
      && getComputedStyle(one).overflowX !== 'visible').map((one) => one.className)`;
    expect(await stage.page.evaluate(cutOff)).toEqual([]);
    await stage.page.setViewportSize({ width: 400, height: 800 });
    await panel.open();
    await panel.tick('hargreaves', 1);
    expect(await stage.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  });
});

describe('with the keyboard alone', () => {
  let panel: PanelPage;
  beforeEach(() => (panel = stage.panelIn(editions[0] as Edition)));

  const press = (key: string) => stage.page.keyboard.press(key);
  const focused = () => stage.page.evaluate<string>('document.activeElement?.textContent ?? ""');
  /** Waits until what says this has the focus, which comes after the text of a step. */
  const hasFocus = (words: string) =>
    stage.page.waitForFunction(`document.activeElement.textContent === ${JSON.stringify(words)}`);

  /** Goes on with Tab until something that says this has the focus. */
  async function tabTo(words: RegExp): Promise<void> {
    for (let n = 0; n < 60; n++) {
      if (words.test(await focused())) return;
      await press('Tab');
    }
    throw new Error(`Tab never leads to ${words}.`);
  }

  it('records are chosen, reviewed and linked, the focus stays on the button that leads, and returns to the card', async () => {
    await panel.goTo(company);
    await stage.page.getByRole('button', { name: 'Associate records' }).focus();
    await press('Enter');
    await panel.dialog.getByRole('row').nth(2).waitFor();
    expect(await stage.page.evaluate('!!document.activeElement.closest("[role=dialog]")')).toBe(true);
    await panel.says(/already associated/);
    await tabTo(/^Select the \d+ shown$/);
    await press('Enter');
    await tabTo(/^Associate \d+ contacts$/);
    await press('Tab');
    await hasFocus('Review');
    await panel.takesPresses();
    await press('Enter');
    await panel.says(/^\d+ contacts will be associated with Alder Logistics\.$/);
    await tabTo(/^Associate \d+ contacts$/);
    await panel.takesPresses();
    await press('Enter');
    await panel.says('All done');
    await hasFocus('Associate more');
    await press('Escape');
    await panel.dialog.waitFor({ state: 'hidden' });
    await hasFocus('Associate records');
  });

  it('pasted lines are looked up without the focus being lost', async () => {
    await panel.open(company);
    await panel.write(`${landmarks.contact}\nnobody@example.com`);
    await tabTo(/^Find these records$/);
    await panel.takesPresses();
    await press('Enter');
    await panel.says('Found and added to your selection: 1');
    await hasFocus('Change the text');
  });

  it('a whole segment is reviewed and associated', async () => {
    await panel.open(company);
    await panel.tab('Segment').focus();
    await press('Enter');
    await panel.segmentButton('Spring webinar guests').waitFor();
    await panel.segmentButton('Spring webinar guests').focus();
    await panel.takesPresses();
    await press('Enter');
    await panel.says('122 contacts will be associated with Alder Logistics.');
    for (const said of ['Associate 122 contacts with Alder Logistics?', 'All done']) {
      await tabTo(/^Associate 122 contacts$/);
      await panel.takesPresses();
      await press('Enter');
      await panel.says(said);
    }
  });

  it('associations are removed, and restored', async () => {
    await panel.open(`0-2/${landmarks.labelledCompany}`);
    const operation = panel.dialog.getByLabel('What do you want to do?');
    await operation.focus();
    await press('ArrowDown');
    await panel.tab(panel.t('source_associated')).waitFor();
    await panel.dialog.getByRole('checkbox').first().waitFor();
    await panel.dialog.getByRole('checkbox').first().focus();
    await press('Space');
    await tabTo(/^Review 1 record$/);
    await panel.takesPresses();
    await press('Enter');
    await panel.says('The associations of 1 contact with Alder Foods will be removed.');
    await hasFocus('Remove 1 association');
    await panel.takesPresses();
    await press('Enter');
    await panel.says('All done');
    await tabTo(/^Undo 1 removal$/);
    await panel.takesPresses();
    await press('Enter');
    await tabTo(/^Associate 1 record again$/);
    await panel.takesPresses();
    await press('Enter');
    await panel.says('Undo: 1 undone.');
  });

  it('rows are taken out one after the other, without the focus being lost', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.review(3);
    await panel.button('Remove').first().focus();
    await press('Enter');
    await panel.tab('New (2)').waitFor();
    await hasFocus('Remove');
    await press('Enter');
    await panel.tab('New (1)').waitFor();
    await hasFocus('Remove');
  });
});

describe('what goes on', () => {
  it('is announced: the run’s progress by a bar with a name and values, its end by a status', async () => {
    const panel = stage.panelIn(editions[0] as Edition);
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.review(3);
    const release = await panel.hold('associate_records');
    await panel.associate(3);
    const bar = panel.dialog.getByRole('progressbar', {
      name: '0 of 3. 0 associated, 0 failed, 0 unconfirmed',
    });
    await bar.waitFor();
    expect(await bar.getAttribute('aria-valuemax')).toBe('3');
    release();
    await panel.dialog.getByRole('status').filter({ hasText: 'All done' }).waitFor();
  });
});
