import { ownerIds } from './owners';
import { buyingRoles, equipment } from './seed-words';

// Values of the properties beside names, by the number of the record: they take no random numbers, so that what they are
// changes nothing else. Some records have none, so that "is unknown" finds something.

const day = 86_400_000;

/** The date of a day after the first of January 2026, without a time. */
function dateAt(days: number): string {
  return new Date(Date.UTC(2026, 0, 1) + days * day).toISOString().slice(0, 10);
}

function timeAt(days: number, hour: number): string {
  return new Date(Date.UTC(2026, 0, 1, hour) + days * day).toISOString();
}

/** One of the values, or none where it is empty. */
function pick(name: string, values: readonly string[], n: number): Record<string, string> {
  const value = values[n % values.length];
  return value ? { [name]: value } : {};
}

/** Several of the values, as HubSpot stores them. */
function several(name: string, values: readonly string[], n: number): Record<string, string> {
  const some = values.filter((_, index) => (n >> index) % 2 === 1);
  return some.length > 0 ? { [name]: some.join(';') } : {};
}

const lifecycle = ['lead', 'customer', 'subscriber', 'opportunity', '', 'marketingqualifiedlead', 'customer'];
const owner = (n: number) => pick('hubspot_owner_id', [...ownerIds, ''], n);

/** Values of the n-th contact. */
export function contactValues(n: number): Record<string, string> {
  return {
    ...pick('lifecyclestage', lifecycle, n),
    ...pick('hs_lead_status', ['NEW', 'OPEN', 'IN_PROGRESS', 'CONNECTED', 'UNQUALIFIED', ''], n),
    ...several('hs_buying_role', buyingRoles, n % 8),
    ...several('interests', ['pricing', 'integrations', 'training', 'fairs'], n % 16),
    ...owner(n),
    ...(n % 3 === 0 && { hs_email_optout: n % 6 === 0 ? 'true' : 'false' }),
    ...pick('numemployees', ['1-5', '5-25', '25-50', '100-500', ''], n),
    ...(n % 2 === 0 && { notes_last_contacted: timeAt(n % 300, 10) }),
    ...(n % 5 === 2 && { renewal_date: dateAt(n % 700) }),
  };
}

/** Values of the n-th company. */
export function companyValues(n: number): Record<string, string> {
  return {
    ...pick('lifecyclestage', lifecycle, n),
    ...pick('type', ['PROSPECT', 'PARTNER', 'RESELLER', 'VENDOR', ''], n),
    ...owner(n),
    numberofemployees: String(5 + ((n * 37) % 2_000)),
    ...(n % 3 !== 1 && { annualrevenue: String(100_000 + ((n * 7_919) % 900) * 10_000) }),
    is_public: String(n % 11 === 4),
    ...(n % 4 === 1 && { contract_end: dateAt(n % 500) }),
  };
}

/** Values of the n-th deal. */
export function dealValues(n: number): Record<string, string> {
  return {
    ...pick('dealtype', ['newbusiness', 'existingbusiness', ''], n),
    ...pick('hs_priority', ['low', 'medium', '', 'high'], n),
    ...owner(n),
    ...(n % 3 === 2 && { kick_off: dateAt(n % 400) }),
  };
}

/** Values of the n-th ticket. */
export function ticketValues(n: number): Record<string, string> {
  const categories = ['PRODUCT_ISSUE', 'BILLING_ISSUE', 'FEATURE_REQUEST', 'GENERAL_INQUIRY'];
  return {
    ...several('hs_ticket_category', categories, n % 16),
    ...pick('source_type', ['EMAIL', 'FORM', 'PHONE', 'CHAT', ''], n),
    ...owner(n),
  };
}

/** Values of the n-th vehicle. */
export function vehicleValues(n: number): Record<string, string> {
  return {
    ...pick('body_type', ['panel_van', 'minibus', 'pick_up', ''], n),
    ...several('equipment', equipment, n % 16),
    ...pick('fuel', ['diesel', 'diesel', 'petrol', 'electric'], n),
    mileage: String(1_500 + ((n * 4_273) % 240_000)),
    purchase_price: String(18_000 + ((n * 731) % 40_000)),
    leased: String(n % 3 === 0),
    first_registered: dateAt(-((n * 29) % 3_000)),
    ...(n % 6 !== 5 && { inspection_due: dateAt((n * 17) % 900) }),
    ...(n % 2 === 0 && { last_service: timeAt(n % 320, 8) }),
    ...owner(n),
  };
}

/** Domains of free mail by the country of the contact. */
const freeMail: Record<string, string> = {
  'United Kingdom': 'outlook.com',
  Germany: 'web.de',
  Japan: 'yahoo.co.jp',
  Brazil: 'uol.com.br',
  'United States': 'gmail.com',
};

/** Of the contacts after those that tests and pictures start from, every 19th writes from a free-mail address. */
export function freeMailDomain(n: number, country: string): string | undefined {
  return n >= 1_300 && n % 19 === 11 ? (freeMail[country] ?? 'gmail.com') : undefined;
}
