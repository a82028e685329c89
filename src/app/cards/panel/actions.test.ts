import { lineOutcomes, type LineOutcome } from '@bulk-associate/contract';
import type { PastedLine } from '../choose/paste/pasted-line';
import type { Translate } from '../locales/messages';
import { type Line } from '../run/ledger';
import { pairsOf } from '../run/pairs';
import { contacts, someAnchors, someRecords } from '../testing/fake-functions';
import { FakeSdk } from '../testing/fake-sdk';
import { actionsOf } from './actions';
import { emptySelection, withRecords } from './selection';
import { createSession } from './session';
import { openDraft, type Draft, type PanelState } from './state';

const company = { objectType: '0-2', id: '7' };
const run = { subscribe: () => () => undefined, getProgress: () => ({}) as never, stop: () => undefined };
const draft: Draft = {
  ...openDraft([contacts], contacts),
  selections: { [`associate ${contacts.id}`]: withRecords(emptySelection, someRecords(2)) },
};

const keys = ((key: string) => key) as Translate;

/** The actions in a state; a label is the key of its message. */
function actionsIn(state: PanelState, session = createSession(company, new FakeSdk())) {
  return actionsOf(state, {
    session,
    t: keys,
    close: () => undefined,
    copyReport: () => undefined,
    copyRest: () => undefined,
  });
}

const mending: PastedLine = {
  text: 'x',
  values: ['x'],
  done: 1,
  status: 'not_found',
  records: [],
  mending: 1,
};

const finished = (...outcomes: LineOutcome[]): PanelState => {
  const records = someRecords(outcomes.length);
  const ledger = outcomes.map((outcome, at): Line => ({
    record: records[at] as never,
    before: 'new',
    outcome,
  }));
  const result = {
    ledger,
    type: contacts,
    operation: { name: 'associate' },
    phase: 'run',
    endedAt: 0,
    stopped: false,
  } as const;
  return { name: 'finished', draft, result };
};

describe('the review button', () => {
  it('is enabled when records are selected', () => {
    expect(actionsIn({ name: 'choosing', draft })[0]?.reason).toBeUndefined();
  });

  it.each<[string, Partial<Draft>]>([
    ['collected', { collecting: { name: 'collecting', request: 1, source: { query: '' }, found: 0 } }],
    ['looked up', { pasting: { name: 'resolving', text: '', request: 1, run, unused: [] } }],
    [
      'looked up by a corrected line',
      { pasting: { name: 'resolved', text: '', lines: [mending], unused: [] } },
    ],
  ])('is disabled while records are being %s', (_, change) => {
    const state: PanelState = { name: 'choosing', draft: { ...draft, ...change } };
    expect(actionsIn(state)[0]?.reason).toBe('chooseBusy');
  });
});

describe('a label that a record has once', () => {
  const label = { category: 'HUBSPOT_DEFINED', typeId: 1, name: 'Primary', limit: 1 } as const;
  const operation = { name: 'associate', label } as const;

  it('is given to one record only', () => {
    const one = { [`associate ${contacts.id}`]: withRecords(emptySelection, someRecords(1)) };
    expect(actionsIn({ name: 'choosing', draft: { ...draft, operation } })[0]?.reason).toBe('chooseOnlyOne');
    expect(
      actionsIn({ name: 'choosing', draft: { ...draft, operation, selections: one } })[0]?.reason,
    ).toBeUndefined();
  });
});

