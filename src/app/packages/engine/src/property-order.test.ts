import fc from 'fast-check';
import type { FilterProperty } from '@bulk-associate/contract';
import { bounded, inOrder } from './property-order';

const property = (name: string, label = name, group?: string): FilterProperty => ({
  name,
  label,
  type: 'string',
  ...(group && { group }),
});

describe('the order of properties', () => {
  it('is: the usual ones, then by group and name', () => {
    const all = [
      property('b', 'Zebra', 'Aa'),
      property('createdate'),
      property('c', 'Äpfel', 'Bb'),
      property('a', 'Ananas', 'Bb'),
      property('d', 'Zoo', 'Bb'),
      property('firstname'),
    ];
    expect(inOrder(all, 'de').map(({ name }) => name)).toEqual([
      'firstname',
      'createdate',
      'b',
      'a',
      'c',
      'd',
    ]);
  });

  it.each([undefined, 'ja', 'pt-br', 'en-a', 'zz-zz'])('is the same set in the language %s', (language) => {
    const all = [property('x'), property('y')];
    expect(inOrder(all, language)).toHaveLength(2);
  });
});

describe('the properties of an answer', () => {
  const options = (count: number, text: string) =>
    Array.from({ length: count }, (_, n) => ({ value: `${text}${n}`, label: `${text} ${n}` }));

  it('stay under a megabyte for a thousand properties with hundreds of options in Japanese', () => {
    const all = Array.from({ length: 1_000 }, (_, n) => ({
      ...property(`p${n}`),
      options: options(500, '選択肢'),
    }));
    const kept = bounded(all);
    expect(kept.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThan(1_000_000);
    expect(kept[0]?.options).toHaveLength(500);
    expect(kept.at(-1)).not.toHaveProperty('options');
  });

  it('are as they were where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 50 }), (counts) => {
        const all = counts.map((count, n) => ({ ...property(`p${n}`), options: options(count, 'o') }));
        expect(bounded(all)).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });
});
