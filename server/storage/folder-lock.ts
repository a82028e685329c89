import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Locks a folder for this process: two processes would destroy an embedded database. The lock file contains the process
 * id. The file of a process that no longer runs is replaced. Returns a function that releases the lock.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use-by');
  const holder = pidIn(file);
  // In a container, the process has the same id at each start: then the file is from an earlier run.
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
    // The process runs as another user.
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
