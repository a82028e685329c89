import type {
  AssociateParameters,
  AssociationLabel,
  PairsParameters,
  PreviewStatus,
} from '@bulk-associate/contract';
import { contacts, FakeFunctions, labels, someAnchors, someRecords } from '../testing/fake-functions';
import { FakeClock } from '../testing/fake-sdk';
import { readAfterRun } from './after-run';
import { enterAfterRun, enterRun, indexesOf, openLedger, undoable, type Line } from './ledger';
import type { Operation } from './operation';
import { operationRun, previewRun } from './pair-runs';
import { pairKey, pairsOf } from './pairs';
import { undoRun } from './undo-run';

const associate: Operation = { name: 'associate' };
const [decisionMaker, primary] = labels;
const idOf = ({ category, typeId }: AssociationLabel) => ({ category, typeId });

function context(functions: FakeFunctions) {
  const from = { objectType: '0-2', id: '7' };
  return { from, toObjectType: '0-1', call: functions.call, clock: new FakeClock() };
}

const sent = (functions: FakeFunctions) =>
  functions.calls.map(({ uid, parameters }) => ({ uid, ...(parameters as PairsParameters) }));

const line = (more: Partial<Line>): Line => ({
  record: { id: '1001', label: 'Record 1' },
  before: 'new',
  outcome: 'associated',
  ...more,
});

describe('the runs over pairs', () => {
  it('send pairs from the record being viewed to the others', async () => {
    const functions = new FakeFunctions();
    await operationRun(context(functions), associate, pairsOf(someRecords(1))).run();
    await operationRun(context(functions), { name: 'remove' }, pairsOf(someRecords(1))).run();
    await previewRun(context(functions), associate, pairsOf(someRecords(1))).run();
    await undoRun(context(functions), associate, [line({})]).run();
    expect(functions.calls).toHaveLength(4);
    for (const each of sent(functions)) {
      expect(each).toMatchObject({
        fromObjectType: '0-2',
        toObjectType: '0-1',
        inputs: [{ from: { id: '7' }, to: { id: '1001' } }],
      });
    }
  });

  it('pass the batch size of an answer to the next call', async () => {
    const functions = new FakeFunctions();
    await operationRun(context(functions), associate, pairsOf(someRecords(300))).run();
    const sizes = functions.calls.map(({ parameters }) => (parameters as AssociateParameters).batchSize);
    expect(sizes).toEqual([undefined, 100]);
  });

  it('send again what is unknown in an answer that was stopped early, but not in a complete one', async () => {
    const functions = new FakeFunctions();
    const stopped = { code: 'RATE_LIMITED', message: '…' } as const;
    let calls = 0;
    functions.replace('preview_associations', ({ inputs }) => {
      calls += 1;
      const outcomes = inputs.map((input) => ({ ...input, status: 'unknown' as const }));
      return { ok: true, outcomes, ...(calls === 1 && { stopped }) };
    });
    const { results } = await previewRun(context(functions), associate, pairsOf(someRecords(2))).run();
    expect(calls).toBe(2);
    expect(results.map((result) => result?.status)).toEqual(['unknown', 'unknown']);
  });

  it.each<[string, Operation, object]>([
    ['an association', associate, {}],
    ['a label', { name: 'associate', label: decisionMaker }, { label: idOf(decisionMaker) }],
    ['the removal of a whole association', { name: 'remove' }, { labelled: 'remove' }],
    ['the removal of a label', { name: 'remove', label: decisionMaker }, { label: idOf(decisionMaker) }],
  ])('say what is asked for: %s', async (_, operation, options) => {
    const functions = new FakeFunctions();
    await operationRun(context(functions), operation, pairsOf(someRecords(1))).run();
    const [{ label, labelled }] = functions.calls.map(({ parameters }) => parameters) as [
      { label?: unknown; labelled?: unknown },
    ];
    expect({ label, labelled }).toEqual({ label: undefined, labelled: undefined, ...options });
  });
});

describe('the limits of the record being viewed', () => {
  it.each([
    ['associations', associate, { associations: 260 }, ['new'], 260],
    ['a label', { name: 'associate', label: decisionMaker }, { label: 3 }, ['new', 'adds_label'], 3],
    ['a label, where the association exists', { name: 'associate', label: decisionMaker }, { associations: 0 }, ['adds_label'], 300],
    ['associations, of which some exist', { name: 'associate', label: decisionMaker }, { associations: 150 }, ['adds_label', 'new'], 300],
    ['none that is known', associate, undefined, ['new'], 300],
  ] as const)('are counted over all calls of a preview: %s', async (_, operation, room, statuses, allowed) => {
    const functions = new FakeFunctions();
    functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input, at) => ({ ...input, status: statuses[at % statuses.length] ?? 'new' })),
      ...(room && { room }),
    }));
    const { results } = await previewRun(context(functions), operation, pairsOf(someRecords(300))).run();
    expect(functions.calls.length).toBeGreaterThan(1);
    const over = results.map((result) => result?.status === 'over_limit');
    expect(over).toEqual(someRecords(300).map((_, at) => at >= allowed));
  }); // prettier-ignore
});

