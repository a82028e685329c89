import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrderOf, readAssumptions } from './assumptions';
import { cases } from './cases';

const page = readAssumptions(readFileSync(join(__dirname, '../../docs/assumptions.md'), 'utf8'));
const { beliefs, first } = page;

describe('docs/assumptions.md', () => {
  it('numbers its beliefs one by one, in whatever order they stand', () => {
    const numbers = beliefs.map(({ number }) => number).sort((one, other) => one - other);
    expect(numbers).toEqual(beliefs.map((_, n) => n + 1));
  });

  it('names every case once, and no case that is not there', () => {
    expect(beliefs.flatMap(({ probes }) => probes).sort()).toEqual(cases.map(({ name }) => name).sort());
  });

  it('groups them by what happens if they are wrong', () => {
    expect(new Set(beliefs.map(({ group }) => group)).size).toBe(4);
  });

  it('says of ten what to ask first', () => {
    expect(new Set(first.map(({ number }) => number)).size).toBe(10);
    const numbers = beliefs.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining(first.map(({ number }) => number)));
  });

  it.each(first)('names all probes of $number where it says to ask it first', ({ number, probes }) => {
    const asked = beliefs.find((belief) => belief.number === number)?.probes;
    expect(probes).toEqual(expect.arrayContaining(asked ?? []));
    expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining(probes));
  });
});

describe('readAssumptions', () => {
  const table = (...rows: string[]) =>
    ['| # | belief | evidence | if it is wrong | probe |', '|--:|---|---|---|---|', ...rows].join('\n');
  const groups = (...tables: string[]) =>
    tables.map((rows, n) => `## Group ${n + 1}\n\n${rows}\n`).join('\n');

  it('reads the probes of each belief, or why there is none, and the group it is in', () => {
    const text = groups(
      table('| 2 | a | b | c | `one`, `two` |'),
      table('| 1 | d | e | f | none: because of `x` |'),
    );
    expect(readAssumptions(text).beliefs).toEqual([
      { number: 2, belief: 'a', group: 'Group 1', probes: ['one', 'two'] },
      { number: 1, belief: 'd', group: 'Group 2', probes: [], why: 'because of `x`' },
    ]);
  });

  it('reads what to ask first, with the probes that are named', () => {
    const list =
      '## Ask first\n\n1. **7**: it rains.\n   Probe: `rain`.\n2. **3**: it snows. No probe: look out.\n';
    expect(readAssumptions(`Words\n\n${list}\n${groups(table('| 7 | a | b | c | `rain` |'))}`).first).toEqual(
      [
        { number: 7, probes: ['rain'] },
        { number: 3, probes: [] },
      ],
    );
  });

  it('refuses a row without either, another table, and a question about nothing', () => {
    expect(() => readAssumptions(groups(table('| 3 | a | b | c | |')))).toThrow('Row 3 names no probe');
    expect(() => readAssumptions(groups('| a | b |\n|---|---|'))).toThrow('The columns of "Group 1" must be');
    expect(() => readAssumptions('## Ask first\n\n1. It rains.\n')).toThrow('names no belief: It rains.');
  });
});

describe('inOrderOf', () => {
  it('asks first what the page says to ask first, and the rest in its order', () => {
    const text = readAssumptions(
      [
        '## Ask first\n\n1. **3**: it hails. Probe: `hail`.\n',
        '## Group\n\n| # | belief | evidence | if it is wrong | probe |\n|--:|---|---|---|---|',
        '| 2 | a | b | c | `snow`, `rain` |\n| 3 | d | e | f | `hail` |',
      ].join('\n'),
    );
    const named = ['rain', 'hail', 'snow'].map((name) => ({ name }));
    expect(inOrderOf(text, named).map(({ name }) => name)).toEqual(['hail', 'snow', 'rain']);
  });

  it('loses no case', () => {
    expect(inOrderOf(page, cases)).toHaveLength(cases.length);
    expect(inOrderOf(page, cases)[0]?.name).toBe(first[0]?.probes[0]);
  });
});
