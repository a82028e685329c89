import { isObjectTypeId, isRecordId, objectTypeIds } from '../ids';

/** Where an address in HubSpot leads: to a record, or to anything else. */
export type HubSpotLink =
  { kind: 'record'; portalId: string; objectType: string; id: string } | { kind: 'other'; isApp: boolean };

/** Words in HubSpot's record addresses, also in the plural of older ones -> object type id. */
const typesInLinks: Record<string, string> = {
  ...objectTypeIds,
  contacts: objectTypeIds.contact,
  companies: objectTypeIds.company,
  deals: objectTypeIds.deal,
  tickets: objectTypeIds.ticket,
};

const host = 'hubspot.com';
const addressEnd = /[\s"'<>()[\]{}|`,;「」『』（）、。]/;
/** Mail scanners and logins wrap an address in another, percent-encoded, some more than once. */
const mostDecodings = 3;
/** An address that leads to HubSpot by way of several others is longer than this only by intent. */
const longestAddress = 3000;

/**
 * Addresses of HubSpot in a text: bare, without `https://`, in brackets, quotes, Markdown, HTML or a HYPERLINK formula,
 * wrapped by a mail scanner, or behind HubSpot's login.
 */
export function hubSpotLinksIn(text: string): HubSpotLink[] {
  // Two addresses without a blank between them are two.
  const apart = text.replace(/(?<=[\d/])(?=https?:\/\/)/gi, ' ');
  return linksIn(apart);
}

function linksIn(text: string): HubSpotLink[] {
  const links: HubSpotLink[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(host); at >= 0;) {
    let start = at;
    while (start > 0 && at - start < longestAddress && !addressEnd.test(text[start - 1] ?? '')) start -= 1;
    let end = at + host.length;
    while (end < text.length && end - at < longestAddress && !addressEnd.test(text[end] ?? '')) end += 1;
    const link = linkIn(text.slice(start, end));
    if (link) links.push(link);
    at = lower.indexOf(host, end);
  }
  if (links.length === 0) {
    const link = recordInPath(text);
    if (link) links.push(link);
  }
  return links;
}

/** The addresses that an address may stand for: itself, decoded, and decoded the way Proofpoint encodes. */
function readingsOf(address: string): string[] {
  const readings = [address];
  if (/urldefense\.[a-z.]*\/v2\//i.test(address))
    readings.push(decoded(address.replaceAll('-', '%').replaceAll('_', '/')));
  for (let times = 0; times < mostDecodings; times += 1) {
    const next = decoded(readings.at(-1) ?? '');
    if (next === readings.at(-1)) break;
    readings.push(next);
  }
  return readings;
}

/** Percent-decoded; an escape that is none stays as it is. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}

function linkIn(address: string): HubSpotLink | undefined {
  let other: HubSpotLink | undefined;
  for (const reading of readingsOf(address)) {
    const link = linkInReading(reading);
    if (link?.kind === 'record') return link;
    other ??= link;
  }
  return other;
}

function linkInReading(address: string): HubSpotLink | undefined {
  const lower = address.toLowerCase();
  let other: HubSpotLink | undefined;
  for (let at = lower.indexOf(host); at >= 0; at = lower.indexOf(host, at + 1)) {
    const end = at + host.length;
    const subdomains = /(?:[a-z0-9-]{1,63}\.){0,5}$/.exec(lower.slice(Math.max(0, at - 200), at))?.[0] ?? '';
    const before = lower[at - subdomains.length - 1] ?? '';
    if (/[a-z0-9.@-]/.test(before) || /[a-z0-9.@-]/.test(lower[end] ?? '')) continue;
    const path = address.slice(end).replace(/^:\d{1,5}/, '');
    const record = recordInPath(path) ?? recordInParameters(path);
    if (record) return record;
    other ??= { kind: 'other', isApp: subdomains.startsWith('app') };
  }
  return other;
}

/** HubSpot's login names the page it goes on to: `/login?loginRedirectUrl=/contacts/123/record/0-1/5`. */
function recordInParameters(path: string): HubSpotLink | undefined {
  for (const parameter of path.split('=', 20).slice(1)) {
    const record = recordInPath(parameter);
    if (record) return record;
  }
  return undefined;
}

/**
 * The record of `/contacts/{portal}/record/{type}/{id}`, `/contacts/{portal}/company/{id}`,
 * `/sales/{portal}/contact/{id}` or `/help-desk/{portal}/view/{view}/ticket/{id}`, whatever comes behind.
 */
function recordInPath(address: string): HubSpotLink | undefined {
  if (!address.startsWith('/') || address.length > longestAddress) return undefined;
  const [section = '', portalId = '', ...rest] = (address.split(/[?&#\s]/, 1)[0] ?? '')
    .split('/')
    .filter(Boolean);
  if (!/^[a-z][a-z-]{0,40}$/i.test(section) || !/^[1-9]\d{0,18}$/.test(portalId)) return undefined;
  for (const [index, segment] of rest.entries()) {
    // Here another address begins, with numbers of its own.
    if (/[:.]/.test(segment)) break;
    const isRecord = segment.toLowerCase() === 'record';
    const type = typeInLink((isRecord ? rest[index + 1] : segment) ?? '', isRecord);
    const id = idInSegment(rest[isRecord ? index + 2 : index + 1] ?? '');
    if (type && id) return { kind: 'record', portalId, objectType: type, id };
  }
  return undefined;
}

function typeInLink(segment: string, isRecord: boolean): string | undefined {
  const word = segment.toLowerCase();
  const known = Object.hasOwn(typesInLinks, word) ? typesInLinks[word] : undefined;
  if (known || !isRecord) return known;
  return isObjectTypeId(segment) || /^[a-z][a-z0-9_]{0,99}$/i.test(segment) ? segment : undefined;
}

/** An id, also with a sentence's full stop or the end of a wrapped address behind it. */
function idInSegment(segment: string): string | undefined {
  const id = /^(\d{1,19})[^\p{L}\p{N}]{0,8}$/u.exec(segment)?.[1];
  return isRecordId(id) ? id : undefined;
}

/** Whether a link's type is the one looked for. A custom object has an id, a full name and the account's own names. */
export function isSameType(inLink: string, objectType: string, typeNames: readonly string[] = []): boolean {
  const name = inLink.toLowerCase();
  return [objectType, ...typeNames].some((each) => each.toLowerCase() === name);
}
