import type { AssociationLabel, PreviewStatus, ReportedOutcome } from '@bulk-associate/contract';
import type { Call } from '../sdk/sdk';
import { FakeClock } from '../testing/fake-sdk';
import { contacts } from '../testing/fake-functions';
import { readChangedSince, type Change } from './changed-since';
import type { Line } from './ledger';
import type { Operation } from './operation';

const billing: AssociationLabel = { category: 'USER_DEFINED', typeId: 9 };
const advised: AssociationLabel = { category: 'USER_DEFINED', typeId: 11 };
const primary: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 2 };
const label = { ...billing, name: 'Billing' };

type Now = Pick<ReportedOutcome, 'labels'> & { status: PreviewStatus };
const absent: Now = { status: 'new' };
const linked = (...labels: AssociationLabel[]): Now => ({ status: 'already_associated', labels });
const unlabelled = (...labels: AssociationLabel[]): Now => ({ status: 'adds_label', labels });

/** Reads what has changed of pairs of a company with the contacts 1, 2 …, which are now as `now` says. */
async function read(operation: Operation, lines: Partial<Line>[], now: (id: string) => Now | undefined) {
  const calls: { uid: string; parameters: unknown }[] = [];
  const call = (async (uid: string, parameters: never) => {
    calls.push({ uid, parameters });
    const { inputs, values } = parameters as { inputs?: { to: { id: string } }[]; values?: string[] };
    if (inputs) {
      const outcomes = inputs.map(({ to }) => ({ to, ...(now(to.id) ?? { status: 'unknown' }) }));
      return { ok: true, outcomes };
    }
    // Contact 13 is part of contact 99 by now.
    const recordOf = (id: string) => ({ id: id === '13' ? '99' : id, label: `Contact ${id}` });
    return {
      ok: true,
      lines: values?.map((value) => ({ value, status: 'found', records: [recordOf(value)] })),
    };
  }) as Call;
  const ledger = lines.map((line, n): Line => {
    const id = String(n + 1);
    const outcome = operation.name === 'associate' ? 'associated' : 'removed';
    return { record: { id, label: id }, before: 'new', outcome, ...line };
  });
  const context = { from: { objectType: '0-2', id: '7' }, toObjectType: '0-1', call, clock: new FakeClock() };
  const since = await readChangedSince(context, { ledger, type: contacts, operation });
  return { since, calls };
}

const associate: Operation = { name: 'associate' };
const give: Operation = { name: 'associate', label };
const remove: Operation = { name: 'remove' };
const take: Operation = { name: 'remove', label };

it.each<[string, Operation, Partial<Line>, Now | undefined, Change | undefined]>([
  ['is as the run left it', associate, {}, linked(), undefined],
  ['has the label that HubSpot gave it', associate, { given: [primary] }, linked(primary), undefined],
  ['was removed', associate, {}, absent, 'gone'],
  ['was removed, and has no room any more', associate, {}, { status: 'over_limit' }, 'gone'],
  ['is of a deleted record', associate, {}, { status: 'not_found' }, 'deleted'],
  ['has got a label', associate, { given: [primary] }, linked(primary, advised), 'labelled'],
  ['could not be read', associate, {}, undefined, undefined],
  ['has the label of the run', give, {}, linked(billing), undefined],
  ['has lost the label of the run', give, {}, unlabelled(), 'lost'],
  ['has lost the label that it got', give, { before: 'adds_label' }, unlabelled(advised), 'lost'],
  ['had another label, and has it', give, { before: 'adds_label' }, linked(advised, billing), undefined],
  ['has got another label beside that of the run', give, {}, linked(billing, advised), 'labelled'],
  ['was removed with the label of the run', give, {}, absent, 'gone'],
  ['is still removed', remove, { labels: [] }, absent, undefined],
  ['is associated again', remove, { labels: [] }, linked(advised), 'again'],
  ['is of a record that was deleted', remove, { labels: [] }, { status: 'not_found' }, 'deleted'],
  ['is without the label that was taken', take, { labels: [billing] }, unlabelled(), undefined],
  ['has the label again', take, { labels: [billing] }, linked(billing), 'regained'],
  ['is gone with the label that was taken', take, { labels: [billing] }, absent, 'gone'],
])('a pair that %s', async (_, operation, line, now, change) => {
  const { since } = await read(operation, [line], () => now);
  expect(since).toMatchObject({
    groups: change ? [{ change, lines: [{ record: { id: '1' } }] }] : [],
    read: now ? 1 : 0,
    total: 1,
  });
});

describe('what has changed since a run', () => {
  it('is read of the pairs that an undo would change alone', async () => {
    const lines: Partial<Line>[] = [{}, { outcome: 'failed' }, { before: 'already_associated', outcome: 'already' }, { undo: { outcome: 'undone' } }]; // prettier-ignore
    const { since, calls } = await read(associate, lines, () => absent);
    expect(since).toMatchObject({ total: 1, groups: [{ change: 'gone', lines: [{ record: { id: '1' } }] }] });
    expect(calls.map(({ uid }) => uid)).toEqual(['preview_associations', 'resolve_records']);
  });

  it('names the record that a merged one is part of', async () => {
    const { since } = await read(associate, new Array<object>(13).fill({}), (id) =>
      Number(id) > 11 ? absent : linked(),
    );
    expect(since).toMatchObject({
      groups: [
        { change: 'gone', lines: [{ record: { id: '12' } }] },
        { change: 'merged', lines: [{ record: { id: '99' } }] },
      ],
    });
  });

  it('takes three calls of a large run, and says how much of it was read', async () => {
    const { since, calls } = await read(associate, new Array<object>(10_000).fill({}), () => linked());
    expect(since).toEqual({ groups: [], read: 3_000, total: 10_000 });
    expect(calls).toHaveLength(3);
  });
});
