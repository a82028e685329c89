import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A TCP connection to a server of this machine, on which a test writes HTTP by itself. */
export class RawConnection {
  /** All that the server has sent. */
  received = '';
  /** The error that ended the connection, such as ECONNRESET. */
  error: Error | undefined;
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<void>;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (this.received += text));
    socket.on('error', (error) => (this.error = error));
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async open(port: number): Promise<RawConnection> {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(text: string): void {
    if (this.socket.writable) this.socket.write(text, 'latin1');
  }

  /** Resolves when the server has sent this text; rejects if it closes the connection without it. */
  async sees(text: string): Promise<void> {
    while (!this.received.includes(text)) {
      const data = new Promise<void>((resolve) => this.socket.once('data', () => resolve()));
      await Promise.race([data, this.closed]);
      if (this.socket.closed && !this.received.includes(text)) {
        throw new Error(`The connection ended without "${text}": ${this.received}`);
      }
    }
  }

  /** Sends what is still to be sent, and breaks the connection off. */
  close(): void {
    this.socket.destroySoon();
  }
}

/** A request with a body of a size, as the text of its head and of its body. */
type Framing = (path: string, size: number, method?: string) => [head: string, body: string];
/** The head of a request. */
export const head = (method: string, path: string, ...headers: string[]) =>
  `${[`${method} ${path} HTTP/1.1`, 'host: localhost', ...headers].join('\r\n')}\r\n\r\n`;
const withLength: Framing = (path, size, method = 'POST') => [
  head(method, path, `content-length: ${size}`),
  'x'.repeat(size),
];
const chunked: Framing = (path, size, method = 'POST') => {
  const chunk = 16 * 1024;
  const chunks = Array.from({ length: Math.ceil(size / chunk) }, (_, n) => {
    const length = Math.min(chunk, size - n * chunk);
    return `${length.toString(16)}\r\n${'x'.repeat(length)}\r\n`;
  });
  return [head(method, path, 'transfer-encoding: chunked'), `${chunks.join('')}0\r\n\r\n`];
};
/** The two ways in which HTTP/1.1 says where a body ends. */
export const framings: [string, Framing][] = [
  ['a body with Content-Length', withLength],
  ['a chunked body', chunked],
];

/** Matches an answer after which its connection closes. */
export const saysClose = /^connection: close\r$/im;
