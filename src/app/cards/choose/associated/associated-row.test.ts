import { labelKey, type LinkedRecord } from '@bulk-associate/contract';
import { en } from '@bulk-associate/messages';
import { createTranslator } from '../../locales/translator';
import { filterOf, rowOf } from './associated-row';

const translator = createTranslator('en', en, 'Europe/Berlin');
const buyer = { category: 'USER_DEFINED', typeId: 3, name: 'Decision maker' } as const;
/** Another label, whose id is that of the first. */
const primary = { category: 'HUBSPOT_DEFINED', typeId: 3, name: 'Primary' } as const;

const records: LinkedRecord[] = [
  { id: '101', label: 'Ada Lovelace', detail: 'ada@example.com', labels: [buyer, primary] },
  { id: '102', label: 'Zoë O’Neill', detail: '41200', labels: [primary] },
  { id: '103', label: 'ＡＢＣ商事', labels: [] },
];

/** The ids of the records that fit. */
function found(query: string, label = 'any', objectType = '0-3'): string {
  const rows = records.map((record) => rowOf(translator, objectType, record));
  return rows
    .filter(filterOf(query, label))
    .map(({ record }) => record.id)
    .join(' ');
}

describe('filtering associated records', () => {
  it.each([
    ['nothing', '', '101 102 103'],
    ['blanks', '  ', '101 102 103'],
    ['a part of the name', 'lovel', '101'],
    ['a name in other case', 'ADA', '101'],
    ['a part of the detail', '@example', '101'],
    ['the ID', '103', '103'],
    ['a part of an ID, which finds nothing', '10', ''],
    ['the name of a label', 'decision maker', '101'],
    ['words of name and label in any order', 'primary ada', '101'],
    ['words of which one does not occur', 'ada bob', ''],
    ['a straight apostrophe for a curly one', "o'neill", '102'],
    ['half-width letters for full-width ones', 'abc', '103'],
    ['an amount as it is stored', '41200', '102'],
    ['an amount as it is shown', '41,200', '102'],
    ['what is read only across two fields', 'lovelaceada', ''],
  ])('finds by %s', (_, query, ids) => expect(found(query)).toBe(ids));

  it.each([
    ['any label or none', 'any', '101 102 103'],
    ['no label', 'none', '103'],
    ['one label', labelKey(buyer), '101'],
    ['a label with the id of another category', labelKey(primary), '101 102'],
    ['a label that no association has', 'USER_DEFINED 9', ''],
  ] as const)('finds by %s', (_, label, ids) => expect(found('', label)).toBe(ids));

  it('finds what fits both the search and the label', () => {
    expect(found('neill', labelKey(primary))).toBe('102');
    expect(found('neill', labelKey(buyer))).toBe('');
  });
});

describe('a row', () => {
  it('holds the record without its labels, for the selection', () => {
    const [first] = records.map((record) => rowOf(translator, '0-1', record));
    expect(first?.record).toEqual({ id: '101', label: 'Ada Lovelace', detail: 'ada@example.com' });
    expect(first?.labels).toEqual([buyer, primary]);
  });
});
