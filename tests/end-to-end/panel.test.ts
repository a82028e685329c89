import { landmarks } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;

let panel: PanelPage;
beforeEach(() => (panel = stage.panelIn({ language: 'en', place: 'tab' })));

describe('the main job', () => {
  it('links three contacts to a company, tells the outcome of each, and the page’s list grows by three', async () => {
    await panel.open(company);
    await panel.listGrowsTo('Contacts (2)');
    await panel.tick('hargreaves', 3);
    await panel.run(3);
    await panel.says('All done');
    const outcomes = panel.dialog.getByRole('row').filter({ hasText: 'Hargreaves' });
    expect(await outcomes.count()).toBe(3);
    for (const text of await outcomes.allTextContents()) expect(text).toMatch(/Associated/);
    await stage.page.keyboard.press('Escape');
    await panel.listGrowsTo('Contacts (5)');
  });

  it('cannot go on with nothing ticked, and says why', async () => {
    await panel.open(company);
    expect(await panel.button('Associate records').isDisabled()).toBe(true);
    await panel.says('Select at least one record to go on.');
  });

  it('works in the sidebar, in Japanese', async () => {
    const japanese = stage.panelIn({ language: 'ja', place: 'sidebar' });
    await japanese.open(company);
    await japanese.tick('hargreaves', 2);
    await japanese.run(2);
    await japanese.says('完了しました');
    await japanese.says('コンタクト2件をAlder Logisticsに関連付けました。');
    await japanese.listGrowsTo('コンタクト (4)');
  });

  it.each([
    ['a contact', `0-1/${landmarks.contact}`, 'Amelia Whitfield'],
    ['a deal', `0-3/${landmarks.deal}`, 'Alder Logistics'],
    ['a ticket', `0-5/${landmarks.ticket}`, '#1000'],
  ])('opens on %s too', async (_, path, name) => {
    await panel.open(path);
    // The name of the record is read.
    const title = panel.dialog.getByRole('heading').filter({ hasText: 'Associate records with' });
    await title.filter({ hasText: name }).first().waitFor();
  });

  it('links a custom object, in the account’s own words', async () => {
    await panel.open(company);
    await panel.chooseType(landmarks.customObjectType);
    await panel.paste(landmarks.vehicle);
    await panel.says('Found and added to your selection: 1');
    await panel.review(1);
    await panel.says('1 Vehicle will be associated with Alder Logistics.');
    await panel.press('Associate 1 Vehicle');
    await panel.says('All done');
    await panel.listGrowsTo('Vehicles (1)');
  });
});

describe('when HubSpot fails', () => {
  async function runWith(fault: object): Promise<void> {
    await stage.server.sandbox('faults', fault);
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.run(3);
  }

  it.each(['html-502-done', 'reset-after', 'empty-complete-done', 'limit-secondly'])(
    'passingly (%s) the person is told the truth all the same',
    async (name) => {
      await runWith({ name, on: 'associate', times: 1 });
      await panel.says('All done');
      await panel.listGrowsTo('Contacts (5)');
    },
  );

  it('for one record the others are linked, and the reason is shown', async () => {
    await runWith({ name: 'error-names-one', on: 'associate', times: 1 });
    await panel.says(/No record with ID \d+ exists/);
    await panel.listGrowsTo('Contacts (4)');
  });

  it('because the day’s calls are used up it says when to go on', async () => {
    await runWith({ name: 'limit-daily', on: 'associate' });
    await panel.says('The daily limit is reached');
    await panel.says(/Go on after midnight \(Europe\/London\)\./);
    await panel.says('No record was associated by this run.');
    await panel.listGrowsTo('Contacts (2)');
  });
});
