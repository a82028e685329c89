import { textIn, type InEachLanguage, type Language } from '../../crm/languages';
import { isNamedBy, sameInEach, type PageType } from '../object-types';
import type { PageRecord } from './crm';
import { pageSettings } from './settings';

/** A type by its id or name, `contact` or `contacts`; an unknown type has its id for a name. */
export function typeOf(id: string): PageType {
  const plain: PageType = { id, name: id, labels: sameInEach([id, id]), naming: ['name'], shown: [] };
  return pageSettings.objectTypes.find((type) => isNamedBy(type, id)) ?? plain;
}

/** The plural as it is written within a sentence: German alone writes nouns with a capital there. */
export function pluralInSentence({ labels }: PageType, language: Language): string {
  const [, plural] = labels[language];
  return language === 'de' ? plural : plural.toLowerCase();
}

const familyNameFirst = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A record's display name: its type's naming properties, else its email address, else its id. */
export function nameOf(type: PageType, { id, properties }: PageRecord): string {
  const parts = type.naming.map((property) => properties[property] ?? '').filter(Boolean);
  const ordered = familyNameFirst.test(parts[1] ?? '') ? [...parts].reverse() : parts;
  return ordered.join(' ') || properties['email'] || id;
}

const labels: Record<string, InEachLanguage> = {
  amount: ['Amount', '金額', 'Betrag', 'Montant', 'Valor', 'Valor'],
  city: ['City', '市区町村', 'Stadt', 'Ville', 'Ciudad', 'Cidade'],
  closedate: ['Close date', 'クローズ日', 'Abschlussdatum', 'Date de fermeture', 'Fecha de cierre', 'Data de fechamento'], // prettier-ignore
  colour: ['Colour', '色', 'Farbe', 'Couleur', 'Color', 'Cor'],
  company: ['Company name', '会社名', 'Unternehmensname', "Nom de l'entreprise", 'Nombre de la empresa', 'Nome da empresa'], // prettier-ignore
  content: ['Description', '説明', 'Beschreibung', 'Description', 'Descripción', 'Descrição'],
  country: ['Country', '国', 'Land', 'Pays', 'País', 'País'],
  dealstage: ['Deal stage', '取引ステージ', 'Deal-Phase', 'Phase de la transaction', 'Etapa del negocio', 'Fase do negócio'], // prettier-ignore
  domain: ['Domain', 'ドメイン', 'Domain', 'Domaine', 'Dominio', 'Domínio'],
  email: ['Email', 'Eメール', 'E-Mail', 'E-mail', 'Correo', 'E-mail'],
  hs_object_id: ['Record ID', 'レコードID', 'Datensatz-ID', 'ID de la fiche', 'ID del registro', 'ID do registro'], // prettier-ignore
  hs_pipeline_stage: ['Ticket status', 'チケットステータス', 'Ticketstatus', 'Statut du ticket', 'Estado del ticket', 'Status do ticket'], // prettier-ignore
  hs_ticket_priority: ['Priority', '優先度', 'Priorität', 'Priorité', 'Prioridad', 'Prioridade'],
  industry: ['Industry', '業種', 'Branche', "Secteur d'activité", 'Sector', 'Setor'],
  jobtitle: ['Job title', '役職', 'Position', 'Intitulé du poste', 'Cargo', 'Cargo'],
  phone: ['Phone', '電話番号', 'Telefon', 'Téléphone', 'Teléfono', 'Telefone'],
  pipeline: ['Pipeline', 'パイプライン', 'Pipeline', 'Pipeline', 'Pipeline', 'Pipeline'],
  plate: ['Plate', 'ナンバープレート', 'Kennzeichen', 'Plaque', 'Placa', 'Placa'],
};

/** The label of a property; its name if it has none. */
export function propertyLabel(property: string, language: Language): string {
  const texts = labels[property];
  return texts ? textIn(language, texts) : property;
}
