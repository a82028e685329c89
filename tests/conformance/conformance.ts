import { Interrupted, NotSetUp, type Account, type Made } from './account';
import { untold, type ConformanceCase, type Finding, type Writes } from './findings';

/** The finding of a case, with its name. */
export interface Settled extends Finding {
  name: string;
}

/**
 * Runs the cases one by one. A case that fails gets the verdict `could not be told`, and the next one runs. Ends early
 * when the account is interrupted. Afterwards everything that was made is removed; `left` is what could not be removed.
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

/** What these cases make together: what several of them share is made once. */
export function writesOf(cases: readonly Pick<ConformanceCase, 'writes' | 'shares'>[]): Writes {
  const shared = new Set(cases.flatMap(({ shares = [] }) => shares));
  const sum: Writes = {};
  for (const writes of [...cases.map(({ writes }) => writes), ...shared])
    for (const [made, count] of Object.entries(writes) as [Made, number][])
      sum[made] = (sum[made] ?? 0) + count;
  return sum;
}

/** A finding for a case that failed; undefined if the probe was stopped. */
function findingOf(error: unknown): Finding | undefined {
  if (error instanceof Interrupted) return undefined;
  if (error instanceof NotSetUp) return untold(error.message);
  return untold(`no answer: ${error instanceof Error ? error.message : String(error)}`);
}
