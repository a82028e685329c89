import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type HostedServer } from './app';
import { createHttpServer } from './http-server';
import { readSettings } from './settings';

/** Milliseconds after which connections are cut at a stop. A call lasts up to 15 seconds. */
const stopWithinMs = 20_000;

const settings = readSettings(process.env);
if (settings.ok) await run(settings);
else fail(settings.mistakes);

async function run({ port, options }: Extract<typeof settings, { ok: true }>): Promise<void> {
  let hosted: HostedServer;
  try {
    hosted = await createServer({ ...options, log: printLine });
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error)]);
  }
  const server = createHttpServer(hosted.fetch).listen(port, () => {
    const { port: taken } = server.address() as AddressInfo;
    logLine({ event: 'listening', port: taken, publicUrl: options.publicUrl });
  });
  server.once('error', (error) => fail([error.message]));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logLine({ event: 'stopping', signal });
      void stop(server, hosted);
    });
  }
}

function logLine(line: object): void {
  printLine({ time: new Date().toISOString(), ...line });
}

function printLine(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Accepts no new connection, waits for the requests in progress, and closes the database. */
async function stop(server: Server, hosted: HostedServer): Promise<void> {
  setTimeout(() => server.closeAllConnections(), stopWithinMs).unref();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  await hosted.close();
  process.exit(0);
}

function fail(sentences: string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
