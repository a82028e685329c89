import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  parent: number;
  seconds: number;
}

/** Seconds of processor time that a process and its ended children have used, by the kernel's count (in hundredths). */
export function cpuSecondsOf(pid: number | undefined): number {
  return processOf(String(pid)).seconds;
}

/** The same of a process and all its children. */
export function cpuSecondsOfFamily(pid: number): number {
  let seconds = cpuSecondsOf(pid);
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const { parent, seconds: own } = processOf(id);
    if (parent === pid) seconds += own;
  }
  return seconds;
}

/** Zero seconds for a process that has ended. */
function processOf(id: string): Process {
  let text = '';
  try {
    text = readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return { parent: 0, seconds: 0 };
  }
  // The name of the program, in brackets, may hold anything. State and parent follow it (proc_pid_stat(5)).
  const fields = text.slice(text.lastIndexOf(') ') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), seconds: (user + system + endedUser + endedSystem) / 100 };
}
