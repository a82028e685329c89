import type { Account } from '../account';
import { doesNotHold, holds, type Finding } from '../findings';

const longestWaitMs = 20_000;

/** Whether the first read after a write shows it; else when a later one does. */
export async function shownAtOnce(account: Account, isShown: () => Promise<boolean>): Promise<Finding> {
  const { clock } = account;
  const startedAt = clock.now();
  for (let reads = 1; clock.now() - startedAt < longestWaitMs; reads++) {
    const shown = await isShown();
    const ms = Math.round(clock.now() - startedAt);
    if (shown && reads === 1) return holds(`the first read shows it, ${ms} ms after the write was answered`);
    if (shown) return doesNotHold(`read ${reads} shows it, ${ms} ms after the write was answered`);
    await clock.sleep(500);
  }
  return doesNotHold(`no read shows it within ${longestWaitMs / 1_000} s`);
}
