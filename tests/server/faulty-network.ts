import { serve, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it went from HubSpot to the back end, to be changed or repeated. */
export interface Sent {
  method: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

type Answer = (sent: Sent) => Promise<Response>;

/** What happens to a request between HubSpot and the back end; `pass` lets it, or another one, through. */
export type Fault = (sent: Sent, pass: Answer, cut: () => void) => Promise<Response>;

/** The network between HubSpot and the back end: a real server, that can inject faults. */
export class FaultyNetwork {
  readonly seen: Sent[] = [];
  /** Happens to the next requests, one each. */
  faults: Fault[] = [];
  /** The back end at the other end. */
  answer: Answer = async () => new Response(null, { status: 404 });
  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  /** Listens on a free port of 127.0.0.1. */
  static start(): Promise<FaultyNetwork> {
    const app = new Hono<{ Bindings: HttpBindings }>();
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
        const network = new FaultyNetwork(`http://127.0.0.1:${port}`, server);
        app.all('*', (c) => network.take(c.req.raw, () => c.env.incoming.socket.destroy()));
        resolve(network);
      }) as Server;
    });
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private async take(request: Request, cut: () => void): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const sent = {
      method: request.method,
      path: pathname + search,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    };
    this.seen.push(sent);
    return (await this.faults.shift()?.(sent, this.answer, cut)) ?? this.answer(sent);
  }
}
