import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { backgroundRunsText } from './background-runs/text';
import { emails, search, segment } from './choosing';
import { coldStarts } from './cold-start';
import { embeddedCrm } from './embedded-crm';
import { engineCost } from './engine-cost';
import { labelledWork } from './labels';
import { memoryOverNode } from './memory';
import { panelWork } from './panel-work';
import { pastedTextCosts } from './pasted-text';
import {
  batchesOfAHundred,
  idealSchedule,
  onePutAPair,
  pairsOf,
  theCard,
  theCardsUndo,
  thisEngine,
} from './schedule';
import { perSecond, serverLoads } from './server';
import { number, table } from './table';
import { latencyMs, latencyPerInputMs, type Measured } from './virtual-crm';

/**
 * `npm run bench`: one run of all measurements, on the screen and in docs/benchmarks.md. `npm run bench -- runs` makes only the
 * sections of these names anew.
 */
const sizes = [100, 1_000, 10_000, 50_000];
/** The card links to one record, which HubSpot lets have so many contacts. */
const mostLinksOfOneRecord = 10_000;
const caps = [2_000, 1_000, 999, 500, 400, 250, 200, 100];

const seconds = (ms: number) => number.format(ms / 1_000);
const times = (ms: number, of: number) => number.format(of / ms);

const cardRow = (measured: Measured): [string, Measured] => [
  'as the card calls it, every function cold',
  measured,
];

async function scheduleTable(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const size of sizes) {
    const pairs = pairsOf(size);
    const engine = await thisEngine(pairs);
    const ideal = idealSchedule(size);
    const others: [string, Measured][] = [
      ...(size > mostLinksOfOneRecord ? [] : [cardRow(await theCard(pairs))]),
      ['ideal, sequential, 2,000 a call', ideal],
      ['loop of batches of 100', await batchesOfAHundred(pairs)],
      ['one PUT a pair, official client', await onePutAPair(pairs)],
    ];
    rows.push([`**${number.format(size)} pairs: this engine**`, engine.calls, seconds(engine.ms), '1']);
    for (const [name, { calls, ms }] of others) rows.push([name, calls, seconds(ms), times(engine.ms, ms)]);
  }
  return table(['', 'calls', 'seconds', 'times this engine'], rows);
}

async function undoSentence(): Promise<string> {
  const { calls, ms } = await theCardsUndo(pairsOf(mostLinksOfOneRecord));
  return `Undoing ${number.format(mostLinksOfOneRecord)} links of one record, as the card calls it, every function cold, reads before and after
included: ${number.format(calls)} calls, ${seconds(ms)} seconds.`;
}

async function labelTable(): Promise<string> {
  const { plain, labelled, labelledInThree, again, removed } = await labelledWork(mostLinksOfOneRecord);
  const rows = (
    [
      ['linked without a label, two calls at a time', plain],
      ['linked with a label, two calls at a time', labelled],
      ['linked with a label, three calls at a time', labelledInThree],
      ['given a label that they have', again],
      ['whole links removed, with their labels', removed],
    ] as const
  ).map(([what, { calls, ms }]) => [what, calls, seconds(ms), times(plain.ms, ms)]);
  return table(['', 'calls', 'seconds', 'times the first'], rows);
}

async function capTable(): Promise<string> {
  const rows: number[][] = [];
  for (const cap of caps) {
    const { calls } = await thisEngine(pairsOf(10_000), cap);
    const least = 10 * Math.ceil(1_000 / Math.min(cap, 1_000));
    rows.push([cap, calls, least, calls / least]);
  }
  return table(['HubSpot takes', 'calls', 'least possible', 'ratio'], rows);
}

async function choosingTable(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const { what, card, ideal, script } of [segment(10_000), search(10_000), emails(100)]) {
    const ours = await card();
    rows.push([`**${what}**: the card`, ours.calls, seconds(ours.ms), times(ideal.ms, ours.ms)]);
    rows.push(['ideal schedule of the same calls', ideal.calls, seconds(ideal.ms), '1']);
    const plain = await script();
    rows.push(['script with the official client', plain.calls, seconds(plain.ms), times(ideal.ms, plain.ms)]);
  }
  return table(['', 'calls', 'seconds', 'times the ideal'], rows);
}

async function costTable(): Promise<string> {
  const rows: number[][] = [];
  for (const pairs of [100_000, 1_000_000]) {
    const { microsecondsPerPair, parseMicrosecondsPerPair } = await engineCost(pairs);
    rows.push([pairs, microsecondsPerPair, parseMicrosecondsPerPair]);
  }
  return table(['pairs', 'CPU µs a pair', 'JSON.parse of the same bodies'], rows);
}

async function panelTable(): Promise<string> {
  const rows = (await panelWork()).map(({ act, median, worst }) => [act, median, worst]);
  return table(['act', 'median ms', 'worst ms'], rows);
}

async function pastedTable(): Promise<string> {
  const rows = (await pastedTextCosts()).map(({ text, ms, splitMs }) => [text, ms, splitMs, ms / splitMs]);
  return table(['text', 'median ms', 'plain split, ms', 'ratio'], rows);
}

