import type { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Crm } from '../crm/crm';
import type { DataSize } from '../crm/seed';

/** What an edition is started with. */
export interface EditionSettings {
  /** The server's own address. */
  url: string;
  /** With it, the page and the app functions work on that HubSpot account instead of the embedded CRM. */
  live?: { hubspotUrl: string; token: string };
  /** How much the embedded CRM holds. */
  data?: DataSize;
  /** Rebuilds and reloads the card when a source file of it is saved. */
  watch: boolean;
}

/** An edition of the app at work: all that the server answers. */
export interface Edition {
  routes: Hono<{ Bindings: HttpBindings }>;
  /** Absent in front of a real account. */
  crm?: Crm;
  /** Ends what it started, and removes what it built. */
  close(): Promise<void>;
}
