import fc from 'fast-check';
import type { CallFault } from './function-host';

/** What happens to one call of a function on its way. */
export const callFault: fc.Arbitrary<CallFault> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<CallFault>({ kind: 'none' }) },
  { weight: 2, arbitrary: fc.constant<CallFault>({ kind: 'cold' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      atRequest: fc.integer({ min: 1, max: 8 }),
      done: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant<CallFault>({ kind: 'answer-lost' }) },
  { weight: 2, arbitrary: fc.constant<CallFault>({ kind: 'repeated' }) },
  { weight: 1, arbitrary: fc.constant<CallFault>({ kind: 'garbled' }) },
);
