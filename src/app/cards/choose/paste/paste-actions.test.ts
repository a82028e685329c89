import { checkPastedText } from '@bulk-associate/contract';
import { isLookingUp } from './pasting';
import { companies, FakeFunctions, someRecords } from '../../testing/fake-functions';
import { FakeSdk } from '../../testing/fake-sdk';
import { createSession } from '../../panel/session';
import { selectionOf, type Draft } from '../../panel/state';

async function openSession(functions = new FakeFunctions()) {
  const sdk = new FakeSdk(functions);
  const session = createSession({ objectType: '0-2', id: '7' }, sdk);
  await session.open();
  const draft = (): Draft => {
    const state = session.getState();
    if (state.name !== 'choosing') throw new Error(`The panel is ${state.name}.`);
    return state.draft;
  };
  const lines = () => {
    const { pasting } = draft();
    if (pasting.name !== 'resolved') throw new Error(`The pasting is ${pasting.name}.`);
    return pasting.lines;
  };
  return { session, paste: session.paste, clock: sdk.clock, functions, draft, lines };
}

describe('pasting in a session', () => {
  it('selects the records found, and keeps every other line', async () => {
    const { paste, draft, lines } = await openSession();
    paste.write('1001\nnobody\n1001\nPK\u0003\u0004\nhttps://app.hubspot.com/contacts/123/record/0-2/5');
    await paste.read();
    expect([...selectionOf(draft()).values()]).toEqual([{ id: '1001', label: 'Record 1' }]);
    expect(lines().map(({ text, status, reason }) => [text.slice(0, 6), status, reason])).toEqual([
      ['1001', 'found', undefined],
      ['nobody', 'not_found', undefined],
      ['PK\u0003\u0004', 'unreadable', 'binary'],
      ['https:', 'unreadable', 'other_type'],
    ]);
  });

  it('adds nothing of a look-up that was given up, because the review would miss it', async () => {
    const { session, paste, functions } = await openSession();
    let answer: () => void = () => undefined;
    functions.replace('resolve_records', async ({ values }) => {
      await new Promise<void>((resolve) => (answer = resolve));
      const lines = values.map((value) => ({ value, status: 'found' as const, records: [{ id: value, label: value }] })); // prettier-ignore
      return { ok: true, lines };
    });
    paste.write('1002');
    const reading = paste.read();
    session.chooseType('0-2');
    session.chooseType('0-1');
    session.add([{ id: '1001', label: 'Record 1' }]);
    await session.review();
    answer();
    await reading;
    const state = session.getState();
    expect(state.name === 'reviewing' && [...selectionOf(state.draft).keys()]).toEqual(['1001']);
  });

  it('adds nothing of a first look-up that ends while a second one is waited for', async () => {
    const { session, paste, functions, draft } = await openSession();
    const answers: (() => void)[] = [];
    functions.replace('resolve_records', async ({ values }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      const lines = values.map((value) => ({ value, status: 'found' as const, records: [{ id: value, label: value }] })); // prettier-ignore
      return { ok: true, lines };
    });
    paste.write('1001');
    const first = paste.read();
    session.chooseType('0-2');
    session.chooseType('0-1');
    paste.write('1002');
    const second = paste.read();
    answers[0]?.();
    await first;
    expect(draft().pasting.name).toBe('resolving');
    expect(selectionOf(draft()).size).toBe(0);
    answers[1]?.();
    await second;
    expect([...selectionOf(draft()).keys()]).toEqual(['1002']);
  });

  it('does not bring back what was taken out when other lines are looked up again', async () => {
    const { session, paste, functions, draft } = await openSession();
    functions.fail('resolve_records', { code: 'DAILY_LIMIT', message: '…' });
    paste.write('1001\n1002');
    await paste.read();
    functions.restore('resolve_records');
    await paste.readUnknown();
    session.remove(['1001']);
    await paste.readUnknown();
    expect([...selectionOf(draft()).keys()]).toEqual(['1002']);
  });

  it('shows an error when the text has no values', async () => {
    const { paste, draft } = await openSession();
    paste.write(' \n ');
    await paste.read();
    expect(draft().pasting).toMatchObject({ name: 'writing', problem: 'pasteEmpty' });
  });

  it('shows the column it found in a table, and looks up another if that is chosen', async () => {
    const { paste, draft, functions } = await openSession();
    functions.records.push({ id: '5', label: 'Bob' });
    paste.write('Email,Record ID\nx@x.com,1001\ny@y.com,1002');
    await paste.read();
    expect(draft().pasting).toMatchObject({ name: 'asking', choice: { main: 1 } });
    paste.chooseColumn(0);
    await paste.readColumns();
    expect(functions.calls.findLast(({ uid }) => uid === 'resolve_records')).toMatchObject({
      parameters: { values: ['x@x.com', 'y@y.com'] },
    });
  });

  it('asks for the column if it cannot be found', async () => {
    const { paste, draft } = await openSession();
    paste.write('Colour\tScore\nred\t5\nblue\t6');
    await paste.read();
    await paste.readColumns();
    expect(draft().pasting).toMatchObject({ name: 'asking', choice: { main: undefined } });
  });

  it('selects the picked one of several candidates, and replaces it by another pick', async () => {
    const twins = [
      { id: '1', label: 'Twin' },
      { id: '2', label: 'Twin' },
    ];
    const { paste, draft, lines } = await openSession(new FakeFunctions(twins));
    paste.write('Twin');
    await paste.read();
    expect(lines()[0]).toMatchObject({ status: 'several', records: twins });
    paste.pick(0, twins[0]);
    paste.pick(0, twins[1]);
    expect([...selectionOf(draft()).values()]).toEqual([twins[1]]);
    paste.pick(0, undefined);
    expect(selectionOf(draft()).size).toBe(0);
  });

  it('does not select the record being viewed, and marks its line', async () => {
    const { session, paste, draft, lines } = await openSession(
      new FakeFunctions([{ id: '7', label: 'Acme' }]),
    );
    session.chooseType(companies.id);
    paste.write('7');
    await paste.read();
    expect(lines()[0]?.status).toBe('self');
    expect(selectionOf(draft()).size).toBe(0);
  });

  it('looks up 50,000 lines, a thousand at a time at most', async () => {
    const { paste, draft, functions } = await openSession(new FakeFunctions(someRecords(10)));
    paste.write(Array.from({ length: 50_000 }, (_, index) => String(index + 1001)).join('\n'));
    await paste.read();
    const sizes = functions.calls.flatMap(({ uid, parameters }) =>
      uid === 'resolve_records' ? [(parameters as { values: string[] }).values.length] : [],
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50_000);
    expect(Math.max(...sizes)).toBe(1000);
    expect(selectionOf(draft()).size).toBe(10);
  });

  it('keeps lines that could not be looked up, and looks up just those again', async () => {
    const { paste, draft, lines, functions } = await openSession();
    functions.fail('resolve_records', { code: 'MISSING_SCOPES', message: '…', requiredScopes: ['tickets'] });
    paste.write('1001\n1002');
    await paste.read();
    expect(draft().pasting).toMatchObject({ error: { code: 'MISSING_SCOPES' } });
    expect(lines().map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    functions.restore('resolve_records');
    await paste.readUnknown();
    expect(selectionOf(draft()).size).toBe(2);
  });

  it('continues the look-up while the last result is shown', async () => {
    const { session, paste, draft, functions } = await openSession();
    session.add(someRecords(1));
    await session.review();
    await session.carryOut();
    session.startOver();
    functions.replace('resolve_records', ({ values }) => {
      session.showLast();
      return {
        ok: true,
        lines: values.map((value) => ({ value, status: 'found', records: someRecords(2) })),
      };
    });
    paste.write('x');
    await paste.read();
    session.startOver();
    expect(draft().pasting.name).toBe('resolved');
    expect(selectionOf(draft()).size).toBe(2);
  });

  it('sends no further values after the type was changed', async () => {
    const { session, paste, functions } = await openSession();
    functions.replace('resolve_records', ({ values }) => {
      session.chooseType(companies.id);
      return { ok: true, lines: values.map((value) => ({ value, status: 'not_found', records: [] })) };
    });
    paste.write(Array.from({ length: 1000 }, (_, index) => String(index + 1)).join('\n'));
    await paste.read();
    expect(functions.calls.filter(({ uid }) => uid === 'resolve_records')).toHaveLength(1);
  });

  it('sends no further values after a stop, and shows the results so far', async () => {
    const { paste, functions, lines } = await openSession();
    functions.replace('resolve_records', ({ values }) => {
      paste.stop();
      return { ok: true, lines: values.map((value) => ({ value, status: 'not_found', records: [] })) };
    });
    paste.write(Array.from({ length: 1000 }, (_, index) => String(index + 1)).join('\n'));
    await paste.read();
    const statuses = lines().map(({ status }) => status);
    expect(statuses.filter((status) => status === 'not_found')).toHaveLength(200);
    expect(statuses.filter((status) => status === 'unknown')).toHaveLength(800);
  });

  it('leaves empty cells of a column out', async () => {
    const { paste, functions } = await openSession();
    paste.write('Email,Record ID\nx@x.com,1001\ny@y.com,\nz@z.com,1002');
    await paste.read();
    paste.useFurtherColumns(false);
    await paste.readColumns();
    expect(functions.calls.findLast(({ uid }) => uid === 'resolve_records')).toMatchObject({
      parameters: { values: ['1001', '1002'] },
    });
  });

  it('ignores the second click of a double click on the button of the text', async () => {
    const { session, paste, clock, draft } = await openSession();
    paste.write('1001');
    clock.time += 1000;
    await paste.read();
    const reopen = session.ignoreDoubleClick(() => paste.reopen());
    reopen();
    expect(draft().pasting.name).toBe('resolved');
    clock.time += 400;
    reopen();
    expect(draft().pasting.name).toBe('writing');
  });

  it('does not take a record for the one being viewed because that is one of several candidates', async () => {
    const { session, paste, lines, functions } = await openSession();
    session.chooseType(companies.id);
    const twins = ['7', '8'].map((id) => ({ id, label: 'Acme' }));
    functions.replace('resolve_records', () => ({
      ok: true,
      lines: [{ value: 'Acme', status: 'several', records: twins }],
    }));
    paste.write('Acme');
    await paste.read();
    expect(lines()[0]).toMatchObject({ status: 'several', records: twins });
  });

  it('drops an answer that arrives after the type was changed', async () => {
    const { session, paste, draft, functions } = await openSession();
    functions.replace('resolve_records', ({ values }) => {
      session.chooseType(companies.id);
      return {
        ok: true,
        lines: values.map((value) => ({ value, status: 'found', records: someRecords(1) })),
      };
    });
    paste.write('1001');
    await paste.read();
    expect(draft().pasting).toMatchObject({ name: 'writing', text: '1001' });
    expect(selectionOf(draft()).size).toBe(0);
    session.chooseType('0-1');
    expect(selectionOf(draft()).size).toBe(0);
  });
});

describe('taking the text apart', () => {
  const mixed = 'Ada Lovelace\n1001';
  const readings = ({ calls }: FakeFunctions) => calls.filter(({ uid }) => uid === 'read_pasted_text');

  /** A session with a reading under way, whose answers are given by hand. */
  async function withHeldReading(text = mixed) {
    const opened = await openSession();
    const answers: (() => void)[] = [];
    opened.functions.replace('read_pasted_text', async (parameters) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return opened.functions.reply('read_pasted_text', parameters);
    });
    opened.paste.write(text);
    return { ...opened, answers, reading: opened.paste.read() };
  }

  it('is done by the function, with the names of the type and what the person has said', async () => {
    const { paste, functions } = await openSession();
    paste.write('Name,Owner\nAcme,Ada');
    await paste.read();
    await paste.sayHeadings(false);
    await paste.sayList();
    const asked = { objectType: '0-1', typeNames: ['Contact', 'Contacts'], text: 'Name,Owner\nAcme,Ada' };
    expect(readings(functions).map(({ parameters }) => parameters)).toEqual([
      asked,
      { ...asked, firstRow: 'data' },
      { ...asked, firstRow: 'data', shape: 'list' },
    ]);
  });

  it('needs no function for lines of ids and email addresses alone', async () => {
    const { paste, functions } = await openSession();
    paste.write('1001\r\n ada@x.com \n');
    await paste.read();
    expect(readings(functions)).toEqual([]);
    expect(valuesAsked(functions)).toEqual([['1001', 'ada@x.com']]);
  });

  it('holds the review back, and can be stopped at once: the text stays, and a late answer changes nothing', async () => {
    const { paste, draft, functions, answers, reading } = await withHeldReading();
    expect(isLookingUp(draft().pasting)).toBe(true);
    paste.stop();
    expect(draft().pasting).toEqual({ name: 'writing', text: mixed });
    answers[0]?.();
    await reading;
    expect(draft().pasting).toEqual({ name: 'writing', text: mixed });
    expect(valuesAsked(functions)).toEqual([]);
  });

  it('goes back to the question where it is stopped after an answer to one', async () => {
    const { paste, draft, answers, reading } = await withHeldReading('Name,Owner\nAcme,Ada');
    answers[0]?.();
    await reading;
    const asking = draft().pasting;
    const again = paste.sayHeadings(false);
    expect(draft().pasting).toMatchObject({ name: 'reading', before: asking });
    paste.stop();
    expect(draft().pasting).toEqual(asking);
    answers[1]?.();
    await again;
    expect(draft().pasting).toEqual(asking);
  });

  it('is dropped when the type is changed meanwhile', async () => {
    const { session, draft, functions, answers, reading } = await withHeldReading();
    session.chooseType(companies.id);
    answers[0]?.();
    await reading;
    expect(draft().pasting).toEqual({ name: 'writing', text: mixed });
    expect(valuesAsked(functions)).toEqual([]);
  });

  it('is not overtaken by the late answer to a reading that was stopped', async () => {
    const { paste, draft, answers, reading } = await withHeldReading('101,102');
    paste.stop();
    paste.write('103,104');
    const second = paste.read();
    answers[0]?.();
    await reading;
    expect(draft().pasting).toMatchObject({ name: 'reading', text: '103,104' });
    answers[1]?.();
    await second;
    expect(draft().pasting).toMatchObject({ question: { sample: '103,104' } });
  });

  it('is tried again after a failure that may pass, and then goes on', async () => {
    const { paste, functions, clock, draft } = await openSession();
    let failures = 2;
    functions.replace('read_pasted_text', (parameters) => {
      failures -= 1;
      if (failures < 0) return functions.reply('read_pasted_text', parameters);
      return { ok: false, error: { code: 'NO_ANSWER', message: '…' } };
    });
    paste.write(mixed);
    await paste.read();
    expect(clock.waits.slice(0, 2)).toEqual([1000, 2000]);
    expect(draft().pasting.name).toBe('resolved');
  });

  it('keeps the text, the question and the answers to it where it fails for good, with the error', async () => {
    const { paste, functions, draft } = await openSession();
    const error = { code: 'INTERNAL', message: '…' } as const;
    functions.fail('read_pasted_text', error);
    paste.write('Email,Record ID\nx@x.com,1001');
    await paste.read();
    expect(draft().pasting).toEqual({ name: 'writing', text: 'Email,Record ID\nx@x.com,1001', error });
    functions.restore('read_pasted_text');
    await paste.read();
    paste.chooseColumn(0);
    functions.fail('read_pasted_text', error);
    await paste.readColumns();
    expect(draft().pasting).toMatchObject({ name: 'asking', choice: { main: 0 }, error });
    functions.restore('read_pasted_text');
    await paste.readColumns();
    expect(valuesAsked(functions)).toEqual([['x@x.com']]);
  });

  it('goes on with the page that failed, and looks up the lines of all pages', async () => {
    const { paste, functions, lines } = await openSession();
    const cursors: (string | undefined)[] = [];
    functions.replace('read_pasted_text', ({ cursor }) => {
      cursors.push(cursor);
      const entries = [`Name ${cursor ?? 0}`];
      if (cursor === '1' && cursors.length === 2)
        return { ok: false, error: { code: 'NO_ANSWER', message: '…' } };
      return { ok: true, parts: { kind: 'list', entries }, ...(cursor !== '2' && { cursor: String(Number(cursor ?? 0) + 1) }) }; // prettier-ignore
    });
    paste.write(mixed);
    await paste.read();
    expect(cursors).toEqual([undefined, '1', '1', '2']);
    expect(lines().map(({ text }) => text)).toEqual(['Name 0', 'Name 1', 'Name 2']);
  });

  it.each<[string, string[], (n: number) => string]>([
    ['lines', [], (n) => `Eva Nr${'abcdefghij'[n % 10]}${n}`],
    ['a heading', ['Email'], (n) => `eva${n}@example.com`],
  ])(
    'of a list with %s that is longer than a call takes goes on with its parts',
    async (_, heading, line) => {
      const { paste, functions, lines } = await openSession();
      const all = Array.from({ length: 80_000 }, (__, n) => line(n));
      paste.write([...heading, ...all].join('\n'));
      await paste.read();
      expect(lines().map(({ text }) => text)).toEqual(all);
      expect(readings(functions).length).toBeGreaterThan(1);
      for (const { parameters } of readings(functions))
        expect(checkPastedText(parameters)).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['a table', `Email\tName\n${'ada@x.com\tAda Lovelace\n'.repeat(40_000)}`, 1],
    ['JSON', `[${'{"email":"ada@x.com"},\n'.repeat(40_000)}{}]`, 0],
    ['one line', 'Ada Lovelace; '.repeat(80_000), 0],
  ])('of %s that is longer than a call takes is refused, and its text is kept', async (_, text, calls) => {
    const { paste, functions, draft } = await openSession();
    paste.write(text);
    await paste.read();
    expect(draft().pasting).toEqual({ name: 'writing', text, problem: 'pasteTooLong' });
    expect(readings(functions)).toHaveLength(calls);
    paste.write('Ada Lovelace');
    expect(draft().pasting).toEqual({ name: 'writing', text: 'Ada Lovelace' });
  });
});

