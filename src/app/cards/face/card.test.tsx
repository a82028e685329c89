import { useState } from 'react';
import {
  Checkbox,
  Button,
  ErrorState,
  Panel,
  ProgressBar,
  SearchInput,
  Select,
  Tabs,
  TextArea,
} from '@hubspot/ui-extensions';
import { FakeFunctions, someRecords } from '../testing/fake-functions';
import { FakeSdk } from '../testing/fake-sdk';
import { openCard, render, settle } from '../testing/card';
import { BulkAssociate } from './BulkAssociate';

/** A card whose panel is open. */
async function withPanel(sdk = new FakeSdk()) {
  const card = openCard(sdk);
  await card.openPanel();
  return card;
}

/** A card on which two contacts are chosen and the panel is open. */
async function withTwoChosen(sdk = new FakeSdk()) {
  const card = await withPanel(sdk);
  await card.sees('Record 1');
  card.tick('Record 1');
  card.tick('Record 2');
  return card;
}

/** A card on which a run has just ended. */
async function withResult(sdk = new FakeSdk()) {
  const card = await withTwoChosen(sdk);
  card.press('Review');
  await card.sees('2 contacts will be associated with Acme.');
  card.press('Associate 2 contacts');
  await card.sees('Copy report');
  return card;
}

/** A card on which a run goes on, until `answer` is called. */
async function withRun() {
  const card = await withTwoChosen();
  let answer: () => void = () => undefined;
  card.sdk.functions.replace('associate_records', async ({ inputs }) => {
    await new Promise<void>((resolve) => (answer = resolve));
    const outcomes = inputs.map((input) => ({ ...input, status: 'associated' as const }));
    return { ok: true, outcomes, usage: { calls: 1, retries: 0, elapsedMs: 1, batchSize: 100 } };
  });
  card.press('Review');
  await card.sees('2 contacts will be associated with Acme.');
  card.press('Associate 2 contacts');
  await card.sees('Closing the panel does not end the run');
  return { card, answer: () => answer() };
}

/** Undoes the two associations of the result, up to the moment when the removal starts. */
async function undo(card: Awaited<ReturnType<typeof withResult>>) {
  card.press('Undo 2 associations');
  await card.sees('Remove the associations of 2 contacts with Acme?');
  card.press('Remove 2 associations');
}

describe('the face of the card', () => {
  it('shows the number of linked records of each type, with the account’s own names of the types', async () => {
    const sdk = new FakeSdk();
    sdk.functions.linked.add('1').add('2');
    const card = openCard(sdk);
    await card.sees('Associate many records with Acme');
    expect(card.text()).toMatch(/Contacts 2 .*Companies 2 .*Cars 2/);
  });

  it('has one primary button, which opens a modal panel with a name', async () => {
    const card = openCard(undefined, 'sidebar');
    await card.sees('Associate records');
    expect(card.renderer.findAll(Button, { variant: 'primary' })).toHaveLength(1);
    const { variant, 'aria-label': label } = card.renderer.find(Panel).props;
    expect([variant, label]).toEqual(['modal', 'Associate records with Acme']);
  });

  it('draws nothing of the panel before it is opened', async () => {
    const card = openCard();
    await card.sees('Associate records');
    expect(card.sdk.searches).toHaveLength(0);
  });

  it('shows the result of the last run', async () => {
    const card = await withResult();
    card.renderer.find(Panel).trigger('onClose');
    await card.sees('2 associated.');
  });

  it('refuses to work on a record whose id is not exact', async () => {
    const sdk = new FakeSdk();
    sdk.record = undefined;
    const card = openCard(sdk);
    await card.sees('HubSpot gave no exact ID of this record.');
    expect(sdk.functions.calls).toHaveLength(0);
  });
});

