import { emptyPaste } from '../choose/paste/pasting';
import { companies, contacts, someRecords } from '../testing/fake-functions';
import { openLedger, type Reviewed } from '../run/ledger';
import { panelReducer } from './reducer';
import { openDesk, trayOf, type PanelEvent, type PanelState, type Result } from './state';
import { Tray } from './tray';

const error = { code: 'DAILY_LIMIT', message: '…' } as const;
const run = { subscribe: () => () => undefined, getProgress: () => ({}) as never, stop: () => undefined };
const records = someRecords(2);
const desk = { ...openDesk([contacts, companies], contacts), trays: { '0-1': Tray.empty.with(records) } };
const reviewed: Reviewed[] = records.map((record) => ({ record, status: 'new' }));
const ledger = openLedger(reviewed);
const result: Result = { ledger, type: contacts, endedAt: 0, stopped: false };

/** One of each state; those that wait for an answer wait for request 1. */
const states: { [Name in PanelState['name']]: Extract<PanelState, { name: Name }> } = {
  opening: { name: 'opening', request: 1 },
  unavailable: { name: 'unavailable', error },
  nothing: { name: 'nothing' },
  choosing: { name: 'choosing', desk },
  checking: { name: 'checking', desk, request: 1, run },
  uncheckable: { name: 'uncheckable', desk, error },
  reviewing: { name: 'reviewing', desk, reviewed },
  confirming: { name: 'confirming', desk, reviewed },
  running: { name: 'running', desk, request: 1, run, before: ledger },
  finished: { name: 'finished', desk, result },
  confirmingUndo: { name: 'confirmingUndo', desk, result },
  undoing: { name: 'undoing', desk, result, request: 1, run },
};
const names = Object.keys(states) as PanelState['name'][];

/** Every event that moves from state to state, and where it leads from where; from any other state it changes nothing. */
const moves: [PanelEvent, Partial<Record<PanelState['name'], PanelState['name']>>][] = [
  [
    { type: 'describeStarted', request: 2 },
    { opening: 'opening', unavailable: 'opening' },
  ],
  [{ type: 'described', request: 1, types: [contacts], preferred: '0-2' }, { opening: 'choosing' }],
  [{ type: 'described', request: 1, types: [], preferred: '0-2' }, { opening: 'nothing' }],
  [{ type: 'describeFailed', request: 1, error }, { opening: 'unavailable' }],
  [{ type: 'typeChosen', objectType: '0-2' }, { choosing: 'choosing' }],
  [{ type: 'wayChosen', way: 'paste' }, { choosing: 'choosing' }],
  [{ type: 'added', objectType: '0-1', records: someRecords(3) }, { choosing: 'choosing' }],
  [{ type: 'removed', ids: ['1001'] }, { choosing: 'choosing' }],
  [{ type: 'cleared' }, { choosing: 'choosing' }],
  [
    { type: 'checkStarted', request: 2, run },
    { choosing: 'checking', uncheckable: 'checking', reviewing: 'checking' },
  ],
  [{ type: 'checked', request: 1, reviewed }, { checking: 'reviewing' }],
  [{ type: 'checkFailed', request: 1, error }, { checking: 'uncheckable' }],
  [{ type: 'takenOut', ids: ['1001'] }, { reviewing: 'reviewing' }],
  [{ type: 'takenOut', ids: ['1001', '1002'] }, { reviewing: 'choosing' }],
  [
    { type: 'wentBack' },
    {
      checking: 'choosing',
      uncheckable: 'choosing',
      reviewing: 'choosing',
      confirming: 'reviewing',
      confirmingUndo: 'finished',
    },
  ],
  [{ type: 'confirmAsked' }, { reviewing: 'confirming' }],
  [
    { type: 'runStarted', request: 2, run, before: ledger },
    { reviewing: 'running', confirming: 'running', finished: 'running' },
  ],
  [{ type: 'runEnded', request: 1, result }, { running: 'finished' }],
  [{ type: 'undoAsked' }, { finished: 'confirmingUndo' }],
  [{ type: 'undoStarted', request: 2, run }, { confirmingUndo: 'undoing' }],
  [{ type: 'undoEnded', request: 1, result }, { undoing: 'finished' }],
  [{ type: 'startedOver' }, { finished: 'choosing' }],
  [{ type: 'pasteWritten', text: 'x' }, { choosing: 'choosing' }],
  [{ type: 'collectStarted', request: 2, source: { query: '' } }, { choosing: 'choosing' }],
];

describe.each(moves)('the event %j', (event, leads) => {
  it.each(names)('from %s', (name) => {
    const next = panelReducer(states[name], event);
    if (leads[name] === undefined) expect(next).toBe(states[name]);
    else expect(next.name).toBe(leads[name]);
  });
});

describe('the answer to an earlier request', () => {
  const late: [PanelState['name'], PanelEvent][] = [
    ['opening', { type: 'described', request: 0, types: [contacts], preferred: '0-1' }],
    ['opening', { type: 'describeFailed', request: 0, error }],
    ['checking', { type: 'checked', request: 0, reviewed }],
    ['checking', { type: 'checkFailed', request: 0, error }],
    ['running', { type: 'runEnded', request: 0, result }],
    ['undoing', { type: 'undoEnded', request: 0, result }],
  ];
  it.each(late)('changes nothing while %s', (name, event) => {
    expect(panelReducer(states[name], event)).toBe(states[name]);
  });

  it('does not add records of a type that was left', () => {
    const event: PanelEvent = { type: 'added', objectType: '0-2', records: someRecords(5) };
    const next = panelReducer(states.choosing, event);
    expect('desk' in next && trayOf(next.desk).size).toBe(2);
  });
});

describe('choosing', () => {
  const choose = (...events: PanelEvent[]) => {
    const next = events.reduce(panelReducer, states.choosing as PanelState);
    if (next.name !== 'choosing') throw new Error(`This led to ${next.name}.`);
    return next.desk;
  };

  it('begins with the preferred type, or else the first', () => {
    const begin = (preferred: string) =>
      panelReducer(states.opening, {
        type: 'described',
        request: 1,
        types: [contacts, companies],
        preferred,
      });
    expect(begin('0-2')).toMatchObject({ desk: { type: companies } });
    expect(begin('0-5')).toMatchObject({ desk: { type: contacts } });
  });

  it('keeps what is chosen of each type while another is looked at', () => {
    const there: PanelEvent = { type: 'typeChosen', objectType: '0-2' };
    const back: PanelEvent = { type: 'typeChosen', objectType: '0-1' };
    expect(trayOf(choose(there)).size).toBe(0);
    expect(trayOf(choose(there, back)).list()).toEqual(records);
  });

  it('keeps a pasted text when the type changes, and looks it up anew', () => {
    const written: PanelEvent = { type: 'pasteWritten', text: 'a@x.com' };
    const resolving: PanelEvent = { type: 'resolveStarted', request: 2, run };
    const desk = choose(written, resolving, { type: 'typeChosen', objectType: '0-2' });
    expect(desk.pasting).toEqual({ ...emptyPaste, text: 'a@x.com' });
  });

  it('forgets the chosen records of a run that has ended', () => {
    const ended = panelReducer(states.running, { type: 'runEnded', request: 1, result });
    expect('desk' in ended && trayOf(ended.desk).size).toBe(0);
  });
});
