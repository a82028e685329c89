import { createCrm, type Crm, seededId } from 'hubspot-local/crm';
import { recordsOf } from 'hubspot-local/crm/testing';
import { quantile } from './quantile';

/** One kind of request to the large embedded CRM. */
export interface Served {
  what: string;
  medianMs: number;
  slowestMs: number;
}

const rounds = 15;

/** What requests cost the embedded CRM with 100,000 records and a million links, and what it costs to fill it. */
export async function embeddedCrm(): Promise<{
  seedMs: number;
  records: number;
  links: number;
  served: Served[];
}> {
  const startedAt = performance.now();
  const crm = createCrm({ data: 'large' });
  const seedMs = performance.now() - startedAt;
  const records = [...crm.state.allRecords()].length;
  const links = crm.linkCount('0-1', '0-3') + crm.linkCount('0-1', '0-2') + crm.linkCount('0-3', '0-2');
  const served: Served[] = [];
  for (const [what, path, body] of requests(crm)) served.push({ what, ...(await timed(crm, path, body)) });
  return { seedMs, records, links, served };
}

const deal = seededId('deal', 5);

function requests(crm: Crm): [what: string, path: string, body: (round: number) => object][] {
  const contact = (n: number) => seededId('contact', n);
  const contacts = (round: number, count: number) =>
    Array.from({ length: count }, (_, n) => contact((round * 1_000 + n * 31) % 90_000));
  const company = [...recordsOf(crm, '0-2').keys()][7] ?? '';
  return [
    ['500 new links of one company', '/crm/v4/associations/0-2/0-1/batch/associate/default', (round) => ({ inputs: contacts(round, 500).map((id) => ({ from: { id: company }, to: { id } })) })],
    ['links of 1,000 contacts', '/crm/v4/associations/0-1/0-3/batch/read', (round) => ({ inputs: contacts(round, 1_000).map((id) => ({ id })) })],
    ['first page of the links of a deal', '/crm/v4/associations/0-3/0-1/batch/read', () => ({ inputs: [{ id: deal }] })],
    ['search by a word', '/crm/v3/objects/0-1/search', (round) => ({ query: ['amelia', 'tanaka', 'oliver'][round % 3], limit: 200, sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] })],
    ['search for everything, the last page', '/crm/v3/objects/0-1/search', () => ({ limit: 200, after: '9800', sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }] })],
    ['100 of all records', `/crm/v3/objects/0-1?limit=100&after=${contact(45_000)}`, () => ({})],
    ['100 records by id', '/crm/v3/objects/0-1/batch/read', (round) => ({ inputs: contacts(round, 100).map((id) => ({ id })) })],
    ['100 records by email', '/crm/v3/objects/0-1/batch/read', (round) => ({ idProperty: 'email', properties: ['email'], inputs: contacts(round, 100).map((id) => ({ id: recordsOf(crm, '0-1').get(id)?.properties['email'] ?? '' })) })],
    ['records near their limit', '/crm/v3/limits/associations/records/0-3/0-1', () => ({})],
  ]; // prettier-ignore
}

async function timed(crm: Crm, path: string, body: (round: number) => object) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const method = /\/limits\/|\?/.test(path) ? 'GET' : 'POST';
    const request = new Request(`http://crm.test${path}`, {
      method,
      headers: { authorization: 'Bearer sandbox' },
      ...(method === 'POST' && { body: JSON.stringify(body(round)) }),
    });
    const startedAt = performance.now();
    const response = await crm.fetch(request);
    await response.text();
    times.push(performance.now() - startedAt);
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  }
  return { medianMs: quantile(times, 0.5), slowestMs: Math.max(...times) };
}
