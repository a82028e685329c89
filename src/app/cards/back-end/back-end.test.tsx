import { Link, ProgressBar } from '@hubspot/ui-extensions';
import { openCard } from '../testing/card';
import { FakeBackEnd } from '../testing/fake-back-end';
import { FakeSdk } from '../testing/fake-sdk';
import { createBackEnd } from './create-back-end';
import { FaceRuns } from './FaceRuns';
import { PanelNote } from './PanelNote';

/** A card on a back end that keeps runs. */
function cardOn(backEnd = new FakeBackEnd(), sdk = new FakeSdk()) {
  return openCard(
    sdk,
    'tab',
    createBackEnd(() => backEnd.call, { FaceRuns, PanelNote }),
  );
}

type Card = ReturnType<typeof cardOn>;

/** Associates two contacts, up to the result or the moment at which the run is held. */
async function associateTwo(card: Card): Promise<void> {
  await card.openPanel();
  await card.sees('Record 1');
  card.tick('Record 1');
  card.tick('Record 2');
  await card.sees('Associate 2 contacts');
  card.press('Associate 2 contacts');
}

/** A back end with a run of two contacts that has ended. */
async function withOneRun(): Promise<FakeBackEnd> {
  const backEnd = new FakeBackEnd();
  backEnd.refused.add('1002');
  const card = cardOn(backEnd);
  await associateTwo(card);
  await card.sees('Copy report');
  return backEnd;
}

async function openHistory(card: Card): Promise<void> {
  await card.sees('History');
  card.press('History');
}

