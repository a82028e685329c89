import {
  maxSuggested,
  type RecordRef,
  type SuggestedRecord,
  type Suggestion,
  type SuggestParameters,
} from '@bulk-associate/contract';
import { labelPropertiesOf, nameLabelsOf } from './record-labels';
import { readRecords, recordsPerRead } from './records';
import type { Run } from './run';
import type { Reply } from './send-request';
import { isOwnType, type SharedRecords } from './shared-records';

/** The elements of all lists, by turns, each once. */
export function byTurns<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return [
    ...new Set(
      Array.from({ length: longest }, (_, turn) =>
        lists.flatMap((list) => list.slice(turn, turn + 1)),
      ).flat(),
    ),
  ];
}

/**
 * Makes suggestions of records that share neighbours with a record. Reads their names, which shows that they still exist,
 * and those of the records between. The calls that are left decide how many records are read: each type between has its
 * share of them.
 */
export async function sharedSuggestions(
  run: Run,
  { toObjectType }: SuggestParameters,
  found: SharedRecords[],
  failed: (reply: Reply) => void,
): Promise<Suggestion[]> {
  const groups = found.filter(({ records }) => records.size > 0);
  if (groups.length === 0) return [];
  const unnamed = groups.filter(({ through }) => through.some(({ label }) => label === undefined)).length;
  // The status of a ticket takes a call: where the calls are short, its name will do.
  const isShort = run.callsLeft < 2 + unnamed && isOwnType(toObjectType);
  const labelProperties = isShort ? nameLabelsOf(toObjectType) : await labelPropertiesOf(run, toObjectType);
  const reads = Math.max(1, run.callsLeft - unnamed);
  const asked = byTurns(groups.map(({ records }) => [...records.keys()].slice(0, maxSuggested))).slice(
    0,
    reads * recordsPerRead,
  );
  const of = groups.map((group) => suggestionOf(group, asked));
  const [states, ...names] = await Promise.all([
    readRecords(run, toObjectType, asked, { labelProperties }),
    ...of.map(({ throughType, between }) => namesOf(run, throughType, between)),
  ]);
  const suggestions = of.flatMap(({ throughType, between, ids, more }, index): Suggestion[] => {
    const records = ids.flatMap(([id, through]): SuggestedRecord[] => {
      const state = states.get(id);
      // A record that was merged into another is read as the other.
      return typeof state === 'object' && state.ref.id === id ? [{ ...state.ref, through }] : [];
    });
    if (records.length === 0) return [];
    const through = between.map(({ id, label }) => names[index]?.get(id) ?? { id, label: label ?? id });
    return [{ reason: 'shared_record', through, throughType, records, ...more }];
  });
  if (suggestions.length === 0 && [...states.values()].includes('unknown')) failed({ kind: 'not_sent' });
  return suggestions;
}

/** What is suggested of a group, of the records that are asked for: with the records between that these have. */
function suggestionOf({ throughType, through, records, isWhole }: SharedRecords, asked: string[]) {
  const of = asked.filter((id) => records.has(id));
  const used = [...new Set(of.flatMap((id) => records.get(id) ?? []))].sort((a, b) => a - b);
  const ids = of.map((id): [string, number[]] => [
    id,
    (records.get(id) ?? []).map((position) => used.indexOf(position)),
  ]);
  const isMore = !isWhole || records.size > of.length;
  const more = { more: isMore, ...(isMore && isWhole && { total: records.size }) };
  return { throughType, between: used.flatMap((position) => through[position] ?? []), ids, more };
}

/** The names of the records between, where they are not known. */
async function namesOf(
  run: Run,
  objectType: string,
  between: SharedRecords['through'],
): Promise<Map<string, RecordRef>> {
  const ids = between.flatMap(({ id, label }) => (label === undefined ? [id] : []));
  const states = await readRecords(run, objectType, ids, { labelProperties: nameLabelsOf(objectType) });
  return new Map(
    [...states].flatMap(([id, state]): [string, RecordRef][] =>
      typeof state === 'object' ? [[id, state.ref]] : [],
    ),
  );
}
