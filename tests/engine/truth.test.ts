import fc from 'fast-check';
import type { AssociateParameters, AssociationInput, FunctionError, Outcome } from '@bulk-associate/contract';
import {
  apiVersions,
  associate,
  createHubSpot,
  remove,
  type ApiVersion,
  type Environment,
} from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, type Crm, Random, seededId } from 'hubspot-local/crm';
import { anyFault, writeFault } from '../fault-arbitraries';
import { crmEnvironment, hubspotOf, unlink } from './crm-environment';

/*
 * No property here is shrunk (`endOnFailure`): with hundreds of pairs in each case, shrinking a failure takes longer than
 * anyone waits, and the seed repeats it.
 */

/** The number of pairs in all; `npm run campaign` raises it. fast-check prints the seed of a failure. */
const pairsWanted = Number(process.env['PROPERTY_PAIRS'] ?? 9_000);
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now());
const mostInputs = 1_000;

const crm = createCrm();
const companies = Array.from({ length: 600 }, (_, n) => seededId('company', n));
const contacts = Array.from({ length: 2_000 }, (_, n) => seededId('contact', n));

/** Mostly ids of records that exist, and some of records that do not. */
const idFrom = (ids: string[]) =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom('7', '9223372036854775807') },
  );

/** One record with many partners, as the card sends it, or any pairs at all. */
const inputs = fc.oneof(
  fc
    .tuple(
      idFrom(companies),
      fc.array(idFrom(contacts), { minLength: 1, maxLength: mostInputs, size: 'max' }),
    )
    .map(([from, tos]) => tos.map((to) => ({ from: { id: from }, to: { id: to } }))),
  fc.array(
    fc.record({ from: fc.record({ id: idFrom(companies) }), to: fc.record({ id: idFrom(contacts) }) }),
    {
      minLength: 1,
      maxLength: mostInputs,
      size: 'max',
    },
  ),
);

const scenario = fc.record({
  inputs,
  faults: fc.array(fc.oneof(anyFault, writeFault), { maxLength: 4 }),
  partialFailure: fc.constantFrom('207' as const, '200' as const, '400-whole-batch' as const),
  maxInputs: fc.constantFrom(2_000, 500, 100),
  version: fc.constantFrom<ApiVersion>(...apiVersions),
  chance: fc.integer(),
  /** Whether an earlier call, whose answer was lost, has linked them all. */
  sentBefore: fc.boolean(),
});

/** Pairs whose removal HubSpot refuses (with 400, one of them in a batch is enough), or accepts without removing them. */
const resistance = fc.record({
  how: fc.constantFrom('refused' as const, 'ignored' as const),
  share: fc.constantFrom(0, 0, 0.01, 0.2, 1),
});

const keyOf = ({ from, to }: AssociationInput) => `${from.id}>${to.id}`;
const isLinked = (crm: Crm, { from, to }: AssociationInput) => crm.isAssociated('0-2', from.id, '0-1', to.id);
const countLinks = () => crm.linkCount('0-2', '0-1');

/** Whether every read of links got its answer. A run that stopped for a reason other than its pairs reads none. */
function wereLinksReadable(stopped: FunctionError | undefined): boolean {
  const isDisturbed = crm.calls.some(({ kind, fault }) => kind === 'readAssociations' && fault !== undefined);
  return !isDisturbed && (stopped === undefined || stopped.code === 'HUBSPOT_REJECTED');
}

/** Has HubSpot refuse the removal of these pairs, or ignore it, which the embedded CRM itself never does with a pair. */
function resistRemoval(
  send: Environment['send'],
  resisting: ReadonlySet<string>,
  how: 'refused' | 'ignored',
): Environment['send'] {
  return (request, signal) => {
    if (!request.path.endsWith('/batch/archive')) return send(request, signal);
    const { inputs } = request.body as { inputs: { from: { id: string }; to: { id: string }[] }[] };
    const isFree = (from: { id: string }, to: { id: string }) => !resisting.has(keyOf({ from, to }));
    const free = inputs.map(({ from, to }) => ({ from, to: to.filter((one) => isFree(from, one)) }));
    const isResisting = free.some(({ to }, n) => to.length !== inputs[n]?.to.length);
    if (how === 'refused' && isResisting)
      return Promise.resolve(Response.json({ message: 'No.' }, { status: 400 }));
    const left = free.filter(({ to }) => to.length > 0);
    if (left.length === 0) return Promise.resolve(new Response(null, { status: 204 }));
    return send({ ...request, body: { inputs: left } }, signal);
  };
}

/** Sends the pairs without any fault. */
async function sendWithoutFaults(parameters: AssociateParameters, version: ApiVersion) {
  const time = new VirtualTime();
  const answer = await time.run(() =>
    associate(
      hubspotOf(crm, time, () => 0.5, version),
      parameters,
    ),
  );
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.outcomes;
}

