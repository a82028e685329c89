import { serve, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PortTakenError } from './options';

/** Listens on 127.0.0.1. Rejects with `PortTakenError` if the port is in use. */
export function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  port: number,
): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const listening = ({ port: taken }: AddressInfo) =>
      resolve({ server: server as Server, url: `http://127.0.0.1:${taken}` });
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, listening);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error),
    );
  });
}
