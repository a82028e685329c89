import { emptyPaste } from '../choose/paste/pasting';
import { companies, contacts, someRecords } from '../testing/fake-functions';
import { openLedger, type Reviewed } from '../run/ledger';
import { panelReducer } from './reducer';
import { emptySearch } from '../choose/search/settings';
import {
  openDraft,
  searchOf,
  selectionOf,
  type Draft,
  type PanelEvent,
  type PanelState,
  type Result,
  type RunKind,
} from './state';
import { emptySelection, withRecords } from './selection';

const choice = { columns: [], suggested: [], main: 0, isAlone: false };
const mended = { text: 'x', values: ['x'], done: 1, status: 'not_found', records: [] } as const;

const error = { code: 'DAILY_LIMIT', message: '…' } as const;
const run = { subscribe: () => () => undefined, getProgress: () => ({}) as never, stop: () => undefined };
const of: RunKind = { operation: { name: 'associate' }, phase: 'run' };
const records = someRecords(2);
const reviewed: Reviewed[] = records.map((record) => ({ record, status: 'new' }));
const ledger = openLedger(reviewed, { name: 'associate' });
const result: Result = {
  ledger,
  type: contacts,
  operation: { name: 'associate' },
  phase: 'run',
  endedAt: 0,
  stopped: false,
};
const draft: Draft = {
  ...openDraft([contacts, companies], contacts),
  selections: { 'associate 0-1': withRecords(emptySelection, records) },
  last: result,
};

/** One of each state; those that wait for an answer wait for request 1. */
const states: { [Name in PanelState['name']]: Extract<PanelState, { name: Name }> } = {
  opening: { name: 'opening', request: 1 },
  unavailable: { name: 'unavailable', error },
  nothingToLink: { name: 'nothingToLink' },
  choosing: { name: 'choosing', draft },
  checking: { name: 'checking', draft, request: 1, run },
  checkFailed: { name: 'checkFailed', draft, error },
  reviewing: { name: 'reviewing', draft, reviewed },
  confirming: { name: 'confirming', draft, reviewed },
  running: { name: 'running', draft, request: 1, run, of },
  finished: { name: 'finished', draft, result },
  confirmingUndo: { name: 'confirmingUndo', draft, result },
  undoing: { name: 'undoing', draft, result, request: 1, run, of },
};
const names = Object.keys(states) as PanelState['name'][];

type Name = PanelState['name'];
type Event<Type> = Omit<Extract<PanelEvent, { type: Type }>, 'type'>;

/** Events that change the draft and leave the step as it is. */
const inPlace = Object.fromEntries(
  names.filter((name) => 'draft' in states[name]).map((name) => [name, name]),
) as Partial<Record<Name, Name>>;

