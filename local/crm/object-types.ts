import { companyProperties } from './properties/companies';
import { contactProperties } from './properties/contacts';
import { dealProperties } from './properties/deals';
import { noteProperties } from './properties/notes';
import type { Property } from './properties/property';
import { ticketProperties } from './properties/tickets';
import { vehicleProperties } from './properties/vehicles';

/** One kind of association between two object types, in one direction. */
export interface AssociationType {
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  readonly typeId: number;
  readonly label: string | null;
  readonly name: string;
  /** `to` records one `from` record may have. */
  readonly maxToObjectIds: number;
  /** An admin has set the limit. */
  readonly userEnforced?: boolean;
  /** The type id of the same label in the other direction; absent for the unlabelled type. */
  readonly inverseTypeId?: number;
  /** One `from` record has it once: it moves to the pair that gets it last (Primary). */
  readonly isSingle?: boolean;
}

/** An object type: its names, and what HubSpot's endpoints do with its records. */
export interface ObjectType {
  /** `0-1`, `2-1234567`. */
  id: string;
  /** The name in HubSpot's error messages: `contact`. */
  name: string;
  /** Path names HubSpot accepts besides the id. */
  aliases: string[];
  singular: string;
  plural: string;
  /** HubSpot's `primaryDisplayProperty`. */
  labelProperty: string;
  /** HubSpot's `secondaryDisplayProperties`; none if absent. */
  secondaryProperties?: string[];
  /** Returned if a request names no properties. */
  defaultProperties: string[];
  /** The properties that the `query` of a search looks through. */
  searchable: string[];
  /** Properties whose values batch/read takes in place of an id. */
  uniqueProperties: string[];
  /** All its properties, archived ones included. */
  properties: Property[];
  /** Without them a record cannot be created; none if absent. */
  required?: string[];
  custom: boolean;
  /** A token with any of these scopes may read or write the records. */
  scopes: { read: string[]; write: string[] };
}

/** Properties that HubSpot sets on every record. The time of the last change has another name on contacts. */
const contactSystemProperties = ['createdate', 'lastmodifieddate', 'hs_object_id'];
const systemProperties = ['createdate', 'hs_lastmodifieddate', 'hs_object_id'];

/** The id of notes, which are activities: they stand on the timelines of the records that they are linked to. */
const noteTypeId = '0-46';

/** The id of the account's one custom object, the vehicle. */
export const customObjectTypeId = '2-1234567';

/**
 * Every object type that the embedded CRM has records of. Default and searchable properties are those of HubSpot's search
 * guide, as far as they exist here.
 */
export const objectTypes: ObjectType[] = [
  {
    id: '0-1',
    name: 'contact',
    aliases: ['contact', 'contacts'],
    singular: 'Contact',
    plural: 'Contacts',
    labelProperty: 'email',
    defaultProperties: ['firstname', 'lastname', 'email', ...contactSystemProperties],
    searchable: ['firstname', 'lastname', 'email', 'phone', 'company'],
    uniqueProperties: ['email'],
    properties: contactProperties,
    custom: false,
    scopes: { read: ['crm.objects.contacts.read'], write: ['crm.objects.contacts.write'] },
  },
  {
    id: '0-2',
    name: 'company',
    aliases: ['company', 'companies'],
    singular: 'Company',
    plural: 'Companies',
    labelProperty: 'name',
    defaultProperties: ['name', 'domain', ...systemProperties],
    searchable: ['website', 'phone', 'name', 'domain'],
    uniqueProperties: [],
    properties: companyProperties,
    custom: false,
    scopes: { read: ['crm.objects.companies.read'], write: ['crm.objects.companies.write'] },
  },
  {
    id: '0-3',
    name: 'deal',
    aliases: ['deal', 'deals'],
    singular: 'Deal',
    plural: 'Deals',
    labelProperty: 'dealname',
    defaultProperties: ['dealname', 'amount', 'closedate', 'pipeline', 'dealstage', ...systemProperties],
    searchable: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
    uniqueProperties: [],
    properties: dealProperties,
    custom: false,
    scopes: { read: ['crm.objects.deals.read'], write: ['crm.objects.deals.write'] },
  },
  {
    id: '0-5',
    name: 'ticket',
    aliases: ['ticket', 'tickets'],
    singular: 'Ticket',
    plural: 'Tickets',
    labelProperty: 'subject',
    defaultProperties: [
      'subject',
      'content',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_ticket_category',
      'hs_ticket_priority',
      ...systemProperties,
    ],
    searchable: ['subject', 'content', 'hs_pipeline_stage', 'hs_ticket_category', 'hs_ticket_id'],
    uniqueProperties: [],
    properties: ticketProperties,
    custom: false,
    scopes: { read: ['tickets'], write: ['tickets'] },
  },
  {
    id: noteTypeId,
    name: 'note',
    aliases: ['note', 'notes'],
    singular: 'Note',
    plural: 'Notes',
    labelProperty: 'hs_note_body',
    defaultProperties: systemProperties,
    searchable: ['hs_note_body'],
    uniqueProperties: [],
    properties: noteProperties,
    required: ['hs_timestamp'],
    custom: false,
    // Whatever record a note is on, HubSpot's document names these alone.
    scopes: { read: ['crm.objects.contacts.read'], write: ['crm.objects.contacts.write'] },
  },
  {
    id: customObjectTypeId,
    name: 'vehicle',
    aliases: ['p12345678_vehicle'],
    singular: 'Vehicle',
    plural: 'Vehicles',
    labelProperty: 'model',
    secondaryProperties: ['colour', 'plate'],
    defaultProperties: systemProperties,
    searchable: ['model', 'plate'],
    uniqueProperties: ['plate'],
    properties: vehicleProperties,
    custom: true,
    scopes: { read: ['crm.objects.custom.read'], write: ['crm.objects.custom.write'] },
  },
];

