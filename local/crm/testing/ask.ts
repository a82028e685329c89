import type { Crm } from '../crm';
import { findObjectType, type ObjectType } from '../object-types';
import type { CrmRecord } from '../state';

/** A response with its body read. */
export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; undefined if it is no JSON. */
  body: AskedBody | undefined;
}

/** Common fields of a body. */
export interface AskedBody {
  results?: AskedRow[];
  errors?: { message: string; category?: string; context?: Record<string, string[]> }[];
  total?: number;
  paging?: { next: { after: string } };
  [name: string]: unknown;
}

/** An entry of `results`, of any endpoint. */
export interface AskedRow {
  id?: string;
  from?: { id: string };
  to?: unknown;
  properties?: Record<string, string | null>;
  [name: string]: unknown;
}

/** How a request differs from a GET with the token `sandbox`. */
export interface Ask {
  /** POST if there is a body, else GET. */
  method?: string;
  /** Sent as JSON; a string is sent unchanged. */
  body?: unknown;
  /** Null: no `authorization` header. */
  token?: string | null;
  signal?: AbortSignal;
}

/** Sends a request to a CRM in this process. */
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

/** Batch inputs that pair one `from` record with several `to` records. */
export function pairsOf(from: string, ...tos: string[]): { from: { id: string }; to: { id: string } }[] {
  return tos.map((id) => ({ from: { id: from }, to: { id } }));
}

/** An object type by any of its names. Throws if the embedded CRM does not have it. */
export function typeNamed(name: string): ObjectType {
  const type = findObjectType(name);
  if (!type) throw new RangeError(`The embedded CRM has no object type ${name}.`);
  return type;
}

/** Changes properties of a record in the CRM's first account, with no regard to what HubSpot would accept. */
export function setProperties(
  crm: Crm,
  type: string,
  id: string,
  properties: Record<string, string | null>,
): void {
  const record = recordsOf(crm, type).get(id);
  if (!record) throw new RangeError(`There is no ${type} ${id}.`);
  crm.state.setRecord(typeNamed(type), { ...record, properties: { ...record.properties, ...properties } });
}

/** Limits the links of the first association type in one direction, as an admin of the CRM's first account would. */
export function limitLinks(crm: Crm, fromType: string, toType: string, maxToObjectIds: number): void {
  const [from, to] = [typeNamed(fromType), typeNamed(toType)];
  const [type] = crm.state.definitionsOf(from, to);
  if (!type) throw new RangeError(`${fromType} and ${toType} have no association.`);
  crm.state.changeDefinition(from, to, type, { maxToObjectIds, userEnforced: true });
}

/** The records of an object type in the CRM's first account, by id. */
export function recordsOf(crm: Crm, type: string): ReadonlyMap<string, CrmRecord> {
  return crm.state.recordsOf(typeNamed(type));
}
