import fc from 'fast-check';
import { readValue } from '@bulk-associate/contract';
import { readPastedText } from './read-pasted-text';
import { rowsOf } from './rows';
import type { TextContext } from './pasted-text';

const types = fc.constantFrom('0-1', '0-2', '0-3', '0-5', '2-456');
const digits = fc.integer({ min: 1, max: 12 }).chain((length) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })); // prettier-ignore
const groups = (separator: string) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 3 }),
    )
    .map(([first, rest]) => [first, ...rest.map((part) => String(part).padStart(3, '0'))].join(separator));
const piece = fc.oneof(
  { weight: 4, arbitrary: digits },
  { weight: 4, arbitrary: fc.constantFrom(',', '.', ' ', "'", '’', '\u00A0', '\u2009').chain(groups) },
  {
    weight: 2,
    arbitrary: digits.chain((number) =>
      fc
        .constantFrom('.0', '.5', '%', '-1', '/2', ':30', 'x', ' €', 'E+10', '¹', '.10.20.30')
        .map((end) => number + end),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('Ann Smith', 'Smith, Ann', 'Wingtip, Inc.', 'Room 12', 'Contoso (UK)', '株式会社', 'Name', 'Record ID', 'Email', 'Amount', 'ann@example.com', 'Ann <ann@example.com>', 'contoso.com', '+44 20 7946 0123', '(212) 5551234', '2026-05-12', '192.168.100.200', 'A 7, B 8'), // prettier-ignore
  },
);
const wrapped = fc
  .tuple(piece, fc.constantFrom('', '', '', '"', '(', '<', '• ', '1. ', '#', 'ID: ', '- ', '\u200B'))
  .map(([text, mark]) => {
    const closing: Record<string, string> = { '"': '"', '(': ')', '<': '>' };
    return mark + text + (closing[mark] ?? '');
  });
const separator = fc.constantFrom(',', ', ', ';', '; ', '\t', ' | ', '\n', '\n', '\n', ' ', '  ', '、');
const texts = fc
  .array(fc.tuple(wrapped, separator), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.map(([text, by]) => text + by).join(''));

/** All ids by which something of the text would be looked up, whichever columns the person chooses. */
function idsIn(text: string, context: TextContext): { kind: string; ids: string[] } {
  const pasted = readPastedText(text, context);
  if (pasted.kind === 'askNumbers') return { kind: pasted.kind, ids: [] };
  const lines =
    pasted.kind === 'list'
      ? pasted.lines
      : [pasted.suggested, ...pasted.columns.keys()].flatMap((chosen) =>
          rowsOf(pasted.columns, [chosen].flat(), context),
        );
  const ids = lines.flatMap(({ values }) =>
    values.flatMap((value) => {
      const result = readValue(value, { objectType: context.objectType, portalId: 123 });
      return 'readings' in result
        ? result.readings.filter(({ by }) => by === 'id').map((reading) => reading.value)
        : [];
    }),
  );
  return { kind: pasted.kind, ids };
}

/** Numbers that stand in the text as whole tokens, or as whole grouped numbers where that is certain or was said. */
function numbersIn(text: string, kind: string, numbers: TextContext['numbers']): Set<string> {
  const plain = text.replaceAll('\u200B', '');
  const allowed = new Set<string>();
  const add = (number: string) => allowed.add(number.replace(/\D/g, ''));
  // Within a grouped number, no part of it stands alone.
  const joined = plain
    .replace(/(?<=\d)['’\u00A0\u2009](?=\d)/g, '§')
    .replace(kind === 'list' && numbers !== 'list' ? /(?<![\d,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g : /§§/g, (number) => number.replaceAll(',', '§')); // prettier-ignore
  for (const token of joined.split(/[ \t\n,;|"'()<>#:、]+/))
    if (/^\d+(?:\.0+)?$/.test(token)) add(token.replace(/\.0+$/, ''));
  for (const [number] of plain.matchAll(
    /\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:['’]\d{3})+|\d{1,3}(?:[\u00A0\u2009]\d{3})+/g,
  ))
    add(number);
  for (const [number] of plain.matchAll(/\d{1,3}(?:(?:,\d{3})+\.0+|(?: \d{3})+[.,]0+)/g))
    add(number.replace(/[.,]0+$/, ''));
  if (numbers === 'grouped') for (const [number] of plain.matchAll(/\d+(?:[, ]\d+)+/g)) addRuns(number, add);
  return allowed;
}

/** Every run of groups: `1, 41,200` holds the number 41,200. */
function addRuns(number: string, add: (number: string) => void): void {
  for (const part of number.split(/, | {2,}/)) {
    add(part);
    for (const each of [...part.split(','), ...part.split(' ')]) add(each);
  }
}

describe('reading any pasted text', () => {
  it('never looks up an id that does not stand in it as a whole', () => {
    fc.assert(
      fc.property(
        texts,
        types,
        fc.constantFrom(undefined, 'grouped' as const, 'list' as const),
        (text, objectType, numbers) => {
          const { kind, ids } = idsIn(text, { objectType, numbers });
          const allowed = numbersIn(text, kind, numbers);
          for (const id of ids) expect([...allowed]).toContain(id);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is said about it', () => {
    const any = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom(...'"\n,;\t|<>@=([)] a1.'), maxLength: 200 })); // prettier-ignore
    fc.assert(
      fc.property(
        any,
        types,
        fc.constantFrom(undefined, 'list' as const, 'table' as const),
        (text, objectType, shape) => {
          idsIn(text, { objectType, shape });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads back a table with known headings, however it is separated and quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'B', '7', '"', ',', ';', ' ', 'é', '日'), maxLength: 8 }).map((text) => `x${text}`.trim()); // prettier-ignore
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\t', ';', ',', '|'), fc.boolean(), (body, by, always) => {
        const quoted = (each: string) =>
          always || each.includes(by) || each.includes('"') ? `"${each.replaceAll('"', '""')}"` : each;
        const lines = [['Company name', 'City', 'Record ID'], ...body].map((row) => row.map(quoted).join(by));
        const pasted = readPastedText(lines.join('\n'), { objectType: '0-2' });
        expect(pasted.kind === 'table' && pasted.columns.map(({ values }) => values)).toEqual(
          [0, 1, 2].map((index) => body.map((row) => row[index])),
        );
      }),
    );
  });
});
