import { maxRunPart, type RunLine, type RunLineResult } from '@bulk-associate/contract';
import type { Ledger, Line } from '../run/ledger';
import type { RecordKey } from '../sdk/sdk';

/** Half of HubSpot's limit for a request: what else is in it is short, but a character may take more than one byte. */
const mostCharacters = 500_000;

/** The lines of a ledger as the back end receives them, in parts that fit into one call each. */
export function partsOf(ledger: Ledger): RunLine[][] {
  const parts: RunLine[][] = [];
  let part: RunLine[] = [];
  let characters = 0;
  for (const line of ledger.map(lineOf)) {
    const { length } = JSON.stringify(line);
    if (part.length === 0 || part.length === maxRunPart || characters + length > mostCharacters) {
      parts.push((part = []));
      characters = 0;
    }
    part.push(line);
    characters += length;
  }
  return parts;
}

function lineOf({ record, anchor, before, labels, movesFrom }: Line): RunLine {
  return {
    id: record.id,
    ...(anchor && { from: anchor.id }),
    before,
    ...(labels && { labels }),
    ...(movesFrom && { movesFrom }),
  };
}

/** A line of the back end as one of a ledger. Names are those of the earlier ledger; the back end keeps ids alone. */
export function lineFrom(
  { position, id, from, ...outcome }: RunLineResult,
  { objectType }: Pick<RecordKey, 'objectType'>,
  earlier: Ledger,
): Line {
  const known = earlier[position];
  const isSame = known?.record.id === id && known.anchor?.id === from;
  const anchor = from === undefined ? undefined : { objectType, id: from, label: from };
  return {
    ...(isSame ? known : { record: { id, label: id }, ...(anchor && { anchor }) }),
    error: undefined,
    ...outcome,
  };
}
