import { labelledWork } from '../../bench/labels';

/** What `npm run bench` measures, as counts: on a virtual clock they are the same in every run. */
describe('ten thousand pairs of one record', () => {
  it('take few calls with a label, and not much more time than without', async () => {
    const { plain, labelled, labelledInThree, removed } = await labelledWork(10_000);
    expect(labelled.calls).toBeLessThanOrEqual(35);
    expect(labelled.ms / plain.ms).toBeLessThanOrEqual(1.6);
    expect(labelledInThree.ms / plain.ms).toBeLessThanOrEqual(1.2);
    expect(removed.calls).toBeLessThanOrEqual(30);
  }, 60_000);
});
