import { landmarks, seededId } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;
const contact = `0-1/${landmarks.contact}`;
const link = (type: string, id: string, portal = 12_345_678) =>
  `https://app.hubspot.com/contacts/${portal}/record/${type}/${id}`;

let panel: PanelPage;
beforeEach(() => (panel = stage.panelIn({ language: 'en', place: 'tab' })));

const lineOf = (text: string) => panel.dialog.getByRole('row').filter({ hasText: text });
async function propertiesOf(type: string, id: string): Promise<Record<string, string | undefined>> {
  const path = `page/crm/crm/v3/objects/${type}/${id}?properties=email,domain`;
  const answer = (await (await fetch(`${stage.server.url}${path}`)).json()) as { properties: object };
  return answer.properties as Record<string, string>;
}
const emailOf = async (id: string) => (await propertiesOf('0-1', id))['email'] ?? '';

describe('searching', () => {
  it('keeps ticks from page to page and from search to search', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 2);
    await panel.button('Next page').click();
    await panel.says('11–20 of 120');
    await panel.dialog.getByRole('row').nth(1).getByRole('checkbox').check();
    await panel.tick('okafor', 1);
    await panel.tick('hargreaves', 1);
    expect(await panel.dialog.getByRole('row').nth(2).getByRole('checkbox').isChecked()).toBe(true);
    await panel.says('Your selection: 4 contacts');
  });

  it('sorts by a column, and back', async () => {
    await panel.open(company);
    await panel.dialog.getByRole('searchbox').fill('hargreaves');
    await panel.says('1–10 of 120');
    const first = (name: RegExp) => panel.dialog.getByRole('row').nth(1).filter({ hasText: name }).waitFor();
    await panel.button(/^Name/).click();
    await first(/^Amelia/);
    await panel.button(/^Name/).click();
    await first(/^[^A]/);
  });

  it('takes all matches of a search, of which one may be taken out again', async () => {
    await panel.open(company);
    await panel.dialog.getByRole('searchbox').fill('hargreaves');
    await panel.press('Select all 120 matches');
    await panel.says('Now in your selection: 120');
    await panel.button('Your selection: 120 contacts').click();
    await panel.button('Remove').first().click();
    await panel.button('Review 119 records').waitFor();
    await panel.button('Remove all').click();
    await panel.says('Select at least one record to go on.');
  });

  it('adds all records of a type; stopped, it keeps what it had', async () => {
    await panel.open(company);
    const release = await panel.hold('collect_records', 1);
    await panel.press(/^Select all 5,\d+ matches$/);
    // How many records the first call returns depends on how long it takes.
    const adding = panel.dialog.getByText(/^Adding Contacts \([1-9][\d,]* of 5,\d+\)$/).first();
    const [count = ''] = /[\d,]+(?= of)/.exec((await adding.textContent()) ?? '') ?? [];
    expect(await panel.button(`Review ${count} records`).isDisabled()).toBe(true);
    await panel.button('Stop').click();
    await panel.says(`Now in your selection: ${count} (stopped)`);
    release();
    await panel.button(`Review ${count} records`).waitFor();
  });

  it('says how many HubSpot lists at most, where more match', async () => {
    await stage.page.route('**/page/crm/crm/v3/objects/0-1/search', async (route) => {
      const answer = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...answer, total: 25_312 } });
    });
    await panel.open(company);
    // All records of a type are paged without a search.
    await panel.button('Select all 25,312 matches').waitFor();
    await panel.dialog.getByRole('searchbox').fill('hargreaves');
    await panel.button('Select the first 10,000 of 25,312 matches').waitFor();
    await panel.says(/HubSpot lists at most 10,000 matches/);
  });

  it('says that nothing was found, and for what', async () => {
    await panel.open(company);
    await panel.dialog.getByRole('searchbox').fill('zzzz');
    await panel.says('No Contacts match “zzzz”. Try fewer or other words.');
  });

  it('does not offer the record itself', async () => {
    await panel.open(contact);
    await panel.chooseType('0-1');
    await panel.dialog.getByRole('searchbox').fill(await emailOf(landmarks.contact));
    const own = panel.dialog.getByRole('checkbox', { name: /this record/ });
    await own.waitFor();
    expect(await own.isDisabled()).toBe(true);
  });
});