/** Every event, and where it leads from where; from any other state it changes nothing. */
const transitions: { [Type in PanelEvent['type']]: [Event<Type>, Partial<Record<Name, Name>>][] } = {
  describeStarted: [[{ request: 2 }, { opening: 'opening', unavailable: 'opening' }]],
  described: [
    [{ request: 1, types: [contacts], preferred: '0-2' }, { opening: 'choosing' }],
    [{ request: 1, types: [], preferred: '0-2' }, { opening: 'nothingToLink' }],
  ],
  describeFailed: [[{ request: 1, error }, { opening: 'unavailable' }]],
  typeChosen: [[{ objectType: '0-2' }, { choosing: 'choosing' }]],
  operationChosen: [[{ name: 'remove' }, { choosing: 'choosing' }]],
  labelChosen: [[{ label: undefined }, { choosing: 'choosing' }]],
  sourceChosen: [[{ source: 'paste' }, { choosing: 'choosing' }]],
  searchChanged: [[{ change: { query: 'x' } }, { choosing: 'choosing' }]],
  columnsChosen: [[{ columns: ['city'] }, { choosing: 'choosing' }]],
  added: [[{ objectType: '0-1', records: someRecords(3) }, inPlace]],
  removed: [
    [{ ids: ['1001'] }, { choosing: 'choosing', reviewing: 'reviewing' }],
    [{ ids: ['1001', '1002'] }, { choosing: 'choosing', reviewing: 'choosing' }],
  ],
  cleared: [[{}, { choosing: 'choosing' }]],
  pasteWritten: [[{ text: 'x' }, inPlace]],
  pasteRefused: [[{ problem: 'pasteEmpty' }, inPlace]],
  readingStarted: [[{ request: 2, run }, inPlace]],
  readingStopped: [[{}, inPlace]],
  readingFailed: [[{ request: 2, error }, inPlace]],
  numbersAsked: [
    [{ request: 2, said: {}, question: { sample: '1,200', grouped: '1200', list: ['1', '200'] } }, inPlace],
  ],
  columnAsked: [[{ request: 2, said: {}, choice, titles: [] }, inPlace]],
  columnChosen: [[{ column: 0 }, inPlace]],
  furtherColumnsSet: [[{ isAlone: true }, inPlace]],
  resolveStarted: [[{ request: 2, run, unused: [] }, inPlace]],
  resolveEnded: [[{ request: 2, lines: [] }, inPlace]],
  linePicked: [[{ index: 0, picked: undefined }, inPlace]],
  mendStarted: [[{ request: 2, index: 0, text: 'x' }, inPlace]],
  mendEnded: [[{ request: 2, index: 0, line: mended }, inPlace]],
  unusedStarted: [[{ request: 2 }, inPlace]],
  unusedEnded: [[{ request: 2, lines: [] }, inPlace]],
  pasteReopened: [[{}, inPlace]],
  collectStarted: [[{ request: 2, source: { query: '' } }, inPlace]],
  collectedPage: [[{ request: 2, found: 1 }, inPlace]],
  collectEnded: [[{ request: 2, ending: { capped: false, stopped: false } }, inPlace]],
  collectStopped: [[{}, inPlace]],
  checkStarted: [
    [
      { request: 2, run },
      { choosing: 'checking', checkFailed: 'checking', reviewing: 'checking' },
    ],
  ],
  // The preview of another selection than the one of the draft.
  previewed: [[{ preview: { selection: emptySelection, operation: draft.operation, reviewed, at: 0 } }, {}]],
  reviewOpened: [[{ reviewed }, { choosing: 'reviewing' }]],
  checked: [[{ request: 1, reviewed }, { checking: 'reviewing' }]],
  checkFailed: [[{ request: 1, error }, { checking: 'checkFailed' }]],
  wentBack: [
    [
      {},
      {
        checking: 'choosing',
        checkFailed: 'choosing',
        reviewing: 'choosing',
        confirming: 'reviewing',
        confirmingUndo: 'finished',
      },
    ],
  ],
  confirmAsked: [[{}, { reviewing: 'confirming' }]],
  runStarted: [
    [
      { request: 2, run, of },
      {
        choosing: 'running',
        checking: 'running',
        reviewing: 'running',
        confirming: 'running',
        finished: 'running',
        confirmingUndo: 'undoing',
      },
    ],
  ],
  runEnded: [
    [
      { request: 1, result },
      { running: 'finished', undoing: 'finished' },
    ],
  ],
  afterRunRead: [
    [
      { endedAt: 0, after: new Map() },
      {
        choosing: 'choosing',
        checking: 'checking',
        checkFailed: 'checkFailed',
        reviewing: 'reviewing',
        confirming: 'confirming',
        finished: 'finished',
        confirmingUndo: 'confirmingUndo',
      },
    ],
    // What was read after an earlier run than the last.
    [{ endedAt: 5, after: new Map() }, {}],
  ],
  noteChosen: [
    [
      { note: true },
      {
        choosing: 'choosing',
        reviewing: 'reviewing',
        confirming: 'confirming',
        confirmingUndo: 'confirmingUndo',
      },
    ],
  ],
  noteChanged: [
    [{ endedAt: 0, note: { state: 'saved' } }, inPlace],
    // The note about an earlier run than the last.
    [{ endedAt: 5, note: { state: 'saved' } }, {}],
  ],
  undoAsked: [[{}, { finished: 'confirmingUndo' }]],
  sinceRead: [
    [{ endedAt: 0, since: 'reading' }, { confirmingUndo: 'confirmingUndo' }],
    // Since another run.
    [{ endedAt: 5, since: 'reading' }, {}],
  ],
  startedOver: [[{}, { finished: 'choosing' }]],
  lastReopened: [[{}, { choosing: 'finished', reviewing: 'finished' }]],
};
const rows = Object.entries(transitions).flatMap(([type, cases]) =>
  cases.map(([event, leads]) => ({ event: { type, ...event } as PanelEvent, leads })),
);

