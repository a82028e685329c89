import { Signature } from '@hubspot/api-client';
import type { BackEndUid, FunctionUid } from '@bulk-associate/contract';
import {
  createCrm,
  type Crm,
  type CrmOptions,
  homeAccount,
  type OAuthApp,
  serveCrm,
} from 'hubspot-local/crm';
import { smallAccount } from 'hubspot-local/crm/testing';
import { optionalScopes, requiredScopes } from '../../marketplace/scopes';
import { createServer, type HostedServer, type ServerOptions } from '../../server/app';

/** The back end's own address; nothing listens there. */
export const publicUrl = 'https://bulk.example.com';

/** The app as the embedded CRM knows it, and the back end's settings name it. */
export const marketplaceApp: OAuthApp = {
  appId: 4712,
  name: 'Bulk Associate',
  clientId: 'client-of-the-back-end',
  clientSecret: 'secret-of-the-back-end',
  redirectUrls: [`${publicUrl}/oauth/callback`],
  requiredScopes,
  optionalScopes,
};

/** The account that tests install the app in, and one without custom objects. */
export const account = String(homeAccount.hubId);
/** See `account`. */
export const otherAccount = String(smallAccount.hubId);

/** A line of the log, as it would be printed. */
export type Line = { event: string; [field: string]: unknown };

/** The embedded CRM as HubSpot, and back ends that are installed there. */
export class Hosting {
  readonly lines: Line[] = [];
  readonly clock = { now: Date.now() };
  private constructor(
    readonly crm: Crm,
    readonly hubspot: { url: string; close(): Promise<void> },
  ) {}

  /** Serves a CRM that knows the app and two accounts, in which it is not installed yet. */
  static async start(options: CrmOptions = {}): Promise<Hosting> {
    const accounts = [homeAccount, smallAccount];
    const crm = createCrm({ ...options, oauth: { apps: [marketplaceApp], accounts, ...options.oauth } });
    return new Hosting(crm, await serveCrm(crm));
  }

  /** The settings of a back end: its database in memory, its clock this one's, its log in `lines`. */
  options(more: Partial<ServerOptions> = {}): ServerOptions {
    return {
      publicUrl,
      hubspotClientId: marketplaceApp.clientId,
      hubspotClientSecret: marketplaceApp.clientSecret,
      hubspotAppId: String(marketplaceApp.appId),
      hubspotApiBaseUrl: this.hubspot.url,
      hubspotAuthorizeUrl: `${this.hubspot.url}/oauth/authorize`,
      tokenEncryptionKeys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      log: (line) => this.lines.push(line as Line),
      now: () => this.clock.now,
      // No test of this process depends on how fast the machine is.
      timeOuts: { oauth: 60_000, connect: 60_000, query: 60_000, lock: 60_000 },
      ...more,
    };
  }

  /** A back end in this process. */
  createServer(more: Partial<ServerOptions> = {}): Promise<HostedServer> {
    return createServer(this.options(more));
  }

  /** Takes the app out of every account, and forgets what tests changed and saw. */
  reset(): void {
    const { crm } = this;
    crm.reset();
    for (const installed of crm.oauth.accounts) crm.oauth.uninstall(marketplaceApp, installed);
    this.lines.length = 0;
  }

  /** How often HubSpot was asked for tokens. */
  get tokenRequests(): number {
    return this.crm.calls.filter(({ path }) => path.endsWith('/token')).length;
  }
}

/** How to call a function of the back end as HubSpot does for a card. */
export interface CardCall {
  account?: string;
  url?: string;
  body?: string;
  /** HubSpot's id of the user; 1 if absent. */
  user?: string;
  secret?: string;
  at?: number;
  headers?: Record<string, string>;
}

/** The request HubSpot makes of `hubspot.fetch`: its fields appended to the query, and signed. */
export function cardRequest(uid: string, parameters: unknown, call: CardCall = {}): Request {
  const query = new URLSearchParams({
    userId: call.user ?? '1',
    portalId: call.account ?? account,
    userEmail: "o'brien+x@example.com",
    appId: String(marketplaceApp.appId),
  });
  const url = call.url ?? `${publicUrl}/functions/${uid}?${query}`;
  const body = call.body ?? JSON.stringify({ parameters });
  const timestamp = call.at ?? Date.now();
  const signature = Signature.getSignature('POST', 'v3', {
    url,
    requestBody: body,
    timestamp,
    clientSecret: call.secret ?? marketplaceApp.clientSecret,
    signature: '',
  });
  return new Request(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-hubspot-signature-v3': signature,
      'x-hubspot-request-timestamp': String(timestamp),
      ...call.headers,
    },
  });
}

type Fetch = Pick<HostedServer, 'fetch'>;

/** Calls a function of the back end as a card does. The body is the function's answer, or the back end's own refusal. */
export async function callFunction(
  server: Fetch,
  uid: FunctionUid | BackEndUid,
  parameters: unknown,
  call: CardCall = {},
): Promise<{ status: number; body: { ok: boolean; [field: string]: unknown } }> {
  const response = await server.fetch(cardRequest(uid, parameters, call));
  return { status: response.status, body: (await response.json()) as { ok: boolean } };
}

/** A call that changes nothing, to see whether a back end works. It makes 13 requests to HubSpot. */
export function describeContacts(server: Fetch, call: CardCall = {}) {
  return callFunction(server, 'describe_objects', { objectType: '0-1' }, call);
}

/** A person's way through an install, up to where HubSpot sends the browser back. */
export async function beginInstall(server: Fetch, crm: Crm, hubId = account, decision = 'allow') {
  const begin = await server.fetch(new Request(`${publicUrl}/oauth/install`));
  const consentPage = begin.headers.get('location') ?? '';
  const cookie = (begin.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const form = new URLSearchParams({ decision, hub_id: hubId });
  const consent = await crm.fetch(new Request(consentPage, { method: 'POST', body: form }));
  const callback = consent.headers.get('location') ?? '';
  return { begin, consentPage, cookie, callback };
}

/** What the browser that HubSpot sends back gets, with the cookie it has. */
export function openCallback(server: Fetch, callback: string, cookie: string, language = 'en') {
  return server.fetch(new Request(callback, { headers: { cookie, 'accept-language': language } }));
}

/** Installs the app in an account; the page that says so. */
export async function install(server: Fetch, crm: Crm, hubId = account): Promise<Response> {
  const { callback, cookie } = await beginInstall(server, crm, hubId);
  const response = await openCallback(server, callback, cookie);
  if (response.status !== 200) throw new Error(`The install ended with ${response.status}.`);
  return response;
}

/** Takes the app out of an account, with all that the back end stores of it. Does nothing where it is not installed. */
export function deleteAccount(server: Fetch, call: Omit<CardCall, 'url'> = {}) {
  const { account: portalId = account, user: userId = '1' } = call;
  const query = new URLSearchParams({ portalId, userId, appId: String(marketplaceApp.appId) });
  return server.fetch(cardRequest('', {}, { ...call, url: `${publicUrl}/account/delete?${query}` }));
}
