import type { Account, Made } from './account';

/** How a belief about HubSpot fared against what an account answered. */
export type Verdict = 'holds' | 'does not hold' | 'could not be told';

/** What a case came to. */
export interface Finding {
  verdict: Verdict;
  /** What was seen, in a line that can be pasted into an issue. */
  seen: string;
}

/** HubSpot did what is believed. */
export const holds = (seen: string): Finding => ({ verdict: 'holds', seen });
/** HubSpot did something else: the row in docs/assumptions.md says what hangs on it. */
export const doesNotHold = (seen: string): Finding => ({ verdict: 'does not hold', seen });
/** The account did not let it be seen, which says nothing about HubSpot. */
export const untold = (seen: string): Finding => ({ verdict: 'could not be told', seen });

/** What a case makes in the account, all of it removed afterwards. */
export type Writes = Partial<Record<Made, number>>;

/** One belief, and the calls that settle it. */
export interface ConformanceCase {
  /** What its row in docs/assumptions.md calls it. */
  name: string;
  /** What it makes, where no case before it has made that; its links are between these records alone. */
  writes: Writes;
  /** Rejects with `NotSetUp` where the account did not let it make what it needs. Removes nothing itself. */
  run(account: Account): Promise<Finding>;
}
