import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const functions = join(import.meta.dirname, '../src/app/functions');

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