describe('taking a segment', () => {
  it('shows the size of each, and takes all members', async () => {
    await panel.open(company);
    await panel.goToTab('Segment');
    await lineOf('Spring webinar guests').filter({ hasText: '122' }).waitFor();
    expect(await panel.segmentButton('Nobody yet').isDisabled()).toBe(true);
    await panel.takeSegment('Spring webinar guests');
    await panel.says('122 contacts will be associated with Alder Logistics.');
    await panel.press('Back');
    await panel.says('Now in your selection: 122');
    await panel.button('Review 122 records').waitFor();
  });

  it('adds the members to what is selected already, without leaving the selection', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 1);
    await panel.goToTab('Segment');
    await panel.dialog.getByRole('button', { name: 'Add all members' }).first().waitFor();
    expect(await panel.button('Review all members').count()).toBe(0);
    await panel.takeSegment('Spring webinar guests');
    await panel.says('Now in your selection: 122');
    await panel.says('Your selection: 123 contacts');
  });

  it('is found by name', async () => {
    await panel.open(company);
    await panel.goToTab('Segment');
    await panel.dialog.getByRole('searchbox').fill('japan');
    await lineOf('Customers in Japan').waitFor();
    await panel.dialog.getByRole('searchbox').fill('no such segment');
    await panel.says('There is no segment of Contacts with this name.');
  });
});

describe('pasting', () => {
  it('finds ids, emails and record links, and takes a record that is named twice once', async () => {
    const [byEmail, byLink] = [seededId('contact', 5), seededId('contact', 6)];
    const email = await emailOf(byEmail);
    await panel.open(company);
    await panel.paste(
      [seededId('contact', 4), email, `<${email.toUpperCase()}>`, byEmail, link('0-1', byLink)].join('\n'),
    );
    await panel.says('Found and added to your selection: 3');
    await panel.says('Your selection: 3 contacts');
    expect(await panel.dialog.getByRole('tab', { name: /Not|Several/ }).count()).toBe(0);
  });

  it('lists what was not found or cannot be read, each with its reason, and copies it', async () => {
    await panel.open(company);
    const lines = {
      missing: 'nobody@example.com',
      text: '?!',
      account: link('0-1', seededId('contact', 9), 999),
      type: link('0-2', seededId('company', 3)),
      page: 'https://app.hubspot.com/contacts/12345678/objects/0-1/views/all/list',
    };
    await panel.paste([landmarks.contact, ...Object.values(lines)].join('\n'));
    await panel.says('Found and added to your selection: 1');
    await panel.goToTab('Not found (1)');
    await lineOf(lines.missing).waitFor();
    await panel.goToTab('Not readable (4)');
    const reasons: [string, string][] = [
      [lines.text, 'There is no letter and no digit in it.'],
      [lines.account, 'This URL leads to another HubSpot account.'],
      [lines.type, 'This URL leads to a record of another object type.'],
      [lines.page, 'This URL does not lead to a record.'],
    ];
    for (const [line, reason] of reasons) expect(await lineOf(line).textContent()).toContain(reason);
    await panel.button('Copy these').click();
    await stage.page.getByText('Copied.').waitFor();
    expect((await panel.clipboard()).split('\n')).toEqual(reasons.map(([line]) => line));
  });

  it('finds companies by domain, and asks which one of two with one name is meant', async () => {
    const { domain = '' } = await propertiesOf('0-2', seededId('company', 3));
    await panel.open(contact);
    await panel.paste([`https://www.${domain}/about`, landmarks.doubleCompanyName].join('\n'));
    await panel.says('Found and added to your selection: 1');
    const choice = panel.dialog.getByLabel(`Which one is “${landmarks.doubleCompanyName}”?`);
    await choice.selectOption({ index: 1 });
    await panel.says('Your selection: 2 companies');
    await panel.says('Found and added to your selection: 2');
    await choice.selectOption({ index: 2 });
    await panel.says('Your selection: 2 companies');
    await choice.selectOption({ label: 'Leave out' });
    await panel.says('Your selection: 1 company');
  });

  it('finds the column of a spreadsheet’s table that names the records', async () => {
    const emails = await Promise.all([10, 11, 12].map((n) => emailOf(seededId('contact', n))));
    await panel.open(company);
    await panel.paste(
      ['Name\tEmail\tCity', ...emails.map((email) => `Somebody\t${email}\tLeeds`)].join('\n'),
    );
    await panel.asksColumn();
    await panel.press('Find these records');
    await panel.says('Found and added to your selection: 3');
  });

  it('asks for the column where none is known to name the records', async () => {
    const ids = [13, 14].map((n) => seededId('contact', n));
    await panel.open(company);
    await panel.paste(['Colour\tScore', ...ids.map((id) => `red\t${id}`)].join('\n'));
    await panel.asksColumn();
    expect(await panel.button('Find these records').isDisabled()).toBe(true);
    await panel.dialog.getByLabel(/Which column/).selectOption({ index: 2 });
    await panel.press('Find these records');
    await panel.says('Found and added to your selection: 2');
  });

  it('says that there is nothing to look for yet', async () => {
    await panel.open(company);
    await panel.goToTab('Paste');
    await panel.press('Find these records');
    await panel.says('There is nothing to look for yet.');
  });

  it('can be stopped, and the rest be looked up afterwards', async () => {
    await panel.open(company);
    const release = await panel.hold('resolve_records', 1);
    const ids = Array.from({ length: 900 }, (_, n) => seededId('contact', n));
    await panel.paste(ids.join('\n'));
    await panel.says(/Looking up \([1-9]\d* of 900\)/);
    await panel.press('Stop');
    release();
    await panel.says('These were not looked up.');
    await panel.press('Check again');
    await panel.says('Found and added to your selection: 900');
  });
});