describe('the limits that a preview reports', () => {
  it.each([
    ['associations', associate],
    ['label', { name: 'associate', label: decisionMaker }],
  ] as const)('are the least of several answers, for %s: another run may use them up meanwhile', async (limit, operation) => {
    const functions = new FakeFunctions();
    let calls = 0;
    functions.replace('preview_associations', ({ inputs }) => {
      calls += 1;
      const outcomes = inputs.map((input) => ({ ...input, status: 'new' as const }));
      return { ok: true, outcomes, room: { [limit]: calls === 1 ? 20 : 500 } };
    });
    const { results } = await previewRun(context(functions), operation, pairsOf(someRecords(300))).run();
    expect(results.filter((result) => result?.status === 'new')).toHaveLength(20);
  }); // prettier-ignore

  it('leave no Primary to move in a pair that is over them', async () => {
    const functions = new FakeFunctions();
    const movesFrom = { from: { id: '9' }, to: { id: '1001' } };
    functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input) => ({ ...input, status: 'new' as const, movesFrom })),
      room: { label: 1 },
    }));
    const { results } = await previewRun(context(functions), { name: 'associate', label: primary }, pairsOf(someRecords(2))).run(); // prettier-ignore
    expect(results).toMatchObject([{ status: 'new', movesFrom }, { status: 'over_limit' }]);
    expect(results[1]?.movesFrom).toBeUndefined();
  });
});

describe('the pairs of several anchors', () => {
  const anchors = someAnchors(2);
  const pairs = pairsOf(someRecords(2), anchors);
  const ids = (functions: FakeFunctions) =>
    sent(functions).flatMap(({ inputs }) => inputs.map(({ from, to }) => `${from.id} ${to.id}`));

  it('are each record with each anchor, record by record, from the type of the anchors', async () => {
    const functions = new FakeFunctions();
    const of = { ...context(functions), from: anchors[0] ?? { objectType: '', id: '' } };
    await operationRun(of, associate, pairs).run();
    expect(ids(functions)).toEqual(['501 1001', '502 1001', '501 1002', '502 1002']);
    expect(sent(functions)[0]?.fromObjectType).toBe('0-3');
  });

  it('are undone one by one: only the pairs that the run created', async () => {
    const functions = new FakeFunctions();
    functions.linked.add('501 1001');
    const reviewed = await previewRun(context(functions), associate, pairs).run();
    const ledger = openLedger(
      pairs.map((pair, at) => ({
        ...pair,
        status: (reviewed.results[at]?.status ?? 'unknown') as PreviewStatus,
      })),
      associate,
    );
    const indexes = indexesOf(ledger, ({ outcome }) => outcome === 'not_sent');
    const lines = indexes.flatMap((index) => ledger[index] ?? []);
    const entered = enterRun(ledger, indexes, await operationRun(context(functions), associate, lines).run(), associate); // prettier-ignore
    expect(functions.linked.size).toBe(4);
    const undone = undoable(entered).flatMap((index) => entered[index] ?? []);
    expect(undone.map(pairKey)).toEqual(['502 1001', '501 1002', '502 1002']);
    await undoRun(context(functions), associate, undone).run();
    expect([...functions.linked]).toEqual(['501 1001']);
  });

  it('are counted against the limits of their own anchor, over all calls of a preview', async () => {
    const functions = new FakeFunctions();
    functions.replace('preview_associations', ({ inputs }) => ({
      ok: true,
      outcomes: inputs.map((input) => ({ ...input, status: 'new' as const })),
      rooms: { '501': { associations: 150 } },
    }));
    const many = pairsOf(someRecords(300), anchors);
    const { results } = await previewRun(context(functions), associate, many).run();
    expect(functions.calls.length).toBeGreaterThan(1);
    const over = many.filter((_, at) => results[at]?.status === 'over_limit');
    expect(over).toEqual(many.filter(({ anchor }) => anchor?.id === '501').slice(150));
  });

  it('have each what HubSpot gave it by itself, also where a record is in several pairs', async () => {
    const functions = new FakeFunctions();
    const companiesOf = pairsOf(someRecords(1), anchors.map((each) => ({ ...each, objectType: '0-2' }))); // prettier-ignore
    const lines = companiesOf.map((pair) => ({ ...pair, before: 'new', outcome: 'associated' }) as const);
    functions.linked.add('501 1001').add('502 1001');
    functions.labels.set('501 1001', [idOf(primary)]);
    const after = await readAfterRun(context(functions), contacts, associate, lines);
    expect(enterAfterRun(lines, after).map(({ given }) => given)).toEqual([[idOf(primary)], []]);
  });
});

