import fc from 'fast-check';
import {
  associationStatuses,
  lineOutcomes,
  previewStatuses,
  type AssociateParameters,
  type AssociationStatus,
  type Pair,
} from '@bulk-associate/contract';
import type { Call, CallError } from '../sdk/sdk';
import { FakeClock } from '../testing/fake-sdk';
import { someAnchors, someRecords } from '../testing/fake-functions';
import { countOutcomes, enterRun, indexesOf, openLedger, type Ledger } from './ledger';
import type { Operation } from './operation';
import { operationRun } from './pair-runs';
import { pairsOf, type AnchoredRecord } from './pairs';

/** What HubSpot, or the way to it, does with one call. */
type Behaviour =
  | { kind: 'answers'; statuses: AssociationStatus[]; stopped?: CallError }
  | { kind: 'refuses'; error: CallError };

const codes = [
  'NO_ANSWER',
  'BAD_ANSWER',
  'INTERNAL',
  'RATE_LIMITED',
  'HUBSPOT_UNAVAILABLE',
  'DAILY_LIMIT',
  'MISSING_SCOPES',
] as const;
const error: fc.Arbitrary<CallError> = fc.record(
  { code: fc.constantFrom(...codes), message: fc.constant('…'), retryAfterMs: fc.nat(90_000_000) },
  { requiredKeys: ['code', 'message'] },
);
const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('answers' as const),
      statuses: fc.array(fc.constantFrom(...associationStatuses), { minLength: 1, maxLength: 7 }),
      stopped: error,
    },
    { requiredKeys: ['kind', 'statuses'] },
  ),
  fc.record({ kind: fc.constant('refuses' as const), error }),
);
type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;
const scenario = fc.record({
  previews: fc.array(fc.constantFrom(...previewStatuses), { maxLength: 900 }),
  /** None: the pairs are those of the record being viewed. */
  anchorCount: fc.nat(4),
  behaviours: fc.array(behaviour, { minLength: 1, maxLength: 12 }),
  stopBefore: fc.option(fc.nat(12), { nil: undefined }),
});

const associate: Operation = { name: 'associate' };
const idsOf = ({ from, to }: Pair) => `${from.id} ${to.id}`;
const idsOfLine = ({ anchor, record }: AnchoredRecord) => `${anchor?.id ?? '7'} ${record.id}`;

/** As many pairs as there are previews, each with its status. */
function opened({ previews, anchorCount }: Pick<Scenario, 'previews' | 'anchorCount'>): Ledger {
  const anchors = anchorCount > 0 ? someAnchors(anchorCount) : undefined;
  const pairs = pairsOf(someRecords(previews.length), anchors).slice(0, previews.length);
  return openLedger(
    pairs.map((pair, at) => ({ ...pair, status: previews[at] ?? 'new' })),
    associate,
  );
}

/** Runs a scenario, and remembers for each pair the last word there was on it. */
async function play(ledger: Ledger, behaviours: Behaviour[], stopBefore: number | undefined) {
  const indexes = indexesOf(ledger, ({ outcome }) => outcome === 'not_sent');
  const lines = indexes.flatMap((index) => ledger[index] ?? []);
  const lastWord = new Map<string, AssociationStatus | 'lost'>();
  const clock = new FakeClock();
  let calls = 0;
  const call: Call = (_, parameters) => {
    const { inputs } = parameters as AssociateParameters;
    if (calls === stopBefore) run.stop();
    const next = behaviours[calls % behaviours.length] as Behaviour;
    calls += 1;
    if (next.kind === 'refuses') {
      const isLost = ['NO_ANSWER', 'BAD_ANSWER', 'INTERNAL'].includes(next.error.code);
      if (isLost) for (const input of inputs) lastWord.set(idsOf(input), 'lost');
      return Promise.resolve({ ok: false, error: next.error }) as never;
    }
    const outcomes = inputs.map((input, at) => {
      const status = next.statuses[(at + calls) % next.statuses.length] as AssociationStatus;
      if (status !== 'not_attempted') lastWord.set(idsOf(input), status);
      return { ...input, status };
    });
    const usage = { calls: 1, retries: 0, elapsedMs: 1, batchSize: 100 };
    return Promise.resolve({
      ok: true,
      outcomes,
      usage,
      ...(next.stopped && { stopped: next.stopped }),
    }) as never;
  };
  const run = operationRun(
    { from: { objectType: '0-2', id: '7' }, toObjectType: '0-1', call, clock },
    associate,
    lines,
  );
  const ending = await run.run();
  return {
    after: enterRun(ledger, indexes, ending, associate),
    lastWord,
    progress: run.getProgress(),
    ending,
  };
}

describe('a run of associating', () => {
  it('accounts for every pair, with one anchor or several, whatever HubSpot answers and whenever it is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ behaviours, stopBefore, ...of }) => {
        const before = opened(of);
        const { after, progress } = await play(before, behaviours, stopBefore);
        const counts = countOutcomes(after);
        expect(after.map(idsOfLine)).toEqual(before.map(idsOfLine));
        expect(lineOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(of.previews.length);
        expect(progress.phase).toBe('ended');
        expect(Object.values(progress.counts).reduce((sum, n) => sum + n, 0)).toBe(progress.settled);
      }),
      { numRuns: 300 },
    );
  });

  it('gives each pair its last known outcome, and never guesses', async () => {
    const outcomeOf = { lost: 'unconfirmed', not_attempted: 'not_sent' } as Record<string, string>;
    await fc.assert(
      fc.asyncProperty(scenario, async ({ behaviours, stopBefore, ...of }) => {
        const before = opened(of);
        const { after, lastWord } = await play(before, behaviours, stopBefore);
        after.forEach((line, at) => {
          const sent = before[at]?.outcome === 'not_sent';
          const word = lastWord.get(idsOfLine(line)) ?? 'not_attempted';
          expect(line.outcome).toBe(sent ? (outcomeOf[word] ?? word) : before[at]?.outcome);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps earlier successes when failed records are sent again', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.array(behaviour, { minLength: 1 }), async (first, again) => {
        const before = opened(first);
        const { after } = await play(before, first.behaviours, first.stopBefore);
        const { after: afterAgain } = await play(after, again, undefined);
        expect(afterAgain).toHaveLength(before.length);
        const settled = after.filter(({ outcome }) => outcome === 'associated').length;
        expect(countOutcomes(afterAgain).associated).toBeGreaterThanOrEqual(settled);
      }),
      { numRuns: 200 },
    );
  });
});
