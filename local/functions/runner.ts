import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './memory';

/** The functions of a runner, and their limits. */
export interface RunnerOptions {
  /** The folder with the functions' `*-hsmeta.json` files, `app/functions` in the project's source folder. */
  folder: string;
  /** The environment of every function. Nothing of this process's own environment is added. */
  environment: Record<string, string>;
  /** Milliseconds after which a call is ended; 15,000, as on HubSpot, if absent. */
  timeOutMs?: number;
  /** Megabytes that a function's process may hold; 128, which HubSpot documents for its older functions, if absent. */
  memoryMb?: number;
  /** Called with each line that a function prints. */
  onLog?: (uid: string, line: string) => void;
}

/** The result of one call. `message` is what HubSpot would return; `stack` is for the developer only. */
export type Execution = { ok: true; response: unknown } | { ok: false; message: string; stack?: string };

const sandbox = fileURLToPath(new URL('./sandbox.cjs', import.meta.url));

/**
 * Runs app functions as HubSpot does: one call at a time in a process, which may be warm from an earlier call, with
 * limited time and memory and a `context` of exactly the known fields.
 */
export class FunctionRunner {
  /** Idle warm processes, by uid. */
  private readonly idle = new Map<string, WarmProcess[]>();
  private readonly busy = new Set<WarmProcess>();

  constructor(private readonly options: RunnerOptions) {}

  /** The uids that can be called. */
  uids(): string[] {
    return [...this.entries().keys()];
  }

  /** Never rejects: every failure, an unknown uid included, is an execution that is not `ok`. */
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

  /** Ends every process, busy ones too. */
  close(): void {
    for (const process of [...this.busy, ...[...this.idle.values()].flat()]) process.kill();
    this.idle.clear();
  }

  private take(uid: string, entry: string): WarmProcess {
    const version = versionOf(entry);
    const waiting = (this.idle.get(uid) ?? []).filter((process) => process.alive);
    const fresh = waiting.filter((process) => process.version === version);
    for (const stale of waiting.filter((process) => process.version !== version)) stale.kill();
    const process = fresh.pop() ?? new WarmProcess(uid, entry, version, this.options);
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

/** Changes with each build: a process that is warm with an older version is not used again. */
function versionOf(entry: string): string {
  try {
    return String(statSync(entry).mtimeMs);
  } catch {
    return 'missing';
  }
}

/** A process with one function loaded. */
class WarmProcess {
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
        this.child.removeAllListeners('message').off('exit', onExit);
        resolve(execution);
      };
      const onExit = () =>
        end({ ok: false, message: 'The function’s process ended (it may have used too much memory)' });
      // `--max-old-space-size` limits the heap only; buffers are outside of it.
      const stopWatching = watchMemory(this.child.pid ?? 0, this.memoryMb, () => {
        this.kill();
        end({ ok: false, message: `The function used more than ${this.memoryMb} MB of memory` });
      });
      const timer = setTimeout(() => {
        this.kill();
        end({ ok: false, message: `Task timed out after ${(timeOutMs / 1000).toFixed(2)} seconds` });
      }, timeOutMs);
      this.child.once('exit', onExit).once('message', (message) => end(message as Execution));
      this.child.send({ context });
    });
  }

  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }
}
