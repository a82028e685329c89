import type { Account, Made } from './account';

/** Whether an account's answers agree with a belief about HubSpot. */
export type Verdict = 'holds' | 'does not hold' | 'could not be told';

/** The result of a case. */
export interface Finding {
  verdict: Verdict;
  /** What was seen, in a line that can be pasted into an issue. */
  seen: string;
}

/** HubSpot did what is believed. */
export const holds = (seen: string): Finding => ({ verdict: 'holds', seen });
/** HubSpot did something else: the row in docs/assumptions.md states the consequence. */
export const doesNotHold = (seen: string): Finding => ({ verdict: 'does not hold', seen });
/** The account did not allow the test; this proves nothing about HubSpot. */
export const untold = (seen: string): Finding => ({ verdict: 'could not be told', seen });

/** What a case makes in the account, all of it removed afterwards. */
export type Writes = Partial<Record<Made, number>>;

/** The probe's own label from contacts to companies, which the first case that needs it makes. */
export const ownLabel: Writes = { labels: 1 };
/** Its limit, likewise. */
export const ownLabelLimit: Writes = { limits: 1 };

/** One belief, and the calls that settle it. */
export interface ConformanceCase {
  /** Its name in docs/assumptions.md. */
  name: string;
  /** What it makes for itself; its links are between these records, and those that it shares. */
  writes: Writes;
  /** What it shares with other cases: the first of them makes it. */
  shares?: readonly Writes[];
  /** Rejects with `NotSetUp` where the account refused to make what the case needs. Removes nothing itself. */
  run(account: Account): Promise<Finding>;
}
