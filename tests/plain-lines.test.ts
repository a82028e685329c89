import fc from 'fast-check';
import { answerPastedText } from '@bulk-associate/reading';
import { plainLines } from '../src/app/cards/choose/paste/plain-lines';

const objectTypes = ['0-1', '0-2', '0-3', '0-5', '2-456'];

/** What the function answers, in the form of the card's lines. */
function readByFunction(text: string, objectType: string) {
  const { parts } = answerPastedText({ objectType, typeNames: ['Car', 'Cars'], text });
  if (parts.kind !== 'list' || parts.heading !== undefined) return parts.kind;
  return parts.entries.map((entry) => (typeof entry === 'string' ? { text: entry, values: [entry] } : entry));
}

const word = fc.stringMatching(/^[A-Za-z][A-Za-z\d_.+-]{0,12}$/);
const label = fc.stringMatching(/^[A-Za-z][A-Za-z\d-]{0,8}$/);
const id = fc.stringMatching(/^[1-9]\d{0,19}$/);
const email = fc
  .tuple(word, fc.array(label, { minLength: 1, maxLength: 3 }))
  .map(([local, labels]) => `${local}@${labels.join('.')}`);
const other = fc.constantFrom(
  'name',
  'Email',
  '',
  '  ',
  '1,234',
  'a@x.com b@x.com',
  '0123',
  'a=40b@x.com',
  '=3D',
);
const line = fc.oneof({ weight: 20, arbitrary: fc.oneof(id, email) }, { weight: 1, arbitrary: other });
const around = fc.constantFrom('', ' ', '\t', '\u00A0', '\u200B', '\uFEFF', '  ');
const lineBreak = fc.constantFrom('\n', '\r\n', '\n\n', '\r', '\u2028', '\v');
const text = fc
  .array(fc.tuple(around, line, around, lineBreak), { maxLength: 30 })
  .map((lines) => lines.flat().join(''));

describe('lines of ids and email addresses alone', () => {
  it('are split in the card as the function splits them, whatever the object type', () => {
    let plain = 0;
    fc.assert(
      fc.property(text, fc.constantFrom(...objectTypes), (pasted, objectType) => {
        const lines = plainLines(pasted);
        if (!lines) return;
        plain += 1;
        expect(readByFunction(pasted, objectType)).toEqual(lines);
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(1_000);
  });

  it.each(['41200000325', '1', '41200000325\n41200000326\n', ' ada@example.com\r\nbob@example.org ', ''])(
    'need no call: %j',
    (pasted) => expect(plainLines(pasted)).toBeDefined(),
  );

  it.each([
    'Email\nada@example.com',
    '1,234',
    '41 42',
    'Ada <ada@example.com>',
    'a@x.com;b@x.com',
    'Acme',
    '0041200000325',
  ])('are not what %j is', (pasted) => expect(plainLines(pasted)).toBeUndefined());
});
