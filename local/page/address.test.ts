import fc from 'fast-check';
import { readAddress, writeAddress, type View } from './address';

const view: fc.Arbitrary<View> = fc.record(
  {
    objectType: fc.constantFrom('0-1', '0-2', '2-1234567'),
    recordId: fc.bigInt(1n, 9_223_372_036_854_775_807n).map(String),
    place: fc.constantFrom('tab' as const, 'sidebar' as const),
    language: fc.constantFrom('en' as const, 'ja' as const),
    controls: fc.boolean(),
    fault: fc.constantFrom('html-502', 'reset-after'),
  },
  { requiredKeys: ['objectType', 'recordId', 'place', 'language', 'controls'] },
);

describe('the address of the page', () => {
  it('holds all that the page shows', () => {
    fc.assert(fc.property(view, (shown) => expect(readAddress(writeAddress(shown))).toEqual(shown)));
  });

  it.each(['/', '/record/0-2', '/record/0-2/abc', '/elsewhere'])('names no record at %s', (address) => {
    expect(readAddress(address)).toBeUndefined();
  });

  it('falls back to the tab, English and the controls', () => {
    expect(readAddress('/record/0-2/5?place=roof&lang=xx')).toEqual({
      objectType: '0-2',
      recordId: '5',
      place: 'tab',
      language: 'en',
      controls: true,
    });
  });
});
