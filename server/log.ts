/**
 * Writes one event: what happened, in which account, how long it took. An event contains no token, no query string, no
 * e-mail address and no record data.
 */
export type Log = (line: { event: string; [field: string]: unknown }) => void;

/** The loggable part of an unexpected error: its name and stack frames. Its message may contain customer data. */
export function traceOf(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  // A message of several lines could look like a frame.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  return { error: error.name, at: frames.slice(0, 5).map((line) => line.trim()) };
}
