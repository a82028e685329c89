import { toAsciiDomain, toUnicodeDomain } from './punycode';

const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const topLevel = /^(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+)$/u;
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

/** The forms in which a record may hold a domain: as it is, internationalised or as `xn--…`, each with `www.` too. */
export function domainForms(domain: string): string[] {
  const forms = [domain, toAsciiDomain(domain), toUnicodeDomain(domain)].filter((form) => form !== undefined);
  return [...new Set(forms.flatMap((form) => [form, `www.${form}`]))];
}

/** Second-level names under which countries register domains: `co.uk`, `com.br`, `or.jp`. */
const countrySecondLevels = new Set(
  (
    'ac ad adv art asn asso biz co com coop ed edu ernet esc fin firm gen go gob gouv gov gr id idv ind inf info int ' +
    'jus k12 lg ltd me med mil muni ne net nhs nic nom or org plc police press pro res sch school sld web wf'
  ).split(' '),
);

/** Services that give each customer a subdomain: their own domain is no parent of it. */
const hostingDomains = new Set(
  (
    'amazonaws.com appspot.com azurewebsites.net blogspot.com bubbleapps.io business.site canny.io carrd.co ' +
    'cloudfront.net firebaseapp.com fly.dev force.com framer.website ghost.io github.io gitbook.io gitlab.io ' +
    'godaddysites.com herokuapp.com hs-sites.com hubspotpagebuilder.com jimdosite.com my.site.com myshopify.com ' +
    'netlify.app notion.site onrender.com pages.dev salesforce.com sharepoint.com square.site squarespace.com ' +
    'strikingly.com substack.com tumblr.com typepad.com vercel.app web.app webflow.io weebly.com wixsite.com ' +
    'wordpress.com workers.dev zendesk.com'
  ).split(' '),
);

/**
 * The domains above a subdomain that one owner may hold, nearest first: `shop.eu.example.co.uk` -> `eu.example.co.uk`,
 * `example.co.uk`. A short list of suffixes decides, not the Public Suffix List: a parent is offered, never taken.
 */
export function parentDomains(domain: string): string[] {
  const labels = domain.split('.');
  const parents: string[] = [];
  for (let index = 1; index < labels.length - 1; index += 1) {
    const parent = labels.slice(index).join('.');
    if (isSuffix(labels.slice(index)) || hostingDomains.has(parent)) break;
    parents.push(parent);
  }
  return parents;
}

function isSuffix([second = '', last = '', more]: string[]): boolean {
  return more === undefined && last.length === 2 && countrySecondLevels.has(second);
}
