import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

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
  return programs.map(({ name }, n) => ({ name, ms: median(times[n] ?? []) }));
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Megabytes that one call of 1,000 inputs needs at its peak, over a Node that does nothing. */
export function memoryOverNode(): { bareMb: number; callMb: number } {
  const peak = (code: string) => {
    const program = `${code}.then(() => console.log(process.resourceUsage().maxRSS))`;
    const out = execFileSync(process.execPath, ['-e', program], {
      cwd: functions,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    return Number(out.trim().split('\n').pop()) / 1024;
  };
  const inputs =
    'Array.from({ length: 1000 }, (_, n) => ({ from: { id: "9" }, to: { id: String(1001 + n) } }))';
  const call = `
    process.env.PRIVATE_APP_ACCESS_TOKEN = 'x';
    globalThis.fetch = async (_, { body }) => new Response(JSON.stringify({ status: 'COMPLETE', results:
      JSON.parse(body).inputs.flatMap(({ from, to }) => [{ from, to, associationSpec: {} }, { from: to, to: from, associationSpec: {} }]) }));
    require('./dist/associate_records.js').main({ parameters: { fromObjectType: '0-1', toObjectType: '0-2', inputs: ${inputs} } })`;
  return { bareMb: peak('Promise.resolve()'), callMb: peak(call) };
}