describe.each(rows)('the event $event', ({ event, leads }: (typeof rows)[number]) => {
  it.each(names)('from %s', (name) => {
    const next = panelReducer(states[name], event);
    if (leads[name] === undefined) expect(next).toBe(states[name]);
    else expect(next.name).toBe(leads[name]);
  });
});

it('does not reopen a result where there is none', () => {
  const first = { name: 'choosing', draft: openDraft([contacts], contacts) } as const;
  expect(panelReducer(first, { type: 'lastReopened' })).toBe(first);
});

describe('records that arrive late', () => {
  it.each<PanelState['name']>(['checking', 'checkFailed', 'reviewing', 'confirming'])(
    'change nothing while %s, because they would be neither sent nor kept',
    (name) => {
      const event: PanelEvent = { type: 'added', objectType: '0-1', records: [{ id: '77', label: 'x' }] };
      expect(panelReducer(states[name], event)).toBe(states[name]);
    },
  );
});

describe('the answer to an earlier request', () => {
  const late: [PanelState['name'], PanelEvent][] = [
    ['opening', { type: 'described', request: 0, types: [contacts], preferred: '0-1' }],
    ['opening', { type: 'describeFailed', request: 0, error }],
    ['checking', { type: 'checked', request: 0, reviewed }],
    ['checking', { type: 'checkFailed', request: 0, error }],
    ['running', { type: 'runEnded', request: 0, result }],
    ['undoing', { type: 'runEnded', request: 0, result }],
  ];
  it.each(late)('changes nothing while %s', (name, event) => {
    expect(panelReducer(states[name], event)).toBe(states[name]);
  });

  it.each<PanelEvent>([
    { type: 'resolveEnded', request: 0, lines: [] },
    { type: 'collectedPage', request: 0, found: 1 },
    { type: 'collectEnded', request: 0, ending: { capped: false, stopped: false } },
  ])('changes nothing while records are looked up and taken: $type', (event) => {
    const pasting = { name: 'resolving', text: '', request: 1, run, unused: [] } as const;
    const collecting = { name: 'collecting', request: 1, source: { query: '' }, found: 0 } as const;
    const busy: PanelState = { name: 'choosing', draft: { ...draft, pasting, collecting } };
    expect(panelReducer(busy, event)).toBe(busy);
  });

  it('does not add records of a type that is no longer chosen', () => {
    const event: PanelEvent = { type: 'added', objectType: '0-2', records: someRecords(5) };
    const next = panelReducer(states.choosing, event);
    expect('draft' in next && selectionOf(next.draft).size).toBe(2);
  });
});

