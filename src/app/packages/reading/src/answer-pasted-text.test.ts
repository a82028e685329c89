import {
  jsonBytes,
  maxColumns,
  maxPastedBytes,
  type PastedEntry,
  type PastedTextParameters,
} from '@bulk-associate/contract';
import { answerPastedText } from './answer-pasted-text';
import { readPastedText } from './read-pasted-text';
import { rowsOf } from './rows';

const contact = '0-1';
const megabyte = 2 ** 20;

/** All pages of a list, each of which fits into an answer. */
function entriesOf(asked: PastedTextParameters): { entries: PastedEntry[]; pages: number } {
  const entries: PastedEntry[] = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const answer = answerPastedText({ ...asked, ...(cursor !== undefined && { cursor }) });
    expect(bytesOf({ ok: true, ...answer })).toBeLessThan(megabyte);
    if (answer.parts.kind !== 'list') throw new Error(`This was read as ${answer.parts.kind}.`);
    for (const entry of answer.parts.entries) entries.push(entry);
    pages += 1;
    if (pages > 100) throw new Error('There is no last page.');
    ({ cursor } = answer);
  } while (cursor !== undefined);
  return { entries, pages };
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const inputOf = (entry: PastedEntry) =>
  typeof entry === 'string' ? { text: entry, values: [entry] } : { text: entry.values[0], ...entry };

/** As many pieces as a call takes. */
const filled = (piece: string) => piece.repeat(Math.floor((maxPastedBytes - 2) / (jsonBytes(piece) - 2)));

describe('the answer about a list', () => {
  it('has its lines, as texts where nothing more is to be said of them', () => {
    expect(
      answerPastedText({
        objectType: contact,
        text: 'Email\nada@x.com\nBob Ray <bob@x.com>; Eve <eve@x.com>',
      }),
    ).toEqual({
      parts: {
        kind: 'list',
        heading: 'Email',
        entries: [
          { values: ['ada@x.com'], numbers: ['name'] },
          { values: ['Bob Ray <bob@x.com>'], numbers: ['name'], name: 'Bob Ray' },
          { values: ['Eve <eve@x.com>'], numbers: ['name'], name: 'Eve' },
        ],
      },
    });
    expect(answerPastedText({ objectType: contact, text: 'Ada\nada@x.com; 41200000325' })).toEqual({
      parts: { kind: 'list', entries: ['Ada', 'ada@x.com', '41200000325'] },
    });
  });

  it('has the text of a line beside its value where they differ', () => {
    const answer = answerPastedText({ objectType: contact, text: '41,200,000,325', numbers: 'grouped' });
    expect(answer.parts).toEqual({
      kind: 'list',
      entries: [{ text: '41,200,000,325', values: ['41200000325'] }],
    });
  });
});

describe('the answer about numbers that may be one or several', () => {
  it('is the question about them', () => {
    const question = { kind: 'askNumbers', sample: '101,102', grouped: '101102', list: ['101', '102'] };
    expect(answerPastedText({ objectType: contact, text: '101,102' })).toEqual({ parts: question });
  });
});

describe('the answer about a table', () => {
  const asked = {
    objectType: contact,
    text: `Export\nRecord ID\tEmail\tNote\n41200000325\tada@x.com\t${'long '.repeat(20)}\n\tbob@x.com\t`,
  };

  it('has its columns with a sample each, and no row, until columns are chosen', () => {
    expect(answerPastedText(asked)).toEqual({
      parts: {
        kind: 'table',
        columns: [
          { heading: 'Record ID', holds: 'id', sample: '41200000325' },
          { heading: 'Email', holds: 'email', sample: 'ada@x.com' },
          { heading: 'Note', sample: 'long '.repeat(8) },
        ],
        suggested: [0, 1],
        titles: ['Export'],
      },
    });
  });

  it('has the rows by the chosen columns then', () => {
    expect(answerPastedText({ ...asked, columns: [1, 0] })).toEqual({
      parts: {
        kind: 'list',
        entries: [{ values: ['ada@x.com', '41200000325'], numbers: ['', 'id'] }, 'bob@x.com'],
      },
    });
  });

  it('has no row where a chosen column is none of the table', () => {
    expect(answerPastedText({ ...asked, columns: [9] })).toEqual({ parts: { kind: 'list', entries: [] } });
  });

  it('has no more columns than a person can choose from', () => {
    const { parts } = answerPastedText({ objectType: contact, text: `Email\tName\na\t${filled('x\t')}` });
    expect(parts.kind === 'table' && parts.columns.length).toBe(maxColumns);
  });
});

describe('a text as long as a call takes', () => {
  it.each<[string, string, Partial<PastedTextParameters>]>([
    ['lines of one letter', filled('a\n'), {}],
    ['quoted lines', filled('"\n'), {}],
    ['recipients', filled('"Smith, Ann" <ann@example.com>;\n'), {}],
    ['Japanese names', filled('山田 太郎\n'), {}],
    ['one line', filled('a'), {}],
    ['one line of quotes', filled('"'), {}],
    ['one recipient with a long name', `${filled('名')} <a@x.com>`.slice(20), {}],
    ['lines of control characters', filled('\u0001\u0002\n'), {}],
    ['commas', filled(','), {}],
    ['short rows', `Email\tName\n${filled('a@x.co\tA\n')}`.slice(12), { columns: [0, 1], shape: 'table', firstRow: 'data' }], // prettier-ignore
    ['rows with a long one among them', `Email\tName\n${filled('a\tb\n').slice(0, 400_000)}$`, { columns: [0, 1] }], // prettier-ignore
    ['one long cell', `Email\tName\na@x.com\t${filled('n').slice(50)}`, { columns: [1, 0] }],
  ])('of %s is answered in pages that fit, and nothing of it is lost', (_, text, more) => {
    expect(jsonBytes(text)).toBeLessThanOrEqual(maxPastedBytes);
    const asked = { objectType: contact, text, ...more };
    const { entries } = entriesOf(asked);
    const { columns: chosen, ...context } = { ...asked };
    const whole = readPastedText(text, context);
    const inputs =
      whole.kind === 'table' ? rowsOf(whole.columns, chosen ?? [], context) : whole.kind === 'list' ? whole.lines : []; // prettier-ignore
    expect(entries.length).toBe(inputs.length);
    const isAsRead = entries.every((entry, index) => {
      const { name = '', ...input } = inputOf(entry) as { name?: string };
      const { name: whole = '', ...expected } = inputs[index] ?? {};
      return JSON.stringify(sorted(input)) === JSON.stringify(sorted(expected)) && whole.startsWith(name);
    });
    expect(isAsRead).toBe(true);
  });

  it('takes several pages where its lines are short', () => {
    expect(entriesOf({ objectType: contact, text: filled('a\n') }).pages).toBeGreaterThan(1);
  });

  it('of objects with a key of its own each is no table with a column for each', () => {
    const text = `[${Array.from({ length: 60_000 }, (_, n) => `{"k${n}":1}`).join(',')}]`;
    expect(jsonBytes(text)).toBeLessThanOrEqual(maxPastedBytes);
    expect(entriesOf({ objectType: contact, text, shape: 'list' }).entries.length).toBeGreaterThan(0);
  });
});

function sorted(value: object): [string, unknown][] {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