describe('whatever HubSpot answers', () => {
  it(`has one true outcome per input, links nothing else, and is repeatable (seed ${seed})`, async () => {
    let pairs = 0;
    const property = fc.asyncProperty(
      scenario,
      async ({ inputs, faults, partialFailure, maxInputs, version, chance, sentBefore }) => {
        pairs += inputs.length;
        crm.faults.clear();
        crm.change({ partialFailure, maxInputs });
        const fresh = inputs.filter((input) => !isLinked(crm, input));
        const before = countLinks();
        const parameters = { fromObjectType: '0-2', toObjectType: '0-1', inputs };
        if (sentBefore) await sendWithoutFaults(parameters, version);
        for (const one of faults) crm.faults.add(one);
        crm.calls.length = 0;
        const time = new VirtualTime();
        const random = new Random(chance);
        const hubspot = hubspotOf(crm, time, () => random.next(), version);
        const answer = await time.run(() => associate(hubspot, parameters));
        try {
          expect(time.now()).toBeLessThan(15_000);
          if (!answer.ok) {
            if (!sentBefore) expect(fresh.filter((input) => isLinked(crm, input))).toEqual([]);
            return;
          }
          // One outcome per input, in input order.
          expect(answer.outcomes.map(keyOf)).toEqual(inputs.map(keyOf));
          // `associated` only where the store has the link; and where it has one, no other certain outcome, unless HubSpot
          // refused a pair that another call had linked and no read got an answer.
          const wereReadsAnswered = wereLinksReadable(answer.stopped) && time.now() < 12_000;
          const madeHere = new Set((sentBefore ? [] : fresh).map(keyOf));
          const isWrong = (outcome: Outcome) =>
            outcome.status === 'associated'
              ? !isLinked(crm, outcome)
              : outcome.status === 'failed' &&
                (wereReadsAnswered || madeHere.has(keyOf(outcome))) &&
                isLinked(crm, outcome);
          expect(answer.outcomes.filter(isWrong)).toEqual([]);
          // No link other than those of the inputs.
          const made = new Set(fresh.filter((input) => isLinked(crm, input)).map(keyOf));
          expect(countLinks() - before).toBe(made.size);
          // Without faults, the same inputs get certain outcomes, and sending them again changes nothing.
          crm.faults.clear();
          const isUncertainOrWrong = (outcome: Outcome) =>
            outcome.status === 'associated' || outcome.status === 'failed'
              ? isLinked(crm, outcome) !== (outcome.status === 'associated')
              : outcome.status !== 'skipped';
          const again = await sendWithoutFaults(parameters, version);
          expect(again.filter(isUncertainOrWrong)).toEqual([]);
        } finally {
          unlink(crm, { ...parameters, inputs: fresh });
        }
      },
    );
    // Rounds of 25 runs, until enough pairs were sent.
    for (let round = 0; pairs < pairsWanted; round++)
      await fc.assert(property, { numRuns: 25, seed: seed + round, endOnFailure: true });
    if (process.env['PROPERTY_PAIRS'])
      process.stdout.write(`Engine, seed ${seed}: ${pairs.toLocaleString('en')} pairs\n`);
  }, 3_600_000);

  it('removes only the given pairs, and has a true outcome for each', async () => {
    const property = fc.asyncProperty(
      scenario,
      resistance,
      async ({ inputs, faults, version, chance }, { how, share }) => {
        crm.faults.clear();
        crm.change({ partialFailure: '207', maxInputs: 2_000 });
        const fresh = inputs.filter((input) => !isLinked(crm, input));
        const before = countLinks();
        const parameters = { fromObjectType: '0-2', toObjectType: '0-1', inputs };
        await sendWithoutFaults(parameters, version);
        for (const one of faults) crm.faults.add({ ...one, on: one.on === 'associate' ? 'archive' : 'any' });
        const random = new Random(chance);
        const made = { ...parameters, inputs: fresh.length > 0 ? fresh : inputs.slice(0, 1) };
        const resisting = new Set(made.inputs.map(keyOf).filter(() => random.next() < share));
        const time = new VirtualTime();
        const environment = crmEnvironment(crm, time, () => random.next());
        try {
          const send = resistRemoval(environment.send, resisting, how);
          const hubspot = createHubSpot({ ...environment, send }, version);
          const answer = await time.run(() => remove(hubspot, made));
          expect(time.now()).toBeLessThan(15_000);
          if (answer.ok) {
            expect(answer.outcomes.map(keyOf)).toEqual(made.inputs.map(keyOf));
            const wrong = answer.outcomes.filter((outcome) =>
              isLinked(crm, outcome) ? outcome.status === 'removed' : outcome.status === 'failed',
            );
            expect(wrong).toEqual([]);
          }
        } finally {
          unlink(crm, { ...parameters, inputs: fresh });
        }
        if (fresh.length > 0) expect(countLinks()).toBe(before);
      },
    );
    await fc.assert(property, { numRuns: 40, seed, endOnFailure: true });
  }, 300_000);
});
