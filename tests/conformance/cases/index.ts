import type { ConformanceCase } from '../findings';
import { batchCases } from './batches';
import { definitionCases } from './definitions';
import { filterCases } from './filters';
import { labelCases } from './labels';
import { limitCases } from './limits';
import { noteCases } from './notes';
import { outcomeCases } from './outcomes';
import { readCases } from './reads';
import { removalCases } from './removals';
import { searchCases } from './searches';
import { suggestionCases } from './suggestions';

/** Every belief that a call can settle, in the order in which they are settled. */
export const cases: readonly ConformanceCase[] = [
  ...batchCases,
  ...readCases,
  ...removalCases,
  ...definitionCases,
  ...limitCases,
  ...labelCases,
  ...searchCases,
  ...filterCases,
  ...suggestionCases,
  ...noteCases,
  ...outcomeCases,
];
