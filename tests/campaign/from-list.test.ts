import fc from 'fast-check';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, findObjectType, Random } from 'hubspot-local/crm';
import { countUndo, undoable, type Ledger } from '../../src/app/cards/run/ledger';
import { FunctionHost } from './function-host';
import { difference, keyOf, linksOf } from './links';
import { campaignSeed, campaignSessions, disturbances, idsOf, playAll, sayTotals } from './play-all';
import { listSession, type UserSession } from './session';

// Rates and time are those of the session's own clock, so that it can be repeated exactly.
let time = new VirtualTime();
const crm = createCrm({ now: () => time.now(), sleep: (ms) => time.sleep(ms) });
const untouched = linksOf(crm.state);
const companyType = findObjectType('0-2');
const contactType = findObjectType('0-1');
if (!companyType || !contactType) throw new Error('The CRM has no companies or no contacts.');
const membersOf = new Map(
  idsOf('company', 40).map((id) => [
    id,
    [...(crm.state.partnersOf(companyType, id, contactType)?.keys() ?? [])],
  ]),
);

const scenario = fc.record({
  operation: fc.constantFrom('associate' as const, 'remove' as const),
  companies: fc.uniqueArray(fc.constantFrom(...membersOf.keys()), { minLength: 1, maxLength: 5 }),
  /** Contacts of the list; those of the companies are among them when associations are removed. */
  others: fc.uniqueArray(fc.constantFrom(...idsOf('contact', 2_000)), { minLength: 1, maxLength: 150 }),
  ...disturbances,
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

const totals = { sessions: 0, pairs: 0, calls: 0, requests: 0, associated: 0, removed: 0, undone: 0 };

/** The selected contacts: where associations are removed, those that have one come first. */
function contactsOf({ operation, companies, others }: Scenario): string[] {
  const members = operation === 'remove' ? companies.flatMap((id) => membersOf.get(id) ?? []) : [];
  return [...new Set([...members.slice(0, 150), ...others])];
}

/** Holds what is told of each pair against the associations before and now. */
function expectTruth(one: Scenario, ledger: Ledger, host: FunctionHost): void {
  // The card cannot know what HubSpot did in a run of a function that it knows nothing of.
  const isKnown = host.unknown === 0;
  const isCertain = host.unreceived === 0 && host.isCalm;
  const now = linksOf(crm.state);
  const pairs = contactsOf(one).flatMap((contact) => one.companies.map((company) => `${company} ${contact}`));
  // Nothing lost: one line for every contact with every company.
  expect(ledger.map(({ anchor, record }) => `${anchor?.id} ${record.id}`).sort()).toEqual(pairs.sort());
  for (const { anchor, record, outcome, error, undo } of ledger) {
    const key = keyOf('0-2', anchor?.id ?? '', '0-1', record.id);
    const [was, is] = [untouched.has(key), now.has(key)];
    const claim = { key, outcome, error, undo: undo?.outcome, was, is };
    if (undo?.outcome === 'undone') expect(claim).toMatchObject({ is: was });
    else if (undo?.outcome === 'kept') expect(claim).toMatchObject({ is: !was });
    else if (undo === undefined && outcome === 'associated') expect(claim).toMatchObject({ is: true });
    else if (undo === undefined && outcome === 'removed') expect(claim).toMatchObject({ is: false });
    if (outcome === 'already') expect(claim).toMatchObject({ was: true, is: true });
    if (outcome === 'absent') expect(claim).toMatchObject({ is: false, ...(isKnown && { was: false }) });
    if (outcome === 'kept') expect(claim).toMatchObject({ is: true });
    if (isCertain && ['failed', 'not_sent', 'skipped'].includes(outcome))
      expect(claim).toMatchObject({ is: was });
  }
  expectNothingElse(one);
}

/** Nothing is touched outside the pairs: what is new or gone is one of them, and what stands has its labels. */
function expectNothingElse(one: Scenario): void {
  const { added, lost, changed } = difference(untouched, linksOf(crm.state));
  const pairs = new Set(
    contactsOf(one).flatMap((contact) =>
      one.companies.flatMap((company) => [
        keyOf('0-2', company, '0-1', contact),
        keyOf('0-1', contact, '0-2', company),
      ]),
    ),
  );
  const touched = one.operation === 'associate' ? added : lost;
  expect(touched.filter((link) => !pairs.has(link))).toEqual([]);
  expect(one.operation === 'associate' ? lost : added).toEqual([]);
  expect(changed).toEqual([]);
}

async function play(one: Scenario): Promise<void> {
  const { callFaults, faults, maxInputs, partialFailure, stopAtCall, chance } = one;
  time = new VirtualTime();
  crm.faults.clear();
  crm.change({ maxInputs, partialFailure });
  const random = new Random(chance);
  const host = new FunctionHost({ crm, time, random: () => random.next() }, callFaults, (call) => {
    if (call === stopAtCall) session.panel.stop();
  });
  const companies = one.companies.map((id) => ({ id, label: id }));
  const session = listSession({ operation: one.operation, contacts: contactsOf(one), companies }, host, time);
  const requestsBefore = crm.calls.length;
  await time.run(async () => {
    for (const fault of faults) crm.faults.add(fault);
    const ledger = await session.carryOut();
    if (ledger.length > 0) await goOn(one, session, host, ledger);
  });
  totals.sessions += 1;
  totals.calls += host.calls;
  totals.requests += crm.calls.length - requestsBefore;
}

async function goOn(one: Scenario, session: UserSession, host: FunctionHost, ledger: Ledger): Promise<void> {
  expectTruth(one, ledger, host);
  // Once HubSpot is well again, what was cut off is finished by sending the rest, and nothing stays open.
  host.calm();
  const finished = await session.finish();
  expectTruth(one, finished, host);
  expect(session.open).toEqual([]);
  totals.pairs += finished.length;
  totals.associated += finished.filter(({ outcome }) => outcome === 'associated').length;
  totals.removed += finished.filter(({ outcome }) => outcome === 'removed').length;
  await takeBack(one, session, host);
}

/** The undo makes every association that the run has changed what it was. */
async function takeBack(one: Scenario, session: UserSession, host: FunctionHost): Promise<void> {
  const wanted = undoable(session.result.ledger).length;
  if (wanted === 0) return;
  host.planFaults(one.undoCallFaults);
  expectTruth(one, await session.undo(), host);
  host.calm();
  // The panel offers an undo only while there is something to undo.
  for (let turn = 0; turn < 2 && undoable(session.result.ledger).length > 0; turn += 1) await session.undo();
  const after = session.result.ledger;
  expectTruth(one, after, host);
  expect(countUndo(after)).toMatchObject({ undone: wanted });
  totals.undone += wanted;
}

describe('the bulk action: several anchors, built app functions, CRM', () => {
  it(`tells the truth about every pair, touches no other, and undoes what it did (seed ${campaignSeed})`, async () => {
    await playAll({ crm, untouched, scenario, sessions: Math.ceil(campaignSessions / 2), play });
    sayTotals('From a list', totals);
  }, 3_600_000);
});