async function crmSection(): Promise<string> {
  const { seedMs, records, links, served } = await embeddedCrm();
  const rows = served.map(({ what, medianMs, slowestMs }) => [what, medianMs, slowestMs]);
  return `Filled with ${number.format(records)} records and ${number.format(links)} links in ${seconds(seedMs)} seconds. Each request takes less than the
${latencyMs} ms that are counted above for HubSpot's answer, so the stand-in is not what one waits for:

${table(['request', 'median ms', 'slowest ms'], rows)}`;
}

function startTable(): string {
  const [client, ...bundles] = coldStarts();
  const of = client?.ms ?? NaN;
  const rows = bundles.map(({ name, ms }) => [name, Math.round(ms), ms / of]);
  return table(['process that loads', 'ms', 'ratio'], [[client?.name ?? '', Math.round(of), 1], ...rows]);
}

async function serverTable(): Promise<string> {
  const rows = (await serverLoads()).map((load) => [
    load.database,
    load.calls,
    load.perSecond,
    load.errors,
    load.cpuMs,
    load.median,
    load.p99,
    Math.round(load.memoryMb),
  ]);
  const head = ['database', 'calls', 'a second', 'errors', 'CPU ms a call', 'median ms', 'p99 ms', 'MB'];
  return table(head, rows);
}

async function engineText(): Promise<string> {
  const { bareMb, callMb } = memoryOverNode();
  return `${await costTable()}

One call of 1,000 inputs: ${number.format(callMb - bareMb)} MB over a bare Node process (${number.format(callMb)} against ${number.format(bareMb)} MB at the peak, the
official client included).`;
}

interface Section {
  /** How the command names it. */
  name: string;
  heading: string;
  text(): Promise<string>;
}

const sections: Section[] = [
  {
    name: 'calls',
    heading: 'Calls and time',
    text: async () => `On the embedded CRM with ${latencyMs} ms an answer, ${latencyPerInputMs} ms an input on top, and HubSpot's published limit of 190
calls in ten seconds. The clock is virtual: it counts latency and waiting, exactly and repeatably, not CPU time. The
engine is called with 1,000 inputs a call, two calls at a time once the first is through. The card begins with calls of
200 and 400, so that a person sees progress, or what is wrong, within moments.

${await scheduleTable()}

${await undoSentence()}

Labels: 10,000 pairs of one record in calls of 1,000 to one warm function. Before a label is given, the labels that a pair
has are read, because HubSpot's write replaces them; before links are removed, what they had is read, and after it whether
they are gone.

${await labelTable()}

10,000 pairs, by the most inputs HubSpot takes in a batch (the engine is not told; a call carries 1,000 at most):

${await capTable()}`,
  },
  {
    name: 'choosing',
    heading: 'Choosing and reviewing',
    text: async () => `On the same CRM, as the card calls the functions: a collecting call after another, then a review of the chosen records, which
HubSpot has named a moment ago, and the run with those that are new, both in calls that grow to 1,000 inputs, two at a time.
Every function starts anew at every call; a warm one reads the limits once instead of in every review call. The ideal
schedule has the largest calls from the start and waits for nothing but HubSpot's limits and the cursors of pages. The
script works in pages and batches of 100, members in pages of 250, searches in pages of 200; it reviews nothing.

${await choosingTable()}`,
  },
  {
    name: 'engine',
    heading: 'The engine alone',
    text: engineText,
  },
  {
    name: 'card',
    heading: 'The card, with 10,000 records chosen',
    text: async () => `The built bundle in a browser's worker, by the browser's own trace: all work of the worker from the act until it is idle
again, searching and drawing included. A person notices from about 50 ms on.

${await panelTable()}`,
  },
  {
    name: 'pasted',
    heading: 'Reading pasted text',
    text: async () => `From the text to the values that are looked up, in a new worker each time, beside splitting the same text into trimmed
lines. The first part is what people paste, the second what is made to keep a reader busy, a megabyte or so of each.

${await pastedTable()}`,
  },
  {
    name: 'server',
    heading: 'The hosted back end',
    text: async () => `The built back end in a process of its own, offered ${perSecond} card calls a second for 40 accounts; HubSpot is the embedded CRM,
on the same machine as the callers. Times to the answer include what else the machine has to do.

${await serverTable()}`,
  },
  { name: 'runs', heading: 'Runs in the background', text: backgroundRunsText },
  {
    name: 'start',
    heading: 'Cold start',
    text: async () => `${startTable()}`,
  },
  {
    name: 'crm',
    heading: 'The embedded CRM',
    text: async () => `${await crmSection()}`,
  },
];

const intro = `# Benchmarks

Made by \`npm run bench\` on Node ${process.versions.node}, ${cpus().length} cores. Ratios hold; milliseconds are this machine's.`;

const page = join(import.meta.dirname, '../docs/benchmarks.md');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  const names = sections.map(({ name }) => name).join(', ');
  throw new RangeError(`There is no section ${unknown.join(', ')}. There are: ${names}.`);
}

/** The sections of the page as it is, by their headings. */
const present = new Map(
  readFileSync(page, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n')).trim()]),
);
const made: string[] = [intro];
for (const { name, heading, text } of sections) {
  const isAsked = asked.length === 0 || asked.includes(name);
  const written = isAsked ? await text() : present.get(heading);
  if (isAsked) console.log(`## ${heading}\n\n${written}\n`);
  if (written !== undefined) made.push(`## ${heading}\n\n${written}`);
}
const report = `${made.join('\n\n')}\n`;
writeFileSync(page, await format(report, { ...(await resolveConfig(page)), parser: 'markdown' }));
