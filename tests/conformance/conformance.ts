import { Interrupted, NotSetUp, type Account } from './account';
import { untold, type ConformanceCase, type Finding } from './findings';

/** What became of a case, by its name. */
export interface Settled extends Finding {
  name: string;
}

/**
 * Settles the beliefs one by one; a case that cannot be brought to an end is told as such, and the rest go on. Stops
 * where it was asked to. Everything is removed afterwards, whatever happened; `left` is what could not be.
 */
export async function settle(
  account: Account,
  cases: readonly ConformanceCase[],
  onSettled: (settled: Settled) => void = () => undefined,
): Promise<{ settled: Settled[]; left: string[]; interrupted: boolean }> {
  const settled: Settled[] = [];
  for (const { name, run } of cases) {
    const finding = await run(account).catch(findingOf);
    if (account.isInterrupted || !finding) break;
    const one = { name, ...finding };
    settled.push(one);
    onSettled(one);
  }
  return { settled, left: await account.cleanUp(), interrupted: account.isInterrupted };
}

/** A finding for a case that failed; undefined if the probe was stopped. */
function findingOf(error: unknown): Finding | undefined {
  if (error instanceof Interrupted) return undefined;
  if (error instanceof NotSetUp) return untold(error.message);
  return untold(`no answer: ${error instanceof Error ? error.message : String(error)}`);
}
