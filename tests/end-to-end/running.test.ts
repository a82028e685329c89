import { landmarks } from 'hubspot-local/crm';
import type { PanelPage } from './panel-page';
import { setTheStage } from './stage';

const stage = setTheStage();
const company = `0-2/${landmarks.company}`;
/** Members of the large segment, of whom the company has one already. */
const members = 2_500;
const fresh = members - 1;

let panel: PanelPage;
beforeEach(() => (panel = stage.panelIn({ language: 'en', place: 'tab' })));

const fault = (name: string, more: object = {}) =>
  stage.server.sandbox('faults', { name, on: 'associate', ...more });

/** Up to the second confirmation, which so many ask for. */
async function reviewMany(): Promise<void> {
  await panel.open(company);
  await panel.takeSegment('Newsletter readers');
  await panel.associate(fresh);
  await panel.says(panel.t('confirm_text_associate'));
}

/** The ids of the contacts that the company has already. */
async function associatedContacts(): Promise<string[]> {
  const path = `page/crm/crm/v4/objects/0-2/${landmarks.company}/associations/0-1`;
  const answer = (await (await fetch(`${stage.server.url}${path}`)).json()) as {
    results: { toObjectId: number }[];
  };
  return answer.results.map(({ toObjectId }) => String(toObjectId));
}

/** A number of the page, from a text such as "Not sent (1,234)". */
async function countIn(pattern: RegExp): Promise<number> {
  const words = (await panel.tab(pattern).textContent()) ?? '';
  return Number(words.replace(/\D/g, ''));
}

describe('the review', () => {
  it('tells new and already associated apart, lets rows be taken out, and changes nothing', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 1);
    await panel.paste((await associatedContacts()).join('\n'));
    await panel.says('New (1), Already associated (2)');
    await panel.review(3);
    await panel.says('1 contact will be associated with Alder Logistics.');
    await panel.goToTab('Already associated (2)');
    await panel.says('Nothing changes for these.');
    await panel.button('Remove').first().click();
    await panel.tab('Already associated (1)').waitFor();
    await panel.press('Back');
    await panel.button('Review 2 records').waitFor();
    await panel.listGrowsTo('Contacts (2)');
  });

  it('tells what a limit leaves no room for, and sends only the rest', async () => {
    await panel.open(`0-3/${landmarks.nearlyFullDeal}`);
    await panel.tick('hargreaves', 5);
    await panel.needsReview(5);
    await panel.review(5);
    await panel.says(/^3 contacts will be associated with /);
    await panel.goToTab('Over a limit (2)');
    await panel.says('A limit in this account leaves no room for these associations. They will not be sent.');
    await panel.associate(3);
    await panel.says('All done');
    await panel.listGrowsTo('Contacts (1000)');
  });

  it('goes back to the choice when the last row is taken out', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 1);
    await panel.review(1);
    await panel.button('Remove').click();
    await panel.says('Select at least one record to go on.');
  });

  it('of more than 100 asks once more, naming the record and the number', async () => {
    await reviewMany();
    await panel.says('Associate 2,499 contacts with Alder Logistics?');
    await panel.press('Back');
    await panel.says('2,499 contacts will be associated with Alder Logistics.');
    await panel.listGrowsTo('Contacts (2)');
  });
});