describe('the calls of a run', () => {
  it.each<[string, Operation, number[]]>([
    ['an association', associate, [200, 400, 400, 1000]],
    ['a label', { name: 'associate', label: decisionMaker }, [1000, 1000]],
    ['a removal', { name: 'remove' }, [1000, 1000]],
  ])('for %s begin small only where a small call costs no further requests', async (_, operation, sizes) => {
    const functions = new FakeFunctions();
    await operationRun(context(functions), operation, pairsOf(someRecords(2000))).run();
    expect(sent(functions).map(({ inputs }) => inputs.length)).toEqual(sizes);
  });
});

describe('undoing', () => {
  it('removes a new association with the labels that came with it, and no other label', async () => {
    const functions = new FakeFunctions();
    const operation: Operation = { name: 'associate', label: decisionMaker };
    await undoRun(context(functions), operation, [line({ given: [idOf(primary)] })]).run();
    expect(sent(functions)).toMatchObject([
      {
        uid: 'remove_associations',
        inputs: [{ to: { id: '1001' }, labels: [idOf(decisionMaker), idOf(primary)] }],
      },
    ]);
    expect(sent(functions)[0]).not.toHaveProperty('label');
    expect(sent(functions)[0]).not.toHaveProperty('labelled');
  });

  it('takes only the label from an association that existed before', async () => {
    const functions = new FakeFunctions();
    const operation: Operation = { name: 'associate', label: decisionMaker };
    await undoRun(context(functions), operation, [line({ before: 'adds_label', labels: [] })]).run();
    expect(sent(functions)).toMatchObject([{ uid: 'remove_associations', label: idOf(decisionMaker) }]);
  });

  describe('where Primary was moved', () => {
    const operation: Operation = { name: 'associate', label: primary };
    const movesFrom = { from: { id: '8' }, to: { id: '1001' } };
    /** Undoes the move, with what a read shows of the association that had Primary, and of the one that got it. */
    async function undoMove(
      former: PreviewStatus,
      here: PreviewStatus = 'already_associated',
      functions = new FakeFunctions(),
    ) {
      functions.replace('preview_associations', ({ inputs }) => ({
        ok: true,
        outcomes: inputs.map((input) => ({ ...input, status: input.from.id === '8' ? former : here })),
      }));
      const { results } = await undoRun(context(functions), operation, [line({ movesFrom })]).run();
      const writes = sent(functions).filter(({ uid }) => uid !== 'preview_associations');
      return { statuses: results.map((result) => result?.status), writes };
    }

    it('gives it back before it takes the rest away', async () => {
      const { writes } = await undoMove('adds_label');
      expect(writes.map(({ uid, inputs, label }) => [uid, inputs[0]?.from.id, label])).toEqual([
        ['associate_records', '8', idOf(primary)],
        ['remove_associations', '7', undefined],
      ]);
    });

    it.each<[string, PreviewStatus, PreviewStatus]>([
      ['a person gave it to a third record', 'adds_label', 'adds_label'],
      ['the association that had it was removed', 'new', 'already_associated'],
      ['it was given back already', 'already_associated', 'adds_label'],
    ])('does not give it back if %s', async (_, former, here) => {
      const { writes, statuses } = await undoMove(former, here);
      expect(writes.map(({ uid }) => uid)).toEqual(['remove_associations']);
      expect(statuses).toEqual(['removed']);
    });

    it('leaves it where it is, if it cannot be given back', async () => {
      const functions = new FakeFunctions();
      functions.refused.add('1001');
      const { writes, statuses } = await undoMove('adds_label', 'already_associated', functions);
      expect(writes.map(({ uid }) => uid)).toEqual(['associate_records']);
      expect(statuses).toEqual(['failed']);
    });

    it.each<[PreviewStatus, PreviewStatus]>([
      ['unknown', 'already_associated'],
      ['adds_label', 'unknown'],
    ])('changes nothing, if HubSpot does not say who has it: %s, %s', async (former, here) => {
      const { writes, statuses } = await undoMove(former, here);
      expect(writes).toEqual([]);
      expect(statuses).toEqual(['unconfirmed']);
    });
  });

  it('associates again what was removed, with the labels that it had', async () => {
    const functions = new FakeFunctions();
    functions.linked.add('1001').add('1002');
    functions.labels.set('1002', [idOf(decisionMaker), idOf(primary)]);
    const remove: Operation = { name: 'remove' };
    const records = someRecords(2);
    const before = openLedger(
      records.map((record) => ({ record, status: 'already_associated' as const })),
      remove,
    );
    const ending = await operationRun(context(functions), remove, before).run();
    const ledger = enterRun(before, [0, 1], ending, remove);
    expect(functions.linked.size).toBe(0);
    await undoRun(context(functions), remove, ledger).run();
    expect(functions.linked).toEqual(new Set(['1001', '1002']));
    expect(functions.labels.get('1002')).toEqual([idOf(decisionMaker), idOf(primary)]);
  });
});
