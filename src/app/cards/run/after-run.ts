import { mayBecomePrimary, type LinkableObjectType } from '@bulk-associate/contract';
import type { AfterRun, Ledger, Line } from './ledger';
import type { Operation } from './operation';
import { pairsPreviewRun, previewRun, type PairContext } from './pair-runs';
import { pairKey } from './pairs';

/**
 * Reads what HubSpot did by itself in a run: it makes the first company of a record its Primary, and takes Primary from the
 * company that had it. An undo removes a label that came with an association; one that a person gave later keeps it.
 */
export async function readAfterRun(
  context: PairContext,
  type: LinkableObjectType,
  operation: Operation,
  ledger: Ledger,
): Promise<ReadonlyMap<string, AfterRun>> {
  const after = new Map<string, AfterRun>();
  if (operation.name !== 'associate' || !mayBecomePrimary(context.from.objectType, type.id)) return after;
  const done = ledger.filter(({ outcome }) => outcome === 'associated');
  const set = (line: Line, more: AfterRun) =>
    after.set(pairKey(line), { ...after.get(pairKey(line)), ...more });

  // What was read after an earlier part of the run is not read again: a person may have given a label since.
  const made = done.filter(({ before, given }) => before === 'new' && given === undefined);
  const labels = await previewRun(context, { name: 'associate' }, made).run();
  made.forEach((line, index) => {
    const given = labels.results[index]?.labels?.filter(({ category }) => category === 'HUBSPOT_DEFINED');
    if (given) set(line, { given });
  });

  const moved = done.filter(({ movesFrom }) => movesFrom);
  const formers = await pairsPreviewRun(context, operation, moved.flatMap(({ movesFrom }) => movesFrom ?? [])).run(); // prettier-ignore
  moved.forEach((line, index) => {
    const status = formers.results[index]?.status;
    if (status !== undefined && status !== 'unknown')
      set(line, { isPrimaryKept: status === 'already_associated' });
  });
  return after;
}
