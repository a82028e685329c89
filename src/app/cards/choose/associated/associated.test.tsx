import { useEffect, useState } from 'react';
import { Button, Checkbox, ProgressBar, SearchInput, Select, Table } from '@hubspot/ui-extensions';
import { TranslatorProvider } from '../../locales/TranslatorProvider';
import { createSession } from '../../panel/session';
import { SessionProvider, usePanelState } from '../../panel/SessionProvider';
import { RecordNameProvider } from '../../parts/RecordName';
import { SdkProvider } from '../../sdk/SdkProvider';
import type { Reply } from '../../sdk/sdk';
import { render, settle } from '../../testing/card';
import { contacts, FakeFunctions, someRecords } from '../../testing/fake-functions';
import { FakeSdk } from '../../testing/fake-sdk';
import { SelectionList } from '../SelectionList';
import { AssociatedSource } from './AssociatedSource';

const record = { objectType: '0-2', id: '7' };
const buyer = { category: 'USER_DEFINED', typeId: 3, name: 'Buyer' } as const;

/** The source, and the selection below it. A button leaves the source and comes back. */
function Panel({ sdk }: { sdk: FakeSdk }) {
  const [session] = useState(() => createSession(record, sdk));
  useEffect(() => void session.open(), [session]);
  return (
    <SdkProvider value={sdk}>
      <TranslatorProvider>
        <SessionProvider value={session}>
          <RecordNameProvider record={record}>
            <Choosing />
          </RecordNameProvider>
        </SessionProvider>
      </TranslatorProvider>
    </SdkProvider>
  );
}

function Choosing() {
  const [isShown, setIsShown] = useState(true);
  const state = usePanelState();
  if (state.name !== 'choosing') return null;
  return (
    <>
      {isShown && <AssociatedSource draft={state.draft} />}
      <Button onClick={() => setIsShown(!isShown)}>Other source</Button>
      <SelectionList draft={state.draft} />
    </>
  );
}

/** The functions of an account in which the company has `count` contacts; each third of them is a buyer. */
function linkedTo(count: number): FakeSdk {
  const functions = new FakeFunctions(someRecords(count));
  functions.types = [{ ...contacts, labels: [buyer] }];
  functions.records.forEach(({ id }, index) => {
    functions.linked.add(id);
    if (index % 3 === 0) functions.labels.set(id, [buyer]);
  });
  return new FakeSdk(functions);
}

function open(sdk: FakeSdk) {
  const card = render(<Panel sdk={sdk} />, sdk);
  return {
    ...card,
    search: (query: string) => card.renderer.find(SearchInput).trigger('onInput', query as never),
    label: (value: string) => card.renderer.find(Select).trigger('onChange', value as never),
    turnTo: (page: number) => card.renderer.find(Table).trigger('onPageChange' as never, page as never),
    pages: () => (card.renderer.find(Table).props as { pageCount?: number }).pageCount,
    names: () => card.renderer.findAll(Checkbox).map(({ text }) => text),
    reads: () => sdk.functions.calls.filter(({ uid }) => uid === 'list_associations').length,
  };
}

/** Makes every page after the first wait for `answer`, which gives the page itself or, in its place, another reply. */
function holdFurtherPages({ functions }: FakeSdk) {
  let answer: (reply?: Reply<'list_associations'>) => void = () => undefined;
  functions.replace('list_associations', async (parameters) => {
    const page = functions.reply('list_associations', parameters);
    if (parameters.cursor === undefined) return page;
    return (await new Promise<typeof page | undefined>((resolve) => (answer = resolve))) ?? page;
  });
  return { answer: (reply?: Reply<'list_associations'>) => answer(reply) };
}

