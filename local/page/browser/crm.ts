import type { HookAnswer } from './connection';

/** A record as HubSpot's object endpoints send it. */
export interface PageRecord {
  id: string;
  properties: Record<string, string | null>;
}

/** The object types the page knows: how they are called and what names a record. */
export interface PageType {
  id: string;
  name: string;
  labels: { en: [singular: string, plural: string]; ja: [singular: string, plural: string] };
  naming: string[];
  shown: string[];
}

export const pageTypes: PageType[] = [
  { id: '0-1', name: 'contact', labels: { en: ['Contact', 'Contacts'], ja: ['コンタクト', 'コンタクト'] }, naming: ['firstname', 'lastname'], shown: ['email', 'phone', 'jobtitle', 'company', 'city', 'country'] },
  { id: '0-2', name: 'company', labels: { en: ['Company', 'Companies'], ja: ['会社', '会社'] }, naming: ['name'], shown: ['domain', 'phone', 'industry', 'city', 'country'] },
  { id: '0-3', name: 'deal', labels: { en: ['Deal', 'Deals'], ja: ['取引', '取引'] }, naming: ['dealname'], shown: ['amount', 'dealstage', 'pipeline', 'closedate'] },
  { id: '0-5', name: 'ticket', labels: { en: ['Ticket', 'Tickets'], ja: ['チケット', 'チケット'] }, naming: ['subject'], shown: ['content', 'hs_pipeline_stage', 'hs_ticket_priority'] },
  { id: '2-1234567', name: 'vehicle', labels: { en: ['Vehicle', 'Vehicles'], ja: ['Vehicle', 'Vehicles'] }, naming: ['model'], shown: ['plate', 'colour'] },
]; // prettier-ignore

export function typeOf(id: string): PageType {
  const plain: PageType = {
    id,
    name: id,
    labels: { en: [id, id], ja: [id, id] },
    naming: ['name'],
    shown: [],
  };
  return pageTypes.find((type) => type.id === id || type.name === id) ?? plain;
}

const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function nameOf(type: PageType, { id, properties }: PageRecord): string {
  const parts = type.naming.map((property) => properties[property] ?? '').filter(Boolean);
  const ordered = familyNameFirst.test(parts[1] ?? '') ? [...parts].reverse() : parts;
  return ordered.join(' ') || properties['email'] || id;
}

/** So often a read is repeated that HubSpot refused for its rate, a second apart. */
const patience = 8;

async function read<T>(path: string, body?: object, attempt = 0): Promise<T> {
  const response = await fetch(`/page/crm${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  if (response.status === 429 && attempt < patience) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return read(path, body, attempt + 1);
  }
  const answer = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `HubSpot answered ${response.status}`);
  return answer;
}

export function readRecord(type: PageType, id: string, properties?: string[]): Promise<PageRecord> {
  const names = properties ?? [...type.naming, ...type.shown];
  return read(`/crm/v3/objects/${type.id}/${id}?properties=${encodeURIComponent(names.join(','))}`);
}

export async function searchRecords(type: PageType, query: string): Promise<PageRecord[]> {
  const body = { query, limit: 8, properties: [...type.naming, 'email'] };
  return (await read<{ results: PageRecord[] }>(`/crm/v3/objects/${type.id}/search`, body)).results;
}

interface Partner {
  toObjectId: number;
  associationTypes: { category: string; typeId: number; label: string | null }[];
}

/** The links of a record with one type, a page of up to 500. */
async function readPartners(
  from: PageType,
  id: string,
  to: string,
): Promise<{ partners: Partner[]; more: boolean }> {
  interface Answer {
    results: { to: Partner[]; paging?: object }[];
  }
  const { results } = await read<Answer>(`/crm/v4/associations/${from.id}/${to}/batch/read`, {
    inputs: [{ id }],
  });
  return { partners: results[0]?.to ?? [], more: results[0]?.paging !== undefined };
}

async function readNamed(type: PageType, ids: string[], properties: string[]): Promise<PageRecord[]> {
  if (ids.length === 0) return [];
  const body = { inputs: ids.map((id) => ({ id })), properties };
  return (await read<{ results: PageRecord[] }>(`/crm/v3/objects/${type.id}/batch/read`, body)).results;
}

/** What an association list on the page shows. */
export interface LinkedRecords {
  count: number;
  more: boolean;
  first: PageRecord[];
}

const mostListed = 100;

export async function readLinked(
  from: PageType,
  id: string,
  to: PageType,
  most: number,
): Promise<LinkedRecords> {
  const { partners, more } = await readPartners(from, id, to.id);
  // The newest first, as people look for what they have just linked.
  const ids = partners.map(({ toObjectId }) => String(toObjectId)).reverse().slice(0, Math.min(most, mostListed)); // prettier-ignore
  const records = await readNamed(to, ids, [...to.naming, 'email']);
  const order = new Map(ids.map((one, n) => [one, n]));
  const first = records.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { count: partners.length, more, first };
}

interface SearchRequest {
  objectType: string;
  properties?: string[];
  query?: string;
  filterGroups?: object[];
  sorts?: object[];
  pageLength?: number;
  after?: string;
}

/** Answers `useCrmSearch`. */
export function answerSearch({ objectType, pageLength = 10, ...rest }: SearchRequest): Promise<HookAnswer> {
  return answer(async () => {
    interface Found {
      total: number;
      results: PageRecord[];
      paging?: { next: { after: string } };
    }
    const found = await read<Found>(`/crm/v3/objects/${objectType}/search`, { ...rest, limit: pageLength });
    return {
      total: found.total,
      hasMore: found.paging !== undefined,
      ...(found.paging && { after: found.paging.next.after }),
      results: found.results.map(({ id, properties }) => ({ objectId: Number(id), properties })),
    };
  });
}

interface AssociationsRequest {
  toObjectType: string;
  properties?: string[];
  pageLength?: number;
  offset?: number;
}

/** Answers `useAssociations`. */
export function answerAssociations(
  from: PageType,
  id: string,
  request: AssociationsRequest,
): Promise<HookAnswer> {
  const { toObjectType, properties = [], pageLength = 100, offset = 0 } = request;
  return answer(async () => {
    const { partners } = await readPartners(from, id, toObjectType);
    const page = partners.slice(offset, offset + pageLength);
    const to = typeOf(toObjectType);
    const records = properties.length > 0 ? await readNamed(to, page.map(({ toObjectId }) => String(toObjectId)), properties) : []; // prettier-ignore
    const byId = new Map(records.map((record) => [record.id, record.properties]));
    return {
      results: page.map((partner) => ({
        ...partner,
        properties: byId.get(String(partner.toObjectId)) ?? {},
      })),
      hasMore: offset + pageLength < partners.length,
      nextOffset: offset + pageLength,
    };
  });
}

/** Answers `useCrmProperties`. */
export function answerProperties(type: PageType, id: string, names: string[]): Promise<HookAnswer> {
  return answer(async () => {
    const { properties } = await readRecord(type, id, names);
    return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
  });
}

async function answer(work: () => Promise<unknown>): Promise<HookAnswer> {
  try {
    return { data: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
