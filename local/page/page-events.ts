import type { FetchSeen } from './card-request';

/** The `User-Agent` of the page's own calls to HubSpot, which separates them from those of functions. */
export const pageAgent = 'record-page';

/** An event that the server sends to open pages. */
export type PageEvent =
  /** The cards and bulk actions were rebuilt: the page loads them again. */
  | { kind: 'built' }
  /** A card or a bulk action could not be built. */
  | { kind: 'build-error'; message: string }
  /** An app function was called. */
  | { kind: 'function'; uid: string; ok: boolean; elapsedMs: number }
  /** A card or a bulk action called the app's back end. */
  | ({ kind: 'fetch' } & FetchSeen)
  /** HubSpot was called on a real account. The embedded CRM keeps its own list of calls. */
  | {
      kind: 'hubspot';
      by: 'function' | 'page';
      method: string;
      path: string;
      status: number | string;
      elapsedMs: number;
      inputs?: number;
    }
  /** A line printed by an app function, or by the back end if there is no `uid`. */
  | { kind: 'log'; uid?: string; line: string };
