import { jsonBytes, maxPastedBytes } from '@bulk-associate/contract';
import { textParts } from './text-parts';

describe('the parts of a text', () => {
  it('are one where a call takes it as a whole, whatever it is', () => {
    expect(textParts('[{"email":"ada@x.com"}]')).toEqual(['[{"email":"ada@x.com"}]']);
  });

  it.each([
    ['of Latin letters', (n: number) => `eva${n}@example.com`],
    ['of letters of several bytes', (n: number) => `株式会社アルダー${n}`],
    ['that are empty now and then', (n: number) => (n % 3 === 0 ? '' : `Eva "${n}"\t`)],
  ])('hold all its lines %s, as few as fit, each with room for a heading', (_, line) => {
    const text = Array.from({ length: 120_000 }, (__, n) => line(n)).join('\n');
    const parts = textParts(text);
    expect(parts.join('\n')).toBe(text);
    expect(parts.length).toBe(Math.ceil(jsonBytes(text) / (maxPastedBytes - 1_000)));
    for (const part of parts) expect(jsonBytes(part)).toBeLessThanOrEqual(maxPastedBytes - 1_000);
  });
});
