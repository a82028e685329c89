import fc from 'fast-check';
import { domainForms, domainIn } from './domains';
import { isFreeMail } from './free-mail';
import { parentDomains } from './parent-domains';
import { toAsciiDomain, toUnicodeDomain } from './punycode';

describe('a domain', () => {
  it.each([
    'example',
    '-a.com',
    'a-.com',
    'a..com',
    'a b.com',
    '1.2.3.4',
    'a_b.com',
    'example.c',
    `${'a'.repeat(64)}.com`,
    '.com',
  ])('is not %j', (text) => expect(domainIn(text)).toBeUndefined());

  it('keeps www where nothing else would be left', () => expect(domainIn('www.com')).toBe('www.com'));

  it.each([
    ['bücher.example', 'xn--bcher-kva.example'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['مثال.إختبار', 'xn--mgbh0fb.xn--kgbechtv'],
  ])('is the same as %s and as %s', (unicode, ascii) => {
    expect(toAsciiDomain(unicode)).toBe(ascii);
    expect(toUnicodeDomain(ascii)).toBe(unicode);
    expect(domainForms(unicode)).toEqual([unicode, `www.${unicode}`, ascii, `www.${ascii}`]);
    expect(domainForms(ascii)).toEqual([ascii, `www.${ascii}`, unicode, `www.${unicode}`]);
  });

  it('comes back from xn-- as it was', () => {
    const label = fc.string({
      unit: fc.constantFrom('a', '7', 'ü', 'ж', '例', '𠮷'),
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(label, (text) => {
        expect(toUnicodeDomain(toAsciiDomain(`${text}.com`) ?? '')).toBe(`${text}.com`);
      }),
    );
  });

  it.each(['xn--99999999.com', 'xn--é.com', 'xn--a-9.com'])(
    'has no other form as %s, which stands for nothing',
    (text) => {
      expect(() => domainForms(text)).not.toThrow();
    },
  );
});

describe('the parents of a domain', () => {
  it.each([
    ['shop.eu.example.co.uk', ['eu.example.co.uk', 'example.co.uk']],
    ['mail.example.com', ['example.com']],
    ['www2.example.com.br', ['example.com.br']],
    ['example.com', []],
    ['example.co.jp', []],
    ['shop.myshopify.com', []],
    ['ann.github.io', []],
    ['com', []],
  ])('of %s are %j', (domain, parents) => expect(parentDomains(domain)).toEqual(parents));
});

describe('a free mail service', () => {
  it.each([
    'gmail.com',
    'GMAIL.com',
    'yahoo.co.jp',
    'yahoo.fr',
    'outlook.com',
    'gmx.net',
    'hotmail.co.uk',
    'qq.com',
    'web.de',
    'docomo.ne.jp',
  ])('is %s', (domain) => expect(isFreeMail(domain)).toBe(true));
  it.each(['contoso.com', 'yahoo-inc.com', 'live.contoso.com', 'gmail.contoso.com'])(
    'is not %s',
    (domain) => {
      expect(isFreeMail(domain)).toBe(false);
    },
  );
});
