import type { FetchSeen } from './card-request';

/** What the page is told while it is open. */
export type PageEvent =
  /** The card was built anew: load it again. */
  | { kind: 'card' }
  /** The card could not be built. */
  | { kind: 'build-error'; message: string }
  /** An app function was called. */
  | { kind: 'function'; uid: string; ok: boolean; elapsedMs: number }
  /** The app's back end was called for a card. */
  | ({ kind: 'fetch' } & FetchSeen)
  /** An app function, or the back end, printed a line. */
  | { kind: 'log'; uid: string; line: string };