describe('a run', () => {
  it('that is stopped keeps what is done, tells what was not sent, and sends the rest when asked', async () => {
    await reviewMany();
    const release = await panel.hold('associate_records', 2);
    await panel.associate(fresh);
    await panel.says(/600 associated, 0 failed, 0 unconfirmed/);
    await panel.says(/About \d+ seconds? left/);
    await panel.press('Stop');
    release();
    await panel.says('You stopped the run. What was done stays; the rest was not sent.');
    const notSent = await countIn(/^Not sent/);
    const done = await countIn(/^Associated/);
    expect(done).toBeGreaterThan(600);
    expect(done + notSent).toBe(fresh);
    await panel.listGrowsTo(`Contacts (${done + 2})`);
    await panel.press(`Send the remaining ${panel.translator.number(notSent)}`);
    await panel.says('All done');
    await panel.listGrowsTo(`Contacts (${fresh + 2})`);
  });

  it('goes on behind a closed panel, shows where it stands, and says what it came to', async () => {
    await reviewMany();
    const release = await panel.hold('associate_records', 1);
    await panel.associate(fresh);
    await panel.says(/Closing the panel does not end the run/);
    await panel.press('Close');
    await stage.page
      .getByText(/^Closing the panel does not end the run/)
      .first()
      .waitFor();
    await stage.page.getByText('Associating with Alder Logistics (200 of 2,499)').waitFor();
    await stage.page.getByRole('button', { name: 'Show progress' }).click();
    await panel.says('200 of 2,499');
    await stage.page.keyboard.press('Escape');
    await panel.dialog.waitFor({ state: 'hidden' });
    release();
    await stage.page.getByText('2,499 associated, 1 already associated', { exact: true }).waitFor();
    await stage.page.getByText(/^Last run, .+: 2,499 associated, 1 already associated\.$/).waitFor();
    await stage.page.getByRole('button', { name: 'Show last result' }).click();
    await panel.says('All done');
    await stage.page.keyboard.press('Escape');
    await panel.dialog.waitFor({ state: 'hidden' });
    await panel.open();
    await panel.says('Select at least one record to go on.');
    await panel.press('Close');
    await stage.page.getByRole('button', { name: 'Show last result' }).click();
    await panel.button('Undo 2,499 associations').waitFor();
  });

  it('whose call is lost is sent again, and loses count of nobody', async () => {
    await reviewMany();
    let calls = 0;
    await stage.page.route('**/functions/associate_records', (route) =>
      ++calls === 2 ? route.abort() : route.continue(),
    );
    await panel.associate(fresh);
    await panel.says('All done');
    await panel.says('2,499 contacts associated with Alder Logistics.');
    await panel.listGrowsTo(`Contacts (${fresh + 2})`);
  });

  it('that HubSpot ends half-way tells what was done, why it ended, and what was not sent', async () => {
    await reviewMany();
    await fault('unauthorized-401', { after: 2 });
    await panel.associate(fresh);
    await panel.says(panel.t('problem_UNAUTHORIZED'));
    const done = await countIn(/^Associated/);
    expect(done).toBeGreaterThan(0);
    expect(done + (await countIn(/^Not sent/))).toBe(fresh);
    await stage.server.sandbox('faults', undefined, 'DELETE');
    await panel.press(/^Send the remaining/);
    await panel.says('All done');
  });

  it('that HubSpot slows down says that it waits, and why', async () => {
    // More than an app function may wait itself, so that the card waits.
    await fault('limit-ten-secondly', { times: 1, value: 11 });
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.run(3);
    await panel.says(/^Waiting 1[0-5] seconds before the next try: HubSpot asks for fewer calls$/);
    await panel.says('All done');
  });
});

describe('the result', () => {
  it('shows failures first, and links them when they are retried', async () => {
    await fault('error-names-one', { times: 1 });
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.run(3);
    await panel.says('Not everything went through');
    await panel.says('2 of 3 selected records were associated with Alder Logistics by this run.');
    expect(await panel.tab(/./).first().textContent()).toBe('Failed (1)');
    await panel.says('The record does not exist in HubSpot any more (1)');
    await panel.press('Retry 1 record');
    await panel.says('3 contacts associated with Alder Logistics.');
    await panel.listGrowsTo('Contacts (5)');
  });

  it('names for each record HubSpot’s message, in a report that a spreadsheet opens', async () => {
    await fault('error-names-one', { times: 1 });
    await panel.open(company);
    await panel.tick('hargreaves', 3);
    await panel.run(3);
    await panel.press('Copy report');
    await panel.saysCopied(/^Copied\. Paste the report into a spreadsheet/);
    const rows = (await panel.clipboard()).split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^Name\tDetail\tRecord ID\tOutcome\tLabels\tReason\t/);
    expect(rows.filter((row) => /\tFailed\t.*No record with ID \d+ exists/.test(row))).toHaveLength(1);
    expect(rows.filter((row) => /\tAssociated\t/.test(row))).toHaveLength(2);
  });

  it('undoes what the run made after asking, and leaves what was linked before', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 2);
    await panel.paste((await associatedContacts()).join('\n'));
    await panel.says('New (2), Already associated (2)');
    await panel.run(4, 2);
    await panel.listGrowsTo('Contacts (4)');
    await panel.press('Undo 2 associations');
    await panel.says('Remove the associations of 2 contacts with Alder Logistics?');
    await panel.press('Remove 2 associations');
    await panel.says('Undo: 2 undone.');
    await panel.listGrowsTo('Contacts (2)');
    expect(await panel.button(/^Undo/).count()).toBe(0);
  });

  it('tells the truth about an undoing that HubSpot refuses, and offers it again', async () => {
    await panel.open(company);
    await panel.tick('hargreaves', 2);
    await panel.run(2);
    await panel.says('All done');
    await stage.server.sandbox('faults', { name: 'unauthorized-401', on: 'archive' });
    await panel.press('Undo 2 associations');
    await panel.press('Remove 2 associations');
    await panel.says(panel.t('problem_UNAUTHORIZED'));
    await panel.tab('Undo not sent (2)').waitFor();
    await panel.listGrowsTo('Contacts (4)');
    await stage.server.sandbox('faults', undefined, 'DELETE');
    await panel.press('Undo 2 associations');
    await panel.press('Remove 2 associations');
    await panel.listGrowsTo('Contacts (2)');
  });
});
