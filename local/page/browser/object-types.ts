import { isNamedBy, type PageType } from '../object-types';
import type { PageRecord } from './crm';
import { pageSettings } from './settings';

/** A type by its id or name, `contact` or `contacts`; an unknown type has its id for a name. */
export function typeOf(id: string): PageType {
  const plain: PageType = {
    id,
    name: id,
    labels: { en: [id, id], ja: [id, id] },
    naming: ['name'],
    shown: [],
  };
  return pageSettings.objectTypes.find((type) => isNamedBy(type, id)) ?? plain;
}

const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A record's display name: its type's naming properties, else its email address, else its id. */
export function nameOf(type: PageType, { id, properties }: PageRecord): string {
  const parts = type.naming.map((property) => properties[property] ?? '').filter(Boolean);
  const ordered = familyNameFirst.test(parts[1] ?? '') ? [...parts].reverse() : parts;
  return ordered.join(' ') || properties['email'] || id;
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

/** The label of a property; its name if it has none. */
export function propertyLabel(property: string, language: 'en' | 'ja'): string {
  const [en, ja] = labels[property] ?? [property, property];
  return language === 'ja' ? ja : en;
}
