import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { quantile } from './quantile';

/** What reading one pasted text costs, from the text to the values that are looked up. */
export interface PastedTextCost {
  text: string;
  /** Median CPU milliseconds, each in a worker of its own: a person pastes once, and the code is not warm then. */
  ms: number;
  /** The yardstick: the same text split into trimmed lines. */
  splitMs: number;
}

const rounds = 9;
const megabyte = 2 ** 20;

const lines = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, n) => line(n)).join('\n'); // prettier-ignore
const filled = (piece: string, size = megabyte) =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** What people paste, 10,000 lines of each. */
const usual: Record<string, string> = {
  '10,000 ids': lines(10_000, (n) => String(41_200_000_000 + n)),
  '10,000 email addresses': lines(10_000, (n) => `person${n}@example.com`),
  '10,000 recipients': lines(10_000, (n) => `"Smith, Ann ${n}" <ann${n}@example.com>;`),
  '10,000 names': lines(10_000, (n) => `Ann Mary Smith${'abcdefghij'[n % 10]}`),
  '10,000 names with commas': lines(10_000, (n) => `Wingtip ${n}, Inc.`),
  '10,000 links': lines(
    10_000,
    (n) => `https://app.hubspot.com/contacts/123/record/0-1/${41_200_000_000 + n}`,
  ),
  '10,000 phone numbers': lines(10_000, (n) => `+44 20 7946 ${String(n).padStart(4, '0')}`),
  '10,000 rows of a spreadsheet': `Name\tEmail\tRecord ID\n${lines(10_000, (n) => `Ann ${n}\tann${n}@example.com\t${41_200_000_000 + n}`)}`,
  '10,000 rows of a CSV file': `Name,Email,Phone\n${lines(10_000, (n) => `"Smith, Ann ${n}",ann${n}@example.com,+44 20 7946 0123`)}`,
  '10,000 bullets': lines(10_000, (n) => `• ann${n}@example.com (work)`),
};

/** What is made to keep a reader busy, a megabyte of each. */
const hostile: Record<string, string> = {
  'a megabyte without a line break': filled('a'),
  'a megabyte of digits': filled('1'),
  'a megabyte of blanks': filled(' '),
  'a million quotes': filled('"', 1_000_000),
  'a million commas': filled(',', 1_000_000),
  'a million opening brackets': filled('([<{', 1_000_000),
  'a million @': filled('@', 1_000_000),
  '350,000 short quoted lines': filled('"\n', 700_000),
  '350,000 lines of one letter': filled('a\n', 700_000),
  '350,000 lines of one digit': filled('1\n', 700_000),
  '260,000 quoted cells': filled('"a",'),
  '130,000 formulas that never close': filled('=A(",\n'),
  '210,000 short addresses': filled('a@b.c\n'),
  '170,000 grouped numbers': filled('1,234\n'),
  '100,000 spaced numbers': filled('415 555 26\n'),
  '350 lines of 3,000 marks': filled(`${'-('.repeat(1500)}\n`),
  '350 lines of 3,000 blanks': filled(`a${' '.repeat(2998)}b\n`),
};

/** Measures the reading of each text. */
export async function pastedTextCosts(): Promise<PastedTextCost[]> {
  const code = bundled();
  const costs: PastedTextCost[] = [];
  for (const [text, source] of [...Object.entries(usual), ...Object.entries(hostile)]) {
    const ms = await median(`${code}\n;const work = Reading.readForLookUp;`, source);
    const splitMs = await median(
      "const work = (source) => source.split('\\n').map((line) => line.trim());",
      source,
    );
    costs.push({ text, ms, splitMs });
  }
  return costs;
}

function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'read-for-look-up.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'Reading',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function median(code: string, source: string): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) all.push(await inWorker(code, source));
  return quantile(all, 0.5);
}

/** CPU milliseconds of `work` on a text, in a new worker: nothing of an earlier round is compiled or optimised in it. */
async function inWorker(code: string, source: string): Promise<number> {
  const measured = `${code}
    const { parentPort, workerData } = require('node:worker_threads');
    const before = process.cpuUsage();
    work(workerData);
    const { user, system } = process.cpuUsage(before);
    parentPort.postMessage((user + system) / 1000);`;
  const worker = new Worker(measured, { eval: true, workerData: source });
  const [ms] = (await once(worker, 'message')) as [number];
  await worker.terminate();
  return ms;
}
