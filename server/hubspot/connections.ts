import {
  createHubSpot,
  nodeEnvironment,
  type Environment,
  type HubSpot,
  type HubSpotRequest,
} from '@bulk-associate/engine';
import type { Account } from '../accounts/accounts';
import type { Tokens } from '../accounts/tokens';
import type { CallLimits } from './call-limits';
import { userAgent } from './user-agent';

interface Parts {
  apiBaseUrl: string;
  tokens: Pick<Tokens, 'renew'>;
  limits: Pick<CallLimits, 'admit'>;
  now(): number;
}

/** What the engine has learned of an account is kept for so many accounts; to lose it costs a few calls. */
const maxConnections = 1_000;
/** A token that HubSpot refuses is not renewed more often than this. */
const renewalSpacingMs = 60_000;
/** Tokens of earlier renewals are kept out of answers as well, while calls with them may still run. */
const maxSecrets = 3;

/** HubSpot as the engine sees it, for one account. */
export class Connection {
  readonly hubspot: HubSpot;
  /** The latest access tokens, the one in use last. */
  readonly secrets = new Set<string>();
  /** Whether HubSpot no longer knows the app in this account. */
  uninstalled = false;
  /** The latest renewal of a token that HubSpot refused before its time. */
  private renewal: { of: string; at: number; done: Promise<boolean> } | undefined;

  constructor(
    private account: Account,
    private readonly parts: Parts,
  ) {
    this.use(account);
    const send: Environment['send'] = (request, signal) => this.send(request, signal);
    this.hubspot = createHubSpot(nodeEnvironment(send, (request) => this.admit(request)));
  }

  /** Takes the account as it is stored now, with the token to be used from here on. */
  use(account: Account): void {
    this.account = account;
    this.uninstalled = false;
    this.secrets.add(account.accessToken);
    const [oldest] = this.secrets;
    if (this.secrets.size > maxSecrets && oldest !== undefined) this.secrets.delete(oldest);
  }

  /** The whole account's limits come first: HubSpot counts the calls of all cards and all instances together. */
  private async admit({ path }: HubSpotRequest): Promise<number> {
    const { limits } = this.parts;
    try {
      const isSearch = /\/objects\/([^/]+\/)*search$/.test(path);
      const searchMs = isSearch ? await limits.admit(this.account.id, 'search') : 0;
      return searchMs > 0 ? searchMs : await limits.admit(this.account.id, 'all');
    } catch {
      // A call that is under way goes on without the database: HubSpot's own limits still hold.
      return 0;
    }
  }

  private async send(request: HubSpotRequest, signal: AbortSignal): Promise<Response> {
    const { accessToken } = this.account;
    const response = await this.sendWith(accessToken, request, signal);
    if (response.status !== 401 || !(await this.renewed(accessToken))) return response;
    await response.body?.cancel();
    return this.sendWith(this.account.accessToken, request, signal);
  }

  private sendWith(token: string, { method, path, body }: HubSpotRequest, signal: AbortSignal) {
    return fetch(`${this.parts.apiBaseUrl}${path}`, {
      method,
      signal,
      headers: {
        authorization: `Bearer ${token}`,
        'user-agent': userAgent,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /**
   * Whether there is a better token than one that HubSpot just refused. HubSpot says that a 401 is no sign of an expired
   * token; it is one of an uninstalled app, which the renewal finds out.
   */
  private async renewed(refused: string): Promise<boolean> {
    if (this.account.accessToken !== refused) return true;
    const at = this.parts.now();
    const isRecent = this.renewal !== undefined && at - this.renewal.at < renewalSpacingMs;
    if (!isRecent) this.renewal = { of: refused, at, done: this.renew(refused) };
    // Of several requests with the same token, all wait for the one renewal.
    return this.renewal?.of === refused && this.renewal.done;
  }

  private async renew(refused: string): Promise<boolean> {
    const ready = await this.parts.tokens.renew(this.account).catch(() => undefined);
    this.uninstalled = ready?.kind === 'not_installed';
    if (ready?.kind !== 'ready' || ready.account.accessToken === refused) return false;
    this.use(ready.account);
    return true;
  }
}

/** The connections of this instance, the least recently used of which are forgotten. */
export class Connections {
  private readonly kept = new Map<string, Connection>();

  constructor(private readonly parts: Parts) {}

  /** The connection of an account, with what the engine has learned of it in this instance. */
  to(account: Account): Connection {
    const known = this.kept.get(account.id);
    // An account that was uninstalled and is back begins afresh: its tokens were not renewed yet.
    const connection = known && !known.uninstalled ? known : new Connection(account, this.parts);
    connection.use(account);
    // A Map keeps the order of insertion: the last is the latest used.
    this.kept.delete(account.id);
    this.kept.set(account.id, connection);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxConnections && oldest !== undefined) this.kept.delete(oldest);
    return connection;
  }
}
