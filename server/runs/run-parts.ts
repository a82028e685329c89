import { maxInputs } from '@bulk-associate/contract';
import type { Queries } from '../storage';
import {
  countLines,
  isOpen,
  markSent,
  noCounts,
  sumOf,
  type Counts,
  type Revision,
  type StoredLine,
} from './stored-line';

/** The most rows of `run_parts` that a turn reads. */
export const partsOfTurn = 8;

/** A row of `run_parts` in a turn. */
export interface Part {
  position: number;
  lines: StoredLine[];
  /** The counts as they are stored. */
  counts: Counts;
  isChanged: boolean;
}

/** A line of a part. */
export interface Place {
  part: Part;
  index: number;
}

/** Which parts a turn reads: those with lines of these outcomes, or with lines that can be undone. */
type PartsWith = readonly string[] | 'undoable';

/** The next parts for a turn: the first alone, if its lines that fit are enough. Mostly they are. */
export async function readParts(
  queries: Queries,
  { run, reached }: { run: string; reached: number },
  which: PartsWith,
  fits: (line: StoredLine) => boolean,
): Promise<Part[]> {
  const first = await partsFrom(queries, { run, reached, which, limit: 1 });
  const [part] = first;
  if (!part || placesOf(first, fits).length >= maxInputs) return first;
  const others = { run, reached: part.position + 1, which, limit: partsOfTurn - 1 };
  return [...first, ...(await partsFrom(queries, others))];
}

async function partsFrom(
  { query }: Queries,
  { run, reached, which, limit }: { run: string; reached: number; which: PartsWith; limit: number },
): Promise<Part[]> {
  const isUndo = which === 'undoable';
  const rows = await query<Pick<Part, 'position' | 'lines'>>(
    `SELECT position, lines FROM run_parts
     WHERE run_id = $1 AND position >= $2 AND CASE WHEN $3 THEN undoable > 0 ELSE outcomes ?| $4::text[] END
     ORDER BY position LIMIT $5`,
    [run, reached, isUndo, isUndo ? [] : which, limit],
  );
  return rows.map((row) => ({ ...row, counts: countLines(row.lines), isChanged: false }));
}

/** Stores a part, if it has changed. Returns by how much its counts have. */
export async function storePart({ query }: Queries, run: string, part: Part): Promise<Counts> {
  if (!part.isChanged) return noCounts;
  const counts = countLines(part.lines);
  await query(
    `UPDATE run_parts SET lines = $3::jsonb, outcomes = $4::jsonb, undone = $5::jsonb, undoable = $6
     WHERE run_id = $1 AND position = $2`,
    [
      run,
      part.position,
      JSON.stringify(part.lines),
      JSON.stringify(counts.outcomes),
      JSON.stringify(counts.undone),
      counts.undoable,
    ],
  );
  const difference = sumOf(counts, part.counts, -1);
  Object.assign(part, { counts, isChanged: false });
  return difference;
}

/** Marks the lines that a crashed instance was sending. */
export function markFlight(parts: readonly Part[], flight: readonly number[], of: Revision): void {
  const positions = new Set(flight);
  for (const place of placesOf(parts, (line) => isOpen(line, of))) {
    if (positions.has(place.part.position + place.index)) change(place, markSent(lineAt(place), of));
  }
}

/** The places of the lines that fit, in order. */
export function placesOf(parts: readonly Part[], fits: (line: StoredLine) => boolean): Place[] {
  return parts.flatMap((part) => part.lines.flatMap((line, index) => (fits(line) ? [{ part, index }] : [])));
}

/** The line at a place. */
export function lineAt({ part, index }: Place): StoredLine {
  const line = part.lines[index];
  if (!line) throw new RangeError('There is no such line.');
  return line;
}

/** Replaces the line at a place. */
export function change({ part, index }: Place, line: StoredLine): void {
  part.lines[index] = line;
  part.isChanged = true;
}
