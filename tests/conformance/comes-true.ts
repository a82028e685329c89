import type { Account } from './account';

const longestWaitMs = 60_000;

/** Whether a condition becomes true within a minute: what is calculated, and what a search knows, comes late. */
export async function comesTrue(account: Account, isTrue: () => Promise<boolean>): Promise<boolean> {
  const startedAt = account.clock.now();
  while (account.clock.now() - startedAt < longestWaitMs) {
    if (await isTrue()) return true;
    await account.clock.sleep(1_000);
  }
  return false;
}
