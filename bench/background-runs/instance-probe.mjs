// Loaded into an instance with `node --import`. Appends to a file, every half second: how long the event loop was held up,
// how long answers of the database took, for how long so many of its connections were taken, and the memory.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setInterval } from 'node:timers';

const everyMs = 500;
/** Milliseconds. The monitor counts its own timer as a delay. */
const resolution = 5;
/** The connections of each purpose in `server/storage/postgres.ts`. */
const poolSizes = JSON.parse(process.env['PROBE_POOL_SIZES'] ?? '{}');
const file = process.env['PROBE_FILE'] ?? '';
const port = process.env['PROBE_DATABASE_PORT'];

const delay = monitorEventLoopDelay({ resolution });
delay.enable();

let queries = [];

/** The connections of one purpose, by the name under which they are known to the server. */
class Pool {
  taken = 0;
  fullMs = 0;
  fullSince;

  constructor(size) {
    this.size = size;
  }

  setTaken(count) {
    const now = performance.now();
    if (this.fullSince !== undefined) this.fullMs += now - this.fullSince;
    this.taken = count;
    this.fullSince = count >= this.size ? now : undefined;
  }

  /** Milliseconds since the last time in which all were taken. */
  takeFullMs() {
    this.setTaken(this.taken);
    const ms = Math.round(this.fullMs);
    this.fullMs = 0;
    return ms;
  }
}

const pools = { cards: new Pool(poolSizes.cards), runs: new Pool(poolSizes.runs) };

/** Follows Postgres' protocol: a query ends with the message ReadyForQuery, which tells whether a transaction is open. */
function watch(socket) {
  const write = socket.write;
  let askedAt;
  let pool;
  let isTaken = false;
  const take = (value) => {
    if (value !== isTaken) pool?.setTaken(pool.taken + (value ? 1 : -1));
    isTaken = value;
  };
  socket.write = function (...given) {
    // The first message names the application.
    pool ??= String(given[0]).includes('bulk-associate runs') ? pools.runs : pools.cards;
    askedAt ??= performance.now();
    take(true);
    return write.apply(this, given);
  };
  socket.on('data', (chunk) => {
    const end = chunk.subarray(-6);
    if (askedAt === undefined || end.subarray(0, 5).toString('hex') !== '5a00000005') return;
    queries.push(performance.now() - askedAt);
    askedAt = undefined;
    take(String.fromCharCode(end[5]) !== 'I');
  });
  socket.on('close', () => take(false));
}

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...given) {
  // Node's `connect` restores the socket's own `write`.
  const socket = connect.apply(this, given);
  if (String(given[0]) === port) watch(socket);
  return socket;
};

setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage();
  const sample = {
    pid: process.pid,
    at: Date.now(),
    loopMs: Math.max(0, delay.max / 1e6 - resolution),
    queries: queries.map((ms) => Math.round(ms * 10) / 10),
    fullMs: { cards: pools.cards.takeFullMs(), runs: pools.runs.takeFullMs() },
    rssMb: rss / 2 ** 20,
    heapMb: heapUsed / 2 ** 20,
  };
  appendFileSync(file, `${JSON.stringify(sample)}\n`);
  delay.reset();
  queries = [];
}, everyMs).unref();
