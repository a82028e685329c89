import { someRecords } from '../testing/fake-functions';
import { Tray } from './tray';

describe('the tray', () => {
  it('holds each record once, in the order in which it was chosen', () => {
    const [a, b, c] = someRecords(3);
    const tray = Tray.empty.with([b, a] as never).with([a, c] as never);
    expect(tray.list()).toEqual([b, a, c]);
    expect(tray.size).toBe(3);
  });

  it('is itself when nothing changes', () => {
    const tray = Tray.empty.with(someRecords(2));
    expect(tray.with(someRecords(1))).toBe(tray);
    expect(tray.without(['9'])).toBe(tray);
  });

  it('leaves an earlier tray as it was', () => {
    const before = Tray.empty.with(someRecords(2));
    const after = before.without(['1001']);
    expect([before.has('1001'), after.has('1001')]).toEqual([true, false]);
  });
});