describe('choosing among the associated records', () => {
  it('shows the first page with name, detail and labels, after one call', async () => {
    const sdk = linkedTo(1200);
    sdk.functions.records[1] = { id: '1002', label: 'Ada', detail: 'ada@example.com' };
    const card = open(sdk);
    await card.sees('Record 1 -- Buyer');
    expect(card.text()).toContain('Ada ada@example.com --');
    expect([card.names().length, card.reads()]).toEqual([10, 1]);
    expect(card.text()).toContain('Read so far: 500. There are more.');
  });

  it('says that nothing is associated', async () => {
    await open(linkedTo(0)).sees('No Contacts are associated with Acme.');
  });

  it('selects a ticked record with its name and detail, and removes it again', async () => {
    const sdk = linkedTo(3);
    sdk.functions.records[1] = { id: '1002', label: 'Ada', detail: 'ada@example.com' };
    const card = open(sdk);
    await card.sees('Ada');
    card.tick('Ada');
    await card.sees('Your selection: 1 contact');
    expect(card.text().split('ada@example.com')).toHaveLength(3);
    card.tick('Ada', false);
    await card.sees('Select the 3 shown');
    expect(card.text()).not.toContain('Your selection');
  });

  it('selects and deselects the records shown', async () => {
    const card = open(linkedTo(25));
    await card.sees('Select the 10 shown');
    card.turnTo(3);
    await card.sees('Select the 5 shown');
    card.press('Select the 5 shown');
    await card.sees('Your selection: 5 contacts');
    card.press('Deselect the 5 shown');
    await card.sees('Select the 5 shown');
    expect(card.text()).not.toContain('Your selection');
  });

  it('selects all in one press where all were read', async () => {
    const card = open(linkedTo(25));
    await card.sees('Select all 25 matches');
    card.press('Select all 25 matches');
    await card.sees('Your selection: 25 contacts');
  });

  it('offers no “all” where all are shown', async () => {
    const card = open(linkedTo(10));
    await card.sees('Select the 10 shown');
    expect(card.text()).not.toContain('Select all');
  });

  it('hides labels where the account has none, and shows those of the list where they could not be read', async () => {
    const none = linkedTo(1);
    none.functions.types = [{ ...contacts, labels: [] }];
    const without = open(none);
    await without.sees('Record 1');
    expect(without.text()).not.toContain('Labels');
    const unread = linkedTo(1);
    unread.functions.types = [contacts];
    const card = open(unread);
    await card.sees('Record 1 -- Label 3');
    expect(card.renderer.findAll(Select)).toEqual([]);
  });

  it('reads the name of a record that the list has not named', async () => {
    const sdk = linkedTo(0);
    sdk.functions.linked.add('1001');
    sdk.functions.replace('resolve_records', ({ values }) => ({
      ok: true,
      lines: values.map((value) => ({ value, status: 'found', records: [{ id: value, label: 'Ada' }] })),
    }));
    const card = open(sdk);
    await card.sees('Ada');
  });

  it('reads the list anew when it is shown again', async () => {
    const sdk = linkedTo(3);
    const card = open(sdk);
    await card.sees('Record 3');
    card.press('Other source');
    sdk.functions.linked.delete('1003');
    card.press('Other source');
    await card.sees('Select the 2 shown');
    expect(card.reads()).toBe(2);
  });
});

describe('filtering the associated records', () => {
  // The ID of record 150 is 1150.
  it('reads all, and finds what no page has shown yet', async () => {
    const card = open(linkedTo(1200));
    await card.sees('Record 1');
    card.search('record 1150');
    await card.sees('Select the 2 shown');
    expect([card.names(), card.reads()]).toEqual([['Record 150', 'Record 1150'], 3]);
  });

  it('finds by label, by no label, and by both search and label', async () => {
    const card = open(linkedTo(30));
    await card.sees('Select all 30 matches');
    card.label('USER_DEFINED 3');
    await card.sees('Select the 10 shown');
    expect(card.names()).toContain('Record 4');
    expect(card.names()).not.toContain('Record 2');
    card.label('none');
    await card.sees('Select all 20 matches');
    card.label('USER_DEFINED 3');
    card.search('record 1');
    await card.sees('Select the 5 shown');
    expect(card.names()).toEqual([1, 10, 13, 16, 19].map((n) => `Record ${n}`));
  });

  it('says that nothing matches, once all was read', async () => {
    const card = open(linkedTo(600));
    await card.sees('Record 1');
    card.search('nobody');
    await card.sees('No associated Contacts match.');
    expect(card.reads()).toBe(2);
  });

  it('starts at the first page', async () => {
    const card = open(linkedTo(100));
    await card.sees('Record 1');
    card.turnTo(10);
    await card.sees('Record 100');
    card.search('record');
    await card.sees('Record 1 ');
    expect(card.names()[0]).toBe('Record 1');
  });

  it('selects all that fit, also those not read yet, and no others', async () => {
    const sdk = linkedTo(1200);
    const further = holdFurtherPages(sdk);
    const card = open(sdk);
    await card.sees('Record 1');
    card.search('record 70');
    await card.sees('Loading… (500)');
    card.press('Select all');
    await card.sees('Loading… (500)');
    await card.sees('Your selection: 5 contacts');
    further.answer();
    await card.sees('Your selection: 20 contacts');
    further.answer();
    await card.sees('Select all 22 matches');
    expect(card.text()).toContain('Your selection: 22 contacts');
  });

  it('ends selecting all when the filter changes', async () => {
    const sdk = linkedTo(1200);
    const further = holdFurtherPages(sdk);
    const card = open(sdk);
    await card.sees('Record 1');
    card.press('Select all');
    await card.sees('Your selection: 500 contacts');
    card.label('none');
    await card.sees('Loading… (500)');
    further.answer();
    await card.sees('Loading… (1,000)');
    expect(card.text()).toContain('Your selection: 500 contacts');
  });
});

