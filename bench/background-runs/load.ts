import type { RunLine } from '@bulk-associate/contract';
import { homeAccount, seededId, type OAuthAccount } from 'hubspot-local/crm';
import { latencyMs, latencyPerInputMs } from '../virtual-crm';

/** What the back end is given to do. */
export interface Load {
  what: string;
  /** Accounts that have a run at the same time, and the pairs of each run. */
  accounts: number;
  pairs: number;
  /** The most pairs that HubSpot takes in one call. */
  maxInputs: number;
  /** Milliseconds between two kills of an instance. */
  killMs?: number;
}

/** The loads that are measured. */
export const loads: readonly Load[] = [
  { what: '20 accounts, none killed', accounts: 20, pairs: 10_000, maxInputs: 2_000 },
  { what: '20 accounts, one killed every 5 s', accounts: 20, pairs: 10_000, maxInputs: 2_000, killMs: 5_000 },
  { what: 'the same, 100 pairs a call', accounts: 20, pairs: 10_000, maxInputs: 100, killMs: 5_000 },
  { what: '1 account, none killed', accounts: 1, pairs: 100_000, maxInputs: 2_000 },
];

/** HubSpot's limit of an OAuth app, for each account. */
export const hubspotLimit = { calls: 110, windowMs: 10_000 };
/** The most pairs that the back end sends in a turn, and that HubSpot takes in a batch of reads. */
const mostPairs = 1_000;
const pairsOfCompany = 1_000;
/** Of these the last ones of a run do not exist. */
const missing = 10;
/** What the people with a few pairs link: contacts that no run has. */
const company = seededId('company', 1);
const firstOfFew = 100;

/** The accounts with large runs, and after them one with small runs. */
export function accountsOf({ accounts }: Load): [OAuthAccount, ...OAuthAccount[]] {
  const accountOf = (n: number): OAuthAccount => {
    return { ...homeAccount, hubId: 1_000 + n, hubDomain: `account-${n}.example.com` };
  };
  return [accountOf(0), ...Array.from({ length: accounts }, (_, n) => accountOf(n + 1))];
}

/** The lines of a run: contacts of several companies, and some that do not exist. */
export function linesOf({ pairs }: Load): (RunLine & { from: string })[] {
  return Array.from({ length: pairs }, (_, n) => ({
    id: n < pairs - missing ? seededId('contact', 3_000 + (n % pairsOfCompany)) : String(10 + pairs - n),
    from: seededId('company', 300 + Math.floor(n / pairsOfCompany)),
    before: 'new',
  }));
}

/** Whether a line's record exists. */
export function exists({ id }: RunLine): boolean {
  return id.length > 3;
}

/** The nth run of a person with three pairs. */
export function fewLines(nth: number): (RunLine & { from: string })[] {
  return Array.from({ length: 3 }, (_, n) => {
    return { id: seededId('contact', firstOfFew + 3 * nth + n), from: company, before: 'new' };
  });
}

/**
 * The seconds that HubSpot needs for a run: two calls in flight, each answered after 100 ms and 0.2 ms a pair, at most 110
 * started in ten seconds. There is one write for every 1,000 pairs, or for as many as HubSpot takes, and one read for every
 * 1,000, which shows what HubSpot did by itself. The accounts' limits do not depend on each other.
 */
export function idealSeconds({ pairs, maxInputs }: Load): number {
  const callsOf = (size: number) => Array.from({ length: Math.ceil(pairs / size) }, () => size);
  const starts: number[] = [];
  const free = [0, 0];
  for (const inputs of [...callsOf(Math.min(mostPairs, maxInputs)), ...callsOf(mostPairs)]) {
    const next = free.indexOf(Math.min(...free));
    const open = (starts.at(-hubspotLimit.calls) ?? -Infinity) + hubspotLimit.windowMs;
    const start = Math.max(free[next] ?? 0, open);
    starts.push(start);
    free[next] = start + latencyMs + inputs * latencyPerInputMs;
  }
  return Math.max(...free) / 1_000;
}
