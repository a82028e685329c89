import { someAnchors, someRecords } from '../testing/fake-functions';
import { hasSeveralAnchors, pairKey, pairsOf, recordCount } from './pairs';

describe('the pairs of a selection', () => {
  it.each([
    ['the record being viewed', undefined, 3, false],
    ['one anchor', someAnchors(1), 3, false],
    ['two anchors', someAnchors(2), 6, true],
    ['no anchor yet', [], 0, false],
  ] as const)('are as many as records times anchors, with %s', (_, anchors, count, areSeveral) => {
    const pairs = pairsOf(someRecords(3), anchors);
    expect(pairs).toHaveLength(count);
    expect(new Set(pairs.map(pairKey)).size).toBe(count);
    expect(hasSeveralAnchors(pairs)).toBe(areSeveral);
    expect(recordCount(pairs)).toBe(count === 0 ? 0 : 3);
  });

  it('count each record once, also where some of its pairs are missing', () => {
    expect(recordCount(pairsOf(someRecords(3), someAnchors(2)).slice(1, 4))).toBe(2);
  });
});
