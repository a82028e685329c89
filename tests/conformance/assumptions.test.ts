import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssumptions } from './assumptions';
import { cases } from './cases';

const beliefs = readAssumptions(readFileSync(join(__dirname, '../../docs/assumptions.md'), 'utf8'));

describe('docs/assumptions.md', () => {
  it('numbers its beliefs one by one', () => {
    expect(beliefs.map(({ number }) => number)).toEqual(beliefs.map((_, n) => n + 1));
  });

  it('names every case once, and no case that is not there', () => {
    expect(beliefs.flatMap(({ probes }) => probes).sort()).toEqual(cases.map(({ name }) => name).sort());
  });
});

describe('readAssumptions', () => {
  const table = (...rows: string[]) =>
    ['| # | belief | evidence | if it is wrong | probe |', '|--:|---|---|---|---|', ...rows].join('\n');

  it('reads the probes of a belief, or why there is none', () => {
    expect(
      readAssumptions(table('| 1 | a | b | c | `one`, `two` |', '| 2 | d | e | f | none: because |')),
    ).toEqual([
      { number: 1, belief: 'a', probes: ['one', 'two'] },
      { number: 2, belief: 'd', probes: [], why: 'because' },
    ]);
  });

  it('refuses a row without either, and another table', () => {
    expect(() => readAssumptions(table('| 3 | a | b | c | |'))).toThrow('Row 3 names no probe');
    expect(() => readAssumptions('| a | b |\n|---|---|')).toThrow('The columns must be');
  });
});
