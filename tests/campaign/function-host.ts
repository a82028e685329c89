import * as apiClient from '@hubspot/api-client';
import type { AssociateAnswer, FunctionUid } from '@bulk-associate/contract';
import type { VirtualTime } from '@bulk-associate/engine/testing';
import { type Crm, sandboxToken } from 'hubspot-local/crm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

/** What happens to one call of an app function on its way. */
export type CallFault =
  | { kind: 'none' }
  /** No process is warm: what the engine has learned is forgotten. */
  | { kind: 'cold' }
  /** The process crashes at its n-th request, before or after HubSpot did what was asked; the call is rejected. */
  | { kind: 'crash'; atRequest: number; done: boolean }
  /** The function did all its work, and its answer never arrives. */
  | { kind: 'answer-lost' }
  /** HubSpot runs the function twice with the same parameters, and passes on the second answer. */
  | { kind: 'repeated' }
  /** Something arrives that is not the function's answer. */
  | { kind: 'garbled' };

type Main = (context: { parameters: unknown }) => Promise<unknown>;

const folder = join(__dirname, '../../src/app/functions/dist');
/** What a bundle finds around itself; everything of time and chance among it is given by the host. */
const surroundings = ['module', 'require', 'process', 'performance', 'setTimeout', 'clearTimeout', 'Math'];
const bundles = new Map<string, ReturnType<typeof compileFunction>>();

function bundleOf(uid: FunctionUid): ReturnType<typeof compileFunction> {
  const bundle =
    bundles.get(uid) ?? compileFunction(readFileSync(join(folder, `${uid}.js`), 'utf8'), surroundings);
  bundles.set(uid, bundle);
  return bundle;
}

const timeOutMs = 15_000;
/** A new one each time: one for all would hold on to everybody who ever waited for it. */
const never = () => new Promise<never>(() => undefined);

interface World {
  crm: Crm;
  time: VirtualTime;
  random: () => number;
}

/**
 * Runs the built bundles of the app functions, with the official client in them, in virtual time and against the embedded
 * CRM: as HubSpot does, each call in a process that may be warm, may crash, and ends after 15 seconds.
 */
export class FunctionHost {
  calls = 0;
  /** Processes that ended before they answered. */
  ended = 0;
  /** Runs of a function whose answer the card did not get to hear, and of those the ones it cannot know of. */
  unreceived = 0;
  unknown = 0;
  /** Runs of `associate_records` that ended before all was read back, or so late that it may be. */
  cutShort = 0;
  isCalm = false;
  private readonly warm = new Map<FunctionUid, Instance[]>();

  constructor(
    private readonly world: World,
    /** What happens to the n-th call; after the last one nothing does. */
    private callFaults: readonly CallFault[],
    private readonly onCall: (call: number) => void = () => undefined,
  ) {}

  /** From now on nothing goes wrong, on the way or at HubSpot. */
  calm(): void {
    this.isCalm = true;
    this.callFaults = [];
    this.world.crm.faults.clear();
  }

  /** From now on these happen to the calls, one after another. */
  planFaults(callFaults: readonly CallFault[]): void {
    this.callFaults = [...Array<CallFault>(this.calls).fill({ kind: 'none' }), ...callFaults];
  }

  /** `hubspot.serverless`: resolves with what the function returned, or rejects. */
  async call(uid: FunctionUid, parameters: unknown): Promise<unknown> {
    this.onCall(this.calls);
    const fault = this.callFaults[this.calls] ?? { kind: 'none' };
    this.calls += 1;
    if (fault.kind === 'cold') this.warm.delete(uid);
    if (['repeated', 'answer-lost', 'garbled'].includes(fault.kind)) this.unreceived += 1;
    if (fault.kind === 'repeated') {
      this.unknown += 1;
      await this.runOnce(uid, parameters, fault);
    }
    const answer = await this.runOnce(uid, parameters, fault);
    if (fault.kind === 'answer-lost') throw new Error('The request failed.');
    return fault.kind === 'garbled' ? { status: 'error', outcomes: [] } : answer;
  }

