import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const megabyte = 2 ** 20;
/** Linux counts memory in pages; they have 4 KB on the platforms that Node is released for. */
const pageBytes = 4_096;

/** The resident memory of a process in megabytes; undefined if the system does not provide it. */
async function residentMb(pid: number): Promise<number | undefined> {
  try {
    const [, pages] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
    return (Number(pages) * pageBytes) / megabyte;
  } catch {
    return fromPs(pid);
  }
}

async function fromPs(pid: number): Promise<number | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
    return Number(stdout.trim()) / 1_024 || undefined;
  } catch {
    return undefined;
  }
}

const intervalMs = 100;

/** Calls `onExceeded` once when a process holds more than `maxMb` megabytes. Returns a function that stops watching. */
export function watchMemory(pid: number, maxMb: number, onExceeded: () => void): () => void {
  let isDone = false;
  const timer = setInterval(async () => {
    const mb = (await residentMb(pid)) ?? 0;
    if (isDone || mb <= maxMb) return;
    isDone = true;
    onExceeded();
  }, intervalMs);
  return () => {
    isDone = true;
    clearInterval(timer);
  };
}
