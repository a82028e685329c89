export { lineOutcomes, undoOutcomes, type LineOutcome, type UndoOutcome } from '@bulk-associate/contract';