describe('an error', () => {
  it.each([
    ['MISSING_SCOPES', 'lock', 'crm.objects.contacts.read'],
    ['UNAUTHORIZED', 'lock', 'The app has no access to this account'],
    ['DAILY_LIMIT', 'error', 'Go on after midnight (Europe/Berlin).'],
    ['RATE_LIMITED', 'error', 'HubSpot asks for fewer calls'],
    ['HUBSPOT_UNAVAILABLE', 'error', 'Not available now'],
    ['NO_ANSWER', 'error', 'No answer'],
    ['INTERNAL', 'support', 'The app has a fault'],
    ['HUBSPOT_REJECTED', 'error', 'HubSpot says no.'],
  ] as const)('has a screen for %s', async (code, type, words) => {
    const sdk = new FakeSdk();
    const error = {
      code,
      message: 'HubSpot says no.',
      correlationId: 'abc',
      requiredScopes: ['crm.objects.contacts.read'],
    };
    sdk.functions.fail('describe_objects', error);
    const card = openCard(sdk);
    await card.sees(words);
    expect(card.renderer.find(ErrorState).props.type).toBe(type);
    expect(card.text()).toContain('abc');
    sdk.functions.restore('describe_objects');
    card.press('Try again');
    await card.sees('Associate records');
  });

  it('shows when the daily limit ends, if HubSpot gives the time', async () => {
    const sdk = new FakeSdk();
    sdk.functions.fail('describe_objects', { code: 'DAILY_LIMIT', message: '…', retryAfterMs: 3_600_000 });
    await openCard(sdk).sees('Go on after 2:00');
  });

  it('shows a message when nothing can be linked', async () => {
    const sdk = new FakeSdk();
    sdk.functions.types = [];
    await openCard(sdk).sees('Nothing can be associated');
  });
});

