import { someRecords } from '../testing/fake-functions';
import { emptySelection, withoutRecords, withRecords } from './selection';

describe('the selection', () => {
  it('holds each record once, in the order in which it was chosen', () => {
    const [a, b, c] = someRecords(3);
    const selection = withRecords(withRecords(emptySelection, [b, a] as never), [a, c] as never);
    expect([...selection.values()]).toEqual([b, a, c]);
    expect(selection.size).toBe(3);
  });

  it('is the same object when nothing changes', () => {
    const selection = withRecords(emptySelection, someRecords(2));
    expect(withRecords(selection, someRecords(1))).toBe(selection);
    expect(withoutRecords(selection, ['9'])).toBe(selection);
  });

  it('keeps the label of a record that is added again', () => {
    const [a, b] = someRecords(2);
    const selection = withRecords(withRecords(emptySelection, [a] as never), [
      { ...a, label: 'x' },
      b,
    ] as never);
    expect([...selection.values()]).toEqual([a, b]);
  });

  it('does not change an earlier selection', () => {
    const before = withRecords(emptySelection, someRecords(2));
    const after = withoutRecords(before, ['1001']);
    expect([before.has('1001'), after.has('1001')]).toEqual([true, false]);
  });
});
