// `npm run probe`: tests the beliefs about HubSpot on a real account, and prints the results.
import { nodeEnvironment } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import { createCrm, publishedLimits } from 'hubspot-local/crm';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Account, type Access, type Clock } from './account';
import { inOrderOf, readAssumptions } from './assumptions';
import { cases } from './cases';
import { settle, writesOf } from './conformance';
import type { ConformanceCase } from './findings';
import { readOptions, usage, type Options } from './options';
import { refusalIn } from './reply';
import { toMarkdown } from './table';

const say = (text: string) => void process.stderr.write(`${text}\n`);

/** Returns the exit code: 0 if every case ended and everything was removed. */
async function probe(options: Options): Promise<number> {
  const page = readAssumptions(readFileSync('docs/assumptions.md', 'utf8'));
  const { names } = options;
  const unknown = names.filter((name) => cases.every((one) => one.name !== name));
  if (unknown.length > 0) {
    say(`docs/assumptions.md names no probe ${unknown.join(', ')}.`);
    return 1;
  }
  const asked = inOrderOf(page, cases).filter(({ name }) => names.length === 0 || names.includes(name));
  const tag = `BA probe ${Date.now().toString(36)}${randomInt(36 ** 2).toString(36)}`;
  // In front of the embedded CRM no real time needs to pass.
  const time = options.live ? realTime : new VirtualTime();
  const account = new Account(accessOf(options, time), time, tag);
  const name = options.live
    ? await mayWrite(account, options, asked)
    : 'the embedded CRM, which is not HubSpot,';
  if (name === undefined) return 1;
  stopOnSignal(account, tag);
  const { settled, left, interrupted } = await time.run(() =>
    settle(account, asked, (one) => say(`${one.verdict.padEnd(18)} ${one.name}`)),
  );
  const date = new Date().toISOString().slice(0, 10);
  // Who names cases does not ask about the others.
  const beliefs = page.beliefs.filter(({ why }) => names.length === 0 || why === undefined);
  console.log(toMarkdown({ account: name, date }, beliefs, settled));
  if (interrupted) say('\nStopped: the rest was not asked.');
  say(left.length === 0 ? '\nEverything that was made is removed.' : leftWords(tag, left));
  return left.length === 0 && !interrupted ? 0 : 1;
}

const { now, sleep } = nodeEnvironment(() => Promise.reject(new Error('The engine sends by the account.')));
const realTime = { now, sleep, run: <T>(work: () => Promise<T>) => work() };

function accessOf({ live }: Options, clock: Clock): Access {
  if (live) return { ...live, fetch };
  const crm = createCrm({ rateLimits: publishedLimits, now: clock.now, sleep: clock.sleep });
  return { baseUrl: 'http://crm.sandbox', token: 'sandbox', fetch: (request) => crm.fetch(request) };
}

const testAccounts = ['DEVELOPER_TEST', 'SANDBOX'];

/** The account's name, if the probe may write to it and a person agrees; else undefined. */
async function mayWrite(
  account: Account,
  options: Options,
  asked: readonly ConformanceCase[],
): Promise<string | undefined> {
  const reply = await account.call('GET', '/account-info/v3/details').catch(() => undefined);
  if (reply?.status !== 200) {
    say(
      `The account could not be read: ${reply ? refusalIn(reply) : 'no answer'}. Is HUBSPOT_ACCESS_TOKEN right?`,
    );
    return undefined;
  }
  const [id, type] = [String(reply.body['portalId']), String(reply.body['accountType'])];
  if (!testAccounts.includes(type) && options.account !== id) {
    say(
      `Account ${id} is ${type}, no test account: nothing was written. The probe is for a developer test account.`,
    );
    say(`If it is one all the same: npm run probe -- --account ${id}`);
    return undefined;
  }
  say(
    `In account ${id} (${type}) this makes, links among themselves, and removes again:\n${writesInWords(asked)}`,
  );
  if (options.yes || (await agrees())) return `account ${id} (${type})`;
  say('Nothing was written.');
  return undefined;
}

function writesInWords(asked: readonly ConformanceCase[]): string {
  const writes = writesOf(asked);
  const lines = Object.entries(writes).map(([made, count]) => `  ${made}: ${count}`);
  if (writes.limits)
    lines.push('  (limits: 5 contacts a deal, or 1 company with the label, for as long as the probe runs)');
  return lines.join('\n') || '  nothing';
}

async function agrees(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const typed = terminal.question('Go on? Type yes: ').catch(() => '');
  const answer = await Promise.race([typed, closed]);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** Milliseconds. A terminal and the programs in between may pass on one Ctrl-C more than once. */
const oneSignalMs = 2_000;

/** A signal ends the cases and removes what they made; a later one ends the process and lists what is left. */
function stopOnSignal(account: Account, tag: string): void {
  let stoppedAt = Infinity;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (performance.now() - stoppedAt > oneSignalMs) {
        say(leftWords(tag, account.remaining()));
        process.exit(1);
      }
      if (stoppedAt !== Infinity) return;
      stoppedAt = performance.now();
      say('\nStopping, and removing what was made …');
      account.interrupt();
    });
  }
}

function leftWords(tag: string, left: string[]): string {
  const list = left.map((what) => `  ${what}`).join('\n');
  return `\nLEFT in the account, to be removed by hand (search for "${tag}"):\n${list}`;
}

const options = readOptions(process.argv.slice(2), process.env);
if (!options) say(usage);
process.exitCode = options ? await probe(options) : 1;
