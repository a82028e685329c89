import fc from 'fast-check';
import { languageTags } from '../crm/languages';
import { indexAddress, readAddress, recordAddress, writeAddress, type View } from './address';

const shared = {
  objectType: fc.constantFrom('0-1', '0-2', '2-1234567'),
  language: fc.constantFrom(...languageTags),
  controls: fc.boolean(),
  user: fc.constantFrom('sam' as const, 'nora' as const, 'kenji' as const),
};
const optional = {
  fault: fc.record({
    name: fc.constantFrom('html-502', 'reset-after'),
    on: fc.constantFrom('associate', 'search', 'any'),
    often: fc.constantFrom('once' as const, 'half' as const, 'always' as const),
  }),
};
const record = {
  recordId: fc.bigInt(1n, 9_223_372_036_854_775_807n).map(String),
  place: fc.constantFrom('tab' as const, 'sidebar' as const),
};
const list = fc.record(
  {
    query: fc.string(),
    sort: fc.record({
      property: fc.constantFrom('amount', 'hs_object_id'),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    page: fc.integer({ min: 1, max: 400 }),
    pageSize: fc.constantFrom(25 as const, 100 as const),
  },
  { requiredKeys: ['query', 'page', 'pageSize'] },
);

const view: fc.Arbitrary<View> = fc.oneof(
  fc.record(
    { ...shared, ...record, ...optional },
    { requiredKeys: ['objectType', 'recordId', 'place', 'language', 'user', 'controls'] },
  ),
  fc.record(
    { ...shared, list, ...optional },
    { requiredKeys: ['objectType', 'list', 'language', 'user', 'controls'] },
  ),
);

describe('the address of the page', () => {
  it('holds all that the page shows', () => {
    fc.assert(fc.property(view, (shown) => expect(readAddress(writeAddress(shown))).toEqual(shown)));
  });

  it.each(['/', '/record/0-2', '/record/0-2/abc', '/objects', '/objects/0-2/5', '/elsewhere'])(
    'names no page at %s',
    (address) => {
      expect(readAddress(address)).toBeUndefined();
    },
  );

  it('falls back to the tab, English, the usual user and the controls', () => {
    expect(readAddress('/record/0-2/5?place=roof&lang=xx&user=nobody&often=never')).toEqual({
      objectType: '0-2',
      recordId: '5',
      place: 'tab',
      language: 'en',
      user: 'sam',
      controls: true,
    });
  });

  it.each([
    ['de', 'de'],
    ['fr-ca', 'fr'],
    ['pt', 'pt-br'],
    ['zh-tw', 'en'],
  ])('takes the language %s for %s', (lang, language) => {
    expect(readAddress(`/record/0-2/5?lang=${lang}`)).toMatchObject({ language });
  });

  it('takes a fault for one of the next write', () => {
    const { fault } = readAddress('/record/0-2/5?fault=html-502') ?? {};
    expect(fault).toEqual({ name: 'html-502', on: 'associate', often: 'once' });
  });

  it('falls back to the first 25 of all records where an index page names no others', () => {
    const plain = { query: '', page: 1, pageSize: 25 };
    for (const rest of ['', '?page=0&size=7&sort=a b', '?page=-1&size=1000&sort=', '?page=1e9']) {
      expect(readAddress(`/objects/0-2${rest}`)).toMatchObject({ list: plain });
      expect(readAddress(`/objects/0-2${rest}`)).not.toHaveProperty('list.sort');
    }
  });

  it('keeps language, user, fault and controls from page to page, and nothing of the list', () => {
    fc.assert(
      fc.property(view, (shown) => {
        const { language, user, fault, controls } = shown;
        const kept = { language, user, controls, ...(fault && { fault }) };
        expect(readAddress(indexAddress(shown, '0-3'))).toEqual({
          ...kept,
          objectType: '0-3',
          list: { query: '', page: 1, pageSize: 25 },
        });
        expect(readAddress(recordAddress(shown, '0-3', '7'))).toEqual({
          ...kept,
          objectType: '0-3',
          recordId: '7',
          place: 'place' in shown ? shown.place : 'tab',
        });
      }),
    );
  });
});
