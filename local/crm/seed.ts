import { associateDefault } from './associations';
import {
  customObjectTypeId,
  findObjectType,
  modifiedProperty,
  searchTextOf,
  type ObjectType,
} from './object-types';
import { Random } from './random';
import { labelLinks } from './seed-labels';
import { seedSuggestions, type SuggestionLandmarks } from './seed-suggestions';
import {
  companyValues,
  contactValues,
  dealValues,
  freeMailDomain,
  ticketValues,
  vehicleValues,
} from './seed-values';
import {
  countries,
  dealKinds,
  firmKinds,
  firmWords,
  jobTitles,
  ticketSubjects,
  vehicleModels,
} from './seed-words';
import { CrmState, type CrmList, type CrmRecord } from './state';

/** How many records a CRM is seeded with; see `counts`. */
export type DataSize = 'default' | 'large' | 'empty';

interface Counts {
  contact: number;
  company: number;
  deal: number;
  ticket: number;
  vehicle: number;
}

const counts: Record<DataSize, Counts> = {
  empty: { contact: 0, company: 0, deal: 0, ticket: 0, vehicle: 0 },
  default: { contact: 5_000, company: 600, deal: 900, ticket: 400, vehicle: 200 },
  large: { contact: 90_000, company: 5_000, deal: 3_000, ticket: 1_800, vehicle: 200 },
};

/** Links of contacts with deals in the large CRM. */
const largeLinks = 1_000_000;

/** The id of the n-th seeded record of a type: 11 digits, as on HubSpot, and the same in every run. */
export function seededId(type: keyof Counts, n: number): string {
  const base = { contact: 41_200_000_000, company: 18_300_000_000, deal: 27_500_000_000, ticket: 33_600_000_000, vehicle: 52_700_000_000 }; // prettier-ignore
  return String(base[type] + 101 + n * 7);
}

/** Contact n works for company 13 n (modulo 600), and these for company 561; see seed-suggestions.ts. */
const suggestions: SuggestionLandmarks = {
  company: seededId('company', 561),
  otherCompany: seededId('company', 562),
  deal: seededId('deal', 899),
  otherDeal: seededId('deal', 898),
  ticket: seededId('ticket', 399),
  linkedContacts: [seededId('contact', 4_197), seededId('contact', 4_797)],
  otherContact: seededId('contact', 2_674),
  domainContacts: [597, 1_197, 2_397, 2_997, 3_597].map((n) => seededId('contact', n)),
  otherDomainContacts: [seededId('contact', 4_901), seededId('contact', 4_902)],
  nameContacts: [1_797, 4_903].map((n) => seededId('contact', n)),
  freeMailContact: seededId('contact', 4_904),
};

/** Records of the default CRM that tests and pictures start from. */
export const landmarks = {
  /** A company with exactly two contacts. */
  company: seededId('company', 0),
  deal: seededId('deal', 0),
  /** A company with four contacts: two labels, Primary, a paired label, and none. */
  labelledCompany: seededId('company', 60),
  labelledContacts: [4_990, 4_991, 4_992, 4_993].map((n) => seededId('contact', n)),
  ticket: seededId('ticket', 0),
  contact: seededId('contact', 0),
  customObjectType: customObjectTypeId,
  vehicle: seededId('vehicle', 0),
  /** A deal with 997 contacts, of the 1,000 that a deal may have. */
  nearlyFullDeal: seededId('deal', 1),
  /** About 120 and 2,500 contacts. */
  smallSegment: '2101',
  largeSegment: '2102',
  /** The name of two companies. */
  doubleCompanyName: 'Alder Logistics',
  /** The name of two contacts. */
  doubleContactName: 'Amelia Whitfield',
  /** Records that belong together, and of which some are not associated. */
  suggestions,
} as const;

const contactsOfNearlyFullDeal = 997;

/**
 * The last default data, by seed: each CRM gets a copy. Seeding anew takes much longer, and tests do it often. A CRM
 * with several accounts has a seed for each.
 */
