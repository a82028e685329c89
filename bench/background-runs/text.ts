import { cpus } from 'node:os';
import { quantile } from '../quantile';
import { table } from '../table';
import { backgroundRuns, type BackgroundRuns } from '.';
import { poolSizes } from './instances';
import type { CardCall } from './people';

const cores = cpus().length;
const seconds = (value: number) => Math.round(value * 10) / 10;
const share = (value: number) => `${Math.round(value * 100)} %`;

/** Median, 99th percentile and the largest, whole. */
const spread = (values: readonly number[]): number[] =>
  [quantile(values, 0.5), quantile(values, 0.99), Math.max(...values)].map((value) => Math.round(value));

/** The section about runs in the background. */
export async function backgroundRunsText(): Promise<string> {
  const measured = await backgroundRuns();
  return measured.length === 0 ? 'Not measured: Postgres is not installed.' : textOf(measured);
}

/** The same of what was measured before. */
function textOf(measured: readonly BackgroundRuns[]): string {
  return `Accounts hand over a run each at the same moment, to two instances of the built back end on one Postgres server. HubSpot is the
embedded CRM with 100 ms an answer, 0.2 ms an input on top, and 110 calls in ten seconds for each account. The ideal knows HubSpot
alone: one account's calls, two in flight, one write for every 1,000 pairs (or as many as HubSpot takes) and one read for every
1,000; call n starts no sooner than ten seconds after call n - 110. Everything shares one machine (${cpus()[0]?.model.trim()}, ${cores} cores, Node
${process.versions.node}): the instances, Postgres, the CRM, the callers, and whatever else runs there. _Processor_ is what the first four used, divided by
the number of cores, which no schedule can be faster than; _others_ is the part of the machine that other programs had.

${table(
  ['load', 'seconds', 'ideal', 'processor', 'others', 'calls an account'],
  measured.map(({ load, cpu, ...run }) => [
    `${load.what}, ${load.pairs.toLocaleString('en')} pairs each`,
    seconds(run.seconds),
    seconds(run.idealSeconds),
    seconds((cpu.instances + cpu.postgres + cpu.crm + cpu.people + cpu.idle) / cores),
    share(cpu.others / run.seconds / cores),
    Math.round(run.calls),
  ]),
)}

Every line of every run is compared with the associations that the CRM has in the end. _Wrong_: no outcome, or one that the CRM
contradicts; _too many_: associations that no line speaks of; _at once_: pairs that were in two calls to HubSpot at the same time;
_again_: pairs that were sent again, because the answer was lost with its instance. Then all tables are read for tokens in the
clear, addresses, and words of the names and subjects of records: _found_. The words admin (a role) and contact (in HubSpot's
messages) are left out of that, because subjects of tickets have them too.

${table(
  ['load', 'kills', 'wrong', 'too many', 'at once', 'again', 'turns lost', 'found'],
  measured.map(({ load, ...run }) => [load.what, run.kills, run.wrong, run.extra, run.together, run.again, run.turnsLost, run.found.join(', ') || 'nothing']), // prettier-ignore
)}

Calls of cards meanwhile, in the same accounts, in milliseconds until the whole answer. A call around a kill was under way between
the kill and the first second of the new instance; the repetition on the other instance is counted in. The last row of each load
is the same list of runs, of a third instance that has no runs and a database of its own: what the machine alone takes.

${table(['load', 'call', 'calls', 'median', 'p99', 'longest', 'refused'], measured.flatMap(callRows))}

Where the time goes: how long an event loop was held up, as the longest time of each half second; how long an instance waited for
an answer of the database; how much of the time all ${poolSizes.cards} connections for cards and all ${poolSizes.runs} for runs were in use; how many statements
waited for a lock at most. Each as median / p99 / longest.

${table(
  ['load', 'loop of an instance', 'query', 'cards: all in use', 'runs: all in use', 'lock waits', 'loop of the CRM', 'loop of the callers'], // prettier-ignore
  measured.map(({ load, instances, loops, database }) => {
    const halfSeconds = instances.length * 500;
    const fullMs = (which: 'cards' | 'runs') => instances.reduce((sum, { fullMs }) => sum + fullMs[which], 0);
    return [
      load.what,
      spread(instances.map(({ loopMs }) => loopMs)).join(' / '),
      spread(instances.flatMap(({ queries }) => queries)).join(' / '),
      share(fullMs('cards') / halfSeconds),
      share(fullMs('runs') / halfSeconds),
      database.waiting,
      spread(loops.crm).join(' / '),
      spread(loops.people).join(' / '),
    ];
  }),
)}

Three pairs, handed over meanwhile by another account and by a colleague in an account with a large run, from the hand-over to the
end, in seconds by the database's clock:

${table(
  ['load', 'another account: runs', 'median', 'longest', 'a colleague: runs', 'median', 'longest'],
  measured.map(({ load, few }) => [load.what, ...fewCells(few.elsewhere), ...fewCells(few.colleague)]),
)}

Megabytes of an instance (resident), the largest of each fifth of the time; of killed instances the largest of all:

${table(
  ['load', '1', '2', '3', '4', '5'],
  measured.flatMap(({ load, instances }) => {
    const most = (samples: typeof instances) => Math.round(Math.max(...samples.map(({ rssMb }) => rssMb)));
    if (load.killMs !== undefined) return [[load.what, '', '', '', '', most(instances)]];
    const pids = [...new Set(instances.map(({ pid }) => pid))];
    return pids.map((pid) => {
      const own = instances.filter((sample) => sample.pid === pid);
      const fifth = (n: number) => own.slice((own.length * n) / 5, (own.length * (n + 1)) / 5);
      return [load.what, ...[0, 1, 2, 3, 4].map((n) => most(fifth(n)))];
    });
  }),
)}`;
}

const names: Record<string, string> = {
  read_run: 'status of a run',
  list_runs: 'list of runs',
  preview_associations: 'preview of three records',
};

function callRows({ load, cards, idleCalls }: BackgroundRuns): (string | number)[][] {
  const row = (what: string, calls: readonly CardCall[]): (string | number)[] => [
    load.what,
    what,
    calls.length,
    ...spread(calls.map(({ ms }) => ms)),
    calls.filter(({ isRefused }) => isRefused).length,
  ];
  return [
    ...Object.entries(names).flatMap(([uid, name]) => [
      row(
        name,
        cards.others.filter((call) => call.uid === uid),
      ),
      ...(cards.held.length > 0
        ? [
            row(
              `${name}, around a kill`,
              cards.held.filter((call) => call.uid === uid),
            ),
          ]
        : []),
    ]),
    row('list of runs, without runs', idleCalls),
  ];
}

function fewCells(ms: readonly number[]): number[] {
  return [ms.length, seconds(quantile(ms, 0.5) / 1_000), seconds(Math.max(...ms) / 1_000)];
}
