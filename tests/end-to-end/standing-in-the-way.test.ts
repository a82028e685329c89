import { landmarks } from 'hubspot-local/crm';
import type { Locator } from 'playwright-core';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;

let panel: PanelPage;
beforeEach(() => (panel = stage.panelIn({ language: 'en', place: 'tab' })));

const says = (text: string | RegExp) => stage.page.getByText(text).first().waitFor();

describe('the face', () => {
  it('says that it is loading', async () => {
    const release = await panel.hold('describe_objects');
    await panel.goTo(company);
    await says('Loading…');
    release();
    await stage.page.getByRole('button', { name: 'Associate records' }).waitFor();
  });

  it.each([
    ['unauthorized-401', 'The app has no access to this account'],
    ['limit-daily', 'Go on after midnight (Europe/London).'],
  ])('says what is the matter with %s, and works once it has passed', async (name, words) => {
    await stage.server.sandbox('faults', { name, on: 'schemas' });
    await panel.goTo(company);
    await says(words);
    await stage.server.sandbox('faults', undefined, 'DELETE');
    await stage.page.getByRole('button', { name: 'Try again' }).click();
    await stage.page.getByRole('button', { name: 'Associate records' }).waitFor();
  });

  it('tells what can be linked, and how many are', async () => {
    await panel.goTo(company);
    await says('Associate many records with Alder Logistics in one go, and see the outcome of each.');
    const [terms, counts] = ['term', 'definition'].map((role) =>
      stage.page.getByRole('tabpanel').getByRole(role as 'term' | 'definition'),
    ) as [Locator, Locator];
    const counted = counts.filter({ hasText: /^\d+$/ });
    await counted.nth(4).waitFor();
    expect(await terms.allTextContents()).toEqual(['Contacts', 'Companies', 'Deals', 'Tickets', 'Vehicles']);
    expect(await counts.allTextContents()).toEqual(['2', '0', '1', '0', '0']);
  });
});

describe('a permission that the app lacks', () => {
  const without = async (scope: string) => {
    const { scopes } = (await stage.server.sandbox('settings', undefined, 'GET')) as { scopes: string[] };
    await stage.server.sandbox('settings', { scopes: scopes.filter((one) => one !== scope) });
  };
  afterEach(() => stage.server.sandbox('settings', { scopes: 'all' }));

  it('is named where segments are looked for, and leaves the other ways open', async () => {
    await without('crm.lists.read');
    await panel.open(company);
    await panel.goToTab('Segment');
    await panel.says('The app lacks a permission');
    await panel.says('crm.lists.read');
    await panel.goToTab('Search');
    await panel.tick('hargreaves', 1);
    await panel.says('Your selection: 1 contact');
  });

  it('to write is named by the result, and nothing is linked', async () => {
    await without('crm.objects.contacts.write');
    await panel.open(company);
    await panel.tick('hargreaves', 2);
    await panel.run(2);
    await panel.says('No record was associated by this run.');
    await panel.says(/crm\.objects\.contacts\.write/);
    await panel.tab('Not sent (2)').waitFor();
    await panel.listGrowsTo('Contacts (2)');
  });
});

describe('without a connection', () => {
  it('the review says so, keeps the choice, and goes on when it is back', async () => {
    await panel.open(company);
    await panel.dialog.getByRole('searchbox').fill('hargreaves');
    await panel.says('1–10 of 120');
    // Before anything is selected: a preview in the background would need no connection any more.
    await stage.context.setOffline(true);
    for (const row of [1, 2]) await panel.dialog.getByRole('row').nth(row).getByRole('checkbox').check();
    await panel.press('Review');
    await panel.says(/^Waiting 1 second before the next try/);
    await panel.says(panel.t('problem_NO_ANSWER_text'));
    await stage.context.setOffline(false);
    await panel.press('Try again');
    await panel.says('2 contacts will be associated with Alder Logistics.');
  });

  it('a search says so, and is repeated when it is back', async () => {
    await panel.open(company);
    await panel.dialog.getByRole('row').first().waitFor();
    await stage.context.setOffline(true);
    await panel.dialog.getByRole('searchbox').fill('hargreaves');
    await panel.says('HubSpot or the app has a fault.');
    await stage.context.setOffline(false);
    await panel.press('Try again');
    await panel.says('1–10 of 120');
  });
});
