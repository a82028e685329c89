import type { PageType } from '../object-types';

/** A record as HubSpot's object endpoints send it. */
export interface PageRecord {
  id: string;
  properties: Record<string, string | null>;
}

/** So often a read is repeated that HubSpot refused for its rate, a second apart. */
const patience = 8;

/** Asks HubSpot, by way of the page’s gateway. */
export async function read<T>(path: string, body?: object, attempt = 0): Promise<T> {
  const response = await fetch(`/page/crm${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (response.status === 429 && attempt < patience) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return read(path, body, attempt + 1);
  }
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `HubSpot answered ${response.status}`);
  return answer;
}

/** A card may ask for all properties by `*`; which ones those are, only HubSpot's own page knows. */
export function namesGiven(names: string[] | '*'): string[] {
  if (names === '*') throw new Error('"*" is not part of this stand-in: name the properties.');
  return names;
}

/** A record with these properties, or those that the page shows of its type; rejects where there is none. */
export function readRecord(type: PageType, id: string, properties?: string[]): Promise<PageRecord> {
  const names = properties ?? [...type.naming, ...type.shown];
  return read(`/crm/v3/objects/${type.id}/${id}?properties=${encodeURIComponent(names.join(','))}`);
}

/** The first eight records that HubSpot's search finds. */
export async function searchRecords(type: PageType, query: string): Promise<PageRecord[]> {
  const body = { query, limit: 8, properties: [...type.naming, 'email'] };
  return (await read<{ results: PageRecord[] }>(`/crm/v3/objects/${type.id}/search`, body)).results;
}

/** The most records that HubSpot’s batch reads take. */
const batchSize = 100;

/** Reads records by id, in their order; ids HubSpot does not know are left out. */
export async function readRecords(
  type: PageType,
  ids: string[],
  properties: string[],
): Promise<PageRecord[]> {
  const found = new Map<string, PageRecord>();
  for (let start = 0; start < ids.length; start += batchSize) {
    const inputs = ids.slice(start, start + batchSize).map((id) => ({ id }));
    const path = `/crm/v3/objects/${type.id}/batch/read`;
    const { results } = await read<{ results: PageRecord[] }>(path, { inputs, properties });
    for (const record of results) found.set(record.id, record);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
