import { unreadableReasons } from '@bulk-associate/contract';
import { en } from '../../locales/en';
import { createTranslator } from '../../locales/translator';
import { lineOf, type PastedLine } from './pasted-line';
import { reasonText } from './reason-text';

const { t } = createTranslator('en', en, 'UTC');
const textOf = (change: Partial<PastedLine>, value = 'x') =>
  reasonText(t, '0-2', { ...lineOf({ text: value, values: [value] }), done: 1, ...change });

describe('the reason of a line', () => {
  it.each(unreadableReasons)('has words of its own for %s', (reason) => {
    expect(textOf({ status: 'unreadable', reason })).toBe(t(`reason_${reason}`));
  });

  it('names the domain that no company has, and the one above it that is offered', () => {
    const offered = { status: 'several', reason: 'parent_domain' } as const;
    expect(textOf(offered, 'https://shop.example.com/a')).toBe(
      'No company has the domain shop.example.com. These have example.com.',
    );
    expect(textOf(offered, 'a.b.example.com')).toBe(
      'No company has the domain a.b.example.com. These have the domain above it.',
    );
  });

  it('is that of the record being viewed, and none beyond what the group says otherwise', () => {
    expect(textOf({ status: 'self' })).toBe('A record cannot be associated with itself');
    expect(textOf({ status: 'not_found' })).toBeUndefined();
    expect(textOf({ status: 'several' })).toBeUndefined();
  });
});
