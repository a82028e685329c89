import fc from 'fast-check';
import { seededId, type Crm } from 'hubspot-local/crm';
import { anyFault, writeFault } from '../fault-arbitraries';
import { callFault } from './call-fault';
import { restore, type Links } from './links';

/** `npm run campaign` raises it. */
export const campaignSessions = Number(process.env['CAMPAIGN_SESSIONS'] ?? 40);
/** A failure prints fast-check's seed and path. */
export const campaignSeed = Number(process.env['CAMPAIGN_SEED'] ?? Date.now() % 2 ** 31);

/** What disturbs a session of a card: HubSpot's faults and limits, lost calls of functions, and a person who stops it. */
export const disturbances = {
  callFaults: fc.array(callFault, { maxLength: 14 }),
  faults: fc.array(fc.oneof(anyFault, writeFault), { maxLength: 5 }),
  undoCallFaults: fc.array(callFault, { maxLength: 4 }),
  stopAtCall: fc.option(fc.integer({ min: 2, max: 8 }), { nil: undefined }),
  partialFailure: fc.constantFrom('207' as const, '200' as const, '400-whole-batch' as const),
  maxInputs: fc.constantFrom(2_000, 500, 100),
  chance: fc.integer(),
};

/** The ids of the first seeded records of a type. */
export function idsOf(type: Parameters<typeof seededId>[0], count: number): string[] {
  return Array.from({ length: count }, (_, n) => seededId(type, n));
}

interface Campaign<Scenario> {
  crm: Crm;
  /** The links of the CRM before any session, which each session finds again. */
  untouched: Links;
  scenario: fc.Arbitrary<Scenario>;
  sessions: number;
  /** Plays one session, and throws where something that was told is not true. */
  play: (one: Scenario) => Promise<void>;
}

/** Plays random sessions one after another, each on the CRM as it was in the beginning. */
export async function playAll<Scenario>(campaign: Campaign<Scenario>): Promise<void> {
  const { crm, untouched, scenario, sessions, play } = campaign;
  const property = fc.asyncProperty(scenario, async (one) => {
    try {
      await play(one);
    } finally {
      restore(crm.state, untouched);
      crm.calls.length = 0;
    }
  });
  // Shrinking a failure would take as long as the campaign; its seed and path repeat it.
  await fc.assert(property, { numRuns: sessions, seed: campaignSeed, endOnFailure: true });
}

/** Says, in a campaign that was asked for, how much was tried. */
export function sayTotals(what: string, totals: object): void {
  if (process.env['CAMPAIGN_SESSIONS'])
    process.stdout.write(`${what}, seed ${campaignSeed}: ${JSON.stringify(totals)}\n`);
}