describe('questions about pasted text', () => {
  it('asks once whether numbers with separators are one or several, and looks up nothing before', async () => {
    const { paste, draft, functions } = await openSession();
    paste.write('41,200,000,325\n101,102,103');
    await paste.read();
    expect(draft().pasting).toMatchObject({
      name: 'askingNumbers',
      question: { sample: '41,200,000,325', grouped: '41200000325', list: ['41', '200', '000', '325'] },
    });
    expect(valuesAsked(functions)).toEqual([]);
    await paste.sayNumbers('grouped');
    expect(valuesAsked(functions)).toEqual([['41200000325', '101102103']]);
  });

  it('looks the numbers up one by one if they are several', async () => {
    const { paste, functions } = await openSession();
    paste.write('101,102,103');
    await paste.read();
    await paste.sayNumbers('list');
    expect(valuesAsked(functions)).toEqual([['101', '102', '103']]);
  });

  it('keeps the answer about numbers for a table that the person calls a list', async () => {
    const { paste, functions } = await openSession();
    paste.write('Record ID;Owner\n41,200,000,325;Ada\n41,200,000,326;Bob');
    await paste.read();
    await paste.sayNumbers('grouped');
    await paste.sayList();
    expect(valuesAsked(functions)[0]).toContain('41200000325');
  });

  it('takes a table for a list when the person says so', async () => {
    const { session, paste, draft, functions } = await openSession();
    session.chooseType(companies.id);
    paste.write('Name,Owner\nAcme,Ada\nBeta,Bob');
    await paste.read();
    expect(draft().pasting.name).toBe('asking');
    await paste.sayList();
    expect(valuesAsked(functions)[0]).toEqual(expect.arrayContaining(['Acme', 'Beta']));
  });

  it('answers nothing that is not asked', async () => {
    const { paste, draft, functions } = await openSession();
    paste.write('1001');
    await paste.sayNumbers('list');
    await paste.sayList();
    expect(draft().pasting.name).toBe('writing');
    expect(valuesAsked(functions)).toEqual([]);
  });
});