/** The property that holds when a record was last changed. */
export function modifiedProperty({ id }: ObjectType): string {
  return id === '0-1' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}

/** The text that the `query` of a search looks through: all searchable properties, in lower case, one a line. */
export function searchTextOf({ searchable }: ObjectType, properties: Record<string, string | null>): string {
  return searchable.map((name) => properties[name] ?? '').join('\n').toLowerCase(); // prettier-ignore
}

/**
 * The object type that a path names: `0-1`, `contacts`, `Contact`, `2-1234567`, `p12345678_vehicle`; undefined if
 * none.
 */
export function findObjectType(name: string): ObjectType | undefined {
  const lower = name.toLowerCase();
  return objectTypes.find(({ id, aliases }) => id === lower || aliases.includes(lower));
}

/** HubSpot's object types that the embedded CRM does not have. Source: HubSpot's object type id table. */
const otherTypes: Record<string, string> = {
  '0-7': 'product', '0-8': 'line_item', '0-14': 'quote', '0-18': 'communication', '0-27': 'task',
  '0-47': 'meeting', '0-48': 'call', '0-49': 'email', '0-53': 'invoice', '0-69': 'subscription', '0-115': 'user',
  '0-116': 'postal_mail', '0-123': 'order', '0-136': 'lead', '0-142': 'cart', '0-162': 'service', '0-410': 'course',
  '0-420': 'listing', '0-421': 'appointment', '0-970': 'project',
}; // prettier-ignore

/** Whether HubSpot has this object type though the embedded CRM does not. */
export function isTypeOfHubSpot(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    lower in otherTypes || Object.values(otherTypes).some((type) => lower === type || lower === `${type}s`)
  );
}

/**
 * HubSpot's unlabelled association types, `from to` -> type id. Source: HubSpot's associate-records guide, 30 March
 * 2026.
 */
const unlabelledTypeIds: Record<string, number> = {
  '0-1 0-1': 449, '0-1 0-2': 279, '0-1 0-3': 4, '0-1 0-5': 15,
  '0-2 0-1': 280, '0-2 0-2': 450, '0-2 0-3': 342, '0-2 0-5': 340,
  '0-3 0-1': 3, '0-3 0-2': 341, '0-3 0-3': 451, '0-3 0-5': 27,
  '0-5 0-1': 16, '0-5 0-2': 339, '0-5 0-3': 28, '0-5 0-5': 452,
  '0-46 0-1': 202, '0-46 0-2': 190, '0-46 0-3': 214, '0-46 0-5': 228,
  '0-1 0-46': 201, '0-2 0-46': 189, '0-3 0-46': 213, '0-5 0-46': 227,
}; // prettier-ignore

interface LabelSeed {
  /** The type id and the text in each of the two directions. Between records of one type, both may be one. */
  there: [typeId: number, label: string];
  back: [typeId: number, label: string];
  category?: 'USER_DEFINED';
  /** Limits that an admin has set: the most `to` records of one `from` record, and the other way round. */
  limits?: { there?: number; back?: number };
}

/**
 * Labels, `from to` -> those of the two types: HubSpot's own, and those that an admin of the account defined, single,
 * paired, and one with a limit. HubSpot's ids are those of its associate-records guide. An id of the account may be one of
 * HubSpot's too, as it is on HubSpot: category and id together name a type.
 */
