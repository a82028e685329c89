import type { BuiltServer, HostedProcess } from '../../tests/server/hosted-process';
import type { CardCall } from './people';

/** The connections that an instance has for calls of cards, and for runs (`server/storage/postgres.ts`). */
export const poolSizes = { cards: 10, runs: 8 };
/** Milliseconds after the start of a new instance that count as the effect of the kill: its first calls are cold. */
const coldMs = 1_000;

/** An instance at a moment, as `instance-probe.mjs` writes it. */
export interface InstanceSample {
  pid: number;
  at: number;
  /** The longest time that the event loop was held up since the last sample. */
  loopMs: number;
  /** Milliseconds of each query, from its sending until the answer is read. */
  queries: number[];
  /** For how long all connections for cards, and for runs, were taken. */
  fullMs: { cards: number; runs: number };
  rssMb: number;
  heapMb: number;
}

/** Two instances, of which one is killed now and then. */
export class Instances {
  /** When an instance was killed, and when the one in its place listened, in milliseconds since 1970. */
  readonly kills: { at: number; backAt: number }[] = [];
  onChange: (ports: number[]) => void = () => undefined;
  settled: Promise<void> = Promise.resolve();
  private alive: HostedProcess[] = [];
  private endedCpuSeconds = 0;
  private readonly all: HostedProcess[] = [];

  constructor(
    private readonly built: BuiltServer,
    private readonly environment: Record<string, string>,
  ) {}

  async begin(count: number): Promise<void> {
    while (this.alive.length < count) this.alive.push(await this.start());
  }

  get ports(): number[] {
    return this.alive.map(({ port }) => port);
  }

  /** Seconds of processor time of all instances, of those that were killed too. */
  get cpuSeconds(): number {
    return this.alive.reduce((sum, instance) => sum + instance.cpuSeconds(), this.endedCpuSeconds);
  }

  fetch(request: Request): Promise<Response> {
    const [instance] = this.alive;
    if (!instance) throw new Error('No instance runs.');
    return instance.fetch(request);
  }

  /** Kills the older instance, and starts another one. */
  killOne(): Promise<void> {
    return (this.settled = this.settled.then(async () => {
      const killed = this.alive.shift();
      if (!killed) return;
      this.endedCpuSeconds += killed.cpuSeconds();
      const at = Date.now();
      await killed.kill();
      // A load balancer notices by itself, a moment later.
      const started = await this.start();
      this.alive.push(started);
      this.onChange(this.ports);
      this.kills.push({ at, backAt: Date.now() });
    }));
  }

  /** The calls that were under way between a kill and the first second of the new instance, and the others. */
  partByKills(calls: readonly CardCall[]): { held: CardCall[]; others: CardCall[] } {
    const isHeld = ({ at, ms }: CardCall) =>
      this.kills.some((kill) => at <= kill.backAt + coldMs && at + ms >= kill.at);
    return { held: calls.filter(isHeld), others: calls.filter((call) => !isHeld(call)) };
  }

  async end(): Promise<void> {
    await this.settled;
    for (const instance of this.alive) await instance.kill();
  }

  /** How often the instances have logged an event. */
  eventCount(event: string): number {
    return this.all.reduce((sum, { events }) => sum + (events.get(event) ?? 0), 0);
  }

  private async start(): Promise<HostedProcess> {
    const started = await this.built.start(this.environment);
    this.all.push(started);
    return started;
  }
}
