import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import type { Translate } from '../locales/messages';
import type { Voice } from '../locales/translate';

/** The card's own words for HubSpot's standard object types, and HubSpot's English ones. */
interface Words {
  title: 'contacts' | 'companies' | 'deals' | 'tickets';
  count: 'nContacts' | 'nCompanies' | 'nDeals' | 'nTickets';
  this: 'thisContact' | 'thisCompany' | 'thisDeal' | 'thisTicket';
  plural: string;
}

const standardWords: Readonly<Record<string, Words>> = {
  [objectTypeIds.contact]: { title: 'contacts', count: 'nContacts', this: 'thisContact', plural: 'Contacts' },
  [objectTypeIds.company]: {
    title: 'companies',
    count: 'nCompanies',
    this: 'thisCompany',
    plural: 'Companies',
  },
  [objectTypeIds.deal]: { title: 'deals', count: 'nDeals', this: 'thisDeal', plural: 'Deals' },
  [objectTypeIds.ticket]: { title: 'tickets', count: 'nTickets', this: 'thisTicket', plural: 'Tickets' },
};

type TypeWords = Pick<LinkableObjectType, 'id' | 'singular' | 'plural'>;

/** An account may rename HubSpot's types: then its words hold, not the card's. */
function ownWords({ id, plural }: TypeWords): Words | undefined {
  const words = standardWords[id];
  return words?.plural === plural ? words : undefined;
}

/** "Contacts", or what the account calls them. */
export function typeTitle(t: Translate, type: TypeWords): string {
  const words = ownWords(type);
  return words ? t(words.title) : type.plural;
}

/** "38 contacts" */
export function countOf(t: Translate, type: TypeWords, n: number): string {
  const words = ownWords(type);
  return words ? t(words.count, { n }) : t('nOfType', { n, type: n === 1 ? type.singular : type.plural });
}

/** "this company" */
export function thisRecord(t: Translate, objectType: string): string {
  return t(standardWords[objectType]?.this ?? 'thisRecord');
}

/** Keys of messages that differ by object type (`searchHint0` …), for contacts, companies, others by name, and the rest. */
export function hintNumber(objectType: string): 0 | 1 | 2 | 3 {
  if (objectType === objectTypeIds.contact) return 0;
  if (objectType === objectTypeIds.company) return 1;
  return objectType in standardWords ? 2 : 3;
}

/** "about 20 seconds", "about 3 minutes": no more exact than an estimate is. */
export function roughly({ t }: Voice, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds > 90) return t('minutes', { n: Math.ceil(seconds / 60) });
  return t('seconds', { n: seconds > 10 ? Math.ceil(seconds / 5) * 5 : seconds });
}
