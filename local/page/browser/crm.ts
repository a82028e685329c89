import type { PageType } from '../object-types';

/** A record as HubSpot's object endpoints send it. */
export interface PageRecord {
  id: string;
  properties: Record<string, string | null>;
}

/** How often a read is retried after a 429, one second apart. */
const maxRetries = 8;

/** Reads from HubSpot through the page's gateway. Rejects with HubSpot's message. */
export async function read<T>(path: string, body?: object, attempt = 0): Promise<T> {
  const response = await fetch(`/page/crm${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (response.status === 429 && attempt < maxRetries) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return read(path, body, attempt + 1);
  }
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `HubSpot answered ${response.status}`);
  return answer;
}

/** Refuses `*`, by which a card requests all properties: HubSpot does not document which ones those are. */
export function namesGiven(names: string[] | '*'): string[] {
  if (names === '*') throw new Error('"*" is not part of this stand-in: name the properties.');
  return names;
}

/** A record with these properties, or those that the page shows of its type. Rejects if there is no such record. */
export function readRecord(type: PageType, id: string, properties?: string[]): Promise<PageRecord> {
  const names = properties ?? [...type.naming, ...type.shown];
  return read(`/crm/v3/objects/${type.id}/${id}?properties=${encodeURIComponent(names.join(','))}`);
}

/** The first eight records that HubSpot's search finds. */
export async function searchRecords(type: PageType, query: string): Promise<PageRecord[]> {
  const body = { query, limit: 8, properties: [...type.naming, 'email'] };
  return (await read<{ results: PageRecord[] }>(`/crm/v3/objects/${type.id}/search`, body)).results;
}

/** The most records that one of HubSpot's batch reads takes. */
const batchSize = 100;

/** Reads records by id, in the order of the ids, without those that do not exist. */
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
