import { decoded } from './links';

/** Hosts of mail scanners and of services that pass links on. Where a link names its target, it is one of `targets`. */
const scanners = [
  'safelinks.protection.outlook.com',
  'urldefense.com',
  'urldefense.us',
  'urldefense.proofpoint.com',
  'linkprotect.cudasvc.com',
  'secure-web.cisco.com',
  'protection.sophos.com',
  'mimecast.com',
  'mimecastprotect.com',
  'statics.teams.cdn.office.net',
  'slack-redir.net',
  'l.facebook.com',
  'lnkd.in',
];
const targets = ['url', 'u', 'q', 'a', 'target'];

/**
 * The address that a mail scanner's link leads to; `opaque` where the link does not show it; undefined for any other
 * address.
 */
export function scannedTarget(address: string): string | 'opaque' | undefined {
  if (!address.includes('.') || /\s/.test(address)) return undefined;
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?([a-z0-9.-]{1,253})(?:\/(.*))?$/i.exec(address) ?? [];
  const isGoogle = /^(?:www\.)?google\.[a-z.]{2,6}$/i.test(host) && rest.startsWith('url?');
  const isLinkedIn = /^(?:www\.)?linkedin\.com$/i.test(host) && rest.startsWith('redir/');
  const name = host.toLowerCase();
  if (!isGoogle && !isLinkedIn && !scanners.some((each) => name === each || name.endsWith(`.${each}`)))
    return undefined;
  return targetInPath(rest) ?? targetInQuery(rest) ?? 'opaque';
}

/** Proofpoint's third version writes the target between double underscores, Cisco percent-encoded at the end. */
function targetInPath(path: string): string | undefined {
  const proofpoint = /^v3\/__(.{1,2000}?)__/.exec(path)?.[1];
  if (proofpoint) return proofpoint;
  const [before = ''] = path.split('?', 1);
  const at = before.search(/https?%3a%2f%2f/i);
  return at >= 0 ? decoded(before.slice(at)) : undefined;
}

function targetInQuery(path: string): string | undefined {
  const query = path.slice(path.indexOf('?') + 1).replaceAll('&amp;', '&');
  for (const parameter of query.split('&', 30)) {
    const [name = '', value = ''] = parameter.split('=', 2);
    if (!targets.includes(name.toLowerCase())) continue;
    // Proofpoint's second version writes - for % and _ for /.
    const target = decoded(path.startsWith('v2/') ? value.replaceAll('-', '%').replaceAll('_', '/') : value);
    if (/^https?:\/\//i.test(target)) return target;
  }
  return undefined;
}
