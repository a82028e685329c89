import type { FetchSeen } from './card-request';

/** What the page calls itself to HubSpot, so that its own calls can be told from those of functions. */
export const pageAgent = 'record-page';

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
  /** HubSpot was called, in front of a real account; the embedded CRM tells of its calls itself. */
  | {
      kind: 'hubspot';
      by: 'function' | 'page';
      method: string;
      path: string;
      status: number | string;
      elapsedMs: number;
      inputs?: number;
    }
  /** An app function printed a line, or, without a uid, the back end. */
  | { kind: 'log'; uid?: string; line: string };
