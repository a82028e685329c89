import fc from 'fast-check';
import type { AssociationInput, AssociationLabel, OutcomeError } from '@bulk-associate/contract';
import { apiVersions, associate, remove, type ApiVersion } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, Random, seededId } from 'hubspot-local/crm';
import { difference, linksOf, restore, type Links } from '../campaign/links';
import { anyFault, writeFault } from '../fault-arbitraries';
import { hubspotOf } from './crm-environment';
import { labelsOf, setLabels, wordsOf } from './labelled-links';

/**
 * The number of pairs in all; `npm run campaign` raises it. fast-check prints the seed of a failure, and shrinks none: see
 * truth.test.ts.
 */
const pairsWanted = Number(process.env['PROPERTY_PAIRS'] ?? 9_000) / 3;
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now());

const crm = createCrm();
const untouched = linksOf(crm.state);
const types = { fromObjectType: '0-2', toObjectType: '0-1' };
const companies = Array.from({ length: 600 }, (_, n) => seededId('company', n));
const contacts = Array.from({ length: 2_000 }, (_, n) => seededId('contact', n));

const primary: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 2 };
const labels: AssociationLabel[] = [
  primary,
  { category: 'USER_DEFINED', typeId: 932 },
  { category: 'USER_DEFINED', typeId: 2 },
];

const idFrom = (ids: string[]) =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom('7', '9223372036854775807') },
  );
const many = { minLength: 1, maxLength: 400, size: 'max' } as const;
const inputs: fc.Arbitrary<AssociationInput[]> = fc.oneof(
  fc
    .tuple(idFrom(companies), fc.array(idFrom(contacts), many))
    .map(([from, tos]) => tos.map((to): AssociationInput => ({ from: { id: from }, to: { id: to } }))),
  fc.array(
    fc.record({ from: fc.record({ id: idFrom(companies) }), to: fc.record({ id: idFrom(contacts) }) }),
    many,
  ),
);