describe('the rows of a table', () => {
  const rows = 'Email\tRecord ID\tName\nada@x.com\t1001\tAda\nbob@x.com\t9999\tBob\neve@x.com\t\tEve';

  it('are looked up by the next column where one does not settle them', async () => {
    const { paste, draft, functions, lines } = await openSession();
    functions.records.push({ id: '5', label: 'bob@x.com' });
    paste.write(rows);
    await paste.read();
    await paste.readColumns();
    expect(valuesAsked(functions)).toEqual([
      ['1001', '9999', 'eve@x.com'],
      ['bob@x.com', 'Eve'],
    ]);
    expect([...selectionOf(draft()).keys()]).toEqual(['1001', '5']);
    expect(lines().map(({ status }) => status)).toEqual(['found', 'found', 'not_found']);
  });

  it('are not looked up by ids where emails were chosen in their place', async () => {
    const { paste, functions } = await openSession();
    paste.write(rows);
    await paste.read();
    paste.chooseColumn(0);
    await paste.readColumns();
    expect(valuesAsked(functions).flat()).toEqual([
      'ada@x.com',
      'bob@x.com',
      'eve@x.com',
      'Ada',
      'Bob',
      'Eve',
    ]);
  });

  it('keep what was found by the first columns when a later call fails', async () => {
    const { paste, functions, lines } = await openSession();
    functions.replace('resolve_records', ({ values }) =>
      values.includes('Eve')
        ? { ok: false, error: { code: 'DAILY_LIMIT', message: '…' } }
        : { ok: true, lines: values.map((value) => ({ value, status: 'not_found', records: [] })) },
    );
    paste.write('Email\tName\nann@x.com\tEve');
    await paste.read();
    await paste.readColumns();
    functions.restore('resolve_records');
    functions.records.push({ id: '8', label: 'Eve' });
    await paste.readUnknown();
    expect(valuesAsked(functions)).toEqual([['ann@x.com'], ['Eve'], ['Eve']]);
    expect(lines()[0]?.status).toBe('found');
  });
});

