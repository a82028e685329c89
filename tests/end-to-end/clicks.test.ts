import { landmarks, seededId } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();

let panel: PanelPage;
beforeEach(async () => {
  panel = stage.panelIn({ language: 'en', place: 'tab' });
  await panel.open(`0-2/${landmarks.company}`);
  // Presses of a pointer: a click on a label is one press, though the browser reports two clicks.
  await stage.page.evaluate(`presses = 0; addEventListener('pointerdown', () => { presses += 1 }, true)`);
});

const presses = () => stage.page.evaluate<number>('presses');

describe('from the open panel to the result', () => {
  it('three known contacts take five clicks at most', async () => {
    await panel.dialog.getByRole('searchbox').click();
    await stage.page.keyboard.type('hargreaves');
    await panel.says('1–10 of 120');
    for (const row of [1, 2, 3]) await panel.dialog.getByRole('row').nth(row).getByRole('checkbox').click();
    await panel.press('Associate 3 contacts');
    await panel.says('3 contacts associated with Alder Logistics.');
    expect(await presses()).toBeLessThanOrEqual(5);
  });

  it('forty pasted contacts take four clicks at most', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => seededId('contact', 50 + n));
    await stage.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(ids.join('\n'))})`);
    await panel.goToTab('Paste');
    await panel.dialog.getByRole('textbox').click();
    await stage.page.keyboard.press('ControlOrMeta+V');
    await panel.press('Find these records');
    await panel.press('Associate 40 contacts');
    await panel.says('40 contacts associated with Alder Logistics.');
    expect(await presses()).toBeLessThanOrEqual(4);
  });

  it('a whole segment takes four clicks at most, the confirmation of many included', async () => {
    await panel.goToTab('Segment');
    await panel.segmentButton('Newsletter readers').click();
    await panel.press('Associate 2,499 contacts');
    await panel.says('Associate 2,499 contacts with Alder Logistics?');
    await panel.press('Associate 2,499 contacts');
    await panel.says('2,499 contacts associated with Alder Logistics.');
    expect(await presses()).toBeLessThanOrEqual(4);
  });
});
