import type { Crm } from '../crm';
import { findObjectType, type ObjectType } from '../object-types';
import type { CrmRecord } from '../state';

/** An answer with its body read. */
export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; undefined where it is none. */
  body: AskedBody | undefined;
}

/** What tests look into; everything else is compared with `toMatchObject`. */
export interface AskedBody {
  results?: AskedRow[];
  errors?: { message: string; category?: string; context?: Record<string, string[]> }[];
  total?: number;
  paging?: { next: { after: string } };
  [name: string]: unknown;
}

/** A row of `results`, of any endpoint. */
export interface AskedRow {
  id?: string;
  from?: { id: string };
  to?: unknown;
  properties?: Record<string, string | null>;
  [name: string]: unknown;
}

/** How a request differs from a GET by the sandbox's token. */
export interface Ask {
  /** POST if there is a body, else GET. */
  method?: string;
  /** Sent as JSON; a string goes as it is. */
  body?: unknown;
  /** Null sends no `authorization` header at all. */
  token?: string | null;
  signal?: AbortSignal;
}

/** Sends one request to a CRM in this process, as the sandbox's token unless told otherwise. */
export async function ask(
  crm: Crm,
  path: string,
  { method, body, token = 'sandbox', signal }: Ask = {},
): Promise<Asked> {
  const request = new Request(`http://crm.test${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const response = await crm.fetch(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: jsonIn(text) };
}

function jsonIn(text: string): AskedBody | undefined {
  try {
    return JSON.parse(text) as AskedBody;
  } catch {
    return undefined;
  }
}

/** Pairs of one `from` record with several `to` records, as batch endpoints take them. */
export function pairsOf(from: string, ...tos: string[]): { from: { id: string }; to: { id: string } }[] {
  return tos.map((id) => ({ from: { id: from }, to: { id } }));
}

/** An object type by any of its names; throws for one that the embedded CRM does not have. */
export function typeNamed(name: string): ObjectType {
  const type = findObjectType(name);
  if (!type) throw new RangeError(`The embedded CRM has no object type ${name}.`);
  return type;
}

/** What the CRM's own account holds of an object type, by id. */
export function recordsOf(crm: Crm, type: string): Map<string, CrmRecord> {
  return crm.state.recordsOf(typeNamed(type));
}
