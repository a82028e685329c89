import fc from 'fast-check';
import { type Fault, faultNames } from 'hubspot-local/crm';

/** Faults that also strike reads. They leave out faults that make a read well-formed but wrong, which no code can detect. */
export const anyFault: fc.Arbitrary<Fault> = fc.record(
  {
    name: fc.constantFrom(...faultNames.filter((name) => !/^results-|^ids-|^empty-complete|slow/.test(name))),
    on: fc.constantFrom('associate' as const, 'any' as const),
    times: fc.integer({ min: 1, max: 4 }),
    probability: fc.constantFrom(0.2, 0.6, 1),
  },
  { requiredKeys: ['name', 'on', 'times'] },
);

/** Unusual answers to writes, which the engine must interpret correctly. */
export const writeFault: fc.Arbitrary<Fault> = fc.record({
  name: fc.constantFrom(
    'results-reversed',
    'results-doubled',
    'results-forward-only',
    'results-backward-only',
    'results-missing-some',
    'results-without-labels',
    'ids-as-numbers',
    'created-201',
    'status-207',
    'empty-complete',
    'empty-complete-done',
  ),
  on: fc.constant('associate' as const),
  times: fc.integer({ min: 1, max: 9 }),
});
