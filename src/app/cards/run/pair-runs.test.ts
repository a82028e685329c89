import type { AssociateParameters, PairsParameters } from '@bulk-associate/contract';
import { FakeFunctions, someRecords } from '../testing/fake-functions';
import { FakeClock } from '../testing/fake-sdk';
import { associateRun, previewRun, removeRun } from './pair-runs';

function context(functions: FakeFunctions) {
  const from = { objectType: '0-2', id: '7' };
  return { from, toObjectType: '0-1', call: functions.call, clock: new FakeClock() };
}

describe('the runs over pairs', () => {
  it('send pairs from the record being viewed to the others', async () => {
    const functions = new FakeFunctions();
    for (const run of [associateRun, previewRun, removeRun]) {
      await run(context(functions), someRecords(1)).run();
    }
    const parameters = functions.calls.map((call) => call.parameters as PairsParameters);
    for (const each of parameters) {
      expect(each).toMatchObject({
        fromObjectType: '0-2',
        toObjectType: '0-1',
        inputs: [{ from: { id: '7' }, to: { id: '1001' } }],
      });
    }
  });

  it('pass the batch size of an answer to the next call', async () => {
    const functions = new FakeFunctions();
    await associateRun(context(functions), someRecords(300)).run();
    const sizes = functions.calls.map(({ parameters }) => (parameters as AssociateParameters).batchSize);
    expect(sizes).toEqual([undefined, 100]);
  });

  it('send again what is unknown in an answer that was stopped early, but not in a complete one', async () => {
    const functions = new FakeFunctions();
    const stopped = { code: 'RATE_LIMITED', message: '…' } as const;
    let calls = 0;
    functions.replace('preview_associations', ({ inputs }) => {
      calls += 1;
      const outcomes = inputs.map((input) => ({ ...input, status: 'unknown' as const }));
      return { ok: true, outcomes, ...(calls === 1 && { stopped }) };
    });
    const { results } = await previewRun(context(functions), someRecords(2)).run();
    expect(calls).toBe(2);
    expect(results.map((result) => result?.status)).toEqual(['unknown', 'unknown']);
  });
});
