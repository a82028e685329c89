import type { MiddlewareHandler } from 'hono';

/** Hosts by which this machine reaches its own server. */
const ownHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests that a foreign web page could make a browser send. Without it, any page that a developer visits could
 * write to the account on which this server works, and a page whose name is rebound to 127.0.0.1 could read it.
 *
 * - 421 for a `Host` that is not this server's own address with its port.
 * - 403 for a request that changes state and comes from another origin. A client without a browser sends no `Origin`.
 * - 415 for a body that is not JSON: browsers send `text/plain` and forms to other origins without asking first. A form
 *   is taken where OAuth demands one (RFC 6749), under `/oauth/`, and from a page that names this origin as its own.
 *
 * @param port Where this server listens.
 */
export function requestGuard(port: string): MiddlewareHandler {
  const hosts = ownHosts.map((host) => `${host}:${port}`);
  return async (c, next) => {
    const { method, headers } = c.req.raw;
    if (!hosts.includes(headers.get('host')?.toLowerCase() ?? '')) {
      return refusal(421, `This server answers as ${hosts.join(', ')} only.`);
    }
    if (safeMethods.includes(method)) return next();
    if (isForeign(headers, hosts))
      return refusal(403, 'A page of another origin may not change anything here.');
    if (hasBody(headers) && !isReadable(headers, c.req.path)) {
      return refusal(415, 'The body must be JSON, with the content type application/json.');
    }
    return next();
  };
}

function isForeign(headers: Headers, hosts: string[]): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return !hosts.some((host) => origin === `http://${host}`);
  return ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '');
}

function hasBody(headers: Headers): boolean {
  return headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0;
}

function isReadable(headers: Headers, path: string): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') {
    return path.startsWith('/oauth/') || headers.get('origin') !== null;
  }
  return type === 'application/json';
}

/** The shape of HubSpot's errors, which its clients can read. */
function refusal(status: 403 | 415 | 421, message: string): Response {
  return Response.json({ status: 'error', message, category: 'REFUSED_BY_LOCAL_SERVER' }, { status });
}
