import type { Ledger, Line } from '../run/ledger';

/** Where a chosen record stands after the run and its undoing; first what asks for attention. */
export const standings = [
  'failed',
  'unconfirmed',
  'not_sent',
  'undo_failed',
  'undo_unconfirmed',
  'undo_not_sent',
  'kept',
  'associated',
  'removed',
  'already',
  'skipped',
] as const;
export type Standing = (typeof standings)[number];

/** Where one record stands. */
export function standingOf({ fate, undo }: Line): Standing {
  switch (undo?.fate) {
    case undefined:
      return fate;
    case 'removed':
    case 'kept':
      return undo.fate;
    case 'failed':
      return 'undo_failed';
    case 'unconfirmed':
      return 'undo_unconfirmed';
    case 'not_sent':
      return 'undo_not_sent';
  }
}

/** The lines of each standing that any line has. */
export function byStanding(ledger: Ledger): { standing: Standing; lines: Line[] }[] {
  const lines = new Map<Standing, Line[]>(standings.map((standing) => [standing, []]));
  for (const line of ledger) lines.get(standingOf(line))?.push(line);
  return [...lines].flatMap(([standing, of]) => (of.length > 0 ? [{ standing, lines: of }] : []));
}