describe('a first row that is no heading', () => {
  it('is a row of the table once the person says so, and a heading again', async () => {
    const { paste, draft, functions } = await openSession();
    paste.write('Contact\tEmail\nAda\tada@x.com');
    await paste.read();
    await paste.sayHeadings(false);
    expect(draft().pasting).toMatchObject({ choice: { columns: [{ sample: 'Contact' }, {}] } });
    await paste.sayHeadings(true);
    expect(draft().pasting).toMatchObject({ choice: { columns: [{ heading: 'Contact' }, {}] } });
    await paste.sayHeadings(false);
    await paste.sayList();
    expect(valuesAsked(functions)[0]).toEqual(expect.arrayContaining(['Ada']));
  });

  it('is looked up too where a list was taken to begin with a heading, and the rest stays', async () => {
    const { paste, draft, functions, lines } = await openSession(
      new FakeFunctions([{ id: '5', label: 'Name' }, ...someRecords(2)]),
    );
    paste.write('Name\nRecord 1\nNobody Here');
    await paste.read();
    expect(draft().pasting).toMatchObject({ unused: ['Name'] });
    const before = lines();
    await paste.readUnused();
    expect(valuesAsked(functions).at(-1)).toEqual(['Name']);
    expect(draft().pasting).toMatchObject({ unused: [] });
    expect(lines().slice(0, 2)).toEqual(before);
    expect([...selectionOf(draft()).keys()]).toEqual(['1001', '5']);
    await paste.readUnused();
    expect(valuesAsked(functions)).toHaveLength(2);
  });

  it('adds nothing when the text was changed meanwhile', async () => {
    const { paste, draft, functions } = await openSession(new FakeFunctions([{ id: '5', label: 'Name' }]));
    paste.write('Name\nNobody Here');
    await paste.read();
    let answer: () => void = () => undefined;
    functions.replace('resolve_records', async ({ values }) => {
      await new Promise<void>((resolve) => (answer = resolve));
      const lines = values.map((value) => ({ value, status: 'found' as const, records: [{ id: '5', label: value }] })); // prettier-ignore
      return { ok: true, lines };
    });
    const looking = paste.readUnused();
    expect(isLookingUp(draft().pasting)).toBe(true);
    paste.reopen();
    answer();
    await looking;
    expect(selectionOf(draft()).size).toBe(0);
  });
});

