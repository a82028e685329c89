import fc from 'fast-check';
import type { AssociationLabel, FunctionUid } from '@bulk-associate/contract';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, Random, seededId } from 'hubspot-local/crm';
import { operationRun } from '../../src/app/cards/run/pair-runs';
import { pairsOf } from '../../src/app/cards/run/pairs';
import { callThrough } from '../../src/app/cards/sdk/call';
import { labelsOf, setLabels, wordsOf } from '../engine/labelled-links';
import { anyFault, writeFault } from '../fault-arbitraries';
import { callFault } from './call-fault';
import { FunctionHost } from './function-host';
import { difference, linksOf, type Links } from './links';
import { campaignSeed, campaignSessions, playAll } from './play-all';

// Rates and time are those of the run's own clock, so that a run can be repeated exactly.
let time = new VirtualTime();
const crm = createCrm({ now: () => time.now(), sleep: (ms) => time.sleep(ms) });
const untouched = linksOf(crm.state);
const types = { fromObjectType: '0-2', toObjectType: '0-1' };
const contacts = Array.from({ length: 2_000 }, (_, n) => seededId('contact', n));

const primary: AssociationLabel = { category: 'HUBSPOT_DEFINED', typeId: 2 };
const billing: AssociationLabel = { category: 'USER_DEFINED', typeId: 932 };
const advised: AssociationLabel = { category: 'USER_DEFINED', typeId: 2 };

const scenario = fc.record({
  company: fc.constantFrom(...Array.from({ length: 40 }, (_, n) => seededId('company', n))),
  chosen: fc.uniqueArray(fc.constantFrom(...contacts), { minLength: 1, maxLength: 900, size: 'max' }),
  label: fc.constantFrom(billing, advised, primary),
  labelledShare: fc.constantFrom(0, 0.3, 0.8),
  callFaults: fc.array(callFault, { maxLength: 14 }),
  faults: fc.array(fc.oneof(anyFault, writeFault), { maxLength: 5 }),
  maxInputs: fc.constantFrom(2_000, 500, 100),
  partialFailure: fc.constantFrom('207' as const, '200' as const, '400-whole-batch' as const),
  chance: fc.integer(),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const pairOf = (company: string, contact: string) => ({ from: { id: company }, to: { id: contact } });

/** Gives some of the pairs any labels of the account, before the run. */
function label({ company, chosen, labelledShare, chance }: Scenario): void {
  const random = new Random(chance);
  for (const id of chosen) {
    const some = [billing, advised].filter(() => random.next() < 0.5);
    if (random.next() < labelledShare) setLabels(crm, types, pairOf(company, id), some);
  }
}

/** The labels that links have lost, except that Primary moves from another company of the same contact. */
function lostLabels(before: Links, may: { move: boolean }): string[] {
  const after = linksOf(crm.state);
  const words = (links: Links, key: string) =>
    (links.get(key) ?? []).flatMap((type) => (type.label === null ? [] : [wordsOf(type)]));
  const { lost, changed } = difference(before, after);
  const gone = changed.flatMap((key) =>
    words(before, key)
      .filter((one) => !words(after, key).includes(one))
      .filter((one) => !(may.move && /^HUBSPOT_DEFINED [12]$/.test(one)))
      .map((one) => `${key}: ${one}`),
  );
  return [...lost, ...gone];
}

/** The card's own runs over the built functions: a label is given, and removed again. */
async function play(one: Scenario): Promise<void> {
  const { company, chosen, label: given, callFaults, faults, maxInputs, partialFailure, chance } = one;
  time = new VirtualTime();
  crm.faults.clear();
  crm.change({ maxInputs, partialFailure });
  label(one);
  const before = linksOf(crm.state);
  const random = new Random(chance);
  const host = new FunctionHost({ crm, time, random: () => random.next() }, callFaults);
  const pairs = pairsOf(chosen.map((id) => ({ id, label: id })));
  const context = {
    from: { objectType: '0-2', id: company },
    toObjectType: '0-1',
    clock: time,
    call: callThrough((uid, { parameters }) => host.call(uid as FunctionUid, parameters), time),
  };
  const labelled = { ...given, name: '' };
  const giveLabel = () => operationRun(context, { name: 'associate', label: labelled }, pairs).run();
  const removeLabel = () => operationRun(context, { name: 'remove', label: labelled }, pairs).run();
  const has = (id: string) => labelsOf(crm, types, pairOf(company, id))?.includes(wordsOf(given)) ?? false;
  const may = { move: given === primary };
  await time.run(async () => {
    for (const fault of faults) crm.faults.add(fault);
    const { results } = await giveLabel();
    expect(lostLabels(before, may)).toEqual([]);
    results.forEach((result, n) => {
      if (result?.status === 'associated') expect([chosen[n], has(chosen[n] ?? '')]).toEqual([chosen[n], true]); // prettier-ignore
    });
    // Once nothing goes wrong any more, sending all again finishes it.
    host.calm();
    const finished = await giveLabel();
    expect(finished.results.filter((result) => result?.status !== 'associated')).toEqual([]);
    expect(chosen.filter((id) => !has(id))).toEqual([]);
    expect(lostLabels(before, may)).toEqual([]);
    // Taking the label away again leaves every other label.
    host.planFaults(callFaults);
    await removeLabel();
    host.calm();
    const removed = await removeLabel();
    expect(removed.results.filter((result) => result?.status !== 'removed')).toEqual([]);
    const own = new Set(chosen.filter((id) => before.get(`0-2/${company} > 0-1/${id}`)?.some((type) => wordsOf(type) === wordsOf(given)))); // prettier-ignore
    const ownLosses = lostLabels(before, may).filter((line) => ![...own].some((id) => line.includes(id) && line.includes(company))); // prettier-ignore
    expect(ownLosses).toEqual([]);
  });
}

describe('a run with a label: the card’s run, built app functions, CRM', () => {
  it(`loses no label, whatever goes wrong, and is finished by sending it again (seed ${campaignSeed})`, async () => {
    await playAll({ crm, untouched, scenario, sessions: Math.ceil(campaignSessions / 2), play });
  }, 3_600_000);
});