const labelSeeds: Record<string, LabelSeed[]> = {
  '0-1 0-2': [
    { there: [1, 'Primary'], back: [2, 'Primary'] },
    { there: [931, 'Billing contact'], back: [932, 'Billing contact'], category: 'USER_DEFINED' },
    { there: [1, 'Adviser'], back: [2, 'Advised by'], category: 'USER_DEFINED' },
  ],
  '0-3 0-2': [
    { there: [5, 'Primary'], back: [6, 'Primary'] },
    { there: [45, 'Reseller'], back: [46, 'Reseller'], category: 'USER_DEFINED' },
  ],
  '0-5 0-2': [{ there: [26, 'Primary'], back: [25, 'Primary'] }],
  '0-1 0-3': [
    { there: [41, 'Decision maker'], back: [42, 'Decision maker'], category: 'USER_DEFINED' },
    { there: [43, 'Signatory'], back: [44, 'Signatory'], category: 'USER_DEFINED', limits: { back: 1 } },
  ],
  '0-2 0-2': [
    { there: [13, 'Child Company'], back: [14, 'Parent Company'] },
    { there: [61, 'Partner'], back: [61, 'Partner'], category: 'USER_DEFINED' },
  ],
  '0-1 0-1': [{ there: [71, 'Manager'], back: [72, 'Report'], category: 'USER_DEFINED' }],
};

/**
 * Limits of the unlabelled type, `from to` -> the most `to` records of one `from` record. Recorded from a real schema;
 * pairs that are not here have 10,000.
 */
const limits: Record<string, number> = {
  '0-1 0-2': 10_000,
  '0-1 0-3': 10_000,
  '0-3 0-1': 1_000,
  '0-2 0-1': 10_000,
};

/** Every association type from one type to another, the unlabelled first; none if none is defined. */
export function associationTypes(from: ObjectType, to: ObjectType): AssociationType[] {
  const key = `${from.id} ${to.id}`;
  const maxToObjectIds = limits[key] ?? 10_000;
  const name = `${from.name}_TO_${to.name}`.toUpperCase();
  if (from.id === noteTypeId && to.id === noteTypeId) return [];
  if (from.custom || to.custom) {
    // The account defined its custom object with contacts, companies and deals, not with tickets or itself. HubSpot defines
    // its associations with activities.
    const partner = from.custom ? to : from;
    if (partner.custom || partner.id === '0-5') return [];
    const typeId = (from.custom ? 170 : 180) + Number(partner.id.slice(2));
    return [
      { category: 'USER_DEFINED', typeId, label: null, name: `${from.name}_to_${to.name}`, maxToObjectIds },
    ];
  }
  const unlabelled: AssociationType[] = [
    {
      category: 'HUBSPOT_DEFINED',
      typeId: unlabelledTypeIds[key] ?? 0,
      label: null,
      name: `${name}_UNLABELED`,
      maxToObjectIds,
    },
  ];
  return [...unlabelled, ...labelTypes(from, to, maxToObjectIds)];
}

function labelTypes(from: ObjectType, to: ObjectType, most: number): AssociationType[] {
  const own = (labelSeeds[`${from.id} ${to.id}`] ?? []).map((seed) => {
    const isSingle = seed.there[1] === 'Primary';
    return { ...seed, name: nameOf(from, to, seed.there[1]), limit: seed.limits?.there, isSingle };
  });
  const turned = (labelSeeds[`${to.id} ${from.id}`] ?? [])
    .filter(({ there, back }) => there[0] !== back[0])
    .map((seed) => {
      // A label of the account has one name in both directions, HubSpot's own have one in each (recorded).
      const name = seed.category ? nameOf(to, from, seed.there[1]) : nameOf(from, to, seed.back[1]);
      return { ...seed, there: seed.back, back: seed.there, name, limit: seed.limits?.back, isSingle: false };
    });
  return [...own, ...turned].map(({ there: [typeId, label], back, category, name, limit, isSingle }) => ({
    category: category ?? 'HUBSPOT_DEFINED',
    typeId,
    label,
    name,
    maxToObjectIds: isSingle ? 1 : (limit ?? most),
    inverseTypeId: back[0],
    ...(limit !== undefined && { userEnforced: true }),
    ...(isSingle && { isSingle }),
  }));
}

function nameOf(from: ObjectType, to: ObjectType, label: string): string {
  return `${label}_${from.name}_TO_${to.name}`.toUpperCase().replaceAll(' ', '_');
}