describe('what digits are', () => {
  it('is sent with the values where a heading says it, and each meaning is asked for', async () => {
    const { paste, functions } = await openSession();
    paste.write('Record ID\tPhone\n5\t4155552671\n4155552671\t');
    await paste.read();
    await paste.readColumns();
    const sent = functions.calls.flatMap(({ uid, parameters }) => (uid === 'resolve_records' ? [parameters] : []));
    expect(sent).toMatchObject([
      { values: ['5', '4155552671'], numbers: ['id', 'id'] },
      { values: ['4155552671'], numbers: ['phone'] },
    ]);
  }); // prettier-ignore
});

describe('lines without an answer', () => {
  it('are looked up again by themselves as long as others are settled', async () => {
    const { paste, functions, lines } = await openSession();
    functions.replace('resolve_records', ({ values }) => ({
      ok: true,
      lines: values.map((value, index) => ({
        value,
        status: index < 50 ? 'not_found' : 'unknown',
        records: [],
      })),
    }));
    paste.write(numbers(400));
    await paste.read();
    expect(new Set(lines().map(({ status }) => status))).toEqual(new Set(['not_found']));
    expect(valuesAsked(functions)).toHaveLength(8);
  });

  it('stay unknown once a call settles nothing', async () => {
    const { paste, functions, draft, lines } = await openSession();
    functions.replace('resolve_records', ({ values }) => ({
      ok: true,
      lines: values.map((value) => ({
        value,
        status: Number(value) <= 100 ? 'not_found' : 'unknown',
        records: [],
      })),
    }));
    paste.write(numbers(200));
    await paste.read();
    expect(lines().filter(({ status }) => status === 'unknown')).toHaveLength(100);
    expect(valuesAsked(functions).length).toBeLessThan(6);
    expect(draft().pasting).toMatchObject({ name: 'resolved', error: undefined });
  });
});

