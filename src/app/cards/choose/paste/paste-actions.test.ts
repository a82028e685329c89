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
    expect(lines().map(({ value, status, refusal }) => [value.slice(0, 6), status, refusal])).toEqual([
      ['1001', 'found', undefined],
      ['nobody', 'not_found', undefined],
      ['PK\u0003\u0004', 'refused', 'binary'],
      ['https:', 'refused', 'otherType'],
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
    expect(draft().pasting).toMatchObject({ name: 'writing', isEmpty: true });
  });

  it('shows the column it found in a table, and looks up another if that is chosen', async () => {
    const { paste, draft, functions } = await openSession();
    functions.records.push({ id: '5', label: 'Bob' });
    paste.write('Email,Record ID\nx@x.com,1001\ny@y.com,1002');
    await paste.read();
    expect(draft().pasting).toMatchObject({ name: 'asking', column: 1 });
    paste.chooseColumn(0);
    await paste.readColumn();
    expect(functions.calls.at(-1)).toMatchObject({ parameters: { values: ['x@x.com', 'y@y.com'] } });
  });

  it('asks for the column if it cannot be found', async () => {
    const { paste, draft } = await openSession();
    paste.write('Colour,Size\nred,big');
    await paste.read();
    await paste.readColumn();
    expect(draft().pasting).toMatchObject({ name: 'asking', column: undefined });
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
    await session.associate();
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
    paste.chooseColumn(1);
    await paste.readColumn();
    expect(functions.calls.at(-1)).toMatchObject({ parameters: { values: ['1001', '1002'] } });
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
