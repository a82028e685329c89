import type { Allowance, Role } from '../../access/access';

/** The possible results of an install. */
export type PageName =
  'installed' | 'declined' | 'stale' | 'refused' | 'hubspotUnavailable' | 'databaseUnavailable';

/** The texts of the page that shows the result of an install. */
export interface PageWords {
  /** Also the page's heading. */
  title: string;
  text: string;
  /** The remaining steps, in order. `{open}` is the card's button that opens the panel. */
  steps?: readonly string[];
  /** The label of the only link: to HubSpot, or to a new install. */
  link: string;
}

/** What the page for admins has done. */
export const adminDone = ['saved', 'named', 'removed', 'deleted'] as const;
export type AdminDone = (typeof adminDone)[number];
/** What the page for admins cannot do. */
export const adminErrors = ['who', 'ask', 'too_many', 'last_admin', 'unconfirmed'] as const;
export type AdminError = (typeof adminErrors)[number];

/** The texts of the page for admins. */
export interface AdminWords {
  title: string;
  intro: (account: string) => string;
  who: string;
  allowed: Record<Allowance, string>;
  rights: string;
  teams: string;
  ask: string;
  askHint: string;
  save: string;
  people: string;
  person: string;
  role: string;
  change: string;
  user: (id: string) => string;
  you: string;
  pending: (hint: string) => string;
  roles: Record<Role, string>;
  remove: string;
  removeOf: (person: string) => string;
  name: string;
  nameField: string;
  nameHint: string;
  add: string;
  runs: string;
  runsText: (days: number) => string;
  confirm: string;
  deleteRuns: string;
  done: Record<AdminDone, string>;
  errors: Record<AdminError, string>;
  expiredTitle: string;
  expired: string;
  unavailableTitle: string;
  unavailable: string;
}

/** All texts of the back end's pages in one language. */
export interface Words {
  install: Record<PageName, PageWords>;
  admin: AdminWords;
}
