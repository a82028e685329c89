/** The outcomes of a selected record. Every selected record has exactly one. */
export const lineOutcomes = [
  'failed',
  'unconfirmed',
  'not_sent',
  'kept',
  'associated',
  'removed',
  'already',
  'absent',
  'skipped',
] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** The outcomes of undoing what was done to one record. `undone`: it is as it was before the run. */
export const undoOutcomes = ['undone', 'kept', 'failed', 'unconfirmed', 'not_sent'] as const;
export type UndoOutcome = (typeof undoOutcomes)[number];
