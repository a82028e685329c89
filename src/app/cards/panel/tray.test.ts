import { someRecords } from '../testing/fake-functions';
import { emptyTray, withoutRecords, withRecords } from './tray';

describe('the tray', () => {
  it('holds each record once, in the order in which it was chosen', () => {
    const [a, b, c] = someRecords(3);
    const tray = withRecords(withRecords(emptyTray, [b, a] as never), [a, c] as never);
    expect([...tray.values()]).toEqual([b, a, c]);
    expect(tray.size).toBe(3);
  });

  it('is itself when nothing changes', () => {
    const tray = withRecords(emptyTray, someRecords(2));
    expect(withRecords(tray, someRecords(1))).toBe(tray);
    expect(withoutRecords(tray, ['9'])).toBe(tray);
  });

  it('keeps a record as it was chosen, whatever comes with it later', () => {
    const [a, b] = someRecords(2);
    const tray = withRecords(withRecords(emptyTray, [a] as never), [{ ...a, label: 'x' }, b] as never);
    expect([...tray.values()]).toEqual([a, b]);
  });

  it('leaves an earlier tray as it was', () => {
    const before = withRecords(emptyTray, someRecords(2));
    const after = withoutRecords(before, ['1001']);
    expect([before.has('1001'), after.has('1001')]).toEqual([true, false]);
  });
});
