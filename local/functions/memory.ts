import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const megabyte = 2 ** 20;
/** Linux counts memory in pages, of 4 KB on the machines that Node is released for. */
const pageBytes = 4_096;

/** The memory a process holds, heap and buffers and all; undefined where this system does not tell. */
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

const everyMs = 100;

/** Watches the memory of a process, and tells once when it holds more than so much. Returns how to end it. */
export function watchMemory(pid: number, mostMb: number, onTooMuch: () => void): () => void {
  let isOver = false;
  const timer = setInterval(async () => {
    const mb = (await residentMb(pid)) ?? 0;
    if (isOver || mb <= mostMb) return;
    isOver = true;
    onTooMuch();
  }, everyMs);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
