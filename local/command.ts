import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SeedData } from './crm';
import { PortTakenError } from './options';
import { readSettings } from './settings';
import { startLocal } from './start';

/** `hubspot-local [project folder] [records.json]`: prints the address when it answers; on failure prints one sentence and exits with 1. */
export async function runCommand(
  [folder = '.', recordsFile]: string[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  try {
    const { data, ...settings } = readSettings(environment);
    const { url, close } = await startLocal({
      ...settings,
      project: resolve(folder),
      crm: { data: recordsFile === undefined ? data : readRecords(recordsFile) },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void close().finally(() => process.exit(0)));
    }
    // Who has read it may end the process at once.
    console.log(`Local: ${url}`);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

function readRecords(file: string): SeedData {
  return JSON.parse(readFileSync(file, 'utf8')) as SeedData;
}

function sentenceOf(error: unknown): string {
  if (error instanceof PortTakenError)
    return `${error.message} Choose another: PORT=${error.port + 1} npx hubspot-local`;
  return error instanceof Error ? error.message : String(error);
}
