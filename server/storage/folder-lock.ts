import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Marks a folder as this process's own; two processes on one embedded database would destroy it. The mark of a process
 * that was killed does not count. Returns what takes the mark away.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use-by');
  const holder = pidIn(file);
  // A container's only process has the same number each time: then the mark is an earlier run's.
  if (holder !== undefined && holder !== process.pid && isRunning(holder)) {
    throw new Error(
      `${folder} is in use by process ${holder}. Stop it first, or set DATABASE_URL to run several instances.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, as somebody else.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
