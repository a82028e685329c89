import fc from 'fast-check';
import { foldName, normalizeText } from './characters';
import { formsOf } from './forms';
import { contactNames, isSameName } from './names';

describe('comparing names', () => {
  it.each([
    ["O'Neil", 'O’Neil'],
    ['O´Neil', "O'Neil"],
    ['Cafe\u0301', 'café'],
    ['Two  blanks', 'two\u3000Blanks'],
    ['ｱｸﾒ', 'アクメ'],
    ['Ｃｏｎｔｏｓｏ', 'contoso'],
    ['Con\u200Btoso', 'Contoso'],
    ['“Best” Ltd', '"Best" Ltd'],
    ['A – B', 'A - B'],
    ['Contoso\u00A0GmbH', 'Contoso GmbH'],
    ['㈱サンプル', '(株)サンプル'],
  ])('%j and %j are the same', (one, other) => expect(isSameName(one, other)).toBe(true));

  it.each([
    ['Contoso', 'Contoso (UK)'],
    ['Café', 'Cafe'],
    ['A-B', 'AB'],
    ['Muller', 'Müller'],
  ])('%j and %j are not', (one, other) => expect(isSameName(one, other)).toBe(false));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
      }),
    );
  });
});

describe('the splits of a contact’s name', () => {
  const splits = (name: string) => contactNames(name).map(({ first, last }) => `${first}|${last}`);

  it.each([
    ['Ann Smith', ['Ann|Smith']],
    ['Smith, Ann', ['Ann|Smith']],
    ['Smith,Ann', ['Ann|Smith']],
    ['Smith-Jones, Ann Mary', ['Ann Mary|Smith-Jones']],
    ['Ann Mary Smith', ['Ann Mary|Smith', 'Ann|Mary Smith']],
    ['Ludwig van Beethoven', ['Ludwig van|Beethoven', 'Ludwig|van Beethoven']],
    ['Ann', ['Ann|', '|Ann']],
    ["Ann O'Neil", ["Ann|O'Neil"]],
    ['山田 太郎', ['太郎|山田', '山田|太郎', '山田 太郎|', '|山田 太郎']],
    ['山田太郎', ['太郎|山田', '田太郎|山', '郎|山田太', '山田太郎|', '|山田太郎']],
    ['홍길동', ['길동|홍', '동|홍길', '홍길동|', '|홍길동']],
    ['Анна Иванова', ['Анна|Иванова']],
    ['Agent 47', ['Agent|47']],
    ['50 Cent', ['50|Cent']],
    ['Ann Smith III', ['Ann|Smith', 'Ann Smith|III', 'Ann|Smith III']],
  ])('of %s are %j', (name, expected) => expect(splits(name)).toEqual(expected));

  it.each([
    'Dr. Ann Smith',
    'Ann Smith, PhD',
    'Ms Ann Smith',
    'Ann Smith (CEO)',
    'Ann Smith - CEO',
    'Prof. Dr. Ann Smith, MBA',
  ])('of %s begin with the bare name', (name) => expect(splits(name)[0]).toBe('Ann|Smith'));
  it('of a name with an honorific begin with the bare name', () =>
    expect(splits('山田太郎様')[0]).toBe('太郎|山田'));

  it('never turn around a name in Latin letters', () =>
    expect(splits('James Martin')).not.toContain('Martin|James'));

  it.each([
    '',
    '12',
    'Ann 41200000325',
    'ann@example.com',
    'example.com',
    'a/b',
    'one two three four five six seven eight',
    'a, b, c, d',
    '---',
  ])('are none for %j', (text) => expect(contactNames(text)).toEqual([]));

  it('are 8 at most, and together hold every letter', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => contactNames(text).length <= 8));
  });
});

describe('the forms in which HubSpot may hold a reading', () => {
  it.each([
    [{ by: 'id', value: '5' }, ['5']],
    [{ by: 'email', value: 'ann@bücher.de' }, ['ann@bücher.de', 'ann@xn--bcher-kva.de']],
    [{ by: 'email', value: 'Ann@Example.com' }, ['Ann@Example.com', 'Ann@example.com']],
    [{ by: 'domain', value: 'example.com' }, ['example.com', 'www.example.com']],
    [{ by: 'phone', value: '+442079460123' }, ['2079460123', '442079460123']],
    [{ by: 'phone', value: '02079460123' }, ['2079460123', '02079460123']],
    [{ by: 'phone', value: '+14155552671' }, ['4155552671', '14155552671']],
    [{ by: 'phone', value: '442079460123' }, ['442079460123', '2079460123']],
    [{ by: 'phone', value: '+390612345678' }, ['612345678', '0612345678', '390612345678']],
    [{ by: 'phone', value: '+353861234567' }, ['861234567', '353861234567']],
    [{ by: 'name', value: "O'Neil" }, ["O'Neil", 'O’Neil']],
    [{ by: 'name', value: '1984 - Phase 2' }, ['1984 - Phase 2', '1984 – Phase 2']],
    [{ by: 'name', value: 'A – “B”' }, ['A – “B”', 'A - "B"']],
    [{ by: 'name', value: '(株)サンプル', original: '㈱サンプル' }, ['(株)サンプル', '㈱サンプル']],
  ] as const)('are, for %j, %j', (reading, forms) => expect(formsOf(reading)).toEqual(forms));
});
