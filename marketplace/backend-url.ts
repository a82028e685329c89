import { isIP } from 'node:net';

/** An address that HubSpot can call for a card, or the reason why it cannot. */
export type CheckedBackendUrl = { ok: true; url: string } | { ok: false; message: string };

/**
 * Checks the back end's address by HubSpot's rules for `hubspot.fetch`: https, and a public domain name. A path is refused
 * because the card adds its own.
 */
export function checkBackendUrl(text: string | undefined): CheckedBackendUrl {
  const example = 'for example https://bulk-associate.example.com';
  if (!text) return { ok: false, message: `Name the back end's address with --backend, ${example}.` };
  const refuse = (reason: string): CheckedBackendUrl => ({
    ok: false,
    message: `The back end's address "${text}" ${reason}, ${example}.`,
  });
  if (!URL.canParse(text)) return refuse('is not an address');
  const { protocol, hostname, username, password, pathname, search, hash, origin } = new URL(text);
  if (protocol !== 'https:') return refuse('must begin with https://');
  if (username || password) return refuse('must hold no user name or password');
  if (!isPublicName(hostname)) return refuse('must be a full domain name that HubSpot can reach');
  if (pathname !== '/' || search || hash) return refuse('must end after its domain name');
  return { ok: true, url: origin };
}

function isPublicName(hostname: string): boolean {
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  const labels = hostname.split('.');
  const isWhole = labels.length > 1 && labels.every((label) => /^[a-z\d]([a-z\d-]*[a-z\d])?$/.test(label));
  return isWhole && !isAddress && !/\.(localhost|local|internal|test|invalid)$/.test(hostname);
}
