import { unreadableReasons } from '@bulk-associate/contract';
import { en } from '@bulk-associate/messages';
import { createTranslator } from '../../locales/translator';
import { lineOf, type PastedLine } from './pasted-line';
import { reasonText } from './reason-text';

const { t } = createTranslator('en', en, 'UTC');
const textOf = (change: Partial<PastedLine>) =>
  reasonText(t, { ...lineOf({ text: 'x', values: ['x'] }), done: 1, ...change });

describe('the reason of a line', () => {
  it.each(unreadableReasons)('has words of its own for %s', (reason) => {
    expect(textOf({ status: 'unreadable', reason })).toBe(t(`reason_${reason}`));
  });

  it('names the domain that no company has, and the one above it that is offered', () => {
    const offered = {
      status: 'several',
      reason: 'parent_domain',
      text: 'https://shop.example.com/a',
    } as const;
    expect(textOf({ ...offered, parent: { of: 'shop.example.com', domain: 'example.com' } })).toBe(
      'No company has the domain shop.example.com. These have example.com.',
    );
    expect(textOf(offered)).toBe(
      'No company has the domain https://shop.example.com/a. These have the domain above it.',
    );
  });

  it('is that of the record being viewed, and none beyond what the group says otherwise', () => {
    expect(textOf({ status: 'self' })).toBe('A record cannot be associated with itself');
    expect(textOf({ status: 'not_found' })).toBeUndefined();
    expect(textOf({ status: 'several' })).toBeUndefined();
  });
});
