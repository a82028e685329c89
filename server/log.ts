/**
 * Takes one event. A line holds what an operator needs: what happened, in which account, how long it took. Never a
 * token, a query string, an e-mail address or anything of a record.
 */
export type Log = (line: { event: string; [field: string]: unknown }) => void;

/** What may be told of an error that nobody expected: its kind and where it arose, but not its text. */
export function traceOf(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: error.name, at: frames.slice(0, 5).map((line) => line.trim()) };
}
