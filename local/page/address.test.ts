import fc from 'fast-check';
import { readAddress, writeAddress, type View } from './address';

const view: fc.Arbitrary<View> = fc.record(
  {
    objectType: fc.constantFrom('0-1', '0-2', '2-1234567'),
    recordId: fc.bigInt(1n, 9_223_372_036_854_775_807n).map(String),
    place: fc.constantFrom('tab' as const, 'sidebar' as const),
    language: fc.constantFrom('en' as const, 'ja' as const),
    controls: fc.boolean(),
    user: fc.constantFrom('sam' as const, 'nora' as const, 'kenji' as const),
    fault: fc.record({
      name: fc.constantFrom('html-502', 'reset-after'),
      on: fc.constantFrom('associate', 'search', 'any'),
      often: fc.constantFrom('once' as const, 'half' as const, 'always' as const),
    }),
  },
  { requiredKeys: ['objectType', 'recordId', 'place', 'language', 'user', 'controls'] },
);

describe('the address of the page', () => {
  it('holds all that the page shows', () => {
    fc.assert(fc.property(view, (shown) => expect(readAddress(writeAddress(shown))).toEqual(shown)));
  });

  it.each(['/', '/record/0-2', '/record/0-2/abc', '/elsewhere'])('names no record at %s', (address) => {
    expect(readAddress(address)).toBeUndefined();
  });

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

  it('takes a fault for one of the next write', () => {
    const { fault } = readAddress('/record/0-2/5?fault=html-502') ?? {};
    expect(fault).toEqual({ name: 'html-502', on: 'associate', often: 'once' });
  });
});
