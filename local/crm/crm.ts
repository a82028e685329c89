import { Access, allScopes, bearerOf, homeAccount, sandboxToken } from './access';
import { AccountData } from './account-data';
import { failures, HubSpotFailure } from './errors';
import { ConnectionFault, Faults, type EndpointKind, type BatchInput } from './faults';
import { findObjectType } from './object-types';
import { consentRoutes } from './oauth/consent-routes';
import { OAuth } from './oauth/oauth';
import { tokenRoutes } from './oauth/token-routes';
import type { CallSeen, CrmOptions, CrmSettings } from './options';
import { Random } from './random';
import { sandboxRoutes } from './sandbox-routes';
import { seedCrm } from './seed';
import { stateOf } from './seed-data';
import type { CrmState } from './state';
import { endpointOf } from './versions';

const mostCallsKept = 2_000;

/** HubSpot's CRM API in memory. `fetch` answers requests; paths under `/sandbox/` control the CRM itself. */
export class Crm {
  /** The last 2,000 calls, the oldest first. */
  readonly calls: CallSeen[] = [];
  readonly faults: Faults;
  readonly access: Access;
  readonly oauth: OAuth;
  settings: CrmSettings;
  private readonly seed: number;
  /** The source of correlation ids. */
  private random: Random;
  private readonly accounts: Map<number, AccountData>;
  private readonly home: AccountData;
  private readonly consent;
  private readonly tokens;
  private readonly sandbox;
  private readonly now: () => number;
  private readonly sleep: (ms: number) => Promise<void>;

  constructor(private readonly options: CrmOptions = {}) {
    const { seed = 1, tokens = { [sandboxToken]: allScopes } } = options;
    this.seed = seed;
    this.now = options.now ?? Date.now;
    this.sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.random = new Random(seed);
    this.faults = new Faults(seed + 1);
    const [home = homeAccount, ...others] = options.oauth?.accounts ?? [];
    this.oauth = new OAuth({ ...options.oauth, accounts: [home, ...others] }, new Random(seed + 2), this.now);
    this.access = new Access(tokens, this.oauth);
    this.settings = this.defaults();
    this.home = this.dataOf(home.hubId, 0);
    // A mistake in the given data is told now.
    void this.home.state;
    this.accounts = new Map([
      [home.hubId, this.home],
      ...others.map(({ hubId }, n) => [hubId, this.dataOf(hubId, n + 1)] as const),
    ]);
    this.consent = consentRoutes(this.oauth);
    this.tokens = tokenRoutes(this.oauth);
    this.sandbox = sandboxRoutes(this);
  }

  /** Answers a request. Rejects as the global `fetch` does if a fault breaks the connection. */
  async fetch(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    if (pathname.startsWith('/sandbox/')) return this.sandbox.fetch(request);
    if (/^\/oauth\/(\d+\/)?authorize$/.test(pathname)) return this.consent.fetch(request);
    const startedAt = this.now();
    const call = await readCall(request, pathname);
    let status: CallSeen['status'] = 500;
    let fault: string | undefined;
    try {
      const applied = this.faults.faultFor(call.kind);
      fault = applied?.name;
      const next = (inputs?: object[]) =>
        this.answer(request, inputs ? { ...call, body: JSON.stringify({ inputs }) } : call, search);
      await this.delay(call.inputs.length);
      const { sleep } = this;
      const response = applied
        ? await applied.run({ next, inputs: call.inputs, value: applied.value, sleep })
        : await next();
      status = response.status;
      return response;
    } catch (error) {
      if (error instanceof ConnectionFault) status = error.how;
      throw error instanceof ConnectionFault ? await connectionError(error, request.signal) : error;
    } finally {
      this.remember({
        at: new Date(startedAt).toISOString(),
        method: request.method,
        path: withoutTokens(pathname),
        kind: call.kind,
        status,
        elapsedMs: Math.round(this.now() - startedAt),
        inputs: call.inputs.length,
        ...(fault !== undefined && { fault }),
        ...agentOf(request),
      });
    }
  }

  /** The records of the account of `sandboxToken`. */
  get state(): CrmState {
    return this.home.state;
  }

  /** The records of an account; undefined for one that the CRM does not have. */
  stateIn(hubId: number): CrmState | undefined {
    return this.accounts.get(hubId)?.state;
  }

  /**
   * Restores the state after `createCrm`: records, settings, tokens, random numbers; no faults, no calls. Only installs
   * of apps are kept.
   */
  reset(): void {
    for (const account of this.accounts.values()) account.reset();
    this.faults.reset();
    this.access.reset();
    this.random = new Random(this.seed);
    this.calls.length = 0;
    this.settings = this.defaults();
  }

  /** Changes the given settings and keeps the others. */
  change(settings: Partial<CrmSettings>): void {
    this.settings = { ...this.settings, ...settings };
  }

  /** Whether two records are linked, for tests. Object types are named as in paths. */
  isAssociated(fromType: string, fromId: string, toType: string, toId: string): boolean {
    const from = findObjectType(fromType);
    const to = findObjectType(toType);
    return (
      from !== undefined && to !== undefined && (this.state.partnersOf(from, fromId, to)?.has(toId) ?? false)
    );
  }