describe('choosing', () => {
  it('keeps the button disabled and says why while nothing is chosen', async () => {
    const card = await withPanel();
    await card.sees('Select at least one record to go on.');
    expect(card.renderer.findAll(Button, { variant: 'primary' }).at(-1)?.props.disabled).toBe(true);
  });

  it('keeps ticks when the object type is changed and changed back', async () => {
    const card = await withTwoChosen();
    const choose = (id: string) =>
      card.renderer.find(Select, { name: 'object-type' }).trigger('onChange', id as never);
    choose('2-77');
    await card.sees('Select at least one record to go on.');
    await card.sees('Also selected, to be reviewed on their own: 2 contacts');
    choose('0-1');
    await card.sees('Your selection: 2 contacts');
  });

  it('says that HubSpot shows 10,000 matches at most', async () => {
    const sdk = new FakeSdk();
    sdk.page = { total: 25_312 };
    const card = await withPanel(sdk);
    await card.sees('Select all 25,312 matches');
    card.renderer.find(SearchInput).trigger('onInput', 'ada' as never);
    await card.sees('Select the first 10,000 of 25,312 matches');
    await card.sees('HubSpot lists at most 10,000 matches');
  });

  it('takes out all that is chosen at once', async () => {
    const card = await withTwoChosen();
    await card.sees('Remove all');
    card.press('Remove all');
    await card.sees('Select at least one record to go on.');
    expect(card.hasButton('Remove all')).toBe(false);
  });

  it('shows further segments on demand, and how many there are', async () => {
    const sdk = new FakeSdk();
    const segments = ['1', '2', '3'].map((id) => ({ id, name: `Segment ${id}` }));
    sdk.functions.replace('find_segments', ({ cursor }) =>
      cursor === undefined
        ? { ok: true, segments: segments.slice(0, 2), cursor: 'next', total: 3 }
        : { ok: true, segments: segments.slice(1), total: 3 },
    );
    const card = await withPanel(sdk);
    await card.sees('Record 1');
    card.renderer.findAll(Tabs)[0]?.trigger('onSelectedChange', 'segment' as never);
    await card.sees('2 of 3');
    card.press('Show more');
    await card.sees('Segment 3');
    expect(card.hasButton('Show more')).toBe(false);
    expect(card.text().split('Segment 2')).toHaveLength(2);
  });

  it('shows by what a pasted record was found, in the review too', async () => {
    const sdk = new FakeSdk();
    sdk.functions.replace('resolve_records', ({ values }) => ({
      ok: true,
      lines: values.map((value) => ({ value, status: 'found', records: someRecords(1), by: 'email' })),
    }));
    const card = await withPanel(sdk);
    await card.sees('Record 1');
    card.renderer.findAll(Tabs)[0]?.trigger('onSelectedChange', 'paste' as never);
    await card.sees('one per line');
    card.renderer.find(TextArea).trigger('onInput', 'ada@x.com' as never);
    card.press('Find these records');
    await card.sees('Found by email');
    card.press('Review');
    await card.sees('will be associated with');
    expect(card.text()).toContain('Found by email');
  });

  it('names the columns of a pasted table, with a sample of those that hold something', async () => {
    const card = await withTwoChosen();
    card.renderer.findAll(Tabs)[0]?.trigger('onSelectedChange', 'paste' as never);
    await card.sees('one per line');
    card.renderer
      .find(TextArea)
      .trigger('onInput', 'Email\tColour\tNotes\na@x.com\t\t\nb@x.com\tred\t' as never);
    card.press('Find these records');
    await card.sees('This is a table.');
    const { options } = card.renderer.find(Select, { name: 'column' }).props;
    expect(options.map(({ label }) => label)).toEqual(['Email (a@x.com)', 'Colour (red)', 'Notes']);
  });

  it('says which of the records found are associated already; these cannot be selected', async () => {
    const sdk = new FakeSdk();
    sdk.functions.linked.add('1002');
    const card = await withPanel(sdk);
    await card.sees('Record 2 (already associated)');
    const boxes = card.renderer.findAll(Checkbox).map(({ props }) => props.readOnly);
    expect(boxes).toEqual([false, true, false, false, false]);
    card.press('Select the 4 shown');
    await card.sees('Your selection: 4 contacts');
  });

  it('leaves a row that was selected before its status was known to be unselected', async () => {
    const sdk = new FakeSdk();
    let answer: () => void = () => undefined;
    sdk.functions.replace('preview_associations', async ({ inputs }) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return { ok: true, outcomes: inputs.map((input) => ({ ...input, status: 'already_associated' })) };
    });
    const card = await withPanel(sdk);
    await card.sees('Record 1');
    card.tick('Record 1');
    answer();
    await card.sees('Record 1 (already associated)');
    card.tick('Record 1 (already associated)', false);
    await card.sees('Select at least one record to go on.');
  });

  it('reads the name of a member of a segment when it is shown', async () => {
    const sdk = new FakeSdk(new FakeFunctions([{ id: '1001', label: 'Ada', detail: 'ada@example.com' }]));
    sdk.functions.segments = [{ id: '9', name: 'Guests' }];
    sdk.functions.replace('collect_records', () => ({
      ok: true,
      records: [{ id: '1001', label: '1001' }],
      capped: false,
    }));
    const card = await withPanel(sdk);
    await card.sees('Ada');
    card.renderer.findAll(Tabs)[0]?.trigger('onSelectedChange', 'segment' as never);
    await card.sees('Guests');
    card.press('Review all members');
    await card.sees('1 contact will be associated with Acme.');
    await card.sees('Ada ada@example.com 1001');
  });

  it('adds all matches', async () => {
    const card = await withPanel(new FakeSdk(new FakeFunctions(someRecords(2500))));
    await card.sees('Select all 2,500 matches');
    card.press('Select all 2,500 matches');
    await card.sees('Now in your selection: 2,500');
    await card.sees('Review 2,500 records');
  });

  it('shows no range for rows that have not been loaded', async () => {
    const sdk = new FakeSdk();
    sdk.page = { status: 'loading', page: 2 };
    const card = await withPanel(sdk);
    await card.sees('Record 1');
    expect(card.text()).toContain('Loading…');
    expect(card.text()).not.toContain('11–');
  });

  it('shows a failed search, and what to do', async () => {
    const sdk = new FakeSdk();
    sdk.page = { status: 'failed' };
    const card = await withPanel(sdk);
    await card.sees('HubSpot or the app has a fault.');
  });
});

