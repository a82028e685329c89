import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from './quantile';

const functions = join(import.meta.dirname, '../src/app/functions');
const rounds = 15;

/** Milliseconds of a process that loads what HubSpot would load, and ends: the median of several, taken in turns. */
export interface ColdStart {
  name: string;
  ms: number;
}

/** The official client alone comes first; then each function bundle, which loads it too. */
export function coldStarts(): ColdStart[] {
  const bundles = readdirSync(join(functions, 'dist')).filter((file) => file.endsWith('.js'));
  const programs = [
    {
      name: '@hubspot/api-client alone',
      code: "new (require('@hubspot/api-client').Client)({ accessToken: 'x' })",
    },
    ...bundles.map((file) => ({ name: file.replace('.js', ''), code: `require('./dist/${file}')` })),
  ];
  const times = programs.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    programs.forEach(({ code }, n) => {
      const start = performance.now();
      spawnSync(process.execPath, ['-e', code], { cwd: functions, stdio: 'ignore' });
      times[n]?.push(performance.now() - start);
    });
  }
  return programs.map(({ name }, n) => ({ name, ms: quantile(times[n] ?? [], 0.5) }));
}
