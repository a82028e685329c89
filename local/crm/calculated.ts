import { objectTypes, type ObjectType } from './object-types';
import { isClosedStage } from './pipelines';
import type { CrmRecord, CrmState } from './state';

interface Source {
  state: CrmState;
  type: ObjectType;
  record: CrmRecord;
}

const phone: Record<string, (source: Source) => string> = {
  hs_searchable_calculated_phone_number: ({ record }) => searchablePhone(record.properties['phone'] ?? ''),
};

/** The calculated properties by object type id, each with what HubSpot calculates it of; empty for no value. */
const calculations: Record<string, Record<string, (source: Source) => string>> = {
  '0-1': {
    ...phone,
    hs_searchable_calculated_mobile_number: ({ record }) =>
      searchablePhone(record.properties['mobilephone'] ?? ''),
    hs_email_domain: ({ record }) =>
      /@([^@]+)$/.exec(record.properties['email'] ?? '')?.[1]?.toLowerCase() ?? '',
    associatedcompanyid: primaryCompany,
    num_associated_deals: (source) => countOf(source, '0-3'),
  },
  '0-2': {
    ...phone,
    num_associated_contacts: (source) => countOf(source, '0-1'),
    num_associated_deals: (source) => countOf(source, '0-3'),
  },
  '0-3': {
    hs_is_closed: ({ record }) => String(isClosedStage('0-3', record.properties['dealstage'] ?? '')),
    num_associated_contacts: (source) => countOf(source, '0-1'),
  },
};

/** The value of a property, a calculated one included; null if it has none. */
export function valueOf(state: CrmState, type: ObjectType, record: CrmRecord, name: string): string | null {
  const own = calculations[type.id] ?? {};
  if (!Object.hasOwn(own, name)) return record.properties[name] ?? null;
  return own[name]?.({ state, type, record }) || null;
}

function countOf({ state, type, record }: Source, otherId: string): string {
  const other = objectTypes.find(({ id }) => id === otherId);
  const count = other ? (state.partnersOf(type, record.id, other)?.size ?? 0) : 0;
  return count === 0 ? '' : String(count);
}

/** The company with the label Primary. A company that is only associated is none. */
function primaryCompany({ state, type, record }: Source): string {
  const company = objectTypes.find(({ id }) => id === '0-2');
  const partners = company ? (state.partnersOf(type, record.id, company) ?? []) : [];
  for (const [id, types] of partners) if (types.some(({ isSingle }) => isSingle)) return id;
  return '';
}

/** Country calling codes of two digits (ITU-T E.164); those of one digit are 1 and 7, all others have three. */
const twoDigitCodes =
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98';

/**
 * The national digits of a phone number, without the country's calling code, as HubSpot's search guide says of its
 * searchable phone properties. What HubSpot does with a zero in front and with an extension is not known.
 */
function searchablePhone(phone: string): string {
  const digits = phone.replace(/\(0\)|\D/g, '');
  if (!phone.trim().startsWith('+')) return digits.replace(/^0/, '');
  const length = /^[17]/.test(digits) ? 1 : twoDigitCodes.split(' ').includes(digits.slice(0, 2)) ? 2 : 3;
  return digits.slice(length);
}