const seeded = new Map<number, CrmState>();
const mostSeeded = 4;

declare global {
  /** The `seedCrm` of Jest's worker. Jest loads modules anew for each test file, which would have to seed anew as well. */
  var seedCrmInWorker: typeof seedCrm | undefined;
}

/** A seeded CRM. The same size and seed give the same records, links and segments. */
export function seedCrm(size: DataSize, seed: number): CrmState {
  if (globalThis.seedCrmInWorker) return globalThis.seedCrmInWorker(size, seed);
  if (size !== 'default') return createSeed(size, seed);
  const state = seeded.get(seed) ?? createSeed(size, seed);
  seeded.set(seed, state);
  const [oldest] = seeded.keys();
  if (seeded.size > mostSeeded && oldest !== undefined) seeded.delete(oldest);
  return state.copy();
}

function createSeed(size: DataSize, seed: number): CrmState {
  const state = new CrmState();
  if (size === 'empty') return state;
  const random = new Random(seed);
  const count = counts[size];
  const companies = Array.from({ length: count.company }, (_, n) => addCompany(state, random, n));
  const contacts = Array.from({ length: count.contact }, (_, n) => addContact(state, random, n, companies));
  const deals = Array.from({ length: count.deal }, (_, n) => addDeal(state, random, n, companies));
  const tickets = Array.from({ length: count.ticket }, (_, n) => addTicket(state, random, n));
  for (let n = 0; n < count.vehicle; n++) addVehicle(state, random, n);
  linkAll(state, random, { companies, contacts: contacts.map(({ record }) => record), deals, tickets });
  contacts.forEach(({ record, company }) => {
    // Pictures and tests rely on the first company's two contacts, which `linkAll` links.
    if (company && company.id !== landmarks.company && random.next() < 0.4)
      connect(state, 'contact', record.id, 'company', company.id);
  });
  for (const id of landmarks.labelledContacts)
    connect(state, 'contact', id, 'company', landmarks.labelledCompany);
  labelLinks(state, landmarks);
  seedSuggestions(state, landmarks.suggestions);
  if (size === 'large') linkMany(state, random, contacts.length, deals);
  addSegments(state);
  return state;
}

function typeOf(name: keyof Counts): ObjectType {
  return findObjectType(name === 'vehicle' ? customObjectTypeId : name) as ObjectType;
}

function addRecord(
  state: CrmState,
  name: keyof Counts,
  n: number,
  properties: Record<string, string>,
): CrmRecord {
  const type = typeOf(name);
  const id = seededId(name, n);
  const createdAt = createdTime(name, n);
  const updatedAt = new Date(Date.UTC(2026, 8, 1, 9, 0, 0) + (n % 2_000) * 60_000).toISOString();
  const all = { ...properties, createdate: createdAt, [modifiedProperty(type)]: updatedAt, hs_object_id: id };
  const searchText = searchTextOf(type, all);
  const record = { id, properties: all, createdAt, updatedAt, archived: false, searchText };
  state.setRecord(type, record);
  return record;
}

/** The records of the default account are spread over the time since January 2024. */
function createdTime(name: keyof Counts, n: number): string {
  const count = counts.default[name];
  const span = Date.UTC(2026, 8, 1, 9) - Date.UTC(2024, 0, 8, 9);
  const hours = Math.floor(((n % count) * span) / count / 3_600_000);
  return new Date(Date.UTC(2024, 0, 8, 9) + hours * 3_600_000).toISOString();
}

/** Names as they occur in accounts, and as few are pasted: other apostrophes, decomposed letters, brackets, commas, full width. */
const oddNames = [
  'O’Malley & Daughters',
  'Crêperie Genève'.normalize('NFD'),
  'Lakeview (UK)',
  'Tidewater, Inc.',
  'Ｓａｋｕｒａ　Ｔｒａｄｅ',
  'The “Best” – Bakery',
];
const firstOddName = 590;

