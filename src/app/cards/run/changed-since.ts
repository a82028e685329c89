import {
  labelKey,
  maxValues,
  type LinkableObjectType,
  type RecordRef,
  type ReportedOutcome,
} from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import { undoable, type Ledger, type Line } from './ledger';
import type { Operation } from './operation';
import { inputOf, pairRun, stepwisePace, type PairContext } from './pair-runs';

/**
 * What has become of a pair since a run changed it:
 * - `gone`: it is not associated any more; `lost`: it has not the label any more;
 * - `labelled`: it has got another label, which an undo leaves, and with it the association;
 * - `again`: it is associated again; `regained`: it has the label again;
 * - `deleted`, `merged`: the selected record is gone, or has become part of another one.
 */
export type Change = 'gone' | 'lost' | 'labelled' | 'again' | 'regained' | 'deleted' | 'merged';

/** What has changed since a run. */
export interface ChangedSince {
  /** Of a merged record, the line names the one that it is part of. */
  groups: { change: Change; lines: Line[] }[];
  /** How many pairs of the run were read, of how many that an undo would change. */
  read: number;
  total: number;
}

/** The same while it is being read, or why it could not be. */
export type Since = ChangedSince | 'reading' | CallError;

/** The most pairs that are read: three calls. A person waits for them before an undo. */
const mostRead = 3_000;

/** Reads what has changed since a run, of the pairs that an undo would change. */
export async function readChangedSince(
  context: PairContext,
  { ledger, type, operation }: { ledger: Ledger; type: LinkableObjectType; operation: Operation },
): Promise<ChangedSince | CallError> {
  const all = undoable(ledger).flatMap((index) => ledger[index] ?? []);
  const lines = all.slice(0, mostRead);
  const items = lines.map((line) => inputOf(context, line));
  const { label } = operation;
  const { results, error } = await pairRun('preview_associations', context, items, { label }, stepwisePace).run(); // prettier-ignore
  if (error) return error;
  const groups = new Map<Change, Line[]>();
  const put = (change: Change, line: Line) => groups.set(change, [...(groups.get(change) ?? []), line]);
  let read = 0;
  const gone: Line[] = [];
  lines.forEach((line, index) => {
    const result = results[index];
    if (!result || result.status === 'unknown') return;
    read += 1;
    const change = changeOf(line, result, operation);
    if (change === 'gone') gone.push(line);
    else if (change) put(change, line);
  });
  const survivors = await survivorsOf(context, type, gone);
  for (const line of gone) {
    const record = survivors.get(line.record.id);
    put(record ? 'merged' : 'gone', record ? { ...line, record } : line);
  }
  return { groups: [...groups].map(([change, of]) => ({ change, lines: of })), read, total: all.length };
}

function changeOf(
  { before, given = [] }: Line,
  { status, labels }: ReportedOutcome,
  { name, label }: Operation,
): Change | undefined {
  if (status === 'not_found') return 'deleted';
  const has = label ? status === 'already_associated' : labels !== undefined;
  if (name === 'remove') {
    if (has) return label ? 'regained' : 'again';
    return label && !labels ? 'gone' : undefined;
  }
  if (!labels) return 'gone';
  if (!has) return 'lost';
  const own = [...(label ? [label] : []), ...given].map(labelKey);
  const isLabelled = before === 'new' && labels.some((each) => !own.includes(labelKey(each)));
  return isLabelled ? 'labelled' : undefined;
}

/** The records into which these were merged, by the former ids. HubSpot reads a merged record as the other one. */
async function survivorsOf(
  { call }: PairContext,
  { id: objectType }: LinkableObjectType,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, RecordRef>> {
  const values = [...new Set(lines.map(({ record }) => record.id))].slice(0, maxValues);
  const reply = values.length > 0 && (await call('resolve_records', { objectType, values }));
  if (!reply || !reply.ok) return new Map();
  const others = reply.lines.flatMap(({ value, records: [ref] }) =>
    ref && ref.id !== value ? [[value, ref] as const] : [],
  );
  return new Map(others);
}
