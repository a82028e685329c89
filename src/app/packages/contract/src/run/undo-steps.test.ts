import type { AssociationInput, AssociationLabel, PreviewStatus } from '../associations';
import { UndoSteps, type PairFunction, type UndoLine } from './undo-steps';

const billing: AssociationLabel = { category: 'USER_DEFINED', typeId: 9 };

interface Line extends UndoLine {
  id: string;
}

/** Undoes a run that removed a label, or without one whole associations, where pairs are now as `now` says. */
async function restore(now: Record<string, AssociationLabel[] | undefined>, label?: AssociationLabel) {
  const lines: Line[] = Object.keys(now).map((id) => ({
    id,
    before: 'already_associated',
    labels: [billing],
  }));
  const sent: [PairFunction, AssociationInput[]][] = [];
  const steps = new UndoSteps<Line, never>(
    {
      name: 'remove',
      label,
      inputOf: ({ id }) => ({ from: { id: '7' }, to: { id } }),
      send: async (uid, inputs) => {
        sent.push([uid, inputs]);
        const results = inputs.map(({ to: { id } }) => {
          const labels = now[id];
          const status: PreviewStatus = labels ? 'adds_label' : 'new';
          return {
            status: uid === 'preview_associations' ? status : 'associated',
            ...(labels && { labels }),
          };
        });
        return { ok: true, results };
      },
    },
    lines,
  );
  const reply = await steps.carryOut();
  return { sent, results: reply.ok ? reply.results : [] };
}

describe('the undo of a run that removed a label', () => {
  it('gives it back to associations that are there, and associates nothing that somebody has separated since', async () => {
    const { sent, results } = await restore({ '1': [], '2': undefined }, billing);
    expect(sent.map(([uid, inputs]) => [uid, inputs.map(({ to }) => to.id)])).toEqual([
      ['preview_associations', ['1', '2']],
      ['associate_records', ['1']],
    ]);
    expect(results).toMatchObject([
      { status: 'associated' },
      { status: 'failed', error: { category: 'ASSOCIATION_GONE', retryable: false } },
    ]);
  });
});

describe('the undo of a run that removed associations', () => {
  it('makes them again with their labels, in one call', async () => {
    const { sent } = await restore({ '1': undefined });
    expect(sent).toEqual([
      ['associate_records', [{ from: { id: '7' }, to: { id: '1' }, labels: [billing] }]],
    ]);
  });
});