const scenario = fc.record({
  inputs,
  label: fc.constantFrom(...labels),
  /** How many of the pairs are linked beforehand, with any labels. */
  labelledShare: fc.constantFrom(0, 0.1, 0.6),
  faults: fc.array(fc.oneof(anyFault, writeFault), { maxLength: 4 }),
  partialFailure: fc.constantFrom('207' as const, '200' as const, '400-whole-batch' as const),
  maxInputs: fc.constantFrom(2_000, 500, 100),
  labelRules: fc.record({
    replaced: fc.constantFrom('all' as const, 'custom' as const, 'none' as const),
    firstCompany: fc.constantFrom('stays-plain' as const, 'becomes-primary' as const),
    unlinkedPairs: fc.constantFrom('are-ignored' as const, 'are-refused' as const),
  }),
  /** Whether the schemas, which tell which labels of two directions are one, can be read. */
  hasSchemas: fc.boolean(),
  version: fc.constantFrom<ApiVersion>(...apiVersions),
  chance: fc.integer(),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const keyOf = ({ from, to }: AssociationInput) => `${from.id}>${to.id}`;
const exists = ({ from, to }: AssociationInput) => companies.includes(from.id) && contacts.includes(to.id);
const pairKeys = ({ from, to }: AssociationInput) => [
  `0-2/${from.id} > 0-1/${to.id}`,
  `0-1/${to.id} > 0-2/${from.id}`,
];

/** Links some of the pairs, with any labels. A contact has one Primary company. */
function prepare({ inputs, labelledShare, partialFailure, maxInputs, labelRules, chance }: Scenario): Links {
  crm.faults.clear();
  crm.change({ partialFailure, maxInputs, labelRules });
  const random = new Random(chance);
  const withPrimary = new Set<string>();
  for (const input of inputs.filter(exists)) {
    if (random.next() >= labelledShare) continue;
    const some = labels.filter((label) => random.next() < 0.5 && (label !== primary || !hasPrimary(input)));
    if (some.includes(primary)) withPrimary.add(input.to.id);
    setLabels(crm, types, input, some);
  }
  return linksOf(crm.state);

  function hasPrimary({ to }: AssociationInput): boolean {
    const own = companies.some((id) =>
      labelsOf(crm, types, { from: { id }, to })?.includes(wordsOf(primary)),
    );
    return own || withPrimary.has(to.id);
  }
}

function run({ faults, hasSchemas, version, chance }: Pick<Scenario, 'faults' | 'hasSchemas' | 'version' | 'chance'>) {
  if (!hasSchemas) crm.faults.add({ name: 'missing-scopes-403', on: 'schemas' });
  for (const one of faults) crm.faults.add(one);
  crm.calls.length = 0;
  const time = new VirtualTime();
  const random = new Random(chance);
  return { time, hubspot: hubspotOf(crm, time, () => random.next(), version) };
} // prettier-ignore

const wordsIn = (links: Links, key: string) =>
  (links.get(key) ?? []).flatMap((type) => (type.label === null ? [] : [wordsOf(type)]));

/** What happened to the labels of the links: which were lost, and which links of other pairs changed in any way. */
function damage(before: Links, inputs: readonly AssociationInput[], may: { move: boolean }) {
  const after = linksOf(crm.state);
  const { added, lost, changed } = difference(before, after);
  const own = new Set(inputs.flatMap(pairKeys));
  const movable = (words: string) => may.move && /^HUBSPOT_DEFINED [12]$/.test(words);
  const lostLabels = changed.flatMap((key) =>
    wordsIn(before, key)
      .filter((words) => !wordsIn(after, key).includes(words) && !movable(words))
      .map((words) => `${key}: ${words}`),
  );
  const others = [...added, ...changed.filter((key) => !may.move || wordsIn(after, key).length > wordsIn(before, key).length)].filter((key) => !own.has(key)); // prettier-ignore
  return { lost, lostLabels, others };
}

const wereReadsAnswered = () =>
  !crm.calls.some(({ kind, fault }) => kind === 'readAssociations' && fault !== undefined);
const isRefusedBeforehand = (error: OutcomeError | undefined) =>
  error?.message.startsWith('A record has this label once') ?? false;

describe('whatever HubSpot answers to labels', () => {
  it(`no label is lost, and every pair has one true outcome (seed ${seed})`, async () => {
    let pairs = 0;
    const property = fc.asyncProperty(scenario, async (one) => {
      const { inputs, label } = one;
      pairs += inputs.length;
      const before = prepare(one);
      const parameters = { ...types, inputs, label };
      const has = (input: AssociationInput) => labelsOf(crm, types, input)?.includes(wordsOf(label)) ?? false;
      const may = { move: label === primary };
      try {
        const { time, hubspot } = run(one);
        const answer = await time.run(() => associate(hubspot, parameters));
        expect(time.now()).toBeLessThan(15_000);
        expect(damage(before, inputs, may)).toEqual({ lost: [], lostLabels: [], others: [] });
        if (!answer.ok) return;
        expect(answer.outcomes.map(keyOf)).toEqual(inputs.map(keyOf));
        const isCertain = wereReadsAnswered() && !answer.stopped && time.now() < 12_000;
        for (const outcome of answer.outcomes) {
          if (outcome.status === 'associated') expect([keyOf(outcome), has(outcome)]).toEqual([keyOf(outcome), true]); // prettier-ignore
          if (outcome.status === 'failed' && isCertain && !isRefusedBeforehand(outcome.error)) expect([keyOf(outcome), has(outcome)]).toEqual([keyOf(outcome), false]); // prettier-ignore
          const was = before.get(pairKeys(outcome)[0] ?? '');
          if (outcome.labels) expect(outcome.labels.map(wordsOf).sort()).toEqual(was && wordsIn(before, pairKeys(outcome)[0] ?? '').sort()); // prettier-ignore
        }
        // Without faults, the same inputs get certain outcomes, and what was cut off is finished.
        crm.faults.clear();
        const calm = run({ ...one, faults: [] });
        const again = await calm.time.run(() => associate(calm.hubspot, parameters));
        if (!again.ok) throw new Error(again.error.message);
        const isWrong = (outcome: (typeof again.outcomes)[number]) => {
          if (outcome.status === 'associated') return !has(outcome);
          if (outcome.status === 'failed') return exists(outcome) && !isRefusedBeforehand(outcome.error);
          return outcome.status !== 'skipped';
        };
        expect(again.outcomes.filter(isWrong)).toEqual([]);
        expect(damage(before, inputs, may)).toEqual({ lost: [], lostLabels: [], others: [] });
      } finally {
        restore(crm.state, untouched);
      }
    });
    // Rounds of 10 runs, until enough pairs were sent.
    for (let round = 0; pairs < pairsWanted; round++)
      await fc.assert(property, { numRuns: 10, seed: seed + round, endOnFailure: true });
    if (process.env['PROPERTY_PAIRS'])
      process.stdout.write(`Labels, seed ${seed}: ${pairs.toLocaleString('en')} pairs, 0 labels lost\n`);
  }, 3_600_000);

  it('a label is taken from the given pairs alone, and the link and its other labels stay', async () => {
    const property = fc.asyncProperty(scenario, async (one) => {
      const { inputs, label } = one;
      const before = prepare(one);
      const wasLinked = inputs.filter((input) => before.has(pairKeys(input)[0] ?? ''));
      const words = wordsOf(label);
      const faults = one.faults.map((fault) => ({ ...fault, on: fault.on === 'associate' ? ('archive' as const) : ('any' as const) })); // prettier-ignore
      try {
        const { time, hubspot } = run({ ...one, faults });
        const answer = await time.run(() => remove(hubspot, { ...types, inputs, label }));
        expect(time.now()).toBeLessThan(15_000);
        const after = linksOf(crm.state);
        const { added, lost, changed } = difference(before, after);
        expect([added, lost]).toEqual([[], []]);
        const own = new Set(inputs.flatMap(pairKeys));
        expect(changed.filter((key) => !own.has(key))).toEqual([]);
        for (const input of wasLinked) {
          const left = wordsIn(before, pairKeys(input)[0] ?? '').filter((one) => one !== words).sort(); // prettier-ignore
          expect(labelsOf(crm, types, input)?.filter((one) => one !== words)).toEqual(left);
        }
        if (!answer.ok) return;
        expect(answer.outcomes.map(keyOf)).toEqual(inputs.map(keyOf));
        const has = (input: AssociationInput) => labelsOf(crm, types, input)?.includes(words) ?? false;
        const wrong = answer.outcomes.filter((outcome) =>
          has(outcome) ? outcome.status === 'removed' : outcome.status === 'failed',
        );
        expect(wrong).toEqual([]);
      } finally {
        restore(crm.state, untouched);
      }
    });
    await fc.assert(property, { numRuns: 20, seed, endOnFailure: true });
  }, 600_000);

  it('what was removed with its labels is restored with exactly these', async () => {
    const property = fc.asyncProperty(scenario, async (one) => {
      const { inputs } = one;
      const before = prepare(one);
      const calm: Scenario = { ...one, faults: [] };
      try {
        const removal = run(calm);
        const removed = await removal.time.run(() => remove(removal.hubspot, { ...types, inputs, labelled: 'remove' })); // prettier-ignore
        if (!removed.ok) throw new Error(removed.error.message);
        const gone = removed.outcomes.filter(({ status, labels }) => status === 'removed' && labels);
        expect(new Set(gone.map(keyOf))).toEqual(new Set(inputs.filter((input) => before.has(pairKeys(input)[0] ?? '')).map(keyOf))); // prettier-ignore
        expect(gone.filter((outcome) => labelsOf(crm, types, outcome))).toEqual([]);
        if (gone.length === 0) return;
        crm.change({ labelRules: { ...one.labelRules, firstCompany: 'stays-plain' } });
        const undo = run(one);
        const parameters = { ...types, inputs: gone.map(({ from, to, labels = [] }) => ({ from, to, labels })) }; // prettier-ignore
        await undo.time.run(() => associate(undo.hubspot, parameters));
        crm.faults.clear();
        const rest = run(calm);
        const restored = await rest.time.run(() => associate(rest.hubspot, parameters));
        expect(restored.ok && restored.outcomes.filter(({ status }) => status !== 'associated')).toEqual([]);
        const { added, lost, changed } = difference(before, linksOf(crm.state));
        expect([added, lost]).toEqual([[], []]);
        const sorted = (links: Links, key: string) => wordsIn(links, key).sort();
        expect(changed.filter((key) => sorted(before, key).join() !== sorted(linksOf(crm.state), key).join())).toEqual([]); // prettier-ignore
      } finally {
        restore(crm.state, untouched);
      }
    });
    await fc.assert(property, { numRuns: 15, seed, endOnFailure: true });
  }, 600_000);
});