function addCompany(state: CrmState, random: Random, n: number): CrmRecord {
  const home = countries[n % countries.length] ?? countries[0];
  // 30 words and 20 kinds give 600 names. Company 600 has the name of the first, so that one name is ambiguous.
  const nameOf = (index: number) => `${firmWords[index % 30]} ${firmKinds[Math.floor(index / 30) % 20]}`;
  const name = n === 599 ? nameOf(0) : n < 599 ? nameOf(n) : `${nameOf(n)} ${Math.floor(n / 600) + 1}`;
  const domain = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '')}${n === 599 ? 'group' : ''}.${home.ending}`;
  return addRecord(state, 'company', n, {
    name: oddNames[n - firstOddName] ?? name,
    domain,
    website: `https://www.${domain}`,
    phone: phone(random),
    ...(n % 20 === 3 && { hs_additional_domains: `old-${domain};${domain.replace(/[^.]+$/, 'example')}` }),
    industry: (name.split(' ')[1] ?? '').toUpperCase(),
    city: random.pick(home.cities),
    country: home.country,
    ...companyValues(n),
  });
}

function addContact(state: CrmState, random: Random, n: number, companies: CrmRecord[]) {
  const home = n < 2 ? countries[0] : random.pick(countries);
  const firstname = n < 2 ? 'Amelia' : random.pick(home.given);
  const lastname = n < 2 ? 'Whitfield' : random.pick(home.family);
  const company = companies.length > 0 ? companies[(n * 13) % companies.length] : undefined;
  const plain = `${firstname}.${lastname}`.normalize('NFD').toLowerCase().replace(/[^a-z.]/g, ''); // prettier-ignore
  const mailbox = plain.replace(/^\.$/, 'member');
  const record = addRecord(state, 'contact', n, {
    firstname,
    lastname,
    email: `${mailbox}${n + 1}@${freeMailDomain(n, home.country) ?? company?.properties['domain'] ?? 'example.com'}`,
    phone: phone(random),
    // British mobile numbers that are kept for fiction.
    ...(n % 4 === 1 && { mobilephone: `+44 7700 90${String(n % 10_000).padStart(4, '0')}` }),
    ...(n % 25 === 7 && { hs_additional_emails: `${mailbox}${n + 1}@old.example` }),
    jobtitle: random.pick(jobTitles),
    company: company?.properties['name'] ?? '',
    city: random.pick(home.cities),
    country: home.country,
    ...contactValues(n),
  });
  return { record, company };
}

function addDeal(state: CrmState, random: Random, n: number, companies: CrmRecord[]): CrmRecord {
  const company = companies[(n * 7) % companies.length]?.properties['name'] ?? 'Unknown';
  return addRecord(state, 'deal', n, {
    dealname: `${company} – ${random.pick(dealKinds)}`,
    amount: String((random.below(400) + 5) * 250),
    closedate: new Date(Date.UTC(2026, 9, 1) + random.below(240) * 86_400_000).toISOString(),
    pipeline: 'default',
    dealstage: random.pick(['appointmentscheduled', 'qualifiedtobuy', 'contractsent', 'closedwon']),
    ...dealValues(n),
  });
}

function addTicket(state: CrmState, random: Random, n: number): CrmRecord {
  return addRecord(state, 'ticket', n, {
    subject: `${random.pick(ticketSubjects)} (#${1_000 + n})`,
    content: 'Reported by e-mail.',
    hs_pipeline: '0',
    hs_pipeline_stage: String(1 + random.below(4)),
    hs_ticket_priority: random.pick(['LOW', 'MEDIUM', 'HIGH']),
    ...ticketValues(n),
  });
}

function addVehicle(state: CrmState, random: Random, n: number): CrmRecord {
  const model = random.pick(vehicleModels);
  const plate = `BA ${String(n + 1).padStart(4, '0')}`;
  return addRecord(state, 'vehicle', n, {
    model: `${model} ${plate}`,
    plate,
    colour: random.pick(['white', 'blue', 'red']),
    ...vehicleValues(n),
  });
}

function phone(random: Random): string {
  return `+44 20 7946 0${String(random.below(1_000)).padStart(3, '0')}`;
}

