import { landmarks } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const { company, deal, domainContacts, otherDomainContacts, linkedContacts } = landmarks.suggestions;

const sourceTab = (panel: PanelPage) => panel.tab(new RegExp(`^${panel.t('source_suggested')}`));
const isSelected = async (panel: PanelPage, name: string) =>
  (await panel.tab(name).getAttribute('aria-selected')) === 'true';

it('are all contacts of the company’s domains, from the face to the result, and are then suggested no more', async () => {
  const panel = stage.panelIn({ language: 'en', place: 'sidebar' });
  const n = domainContacts.length + otherDomainContacts.length;
  await panel.goTo(`0-2/${company}`);
  await stage.page
    .getByText(new RegExp(`^${n} contacts with the email domain .* are not associated yet\\.$`))
    .waitFor();
  await stage.page.getByRole('button', { name: 'Show suggestions' }).click();
  await panel.says(/^Same email domain: /);
  expect(await stage.barriers()).toEqual([]);
  // Each of the company's domains has its reason, or all have one.
  const all = panel.button(/^Select all \d+$/);
  const groups = await panel.dialog.getByText(/^Same email domain: /).count();
  for (let group = 0; group < groups; group += 1) {
    await all.first().click();
    // Its button now does the opposite, and the first that selects is that of the next group.
    await panel
      .button(/^Remove the \d+ shown$/)
      .nth(group)
      .waitFor();
  }
  await panel.associate(n);
  await panel.says('All done');
  await panel.press('Close');
  await panel.listGrowsTo(`Contacts (${linkedContacts.length + n})`);
  await stage.page.getByRole('button', { name: 'Show last result' }).waitFor();
  await stage.page.getByText('not associated yet').waitFor({ state: 'detached' });
});

it('never make the search wait, nor leave it when they arrive', async () => {
  const panel = stage.panelIn({ language: 'ja', place: 'tab' });
  const release = await panel.hold('suggest_records');
  await panel.open(`0-3/${deal}`);
  await panel.dialog.getByRole('checkbox').first().waitFor();
  expect(await sourceTab(panel).count()).toBe(0);
  release();
  await sourceTab(panel).waitFor();
  expect(await isSelected(panel, panel.t('source_search'))).toBe(true);
  await sourceTab(panel).click();
  // The deal has two companies: contacts stand on one of them, or on both.
  await panel.says(/^同じレコードに関連付けられています：会社2件/);
  await panel.says(/^会社2件のうち[12]件：/);
});