describe('the pairs of several anchors', () => {
  const label = { category: 'HUBSPOT_DEFINED', typeId: 2, name: 'Primary' } as const;
  const some = { [`associate ${contacts.id}`]: withRecords(emptySelection, someRecords(3)) };
  const anchored = (count: number, more: Partial<Draft> = {}): PanelState => ({
    name: 'choosing',
    draft: { ...draft, selections: some, anchors: someAnchors(count), ...more },
  });
  const companiesAnchored = (count: number) =>
    anchored(count, {
      operation: { name: 'associate', label },
      anchors: someAnchors(count).map((each) => ({ ...each, objectType: '0-2' })),
    });

  it.each<[string, PanelState, string, string | undefined]>([
    ['no anchor', anchored(0), 'operation_associate', 'chooseNoneYet'],
    ['one anchor', anchored(1), 'carry_out_associate', undefined],
    ['two anchors', anchored(2), 'carry_out_pairs', undefined],
    ['two anchors and a pair that is left out', anchored(2, { leftOut: new Set(['501 1001']) }), 'carry_out_pairs', undefined],
    ['more pairs than can be reviewed at once', anchored(20, { selections: { [`associate ${contacts.id}`]: withRecords(emptySelection, someRecords(10)) } }), 'chooseReviewPairs', undefined],
    ['as many pairs as one run takes', anchored(20, { selections: { [`associate ${contacts.id}`]: withRecords(emptySelection, someRecords(500)) } }), 'chooseReviewPairs', undefined],
    ['more pairs than one run takes', anchored(20, { selections: { [`associate ${contacts.id}`]: withRecords(emptySelection, someRecords(501)) } }), 'chooseReviewPairs', 'chooseTooMany'],
    ['Primary of one company', companiesAnchored(1), 'carry_out_associate', undefined],
    ['Primary of two companies', companiesAnchored(2), 'chooseReviewPairs', 'chooseOnlyOne'],
  ])('are associated, with %s', (_, state, label, reason) => {
    const [primary] = actionsIn(state);
    expect([primary?.label, primary?.reason]).toEqual([label, reason]);
  }); // prettier-ignore

  it('are counted by the button of their review, and of the retry', () => {
    const pairs = pairsOf(someRecords(2), someAnchors(2));
    const reviewed = pairs.map((pair) => ({ ...pair, status: 'new' as const }));
    expect(actionsIn({ name: 'reviewing', draft, reviewed })[0]?.label).toBe('carry_out_pairs');
    const done = finished('failed');
    const lines = pairs.map((pair) => ({ ...pair, before: 'new', outcome: 'failed' }) as const);
    const state = 'result' in done ? { ...done, result: { ...done.result, ledger: lines } } : done;
    expect(actionsIn(state)[0]?.label).toBe('resultRetryPairs');
  });
});

describe('a panel that HubSpot alone can close', () => {
  it.each(['opening', 'nothingToLink', 'choosing', 'unavailable'] as const)(
    'has no button for it: %s',
    (name) => {
      const state = { name, draft, request: 1, error: { code: 'INTERNAL', message: '' } } as PanelState;
      const session = createSession(company, new FakeSdk());
      const labels = actionsOf(state, {
        session,
        t: keys,
        copyReport: () => undefined,
        copyRest: () => undefined,
      }).map(({ label }) => label);
      expect(labels).not.toContain('close');
    },
  );
});

describe('the buttons of a result', () => {
  it.each<[LineOutcome[], string[]]>([
    [['associated'], ['result_more_associate', 'result_undo_associate', 'resultCopy', 'close']],
    [
      ['already', 'skipped'],
      ['result_more_associate', 'resultCopy', 'close'],
    ],
    [['failed'], ['resultRetry', 'resultCopy', 'close']],
    [['unconfirmed'], ['resultRetry', 'resultCopy', 'close']],
    [['not_sent'], ['resultSendRest', 'resultCopy', 'resultCopyRest', 'close']],
    [
      ['associated', 'failed', 'not_sent'],
      ['resultSendRest', 'resultRetry', 'result_undo_associate', 'resultCopy', 'resultCopyRest', 'close'],
    ],
  ])('after %j are %j', (outcomes, labels) => {
    expect(actionsIn(finished(...outcomes)).map(({ label }) => label)).toEqual(labels);
  });

  it('retry the failed and the unconfirmed records, and no others', () => {
    const fits: ((line: Line) => boolean)[] = [];
    const sendAgain = (each: (line: Line) => boolean) => Promise.resolve(void fits.push(each));
    actionsIn(finished('failed'), { ...createSession(company, new FakeSdk()), sendAgain })[0]?.run();
    const isSent = (outcome: LineOutcome) => fits[0]?.({ outcome } as Line);
    expect(lineOutcomes.filter(isSent)).toEqual(['failed', 'unconfirmed']);
  });
});