describe('choosing', () => {
  const choose = (...events: PanelEvent[]) => {
    const next = events.reduce(panelReducer, states.choosing as PanelState);
    if (next.name !== 'choosing') throw new Error(`This led to ${next.name}.`);
    return next.draft;
  };

  it('begins with the preferred type, or else the first', () => {
    const begin = (preferred: string) =>
      panelReducer(states.opening, {
        type: 'described',
        request: 1,
        types: [contacts, companies],
        preferred,
      });
    expect(begin('0-2')).toMatchObject({ draft: { type: companies } });
    expect(begin('0-5')).toMatchObject({ draft: { type: contacts } });
  });

  it('keeps what is chosen of each type while another is looked at', () => {
    const there: PanelEvent = { type: 'typeChosen', objectType: '0-2' };
    const back: PanelEvent = { type: 'typeChosen', objectType: '0-1' };
    expect(selectionOf(choose(there)).size).toBe(0);
    expect([...selectionOf(choose(there, back)).values()]).toEqual(records);
  });

  const city = { propertyName: 'city', operator: 'EQ', value: 'Berlin' } as const;
  const filtered: PanelEvent = { type: 'searchChanged', change: { filterGroups: [{ filters: [city] }] } };
  const other: PanelEvent = { type: 'typeChosen', objectType: '0-2' };
  const removing: PanelEvent = { type: 'operationChosen', name: 'remove' };

  it.each<[string, PanelEvent, PanelEvent]>([
    ['object type', other, { type: 'typeChosen', objectType: '0-1' }],
    ['operation', removing, { type: 'operationChosen', name: 'associate' }],
    ['source', { type: 'sourceChosen', source: 'paste' }, { type: 'sourceChosen', source: 'search' }],
  ])('keeps the filters of a search while another %s is looked at', (_, there, back) => {
    expect(searchOf(choose(filtered, there, back)).filterGroups).toEqual([{ filters: [city] }]);
  });

  it.each([
    ['object type', other],
    ['operation', removing],
  ])('filters no other %s', (_, there) => {
    expect(searchOf(choose(filtered, there))).toEqual(emptySearch);
  });

  it('keeps the filters of a search after a run', () => {
    const events: PanelEvent[] = [
      filtered,
      { type: 'runStarted', request: 1, run, of },
      { type: 'runEnded', request: 1, result },
      { type: 'startedOver' },
    ];
    expect(searchOf(choose(...events)).filterGroups).toEqual([{ filters: [city] }]);
  });

  it('shows the selected columns of a type for every operation', () => {
    const columns: PanelEvent = { type: 'columnsChosen', columns: ['city'] };
    expect(choose(columns, removing).columns).toEqual({ '0-1': ['city'] });
  });

  it('begins an operation with a search, or with what is associated', () => {
    expect(choose(removing).source).toBe('associated');
    expect(choose(removing, { type: 'operationChosen', name: 'associate' }).source).toBe('search');
  });

  it('keeps a pasted text when the type changes, and looks it up anew', () => {
    const written: PanelEvent = { type: 'pasteWritten', text: 'a@x.com' };
    const resolving: PanelEvent = { type: 'resolveStarted', request: 2, run, unused: [] };
    const draft = choose(written, resolving, { type: 'typeChosen', objectType: '0-2' });
    expect(draft.pasting).toEqual({ ...emptyPaste, text: 'a@x.com' });
  });

  it('forgets the chosen records of a run that has ended', () => {
    const started = panelReducer(states.reviewing, { type: 'runStarted', request: 1, run, of });
    const ended = panelReducer(started, { type: 'runEnded', request: 1, result });
    expect('draft' in ended && selectionOf(ended.draft).size).toBe(0);
  });

  it('empties what was pasted and collected when a reviewed run starts', () => {
    const collecting = { name: 'collected', found: 1, capped: false, stopped: false } as const;
    const used = { ...draft, collecting, pasting: { ...emptyPaste, text: '1001' } };
    const reviewing: PanelState = { name: 'reviewing', draft: used, reviewed };
    const started = panelReducer(reviewing, { type: 'runStarted', request: 1, run, of });
    expect(started).toMatchObject({ draft: { pasting: emptyPaste, collecting: { name: 'idle' } } });
  });

  it('takes a removed record out of the review', () => {
    const next = panelReducer(states.reviewing, { type: 'removed', ids: ['1001'] });
    expect('reviewed' in next && next.reviewed.map(({ record }) => record.id)).toEqual(['1002']);
  });

  it('keeps what is chosen for the next run while lines of the last one are sent again', () => {
    const started = panelReducer(states.finished, { type: 'runStarted', request: 1, run, of });
    const ended = panelReducer(started, { type: 'runEnded', request: 1, result });
    expect('draft' in ended && selectionOf(ended.draft).size).toBe(2);
  });
});
