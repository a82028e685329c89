import { languageTags, type Language } from '../crm/languages';

/** The names of an object type in a language. */
type Labels = readonly [singular: string, plural: string];

/** An object type as the page shows it. */
export interface PageType {
  /** `0-1`, `2-1234567`. */
  id: string;
  /** One word: `contact`. */
  name: string;
  labels: Record<Language, Labels>;
  /** Properties that together are a record's name. */
  naming: string[];
  /** Properties that the page shows. */
  shown: string[];
}

const contact: PageType = {
  id: '0-1',
  name: 'contact',
  labels: {
    en: ['Contact', 'Contacts'],
    ja: ['コンタクト', 'コンタクト'],
    de: ['Kontakt', 'Kontakte'],
    fr: ['Contact', 'Contacts'],
    es: ['Contacto', 'Contactos'],
    'pt-br': ['Contato', 'Contatos'],
  },
  naming: ['firstname', 'lastname'],
  shown: ['email', 'phone', 'jobtitle', 'company', 'city', 'country'],
};

const company: PageType = {
  id: '0-2',
  name: 'company',
  labels: {
    en: ['Company', 'Companies'],
    ja: ['会社', '会社'],
    de: ['Unternehmen', 'Unternehmen'],
    fr: ['Entreprise', 'Entreprises'],
    es: ['Empresa', 'Empresas'],
    'pt-br': ['Empresa', 'Empresas'],
  },
  naming: ['name'],
  shown: ['domain', 'phone', 'industry', 'city', 'country'],
};

const deal: PageType = {
  id: '0-3',
  name: 'deal',
  labels: {
    en: ['Deal', 'Deals'],
    ja: ['取引', '取引'],
    de: ['Deal', 'Deals'],
    fr: ['Transaction', 'Transactions'],
    es: ['Negocio', 'Negocios'],
    'pt-br': ['Negócio', 'Negócios'],
  },
  naming: ['dealname'],
  shown: ['amount', 'dealstage', 'pipeline', 'closedate'],
};

const ticket: PageType = {
  id: '0-5',
  name: 'ticket',
  labels: {
    en: ['Ticket', 'Tickets'],
    ja: ['チケット', 'チケット'],
    de: ['Ticket', 'Tickets'],
    fr: ['Ticket', 'Tickets'],
    es: ['Ticket', 'Tickets'],
    'pt-br': ['Ticket', 'Tickets'],
  },
  naming: ['subject'],
  shown: ['content', 'hs_pipeline_stage', 'hs_ticket_priority'],
};

const vehicle: PageType = {
  id: '2-1234567',
  name: 'vehicle',
  labels: sameInEach(['Vehicle', 'Vehicles']),
  naming: ['model'],
  shown: ['plate', 'colour'],
};

/** The object types of the embedded CRM's sample account, in the order of the page's association lists. */
export const sampleObjectTypes: PageType[] = [contact, company, deal, ticket, vehicle];

/** The names that the account gave a custom object, which HubSpot does not translate. */
export function sameInEach(labels: Labels): Record<Language, Labels> {
  return Object.fromEntries(languageTags.map((language) => [language, labels])) as Record<Language, Labels>;
}

/** Whether a word names the type: `contacts`, `CONTACT`, `0-1`, `p123_vehicle`. */
export function isNamedBy({ id, name, labels }: PageType, word: string): boolean {
  const plain = word.toLowerCase().replace(/^p\d*_/, '');
  return [id, name, labels.en[1].toLowerCase()].includes(plain);
}

/** Whether the `objectTypes` of a card or of a bulk action name the type. */
export function isServedBy(type: PageType, { objectTypes }: { objectTypes: string[] }): boolean {
  return objectTypes.some((word) => isNamedBy(type, word));
}
