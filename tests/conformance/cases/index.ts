import type { ConformanceCase } from '../findings';
import { batchCases } from './batches';
import { crowdCases } from './crowds';
import { definitionCases } from './definitions';
import { filterCases } from './filters';
import { labelListCases } from './label-lists';
import { labelCases } from './labels';
import { limitCases } from './limits';
import { mergeCases } from './merges';
import { noteCases } from './notes';
import { outcomeCases } from './outcomes';
import { readCases } from './reads';
import { removalCases } from './removals';
import { searchCases } from './searches';
import { suggestionCases } from './suggestions';

/** Every belief that a call can settle, by subject. The probe asks them in the order of docs/assumptions.md. */
export const cases: readonly ConformanceCase[] = [
  ...batchCases,
  ...readCases,
  ...removalCases,
  ...crowdCases,
  ...definitionCases,
  ...limitCases,
  ...labelCases,
  ...labelListCases,
  ...searchCases,
  ...mergeCases,
  ...filterCases,
  ...suggestionCases,
  ...noteCases,
  ...outcomeCases,
];
