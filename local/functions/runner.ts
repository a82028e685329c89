import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './memory';

/** What a runner runs, and within which limits. */
export interface RunnerOptions {
  /** The folder with the `*-hsmeta.json` files: `src/app/functions`. */
  folder: string;
  /** The environment of every function; nothing else of this process's own is passed on. */
  environment: Record<string, string>;
  /** Milliseconds after which a call is ended; HubSpot's 15,000 unless a test wants less. */
  timeOutMs?: number;
  /** Megabytes a function's process may hold. HubSpot publishes 128 for its older functions. */
  memoryMb?: number;
  /** Receives what functions print, line by line. */
  onLog?: (uid: string, line: string) => void;
}

/** What one call came to. `message` is what HubSpot would tell; `stack` is for the developer's eyes only. */
export type Execution = { ok: true; response: unknown } | { ok: false; message: string; stack?: string };

const sandbox = fileURLToPath(new URL('./sandbox.cjs', import.meta.url));

/**
 * Runs app functions as HubSpot does: each call alone in a process that may be warm from an earlier call, 15 seconds,
 * limited memory, a `context` of exactly the known fields.
 */
export class FunctionRunner {
  /** Warm processes that wait for a call, by uid. */
  private readonly idle = new Map<string, Warm[]>();
  private readonly busy = new Set<Warm>();

  constructor(private readonly options: RunnerOptions) {}

  /** The uids that can be called. */
  uids(): string[] {
    return [...this.entries().keys()];
  }

  /** Never rejects: what goes wrong, a uid that there is not included, is an execution that is not `ok`. */
  async call(uid: string, parameters: unknown): Promise<Execution> {
    const entry = this.entries().get(uid);
    if (!entry) return { ok: false, message: `No app function has the uid ${uid}` };
    const context = { parameters, propertiesToSend: {}, event: {}, secrets: {} };
    const process = this.take(uid, entry);
    this.busy.add(process);
    const execution = await process.run(context, this.options.timeOutMs ?? 15_000);
    this.busy.delete(process);
    if (process.alive) this.idle.set(uid, [...(this.idle.get(uid) ?? []), process]);
    return execution;
  }

  /** Ends every process, those at work too. */
  close(): void {
    for (const process of [...this.busy, ...[...this.idle.values()].flat()]) process.kill();
    this.idle.clear();
  }

  private take(uid: string, entry: string): Warm {
    const version = versionOf(entry);
    const waiting = (this.idle.get(uid) ?? []).filter((process) => process.alive);
    const fresh = waiting.filter((process) => process.version === version);
    for (const stale of waiting.filter((process) => process.version !== version)) stale.kill();
    const process = fresh.pop() ?? new Warm(uid, entry, version, this.options);
    this.idle.set(uid, fresh);
    return process;
  }

  private entries(): Map<string, string> {
    const { folder } = this.options;
    if (!existsSync(folder)) return new Map();
    const metas = readdirSync(folder).filter((file) => file.endsWith('-hsmeta.json'));
    return new Map(
      metas.map((file) => {
        const meta = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FunctionMeta;
        return [meta.uid, join(folder, '../..', meta.config.entrypoint)];
      }),
    );
  }
}

interface FunctionMeta {
  uid: string;
  config: { entrypoint: string };
}

/** A new build is a new version: a process that is warm with an older one is not used again. */
function versionOf(entry: string): string {
  try {
    return String(statSync(entry).mtimeMs);
  } catch {
    return 'missing';
  }
}

/** A process that has one function loaded. */
class Warm {
  alive = true;
  private readonly child: ChildProcess;

  constructor(
    uid: string,
    entry: string,
    readonly version: string,
    private readonly options: RunnerOptions,
  ) {
    const { environment, onLog } = options;
    this.child = fork(sandbox, [entry], {
      env: environment,
      execArgv: [`--max-old-space-size=${this.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.once('exit', () => (this.alive = false));
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n').filter(Boolean)) onLog?.(uid, line);
      });
    }
  }

  private get memoryMb(): number {
    return this.options.memoryMb ?? 128;
  }

  run(context: object, timeOutMs: number): Promise<Execution> {
    return new Promise((resolve) => {
      const end = (execution: Execution) => {
        clearTimeout(timer);
        stopWatching();
        this.child.removeAllListeners('message').off('exit', died);
        resolve(execution);
      };
      const died = () =>
        end({ ok: false, message: 'The function’s process ended (it may have used too much memory)' });
      // The heap has a limit of its own; buffers lie outside of it.
      const stopWatching = watchMemory(this.child.pid ?? 0, this.memoryMb, () => {
        this.kill();
        end({ ok: false, message: `The function used more than ${this.memoryMb} MB of memory` });
      });
      const timer = setTimeout(() => {
        this.kill();
        end({ ok: false, message: `Task timed out after ${(timeOutMs / 1000).toFixed(2)} seconds` });
      }, timeOutMs);
      this.child.once('exit', died).once('message', (message) => end(message as Execution));
      this.child.send({ context });
    });
  }

  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }
}