describe('what a record was found by', () => {
  it('is kept with the selected record', async () => {
    const { paste, functions, draft } = await openSession();
    functions.replace('resolve_records', ({ values }) => ({
      ok: true,
      lines: values.map((value) => ({ value, status: 'found', records: someRecords(1), by: 'email' })),
    }));
    paste.write('ada@x.com');
    await paste.read();
    expect([...selectionOf(draft()).values()]).toEqual([{ id: '1001', label: 'Record 1', by: 'email' }]);
  });
});

describe('the account', () => {
  it('is sent with the values, and a link to another one is refused in any wrapping', async () => {
    const { paste, functions, lines } = await openSession();
    const link = 'https://app.hubspot.com/contacts/99/record/0-1/1001';
    paste.write([`<${link}>`, `(${link})`, `"${link}"`, '1002'].join('\n'));
    await paste.read();
    expect(functions.calls.find(({ uid }) => uid === 'resolve_records')).toMatchObject({
      parameters: { portalId: 123 },
    });
    const reasons = lines().map(({ reason }) => reason);
    expect(reasons).toEqual(['other_account', 'other_account', 'other_account', undefined]);
  });
});

describe('correcting a line', () => {
  async function withMissing() {
    const opened = await openSession();
    opened.paste.write('1001\nnobody@x.com\n@@');
    await opened.paste.read();
    return opened;
  }

  it('looks up just that line, and keeps the rest', async () => {
    const { paste, draft, functions, lines } = await withMissing();
    const before = lines();
    await paste.mend(1, ' 1002 ');
    expect(valuesAsked(functions).at(-1)).toEqual(['1002']);
    expect([...selectionOf(draft()).keys()]).toEqual(['1001', '1002']);
    expect(lines()[1]).toMatchObject({ text: '1002', status: 'found' });
    expect([lines()[0], lines()[2]]).toEqual([before[0], before[2]]);
  });

  it('gives the reason of the new text', async () => {
    const { paste, lines } = await withMissing();
    await paste.mend(1, '4.12E+10');
    expect(lines()[1]).toMatchObject({ text: '4.12E+10', status: 'unreadable', reason: 'digits_cut' });
  });

  it('keeps the reason until the answer, and holds the review back', async () => {
    const { paste, draft, lines, answers, first } = await withHeldCorrection();
    expect(lines()[1]).toMatchObject({ text: '1002', status: 'not_found' });
    expect(isLookingUp(draft().pasting)).toBe(true);
    answers[0]?.();
    await first;
    expect(isLookingUp(draft().pasting)).toBe(false);
    paste.stop();
  });

  it('is not overwritten by the late answer to an earlier correction', async () => {
    const { paste, draft, lines, answers, first } = await withHeldCorrection();
    const second = paste.mend(1, '1003');
    answers[1]?.();
    await second;
    answers[0]?.();
    await first;
    expect(lines()[1]).toMatchObject({ text: '1003', records: [{ id: '1003' }] });
    expect([...selectionOf(draft()).keys()]).toEqual(['1001', '1003']);
  });

  it.each<[string, (opened: Awaited<ReturnType<typeof openSession>>) => unknown]>([
    ['the text was changed', ({ paste }) => paste.reopen()],
    ['the type was changed', ({ session }) => session.chooseType(companies.id)],
  ])('adds nothing when %s meanwhile', async (_, change) => {
    const opened = await withHeldCorrection();
    change(opened);
    opened.answers[0]?.();
    await opened.first;
    opened.session.chooseType('0-1');
    expect([...selectionOf(opened.draft()).keys()]).toEqual(['1001']);
  });

  it('is part of a new look-up of the lines without an answer', async () => {
    const { paste, functions, draft, lines, answers, first } = await withHeldCorrection();
    functions.restore('resolve_records');
    await paste.readUnknown();
    expect(lines()[1]).toMatchObject({ text: '1002', status: 'found' });
    expect(isLookingUp(draft().pasting)).toBe(false);
    answers[0]?.();
    await first;
    expect([...selectionOf(draft()).keys()]).toEqual(['1001', '1002']);
  });

  it('keeps the line as not looked up when the call fails', async () => {
    const { paste, draft, functions, lines } = await withMissing();
    functions.fail('resolve_records', { code: 'DAILY_LIMIT', message: '…' });
    await paste.mend(1, '1002');
    expect(lines()[1]).toMatchObject({ text: '1002', status: 'unknown' });
    expect(draft().pasting).toMatchObject({ error: { code: 'DAILY_LIMIT' } });
  });

  it('takes the picked candidate of the line out again', async () => {
    const twins = ['1', '2'].map((id) => ({ id, label: 'Twin' }));
    const { paste, draft, lines } = await openSession(new FakeFunctions([...twins, ...someRecords(1)]));
    paste.write('Twin');
    await paste.read();
    paste.pick(0, twins[0]);
    await paste.mend(0, '1001');
    expect([...selectionOf(draft()).keys()]).toEqual(['1001']);
    expect(lines()[0]).toMatchObject({ status: 'found', text: '1001' });
  });

  it('does nothing with an empty text or a line that there is not', async () => {
    const { paste, lines } = await withMissing();
    const before = lines();
    await paste.mend(1, ' ');
    await paste.mend(7, '1002');
    expect(lines()).toEqual(before);
  });

  async function withHeldCorrection() {
    const opened = await withMissing();
    const answers: (() => void)[] = [];
    opened.functions.replace('resolve_records', async ({ values }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      const lines = values.map((value) => ({ value, status: 'found' as const, records: [{ id: value, label: value }] })); // prettier-ignore
      return { ok: true, lines };
    });
    const first = opened.paste.mend(1, '1002');
    return { ...opened, answers, first };
  }
});

function valuesAsked({ calls }: FakeFunctions): string[][] {
  return calls.flatMap(({ uid, parameters }) =>
    uid === 'resolve_records' ? [(parameters as { values: string[] }).values] : [],
  );
}

function numbers(count: number): string {
  return Array.from({ length: count }, (_, index) => String(index + 1)).join('\n');
}