describe('bad input', () => {
  it('of 50,000 lines is taken, and each line that names no record is told', async () => {
    const ids = Array.from({ length: 5_000 }, (_, n) => seededId('contact', n));
    const broken = Array.from({ length: 45_000 }, (_, n) => `user${n}@@example`);
    await panel.open(company);
    await panel.paste([...ids, ...broken].join('\n'));
    await panel.says('Found and added to your selection: 5,000');
    await panel.tab('Not readable (45,000)').waitFor();
    expect(await panel.dialog.getByRole('row').count()).toBeLessThanOrEqual(11);
    await panel.button('Review 5,000 records').waitFor();
  });

  it('of every kind gets a line of its own, and stops none of the rest', async () => {
    const own = landmarks.contact;
    await panel.open(contact);
    await panel.chooseType('0-1');
    const odd = ["o'brien+tag@exämple.com", '"quoted name"@example.com', 'two@at@example.com', 'ünï@例え.jp'];
    const binary = '\u0000\u0001PNG\uFFFD';
    const otherAccount = '987654321012';
    const found = seededId('contact', 20);
    await panel.paste(
      [found, ...odd, binary, otherAccount, link('0-3', '1'), own, 'x'.repeat(4_000)].join('\n'),
    );
    await panel.says('Found and added to your selection: 1');
    await panel.goToTab(/^Not readable/);
    const reasons: [string, string][] = [
      ['PNG', 'This is not text. It looks like part of a file.'],
      ['two@at@example.com', 'This is not a valid email address.'],
      ['record/0-3/1', 'This URL leads to a record of another object type.'],
      [own, 'A record cannot be associated with itself'],
      ['xxxxxxxx', 'This is too long to be a record.'],
    ];
    for (const [line, reason] of reasons) expect(await lineOf(line).textContent()).toContain(reason);
    await panel.goToTab(/^Not found/);
    await lineOf(otherAccount).waitFor();
    await lineOf("o'brien+tag@exämple.com").waitFor();
    await panel.run(1);
    await panel.says('All done');
  });
});
