import { spawn, type ChildProcess } from 'node:child_process';

/** The address of a local HubSpot, and its controls. */
export interface ServerControls {
  /** Ends with a slash. */
  url: string;
  /** Sends JSON to one of the embedded CRM's controls. */
  sandbox(path: string, body?: object, method?: string): Promise<unknown>;
  /** Resets the CRM to its seed and removes its rate limits, which consecutive tests would exceed. */
  reset(): Promise<void>;
}

/** A local HubSpot in a process of its own, on a free port. */
export interface LocalServer extends ServerControls {
  /** Sends SIGTERM and waits until the process has removed what it built. */
  stop(): Promise<void>;
}

/** Runs Node with these arguments. Resolves when the process prints `Local: <address>`; rejects if it exits before. */
export async function startServer(
  args: string[],
  environment: Record<string, string> = {},
): Promise<LocalServer> {
  const { url, child } = await launch(args, environment);
  return { ...controlsOf(url), stop: () => stop(child) };
}

/** The controls of a server that runs at this address. */
export function controlsOf(url: string): ServerControls {
  const sandbox: ServerControls['sandbox'] = async (path, body, method = 'POST') => {
    const init = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    return (await fetch(`${url}sandbox/${path}`, { method, ...init })).json();
  };
  const reset = async () => {
    await sandbox('reset');
    await sandbox('settings', { rateLimits: {} });
  };
  return { url, sandbox, reset };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function launch(
  args: string[],
  environment: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, ...environment };
    // Jest sets it to `test`. HubSpot's builder would build for that, and not what `npm start` shows.
    delete env['NODE_ENV'];
    const child = spawn(process.execPath, args, { env });
    process.once('exit', () => child.kill('SIGTERM'));
    let printed = '';
    const read = (text: Buffer) => {
      printed += String(text);
      const url = /^Local: (\S+)$/m.exec(printed)?.[1];
      if (url) resolve({ url, child });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${printed}`)));
  });
}