  private async runOnce(uid: FunctionUid, parameters: unknown, fault: CallFault): Promise<unknown> {
    const instance = this.warm.get(uid)?.pop() ?? new Instance(uid, this.world);
    if (fault.kind === 'crash') instance.crashAt(fault.atRequest, fault.done);
    const timedOut = this.world.time.sleep(timeOutMs).then(() => instance.end());
    const returned = await Promise.race([instance.run(parameters), instance.ended, timedOut]);
    if (!instance.isRunning) {
      this.ended += 1;
      this.unreceived += 1;
      throw new Error('The process ended.');
    }
    instance.crashAt(Infinity, false);
    this.warm.set(uid, [...(this.warm.get(uid) ?? []), instance]);
    if (uid === 'associate_records' && isCutShort(returned)) this.cutShort += 1;
    return toJson(returned);
  }
}

/** A run that ended for what it was asked still reads. After so long, the next wait may be for longer than there is time. */
function isCutShort(returned: unknown): boolean {
  const { stopped, usage } = returned as Partial<AssociateAnswer>;
  return (
    (stopped !== undefined && stopped.code !== 'HUBSPOT_REJECTED') ||
    (usage !== undefined && usage.elapsedMs > 8_000)
  );
}

/** One process with one function loaded. */
class Instance {
  isRunning = true;
  readonly ended: Promise<void>;
  private readonly main: Main;
  private readonly timers = new Map<object, AbortController>();
  private requests = 0;
  private crash = { atRequest: Infinity, done: false };
  private resolveEnded: () => void = () => undefined;

  constructor(
    uid: FunctionUid,
    private readonly world: World,
  ) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
    const module: { exports: { main?: Main } } = { exports: {} };
    const baseUrl = addressOf(this);
    bundleOf(uid)(
      module,
      () => apiClient,
      { env: { PRIVATE_APP_ACCESS_TOKEN: sandboxToken, HUBSPOT_API_BASE_URL: baseUrl } },
      { now: world.time.now },
      (work: () => void, ms: number) => this.setTimeout(work, ms),
      (timer: object) => this.timers.get(timer)?.abort(),
      Object.create(Math, { random: { value: world.random } }),
    );
    if (!module.exports.main) throw new Error(`The bundle of ${uid} exports no main.`);
    this.main = module.exports.main;
  }

  async run(parameters: unknown): Promise<unknown> {
    this.requests = 0;
    return this.main({ parameters: toJson(parameters) });
  }

  crashAt(atRequest: number, done: boolean): void {
    this.crash = { atRequest, done };
  }

  end(): void {
    this.isRunning = false;
    this.resolveEnded();
  }

  /** What `fetch` does in this process. */
  async send(request: Request): Promise<Response> {
    this.requests += 1;
    if (!this.isRunning) return never();
    if (this.requests < this.crash.atRequest) return this.world.crm.fetch(request);
    if (this.crash.done) await this.world.crm.fetch(request).catch(() => undefined);
    this.end();
    return never();
  }

  private setTimeout(work: () => void, ms: number): object {
    const timer = {};
    const cleared = new AbortController();
    this.timers.set(timer, cleared);
    // Node's timers take whole milliseconds, and at least one.
    void this.world.time.sleep(Math.max(1, Math.ceil(ms)), cleared.signal).then(() => {
      this.timers.delete(timer);
      if (this.isRunning && !cleared.signal.aborted) work();
    });
    return timer;
  }
}

/** The official client sends with the global `fetch`; the host in the address tells which process it is that sends. */
const instances = new Map<string, WeakRef<Instance>>();

function addressOf(instance: Instance): string {
  const host = `process-${instances.size}.test`;
  instances.set(host, new WeakRef(instance));
  return `http://${host}`;
}

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const instance = instances.get(new URL(request.url).host)?.deref();
  if (!instance) throw new TypeError(`Nothing is sent to ${request.url}`);
  return instance.send(request);
};

/** What crosses the border between card and function is JSON. */
function toJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