describe('associating without a review', () => {
  it('takes one press where all selected records are new', async () => {
    const card = await withTwoChosen();
    card.press('Associate 2 contacts');
    await card.sees('2 contacts associated with Acme.');
    expect(card.sdk.functions.linked).toEqual(new Set(['1001', '1002']));
  });

  it('is not offered where a selected record turned out to be associated', async () => {
    const sdk = new FakeSdk();
    const card = await withTwoChosen(sdk);
    sdk.functions.linked.add('1003');
    card.tick('Record 3');
    await card.sees('New (2) and Already associated (1)'.replace(' and', ','));
    expect(card.hasButton('Associate 3 contacts')).toBe(false);
    card.press('Review 3 records');
    await card.sees('2 contacts will be associated with Acme.');
  });
});

describe('reviewing', () => {
  it('gives as reason that nothing is new, not that nothing is chosen', async () => {
    const sdk = new FakeSdk();
    sdk.functions.replace('preview_associations', ({ inputs, alone }) => ({
      ok: true,
      // Associated after the rows were shown.
      outcomes: inputs.map((input) => ({ ...input, status: alone ? 'new' : 'already_associated' })),
    }));
    const card = await withTwoChosen(sdk);
    await card.sees('Already associated (2)');
    card.press('Review 2 records');
    await card.sees('None of the selected records is new. Go back to select others.');
    await card.sees('Nothing changes for these.');
    expect(card.renderer.findAll(Button, { variant: 'primary' }).at(-1)?.props.disabled).toBe(true);
  });

  it('keeps the selection, and says so, where HubSpot could not be asked', async () => {
    const sdk = new FakeSdk();
    sdk.functions.fail('preview_associations', { code: 'HUBSPOT_UNAVAILABLE', message: '' });
    const card = await withTwoChosen(sdk);
    card.press('Review');
    await card.sees('Your selection is kept.');
    card.press('Back');
    await card.sees('Your selection: 2 contacts');
  });

  it('ignores the second click of a double click', async () => {
    const card = await withTwoChosen();
    card.press('Review');
    await card.sees('2 contacts will be associated with Acme.');
    card.pressAtOnce('Associate 2 contacts');
    await settle();
    expect(card.sdk.functions.linked.size).toBe(0);
    card.press('Associate 2 contacts');
    await card.sees('2 contacts associated with Acme.');
  });
});

describe('running', () => {
  it('shows the progress, and continues when the panel is closed', async () => {
    const { card, answer } = await withRun();
    expect(card.renderer.find(ProgressBar).props['aria-label']).toBe(
      '0 of 2. 0 associated, 0 failed, 0 unconfirmed',
    );
    card.renderer.find(Panel).trigger('onClose');
    await card.sees('Associating with Acme (0 of 2)');
    expect(card.sdk.notices.at(-1)).toMatchObject({ type: 'info' });
    answer();
    await card.sees('2 associated.');
    expect(card.sdk.notices.at(-1)).toEqual({ type: 'success', message: '2 associated' });
  });
});

