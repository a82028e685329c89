import { toAsciiDomain, toUnicodeDomain } from './punycode';

const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
/** The last label of a domain: letters, or letters in Punycode. */
export const topLevel = /^(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+)$/iu;
/** RFC 1035. */
const longestDomain = 253;

/**
 * The domain of `example.com`, `www.example.com.`, `@example.com` or `https://example.com/about`, in lower case and
 * without `www.`; undefined where the text is none of these.
 */
export function domainIn(text: string): string | undefined {
  if (text.length > 3000 || /\s/.test(text)) return undefined;
  const address = text.toLowerCase().replace(/^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\//, '');
  const authority = address.split(/[/?#\\]/, 1)[0] ?? '';
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{1,5}$/, '')
    .replace(/^\*\./, '')
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/\.{1,3}$/, '');
  const bare = host.replace(/^www\./, '');
  return isDomain(bare) ? bare : isDomain(host) ? host : undefined;
}

function isDomain(host: string): boolean {
  if (host.length > longestDomain) return false;
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 && topLevel.test(last) && labels.every((each) => each.length <= 63 && label.test(each))
  );
}

/** What follows the `@` of an email address, in lower case; undefined where the text is none. */
export function domainOfEmail(text: string): string | undefined {
  return /^[^@\s]+@([^@\s]+)$/.exec(text.trim())?.[1]?.toLowerCase();
}

/** The forms in which a record may hold a domain: as it is, internationalised or as `xn--…`, each with `www.` too. */
export function domainForms(domain: string): string[] {
  const forms = [domain, toAsciiDomain(domain), toUnicodeDomain(domain)].filter((form) => form !== undefined);
  return [...new Set(forms.flatMap((form) => [form, `www.${form}`]))];
}