function connect(state: CrmState, from: keyof Counts, fromId: string, to: keyof Counts, toId: string): void {
  associateDefault(state, typeOf(from), typeOf(to), [{ from: { id: fromId }, to: { id: toId } }], '207');
}

interface Seeded {
  companies: CrmRecord[];
  contacts: CrmRecord[];
  deals: CrmRecord[];
  tickets: CrmRecord[];
}

function linkAll(state: CrmState, random: Random, { companies, contacts, deals, tickets }: Seeded): void {
  const [first, second] = contacts;
  for (const contact of [first, second]) {
    if (contact) connect(state, 'contact', contact.id, 'company', landmarks.company);
  }
  for (const deal of deals) {
    if (random.next() < 0.7) connect(state, 'deal', deal.id, 'company', random.pick(companies).id);
    for (let n = random.below(3); n > 0 && deal.id !== landmarks.nearlyFullDeal; n--) {
      connect(state, 'deal', deal.id, 'contact', random.pick(contacts).id);
    }
  }
  for (const contact of contacts.slice(300, 300 + contactsOfNearlyFullDeal)) {
    connect(state, 'deal', landmarks.nearlyFullDeal, 'contact', contact.id);
  }
  for (const ticket of tickets) connect(state, 'ticket', ticket.id, 'contact', random.pick(contacts).id);
  for (let n = 0; n < 40; n++)
    connect(state, 'vehicle', seededId('vehicle', n), 'company', random.pick(companies).id);
}

/** Writes links into the state directly: a million calls of the operation, with its checks, would take too long. */
function linkMany(state: CrmState, random: Random, contacts: number, deals: CrmRecord[]): void {
  const contact = typeOf('contact');
  const deal = typeOf('deal');
  const forward = state.definitionsOf(contact, deal).slice(0, 1);
  const reverse = state.definitionsOf(deal, contact).slice(0, 1);
  const perDeal = Math.ceil(largeLinks / deals.length);
  for (const { id } of deals) {
    const start = random.below(contacts);
    for (let n = 0; n < perDeal; n++) {
      const contactId = seededId('contact', (start + n * 3) % contacts);
      state.setLink(contact, contactId, deal, id, forward);
      state.setLink(deal, id, contact, contactId, reverse);
    }
  }
}

function addSegments(state: CrmState): void {
  const members = (name: keyof Counts, keep: (n: number) => boolean) =>
    [...state.recordsOf(typeOf(name)).keys()].filter((_, n) => keep(n));
  const lists: Pick<CrmList, 'listId' | 'name' | 'objectTypeId' | 'members'>[] = [
    { listId: landmarks.smallSegment, name: 'Spring webinar guests', objectTypeId: '0-1', members: members('contact', (n) => n < 5_000 && n % 41 === 3) },
    { listId: landmarks.largeSegment, name: 'Newsletter readers', objectTypeId: '0-1', members: members('contact', (n) => n < 5_000 && n % 2 === 0) },
    { listId: '2103', name: 'Customers in Japan', objectTypeId: '0-1', members: [...state.recordsOf(typeOf('contact')).values()].filter(({ properties }) => properties['country'] === 'Japan').slice(0, 900).map(({ id }) => id) },
    { listId: '2104', name: 'Nobody yet', objectTypeId: '0-1', members: [] },
    { listId: '2201', name: 'Key accounts', objectTypeId: '0-2', members: members('company', (n) => n < 600 && n % 15 === 0) },
    { listId: '2301', name: 'Deals closing this quarter', objectTypeId: '0-3', members: members('deal', (n) => n < 900 && n % 9 === 0) },
  ]; // prettier-ignore
  for (const list of lists) {
    state.lists.set(list.listId, {
      ...list,
      processingType: 'DYNAMIC',
      listVersion: 1,
      createdAt: '2025-03-03T10:00:00.000Z',
      updatedAt: '2026-09-01T09:00:00.000Z',
      filtersUpdatedAt: '2025-03-03T10:00:00.000Z',
      createdById: '62400311',
    });
  }
}
