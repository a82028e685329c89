/** An object type as the page shows it. */
export interface PageType {
  /** `0-1`, `2-1234567`. */
  id: string;
  /** One word: `contact`. */
  name: string;
  labels: { en: [singular: string, plural: string]; ja: [singular: string, plural: string] };
  /** Properties that together are a record's name. */
  naming: string[];
  /** Properties that the page shows. */
  shown: string[];
}

/** The object types of the embedded CRM's sample account, in the order of the page's association lists. */
export const sampleObjectTypes: PageType[] = [
  { id: '0-1', name: 'contact', labels: { en: ['Contact', 'Contacts'], ja: ['コンタクト', 'コンタクト'] }, naming: ['firstname', 'lastname'], shown: ['email', 'phone', 'jobtitle', 'company', 'city', 'country'] },
  { id: '0-2', name: 'company', labels: { en: ['Company', 'Companies'], ja: ['会社', '会社'] }, naming: ['name'], shown: ['domain', 'phone', 'industry', 'city', 'country'] },
  { id: '0-3', name: 'deal', labels: { en: ['Deal', 'Deals'], ja: ['取引', '取引'] }, naming: ['dealname'], shown: ['amount', 'dealstage', 'pipeline', 'closedate'] },
  { id: '0-5', name: 'ticket', labels: { en: ['Ticket', 'Tickets'], ja: ['チケット', 'チケット'] }, naming: ['subject'], shown: ['content', 'hs_pipeline_stage', 'hs_ticket_priority'] },
  { id: '2-1234567', name: 'vehicle', labels: { en: ['Vehicle', 'Vehicles'], ja: ['Vehicle', 'Vehicles'] }, naming: ['model'], shown: ['plate', 'colour'] },
]; // prettier-ignore

/** Whether a word names the type: `contacts`, `CONTACT`, `0-1`, `p123_vehicle`. */
export function isNamedBy({ id, name, labels }: PageType, word: string): boolean {
  const plain = word.toLowerCase().replace(/^p\d*_/, '');
  return [id, name, labels.en[1].toLowerCase()].includes(plain);
}

/** Whether the `objectTypes` of a card or of a bulk action name the type. */
export function isServedBy(type: PageType, { objectTypes }: { objectTypes: string[] }): boolean {
  return objectTypes.some((word) => isNamedBy(type, word));
}
