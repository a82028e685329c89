import { landmarks } from 'hubspot-local/crm';
import { goThrough, narrow } from './judged-walk';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';
import { walks } from './walks';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;

/** Both places, both widths, both scripts. The other languages have the same elements: `every-language.test.ts`. */
const editions = [
  { language: 'en', place: 'tab', width: 1400 },
  { language: 'ja', place: 'sidebar', width: narrow },
] as const;

describe.each(editions)('in $language, at the $place', ({ language, place, width }) => {
  it.each(Object.entries(walks))(
    'each step %s fits, is in the language and holds no serious barrier',
    async (_, walk) => {
      await stage.page.setViewportSize({ width, height: 900 });
      await goThrough(walk, stage, stage.panelIn({ language, place }), async () =>
        expect(await stage.barriers()).toEqual([]),
      );
    },
  );
});

describe('with the keyboard alone', () => {
  let panel: PanelPage;
  beforeEach(() => (panel = stage.panelIn(editions[0])));

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
    const panel = stage.panelIn(editions[0]);
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
