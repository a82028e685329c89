/** What the page is told while it is open. */
export type PageEvent =
  /** The card was built anew: load it again. */
  | { kind: 'card' }
  /** The card could not be built. */
  | { kind: 'build-error'; message: string }
  /** An app function was called. */
  | { kind: 'function'; uid: string; ok: boolean; elapsedMs: number }
  /** An app function printed a line. */
  | { kind: 'log'; uid: string; line: string };
