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
