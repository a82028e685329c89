import type { PageRecord } from './crm';

/** The object types the page knows: how they are called and what names a record. */
export interface PageType {
  id: string;
  name: string;
  labels: { en: [singular: string, plural: string]; ja: [singular: string, plural: string] };
  /** Properties that together are a record's name. */
  naming: string[];
  /** Properties that the page shows. */
  shown: string[];
}

/** Those of the embedded CRM, in the order of the page's association lists. */
export const pageTypes: PageType[] = [
  { id: '0-1', name: 'contact', labels: { en: ['Contact', 'Contacts'], ja: ['コンタクト', 'コンタクト'] }, naming: ['firstname', 'lastname'], shown: ['email', 'phone', 'jobtitle', 'company', 'city', 'country'] },
  { id: '0-2', name: 'company', labels: { en: ['Company', 'Companies'], ja: ['会社', '会社'] }, naming: ['name'], shown: ['domain', 'phone', 'industry', 'city', 'country'] },
  { id: '0-3', name: 'deal', labels: { en: ['Deal', 'Deals'], ja: ['取引', '取引'] }, naming: ['dealname'], shown: ['amount', 'dealstage', 'pipeline', 'closedate'] },
  { id: '0-5', name: 'ticket', labels: { en: ['Ticket', 'Tickets'], ja: ['チケット', 'チケット'] }, naming: ['subject'], shown: ['content', 'hs_pipeline_stage', 'hs_ticket_priority'] },
  { id: '2-1234567', name: 'vehicle', labels: { en: ['Vehicle', 'Vehicles'], ja: ['Vehicle', 'Vehicles'] }, naming: ['model'], shown: ['plate', 'colour'] },
]; // prettier-ignore

/** A type by its id or its name; of one the page does not know, the id is the name. */
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

/** What names a record: its type’s naming properties, else its email address, else its id. */
export function nameOf(type: PageType, { id, properties }: PageRecord): string {
  const parts = type.naming.map((property) => properties[property] ?? '').filter(Boolean);
  const ordered = familyNameFirst.test(parts[1] ?? '') ? [...parts].reverse() : parts;
  return ordered.join(' ') || properties['email'] || id;
}

/** Whether a word of a card’s `objectTypes` names the type: `contacts`, `CONTACT`, `0-1`, `p123_vehicle`. */
export function isNamedBy({ id, name, labels }: PageType, word: string): boolean {
  const plain = word.toLowerCase().replace(/^p\d*_/, '');
  return [id, name, labels.en[1].toLowerCase()].includes(plain);
}

const labels: Record<string, [en: string, ja: string]> = {
  amount: ['Amount', '金額'],
  city: ['City', '市区町村'],
  closedate: ['Close date', 'クローズ日'],
  colour: ['Colour', '色'],
  company: ['Company name', '会社名'],
  content: ['Description', '説明'],
  country: ['Country', '国'],
  dealstage: ['Deal stage', '取引ステージ'],
  domain: ['Domain', 'ドメイン'],
  email: ['Email', 'Eメール'],
  hs_object_id: ['Record ID', 'レコードID'],
  hs_pipeline_stage: ['Ticket status', 'チケットステータス'],
  hs_ticket_priority: ['Priority', '優先度'],
  industry: ['Industry', '業種'],
  jobtitle: ['Job title', '役職'],
  phone: ['Phone', '電話番号'],
  pipeline: ['Pipeline', 'パイプライン'],
  plate: ['Plate', 'ナンバープレート'],
};

/** A property as the page calls it: its own name where there is no better one. */
export function propertyLabel(property: string, language: 'en' | 'ja'): string {
  const [en, ja] = labels[property] ?? [property, property];
  return language === 'ja' ? ja : en;
}