describe('the card where a back end keeps runs', () => {
  it('offers no history as long as there are no runs', async () => {
    const card = cardOn();
    await card.sees('Associate records');
    expect(card.hasButton('History')).toBe(false);
  });

  it('says while a run goes on that the page may be closed, and lets other records be selected', async () => {
    const backEnd = new FakeBackEnd();
    const release = backEnd.hold();
    const card = cardOn(backEnd);
    await associateTwo(card);
    await card.sees('You can close this page; the run goes on.');
    card.press('Select other records meanwhile');
    await card.sees('Search Contacts');
    await card.sees('A run is going on: 0 of 2');
    release();
    await card.sees('History');
  });

  it('lists the runs of the record with who, what and how it went, and shows the result of one', async () => {
    const card = cardOn(await withOneRun());
    await openHistory(card);
    await card.sees('Associate records (Contacts)');
    expect(card.text()).toMatch(/ · You/);
    expect(card.text()).toContain('1 associated, 1 failed');
    card.press('Show result');
    await card.sees('Not everything went through');
    await card.sees('Undo 1 association');
    card.press('Back to the history');
    await card.sees('What was done from this record');
  });

  it('retries the failures of an earlier run, and undoes exactly this run', async () => {
    const backEnd = await withOneRun();
    backEnd.refused.clear();
    const card = cardOn(backEnd);
    await openHistory(card);
    await card.sees('Show result');
    card.press('Show result');
    await card.sees('Retry 1 record');
    card.press('Retry 1 record');
    await card.sees('All done');
    card.press('Undo 2 associations');
    await card.sees('Remove the associations of 2 contacts with Acme?');
    await card.sees('This has changed since this run. Undo changes only what the run itself did.');
    await card.sees('Not associated any more: 2');
    card.press('Remove 2 associations');
    await card.sees('Undo: 2 undone.');
    expect(card.sdk.functions.calls.map(({ uid }) => uid)).not.toContain('remove_associations');
  });

  it('names another user by the id alone, because no name is kept', async () => {
    const backEnd = await withOneRun();
    for (const run of backEnd.runs) run.status = { ...run.status, isOwn: false, userId: '42' };
    const card = cardOn(backEnd);
    await openHistory(card);
    await card.sees(' · User 42');
  });

  it('shows a run that another browser started, on its face and in the panel', async () => {
    const backEnd = await withOneRun();
    for (const run of backEnd.runs) {
      run.status = { ...run.status, state: 'running', work: { total: 10_000, settled: 4_300 } };
    }
    backEnd.calls.length = 0;
    backEnd.hold();
    const card = cardOn(backEnd);
    await card.sees('A run is going on: 4,300 of 10,000');
    expect(card.text()).toContain('You can close this page; the run goes on.');
    card.press('Show progress');
    await card.sees('Associating with Acme');
    expect(card.hasButton('Stop')).toBe(true);
    expect(card.renderer.find(ProgressBar).props).toMatchObject({ value: 4_300, maxValue: 10_000 });
    expect(backEnd.count('list_runs')).toBe(1);
  });

  it('does not undo before it has said what has changed, and says where that could not be read', async () => {
    const card = cardOn(await withOneRun());
    await openHistory(card);
    await card.sees('Show result');
    card.press('Show result');
    await card.sees('Undo 1 association');
    card.sdk.functions.fail('preview_associations', { code: 'DAILY_LIMIT', message: '' });
    card.press('Undo 1 association');
    expect(card.text()).toContain('Reading what has changed since this run');
    expect(() => card.press('Remove 1 association')).toThrow('disabled');
    await card.sees('What has changed since this run could not be read');
    card.press('Remove 1 association');
    await card.sees('Undo: 1 undone.');
  });

  it('says that several runs are going on, and lets each be reached', async () => {
    const backEnd = await withOneRun();
    const [first] = backEnd.runs;
    if (!first) throw new Error('There is no run.');
    const going = (run: string, settled: number) => {
      const work = { total: 10_000, settled };
      return { ...first, key: run, status: { ...first.status, run, state: 'running' as const, work } };
    };
    backEnd.runs.splice(0, 1, going('2', 4_300), going('1', 100));
    backEnd.hold();
    const card = cardOn(backEnd);
    await card.sees('2 runs are going on. The history shows each of them.');
    expect(card.hasButton('Show progress')).toBe(false);
    await openHistory(card);
    await card.sees('A run is going on: 4,300 of 10,000');
    await card.sees('A run is going on: 100 of 10,000');
    card.press('Show progress');
    await card.sees('Associating with Acme');
    expect(card.renderer.find(ProgressBar).props).toMatchObject({ value: 4_300 });
    // One is in the panel, and the other beside it.
    await card.sees('2 runs are going on. The history shows each of them.');
  });

  it('lets an admin delete a run, after asking, and nobody else', async () => {
    const backEnd = await withOneRun();
    const card = cardOn(backEnd);
    await openHistory(card);
    await card.sees('Show result');
    expect(card.hasButton('Delete')).toBe(false);
    backEnd.mayAdminister = true;
    const admin = cardOn(backEnd);
    await openHistory(admin);
    await admin.sees('Delete');
    admin.press('Delete');
    await admin.sees('What the run did in HubSpot stays.');
    expect(backEnd.count('delete_runs')).toBe(0);
    admin.press('Delete');
    await admin.sees('No runs');
    expect(backEnd.runs).toEqual([]);
  });

  it('gives an admin the way to the page that says who may use the app', async () => {
    const backEnd = new FakeBackEnd();
    backEnd.mayAdminister = true;
    const card = cardOn(backEnd);
    await card.openPanel();
    await card.sees('Who may use this app');
    expect(backEnd.count('open_administration')).toBe(0);
    card.press('Who may use this app');
    await card.sees('Open the page');
    const link = card.renderer.find(Link, ({ props }) => JSON.stringify(props).includes('/admin/open'));
    expect(link.props.href).toMatchObject({ external: true });
  });

  it.each([
    ['Robin in sales operations', 'Ask: Robin in sales operations'],
    [undefined, 'Ask the admin of this app, or the person who installed it.'],
  ])('tells a person who may not use it whom to ask (%s)', async (ask, text) => {
    const sdk = new FakeSdk();
    const error = { code: 'UNAUTHORIZED', message: '', reason: 'not_allowed', ...(ask && { ask }) } as const;
    sdk.functions.fail('describe_objects', error);
    const card = cardOn(undefined, sdk);
    await card.sees('You may not use this app');
    await card.sees(text);
    expect(card.hasButton('Associate records')).toBe(false);
  });

  it.each([
    ['run_gone', 'This run is not kept any more'],
    ['too_many_runs', 'Too many runs are going on in this account'],
    ['run_busy', 'This run has not ended'],
    ['run_incomplete', 'The run could not be handed over'],
  ] as const)('has words for the refusal %s', async (reason, text) => {
    const backEnd = new FakeBackEnd();
    backEnd.fail('start_run', { code: 'INVALID_INPUT', message: '', reason });
    const card = cardOn(backEnd);
    await associateTwo(card);
    await card.sees(text);
  });

  it('says in the language of the user what only it offers, in words that are loaded with the others', async () => {
    const backEnd = await withOneRun();
    for (const run of backEnd.runs) {
      run.status = { ...run.status, state: 'running', work: { total: 10_000, settled: 4_300 } };
    }
    backEnd.hold();
    const sdk = new FakeSdk();
    sdk.language = 'ja';
    const card = cardOn(backEnd, sdk);
    await card.sees('処理を実行中です：10,000件中4,300件');
    expect(card.text()).toContain('このページを閉じても、処理は続きます。');
    card.press('進行状況を表示');
    await card.sees('Acmeに関連付けています');
    expect(card.text().match(/(このページを閉じても|You can close)/g)).not.toContain('You can close');
    expect(card.hasButton('履歴')).toBe(true);
  });

  it('says in the language of the user who may not use it', async () => {
    const sdk = new FakeSdk();
    sdk.language = 'de';
    sdk.functions.fail('describe_objects', { code: 'UNAUTHORIZED', message: '', reason: 'not_allowed' });
    const card = cardOn(undefined, sdk);
    await card.sees('Sie dürfen diese App nicht verwenden');
    await card.sees('Wenden Sie sich an den Admin dieser App');
  });
});