describe('the result', () => {
  it('shows HubSpot’s reason for each failure, and retries the failures', async () => {
    const sdk = new FakeSdk();
    sdk.functions.refused.add('1002');
    const card = await withResult(sdk);
    await card.sees('1 of 2 selected records were associated with Acme by this run.');
    await card.sees('The record does not exist in HubSpot any more (1)');
    await card.sees('No contact with ID 9993051 exists');
    expect(sdk.refreshed).toBe(1);
    sdk.functions.refused.clear();
    card.press('Retry 1 record');
    await card.sees('2 contacts associated with Acme.');
  });

  it('undoes after a confirmation, and shows the result', async () => {
    const card = await withResult();
    await undo(card);
    await card.sees('Undo: 2 undone.');
    await card.sees('Undone (2)');
    expect(card.hasButton('Undo 2 associations')).toBe(false);
    expect(card.sdk.functions.linked.size).toBe(0);
  });

  it('does not count what was undone as associated when the rest is sent again', async () => {
    const sdk = new FakeSdk();
    sdk.functions.refused.add('1002');
    const card = await withResult(sdk);
    card.press('Undo 1 association');
    await card.sees('Remove 1 association');
    card.press('Remove 1 association');
    await card.sees('Undo: 1 undone.');
    sdk.functions.refused.clear();
    card.press('Retry 1 record');
    await card.sees('1 contact associated with Acme.');
    await card.sees('Undone (1)');
  });

  it('warns when an undo that ends while the panel is closed has left links', async () => {
    const card = await withResult();
    card.sdk.functions.fail('remove_associations', { code: 'DAILY_LIMIT', message: '…' });
    await undo(card);
    card.renderer.find(Panel).trigger('onClose');
    await card.sees('Undo: 2 not sent.');
    expect(card.sdk.notices.at(-1)).toEqual({ type: 'warning', message: '2 not sent' });
  });

  it('shows no banner when the run ends while the panel is open', async () => {
    const card = await withResult();
    expect(card.sdk.notices).toEqual([]);
  });

  it('says that not everything went through when an undo has left links', async () => {
    const card = await withResult();
    card.sdk.functions.fail('remove_associations', { code: 'DAILY_LIMIT', message: '…' });
    await undo(card);
    await card.sees('Undo: 2 not sent.');
    expect(card.text()).toContain('Not everything went through');
  });

  it('says that the user has stopped the run', async () => {
    const { card, answer } = await withRun();
    card.press('Stop');
    await card.sees('Stopping after the records that are on their way');
    answer();
    await card.sees('You stopped the run.');
  });

  it('counts an undo as complete that keeps links which may have existed before', async () => {
    const sdk = new FakeSdk();
    sdk.functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input, at) => ({ ...input, status: at === 0 ? ('unknown' as const) : ('new' as const) })), // prettier-ignore
    }));
    const card = await withResult(sdk);
    card.press('Undo 1 association');
    await card.sees('Remove the associations of 1 contact with Acme?');
    card.press('Remove 1 association');
    await card.sees('Undone');
    expect(card.text()).not.toContain('Not everything went through');
  });

  it('copies a report with a line for each chosen record', async () => {
    const sdk = new FakeSdk(
      new FakeFunctions([
        { id: '1', label: '=cmd()' },
        { id: '2', label: 'Record 2' },
      ]),
    );
    sdk.functions.refused.add('2');
    const card = await withPanel(sdk);
    await card.sees('=cmd()');
    card.press('Select the 2 shown');
    await card.sees('Associate 2 contacts');
    card.press('Review');
    await card.sees('will be associated');
    card.press('Associate 2 contacts');
    await card.sees('Copy report');
    card.press('Copy report');
    const rows = sdk.copied.split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toBe(
      `'=cmd()\t1@example.com\t="1"\tAssociated${'\t'.repeat(7)}https://app.hubspot.com/contacts/123/record/0-1/1`,
    );
    expect(rows[2]).toContain('No contact with ID 9993051 exists');
  });

  it('says why a note was not saved, and saves it with another press', async () => {
    const sdk = new FakeSdk();
    sdk.functions.fail('save_note', { code: 'NO_ANSWER', message: '', correlationId: 'abc' });
    const card = await withTwoChosen(sdk);
    card.tick('Save a note about this on the timeline');
    card.press('Associate 2 contacts');
    await card.sees('The note was not saved');
    expect(card.text()).toContain('Your connection may be down, or the app is slow. Try again.');
    expect(card.text()).toContain('For HubSpot support: abc');
    sdk.functions.restore('save_note');
    card.press('Try again');
    await card.sees('A note about this is on the timeline.');
    expect(card.text()).not.toContain('The note was not saved');
  });

  it('can be shown again, and undone, after the next selection was started', async () => {
    const card = await withResult();
    card.press('Associate more');
    await card.sees('Select at least one record to go on.');
    card.renderer.findAll(Panel)[0]?.trigger('onClose');
    card.press('Show last result');
    await card.sees('2 contacts associated with Acme.');
    expect(card.hasButton('Undo 2 associations')).toBe(true);
  });

  it('is known to the rows of the next search', async () => {
    const card = await withResult();
    card.press('Associate more');
    await card.sees('Record 1 (already associated)');
    await card.sees('Record 2 (already associated)');
    expect(card.text()).not.toContain('Record 3 (already associated)');
  });

  it('starts over with an empty choice', async () => {
    const card = await withResult();
    card.press('Associate more');
    await card.sees('Select at least one record to go on.');
  });
});