  /** The number of links from one object type to another, for tests. */
  linkCount(fromType: string, toType: string): number {
    const from = findObjectType(fromType);
    const to = findObjectType(toType);
    return from && to ? this.state.linkCount(from, to) : 0;
  }

  private defaults(): CrmSettings {
    const {
      maxInputs = 2_000,
      partialFailure = '207',
      labelRules = {},
      latencyMs = 0,
      latencyPerInputMs = 0,
      rateLimits = {},
    } = this.options;
    return { maxInputs, partialFailure, labelRules, latencyMs, latencyPerInputMs, rateLimits };
  }

  private dataOf(hubId: number, nth: number): AccountData {
    return new AccountData(
      hubId,
      () => this.seeded(nth),
      () => this.settings,
      this.now,
    );
  }

  private seeded(nth: number): CrmState {
    const { data = 'default' } = this.options;
    return typeof data === 'object' ? stateOf(data) : seedCrm(data, this.seed + nth * 1_000);
  }

  private async delay(inputs: number): Promise<void> {
    const ms = this.settings.latencyMs + this.settings.latencyPerInputMs * inputs;
    if (ms > 0) await this.sleep(ms);
  }

  private async answer(request: Request, call: Call, search: string): Promise<Response> {
    const headers = { 'x-hubspot-correlation-id': this.random.uuid() };
    try {
      if (call.kind === 'oauth') return withHeaders(await this.answerOAuth(request, call), headers);
      const { scopes, hubId } = this.access.authenticate(request);
      const account = (hubId !== undefined && this.accounts.get(hubId)) || this.home;
      if (!this.isUncounted(request)) account.limiter.take(call.kind === 'search');
      if (!call.endpoint) throw failures.notEmulated(`${request.method} ${new URL(request.url).pathname}`);
      const { path, generation } = call.endpoint;
      const plain = new Request(`http://crm${path}${search}`, { method: request.method });
      const response = await account.routes.fetch(plain, { generation, scopes, body: call.body });
      const limits = call.kind === 'search' ? {} : account.limiter.headers();
      return withHeaders(response, { ...headers, ...limits });
    } catch (error) {
      if (error instanceof HubSpotFailure) return failureResponse(error, headers);
      throw error;
    }
  }

  private isUncounted(request: Request): boolean {
    const { uncountedAgent } = this.options;
    return uncountedAgent !== undefined && request.headers.get('user-agent') === uncountedAgent;
  }

  /** The OAuth endpoints need no bearer token, and count towards no rate limit. */
  private async answerOAuth(request: Request, { endpoint, body }: Call): Promise<Response> {
    const plain = new Request(`http://crm${endpoint?.path}`, { method: request.method });
    const isV1 = new URL(request.url).pathname.startsWith('/oauth/v1/');
    return this.tokens.fetch(plain, { body, token: bearerOf(request), isV1 });
  }

  private remember(call: CallSeen): void {
    this.calls.push(call);
    if (this.calls.length > mostCallsKept) this.calls.splice(0, this.calls.length - mostCallsKept);
  }
}

/** Creates a seeded CRM. CRMs share no state. */
export function createCrm(options?: CrmOptions): Crm {
  return new Crm(options);
}

interface Call {
  endpoint: ReturnType<typeof endpointOf>;
  kind: EndpointKind;
  body: string;
  inputs: BatchInput[];
}

async function readCall(request: Request, path: string): Promise<Call> {
  const body = await request.text();
  const endpoint = endpointOf(path);
  return { endpoint, kind: endpoint?.kind ?? 'other', body, inputs: inputsOf(body) };
}

function agentOf({ headers }: Request): { agent?: string } {
  const agent = headers.get('user-agent');
  return agent === null ? {} : { agent };
}

function inputsOf(body: string): Call['inputs'] {
  try {
    const { inputs } = (JSON.parse(body) ?? {}) as { inputs?: unknown };
    // The routes refuse an input that is no object. Faults see null as an empty one.
    return Array.isArray(inputs) ? (inputs as Call['inputs']).map((input) => input ?? {}) : [];
  } catch {
    return [];
  }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Two OAuth endpoints have a token in their path, which the log must not show. */
function withoutTokens(path: string): string {
  return path.replace(/((?:access|refresh)-tokens\/).+/, '$1…');
}

function failureResponse(
  { status, message, fields, headers }: HubSpotFailure,
  own: Record<string, string>,
): Response {
  const body = { status: 'error', message, correlationId: own['x-hubspot-correlation-id'], ...fields };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...own, ...headers },
  });
}

/** The error with which `fetch` rejects: at once for `reset`, for `silence` not before the caller aborts. */
async function connectionError(fault: ConnectionFault, signal: AbortSignal): Promise<Error> {
  if (fault.how === 'silence' && !signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  return new TypeError('fetch failed', { cause: Object.assign(fault, { code: 'ECONNRESET' }) });
}