describe('reading on', () => {
  it('happens when a person comes to the last page, whose number grows', async () => {
    const card = open(linkedTo(1200));
    await card.sees('Record 1');
    expect([card.pages(), card.reads()]).toEqual([50, 1]);
    card.turnTo(50);
    await card.sees('Read so far: 1,000.');
    expect([card.pages(), card.names()[9]]).toEqual([100, 'Record 500']);
  });

  it('can be asked for', async () => {
    const card = open(linkedTo(1200));
    await card.sees('Show more');
    card.press('Show more');
    await card.sees('Select all 1,200 matches');
    expect(card.hasButton('Show more')).toBe(false);
  });

  it('shows its progress, and ends on “Stop” with what was selected so far', async () => {
    const sdk = linkedTo(1200);
    const further = holdFurtherPages(sdk);
    const card = open(sdk);
    await card.sees('Record 1');
    card.press('Select all');
    await card.sees('Loading… (500)');
    expect(card.renderer.find(ProgressBar).props.value).toBe(500);
    expect(card.button('Select all').props.disabled).toBe(true);
    card.press('Stop');
    await card.sees('Read so far: 500. There are more.');
    further.answer();
    await card.sees('Read so far: 1,000. There are more.');
    expect(card.text()).toContain('Your selection: 500 contacts');
    expect(card.reads()).toBe(2);
  });

  it('keeps what there is when it fails, and goes on selecting all after a retry', async () => {
    const sdk = linkedTo(1200);
    const further = holdFurtherPages(sdk);
    const card = open(sdk);
    await card.sees('Record 1');
    card.press('Select all');
    await card.sees('Loading… (500)');
    further.answer({ ok: false, error: { code: 'DAILY_LIMIT', message: '…', correlationId: 'abc' } });
    await card.sees('The daily limit is reached');
    expect(card.text()).toContain('abc');
    expect(card.names()).toHaveLength(10);
    sdk.functions.restore('list_associations');
    card.press('Try again');
    await card.sees('Your selection: 1,200 contacts');
  });

  it('shows a failure of the first page alone, and starts again', async () => {
    const sdk = linkedTo(3);
    sdk.functions.fail('list_associations', { code: 'MISSING_SCOPES', message: '…' });
    const card = open(sdk);
    await card.sees('The app lacks a permission');
    sdk.functions.restore('list_associations');
    card.press('Try again');
    await card.sees('Record 3');
  });

  it('ends when the source is left', async () => {
    const sdk = linkedTo(1200);
    const further = holdFurtherPages(sdk);
    const card = open(sdk);
    await card.sees('Record 1');
    card.press('Select all');
    await card.sees('Your selection: 500 contacts');
    card.press('Other source');
    further.answer();
    await settle();
    expect(card.text()).toContain('Your selection: 500 contacts');
    expect(card.reads()).toBe(2);
  });
});
