import {
  createHubSpot,
  nodeEnvironment,
  type Environment,
  type HubSpot,
  type HubSpotRequest,
} from '@bulk-associate/engine';
import type { Account } from '../accounts/accounts';
import type { Tokens } from '../accounts/tokens';
import { reservedForPeople, type CallLimits } from './call-limits';
import { userAgent } from './user-agent';

interface Parts {
  apiBaseUrl: string;
  tokens: Pick<Tokens, 'renew'>;
  limits: Pick<CallLimits, 'admit'>;
  now(): number;
}

/** How the requests of a run in the background are admitted. */
export interface Admission {
  /**
   * For how many milliseconds a request may still be started. Undefined: no longer. Rejects while the database is
   * unavailable; requests wait meanwhile.
   */
  spareMs(): Promise<number | undefined>;
}

/** Milliseconds after which a request of a run asks again whether it may start. */
const askAgainMs = 250;
/** Longer than any call lasts, so that the call ends. */
const neverMs = 60_000;

/** The number of accounts for which the engine's batch sizes are kept. Losing them costs a few calls. */
const maxConnections = 1_000;
/** Milliseconds between two renewals of a token that HubSpot refuses. */
const renewalSpacingMs = 60_000;
/** The number of tokens that are removed from answers. Calls with an earlier token may still run. */
const maxSecrets = 3;

/** The engine's access to HubSpot for one account. */
export class Connection {
  readonly hubspot: HubSpot;
  /** The latest access tokens. The last one is in use. */
  readonly secrets = new Set<string>();
  /** Whether the app is no longer installed in the account. */
  uninstalled = false;
  /** The latest renewal of a token that HubSpot refused before it expired. */
  private renewal: { of: string; at: number; done: Promise<boolean> } | undefined;

  constructor(
    private account: Account,
    private readonly parts: Parts,
  ) {
    this.use(account);
    const send: Environment['send'] = (request, signal) => this.send(request, signal);
    this.hubspot = createHubSpot(nodeEnvironment(send, (request) => this.admit(request)));
  }

  /** Replaces the account by its stored state. Later requests use its token. */
  use(account: Account): void {
    this.account = account;
    this.uninstalled = false;
    this.secrets.add(account.accessToken);
    const [oldest] = this.secrets;
    if (this.secrets.size > maxSecrets && oldest !== undefined) this.secrets.delete(oldest);
  }

  /** The engine's access for a call. With `admission`: for a call of a run in the background, which leaves room to people. */
  hubspotFor(admission: Admission | undefined): HubSpot {
    if (!admission) return this.hubspot;
    const admit = (request: HubSpotRequest) => this.admitRun(request, admission);
    return { ...this.hubspot, environment: { ...this.hubspot.environment, admit } };
  }

  private async admitRun(request: HubSpotRequest, admission: Admission): Promise<number> {
    const askedAt = performance.now();
    try {
      const spareMs = await admission.spareMs();
      if (spareMs === undefined) return neverMs;
      const waitMs = spareMs <= 0 ? askAgainMs : await this.admit(request, reservedForPeople);
      // A slow database may have taken longer than the turn could spare.
      return waitMs <= 0 && performance.now() - askedAt >= spareMs ? askAgainMs : waitMs;
    } catch {
      // Without the database, this instance does not know whether another one has taken over.
      return askAgainMs;
    }
  }

  /** HubSpot counts the calls of all cards and all instances of an account together. */
  private async admit({ path }: HubSpotRequest, reserved = 0): Promise<number> {
    const { limits } = this.parts;
    try {
      const isSearch = /\/objects\/([^/]+\/)*search$/.test(path);
      const searchMs = isSearch ? await limits.admit(this.account.id, 'search') : 0;
      return searchMs > 0 ? searchMs : await limits.admit(this.account.id, 'all', reserved);
    } catch {
      // Without the database, a call in progress continues: HubSpot's own limits still apply.
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
   * Whether there is a newer token than the refused one. HubSpot's documentation says not to take a 401 for an expired
   * token. It can mean that the app was uninstalled, which the renewal shows.
   */
  private async renewed(refused: string): Promise<boolean> {
    if (this.account.accessToken !== refused) return true;
    const at = this.parts.now();
    const isRecent = this.renewal !== undefined && at - this.renewal.at < renewalSpacingMs;
    if (!isRecent) this.renewal = { of: refused, at, done: this.renew(refused) };
    // Concurrent requests with the same token wait for the same renewal.
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

/** The connections of this instance. The least recently used ones are dropped. */
export class Connections {
  private readonly kept = new Map<string, Connection>();

  constructor(private readonly parts: Parts) {}

  /** Returns the connection of an account, with the batch sizes that the engine has learned in this instance. */
  to(account: Account): Connection {
    const known = this.kept.get(account.id);
    // An account that installed the app again gets a new connection, which has made no renewal yet.
    const connection = known && !known.uninstalled ? known : new Connection(account, this.parts);
    connection.use(account);
    // A Map keeps the order of insertion: the last entry is the most recently used.
    this.kept.delete(account.id);
    this.kept.set(account.id, connection);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxConnections && oldest !== undefined) this.kept.delete(oldest);
    return connection;
  }
}