describe('in Japanese', () => {
  it('shows every step in Japanese', async () => {
    const sdk = new FakeSdk();
    sdk.language = 'ja';
    const card = openCard(sdk);
    await card.sees('レコードを関連付ける');
    card.press('レコードを関連付ける');
    await card.sees('Record 1');
    card.tick('Record 1');
    card.press('確認');
    await card.sees('コンタクト1件をAcmeに関連付けます。');
    card.press('コンタクト1件を関連付ける');
    await card.sees('コンタクト1件をAcmeに関連付けました。');
  });
});

describe('the card in another language than English', () => {
  const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

  /** A Japanese card; `answer` lets the call for the messages of its panel return. */
  function openJapanese() {
    const sdk = new FakeSdk();
    sdk.language = 'ja-JP';
    let answer: () => void = () => undefined;
    sdk.functions.replace('read_messages', async (parameters) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return sdk.functions.reply('read_messages', parameters);
    });
    /** Waits do not end by themselves. */
    let endWaits: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (endWaits = resolve));
    sdk.clock.sleep = () => ended;
    return { card: openCard(sdk), sdk, answer: () => answer(), endWaits: () => endWaits() };
  }

  /** What is said in Latin letters alone, but the names of records, types and scopes. */
  const englishIn = (words: string) =>
    words.replace(/Acme|Cars|Europe\/Berlin|HubSpot|API|ID|abc/g, '').match(/[a-z]{2,}/gi) ?? [];

  it('has all words of its face before any is loaded', async () => {
    const { card, sdk } = openJapanese();
    await card.sees('レコードを関連付ける');
    const called = sdk.functions.calls.map(({ uid }) => uid);
    expect(called).toEqual(expect.arrayContaining(['describe_objects', 'read_messages']));
    expect(card.text()).toMatch(japanese);
    expect(englishIn(card.text())).toEqual([]);
  });

  it.each(['HUBSPOT_UNAVAILABLE', 'NO_ANSWER'] as const)(
    'has the words of the error %s before any is loaded',
    async (code) => {
      const sdk = new FakeSdk();
      sdk.language = 'ja';
      sdk.functions.fail('describe_objects', { code, message: '', correlationId: 'abc' });
      sdk.functions.fail('read_messages', { code, message: '' });
      const card = openCard(sdk);
      await card.sees('もう一度試す');
      expect(englishIn(card.text())).toEqual([]);
    },
  );

  it.each([
    'MISSING_SCOPES',
    'UNAUTHORIZED',
    'DAILY_LIMIT',
    'RATE_LIMITED',
    'BAD_ANSWER',
    'INVALID_INPUT',
    'INTERNAL',
    'HUBSPOT_REJECTED',
  ] as const)('waits for the words of the error %s, which comes as an answer', async (code) => {
    const { card, sdk, answer } = openJapanese();
    sdk.functions.fail('describe_objects', { code, message: '', correlationId: 'abc' });
    await card.sees('読み込んでいます…');
    await new Promise((resolve) => setImmediate(resolve));
    expect(card.text()).not.toContain('もう一度試す');
    answer();
    await card.sees('もう一度試す');
    expect(englishIn(card.text())).toEqual([]);
  });

  it('says such an error in English where the words do not come', async () => {
    const { card, sdk, endWaits } = openJapanese();
    sdk.functions.fail('describe_objects', { code: 'UNAUTHORIZED', message: '' });
    await card.sees('読み込んでいます…');
    endWaits();
    await card.sees('The app has no access to this account');
    await card.sees('もう一度試す');
  });

  it('suggests something once it has the words for it', async () => {
    const { card, sdk, answer } = openJapanese();
    sdk.functions.suggestions = [
      { reason: 'email_domain', common: 'acme.example', through: [], records: someRecords(2), more: false },
    ];
    await card.sees('レコードを関連付ける');
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(sdk.functions.calls.map(({ uid }) => uid)).toContain('suggest_records');
    expect(card.text()).not.toContain('acme.example');
    answer();
    await card.sees('Eメールのドメインがacme.exampleのコンタクト2件が、まだ関連付けられていません。');
  });

  it.each([
    ['where nothing can be associated', (sdk: FakeSdk) => (sdk.functions.types = [])],
    ['for a record without an exact id', (sdk: FakeSdk) => (sdk.record = undefined)],
  ])('has the words %s before any is loaded', async (_, change) => {
    const sdk = new FakeSdk();
    sdk.language = 'ja';
    change(sdk);
    sdk.functions.fail('read_messages', { code: 'NO_ANSWER', message: '' });
    const card = openCard(sdk);
    await card.sees('関連付けできるものがありません');
    expect(englishIn(card.text())).toEqual([]);
  });

  it('opens its panel once the words are loaded, and not in English before', async () => {
    const { card, answer } = openJapanese();
    await card.sees('レコードを関連付ける');
    card.press('レコードを関連付ける');
    await card.sees('読み込んでいます…');
    expect(englishIn(card.text())).toEqual([]);
    expect(card.renderer.findAll(SearchInput)).toHaveLength(0);
    answer();
    await card.sees('コンタクトを検索');
  });

  it('opens its panel in English where the words do not come, and asks for them no more', async () => {
    const { card, sdk, endWaits } = openJapanese();
    await card.sees('レコードを関連付ける');
    card.press('レコードを関連付ける');
    endWaits();
    await card.sees('Select at least one record to go on.');
    card.tick('Record 1');
    await card.sees('Review');
    card.renderer.find(Panel).trigger('onClose');
    card.press('レコードを関連付ける');
    expect(sdk.functions.calls.filter(({ uid }) => uid === 'read_messages')).toHaveLength(1);
  });

  it('uses words that come late when its panel opens the next time', async () => {
    const { card, answer, endWaits } = openJapanese();
    await card.sees('レコードを関連付ける');
    card.press('レコードを関連付ける');
    endWaits();
    await card.sees('Select at least one record to go on.');
    answer();
    await new Promise((resolve) => setImmediate(resolve));
    expect(card.text()).toContain('Select at least one record to go on.');
    card.renderer.find(Panel).trigger('onClose');
    card.press('レコードを関連付ける');
    await card.sees('続行するには、レコードを1件以上選択してください。');
  });

  it('asks for its words again with “Try again”', async () => {
    const sdk = new FakeSdk();
    sdk.language = 'ja';
    sdk.functions.fail('describe_objects', { code: 'NO_ANSWER', message: '' });
    sdk.functions.fail('read_messages', { code: 'NO_ANSWER', message: '' });
    const card = openCard(sdk);
    await card.sees('もう一度試す');
    sdk.functions.restore('describe_objects');
    sdk.functions.restore('read_messages');
    card.press('もう一度試す');
    await card.sees('レコードを関連付ける');
    card.press('レコードを関連付ける');
    await card.sees('コンタクトを検索');
  });

  it('keeps its words when the record changes', async () => {
    const sdk = new FakeSdk();
    const other = new FakeSdk(sdk.functions);
    other.record = { objectType: '0-2', id: '8' };
    sdk.language = other.language = 'ja';
    function RecordPage() {
      const [shown, show] = useState(sdk);
      return (
        <>
          <Button onClick={() => show(other)}>Next record</Button>
          <BulkAssociate sdk={shown} place="tab" />
        </>
      );
    }
    const card = render(<RecordPage />, sdk);
    await card.sees('レコードを関連付ける');
    card.press('Next record');
    const calls = () => sdk.functions.calls.map(({ uid }) => uid);
    await card.renderer.waitFor(() =>
      expect(calls().filter((uid) => uid === 'describe_objects')).toHaveLength(2),
    );
    await card.sees('レコードを関連付ける');
    card.press('レコードを関連付ける');
    await card.sees('コンタクトを検索');
    expect(calls().filter((uid) => uid === 'read_messages')).toHaveLength(1);
  });

  it.each(['en', 'en-gb', 'zh-tw', undefined])(
    'loads no words for %p, which is English',
    async (language) => {
      const sdk = new FakeSdk();
      sdk.language = language;
      const card = await withPanel(sdk);
      await card.sees('Select at least one record to go on.');
      expect(sdk.functions.calls.filter(({ uid }) => uid === 'read_messages')).toEqual([]);
    },
  );
});
