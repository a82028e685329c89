import fc from 'fast-check';
import type { Crm } from 'hubspot-local/crm';
import { restore, type Links } from './links';

/** `npm run campaign` raises it. */
export const campaignSessions = Number(process.env['CAMPAIGN_SESSIONS'] ?? 40);
/** A failure prints fast-check's seed and path. */
export const campaignSeed = Number(process.env['CAMPAIGN_SEED'] ?? Date.now() % 2 ** 31);

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
