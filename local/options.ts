import type { Crm, CrmOptions, OAuthApp } from './crm';
import type { PageType } from './page/object-types';

/** What `startLocal` serves. Only `project` is required. */
export interface LocalOptions {
  /** The folder of a HubSpot project, with `src/app/app-hsmeta.json`. */
  project: string;
  /** 3210 if absent; 0 takes a free port. */
  port?: number;
  /** Whether saving a source file of a card rebuilds and reloads it. True if absent. */
  watch?: boolean;
  /**
   * A folder in which servers share the page's own scripts and the bundles of cards and bulk actions, as tests do that start
   * many. Each is built again once anything it was built from has changed. Without it every start builds.
   */
  bundleCache?: string;
  /** A HubSpot account that takes the place of the embedded CRM: **writes are real**. */
  account?: { hubspotUrl: string; token: string };
  /** How the embedded CRM is made: its data, tokens and limits. HubSpot's published rate limits if absent. */
  crm?: Omit<CrmOptions, 'oauth' | 'uncountedAgent'>;
  /**
   * Folders that hold `*-hsmeta.json` of bulk actions besides `src/app/actions`: of actions that the project has and does
   * not upload by itself.
   */
  actionFolders?: string[];
  /** Object types that the page shows, in this order; those of the sample account if absent. */
  objectTypes?: PageType[];
  /** Uids of the functions that change associations: the page reads its lists again after them. All if absent. */
  linkingFunctions?: string[];
  /** Runs before the project is read: writes or bundles what its `*-hsmeta.json` files name. */
  build?(): void | Promise<void>;
  /** The app's own back end, by the address of this server. */
  backEnd?(url: string): LocalBackEnd;
}

/** A back end that cards call with `hubspot.fetch`, and the OAuth app it belongs to. It replaces all `permittedUrls`. */
export interface LocalBackEnd {
  /** The app that the embedded CRM lets accounts install. Its secret signs the requests of cards. */
  app: OAuthApp;
  /** Where a person begins to install the app. */
  installPath: string;
  /** The paths that the back end answers, in Hono's syntax. */
  paths: string[];
  /** Its `User-Agent` when it calls HubSpot, for the list of calls. */
  userAgent: string;
  /** Starts it; HubSpot's endpoints answer by then. `log` shows a line in the list of calls. */
  start(log: (line: string) => void): Promise<RunningBackEnd>;
}

/** A back end that has started. */
export interface RunningBackEnd {
  fetch(request: Request): Response | Promise<Response>;
  close(): Promise<void>;
}

/** A local HubSpot that has started. */
export interface Local {
  /** `http://127.0.0.1:<port>/` */
  url: string;
  /** Every route that it answers, with the path in Hono's syntax. */
  routes: { method: string; path: string }[];
  /** Absent in front of a real account. */
  crm?: Crm;
  /** Ends what was started, and removes what was built. */
  close(): Promise<void>;
}

/** The port of `LocalOptions` is in use. */
export class PortTakenError extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} is taken.`);
  }
}
