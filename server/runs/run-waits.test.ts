import { waitAfter } from './run-waits';

const away = { code: 'HUBSPOT_UNAVAILABLE', message: '' } as const;

describe('waitAfter', () => {
  it('waits twice as long after each failure, up to five minutes, and gives up after about an hour', () => {
    const waits = Array.from({ length: 21 }, (_, n) => waitAfter(n + 1, away));
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...waits.map((ms) => ms ?? 0))).toBe(300_000);
    expect(waits.at(-1)).toBeUndefined();
    const minutes = waits.reduce<number>((sum, ms) => sum + (ms ?? 0), 0) / 60_000;
    expect(minutes).toBeGreaterThan(45);
    expect(minutes).toBeLessThan(75);
  });

  it('waits as long as HubSpot asks for, unless that is for another day', () => {
    expect(waitAfter(1, { ...away, retryAfterMs: 20_000 })).toBe(20_000);
    expect(waitAfter(1, { ...away, retryAfterMs: 3_600_000 })).toBeUndefined();
  });

  it.each(['UNAUTHORIZED', 'MISSING_SCOPES', 'DAILY_LIMIT', 'HUBSPOT_REJECTED', 'INTERNAL'] as const)(
    'ends at once after %s',
    (code) => expect(waitAfter(1, { ...away, code })).toBeUndefined(),
  );
});
