import { firmKinds } from '../seed-words';
import { options, propertiesIn, recordProperties, type Property } from './property';
import * as shared from './shared';

const { text, longText, phone, select, radio, number, datetime, bool, owner } =
  propertiesIn('companyinformation');
const own = propertiesIn('account_company_information');

/** The industries of the sample account. HubSpot's own list is longer, and not emulated. */
const industries = options(Object.fromEntries(firmKinds.map((kind) => [kind.toUpperCase(), kind])));

/** The properties of companies: HubSpot's that the sample account has values of, and some of the account's own. */
export const companyProperties: Property[] = [
  text('name', ['Company name', '会社名', 'Unternehmensname', "Nom de l'entreprise", 'Nombre de la empresa', 'Nome da empresa'], { inForms: true }),
  text('domain', ['Company Domain Name', '会社のドメイン名', 'Name der Unternehmensdomain', "Nom de domaine de l'entreprise", 'Nombre de dominio de la empresa', 'Nome de domínio da empresa'], { inForms: true }),
  text('hs_additional_domains', ['Additional Domains', '追加ドメイン', 'Zusätzliche Domains', 'Domaines supplémentaires', 'Dominios adicionales', 'Domínios adicionais']),
  text('website', ['Website URL', 'ウェブサイトURL', 'Website-URL', 'URL du site web', 'URL del sitio web', 'URL do site'], { inForms: true }),
  phone('phone', shared.phoneNumber, { inForms: true }),
  text('hs_searchable_calculated_phone_number', shared.searchablePhone, { hidden: true, calculated: true }),
  text('hs_merged_object_ids', shared.mergedIds, { readOnly: true }),
  select('industry', ['Industry', '業種', 'Branche', "Secteur d'activité", 'Sector', 'Setor'], industries, { inForms: true }),
  text('city', shared.city, { inForms: true }),
  text('country', shared.country, { inForms: true }),
  radio('lifecyclestage', shared.lifecycleStage, shared.lifecycleStages, { inForms: true }),
  select('type', ['Type', '種別', 'Typ', 'Type', 'Tipo', 'Tipo'], options({
    PROSPECT: ['Prospect', '見込み客', 'Interessent', 'Prospect', 'Prospecto', 'Prospecto'],
    PARTNER: ['Partner', 'パートナー', 'Partner', 'Partenaire', 'Partner', 'Parceiro'],
    RESELLER: ['Reseller', 'リセラー', 'Wiederverkäufer', 'Revendeur', 'Revendedor', 'Revendedor'],
    VENDOR: ['Vendor', 'ベンダー', 'Anbieter', 'Fournisseur', 'Proveedor', 'Fornecedor'],
    OTHER: ['Other', 'その他', 'Sonstige', 'Autre', 'Otro', 'Outro'],
  }), { inForms: true }),
  owner(['Company owner', '会社の担当者', 'Für Unternehmen zuständiger Mitarbeiter', "Propriétaire de l'entreprise", 'Propietario de la empresa', 'Proprietário da empresa']),
  number('numberofemployees', ['Number of Employees', '従業員数', 'Anzahl der Mitarbeiter', "Nombre d'employés", 'Número de empleados', 'Número de funcionários'], { inForms: true }),
  number('annualrevenue', ['Annual Revenue', '年間売上高', 'Jahresumsatz', "Chiffre d'affaires annuel", 'Ingresos anuales', 'Receita anual'], { currency: true, inForms: true }),
  bool('is_public', ['Is Public', '株式公開企業', 'Börsennotiert', 'Entreprise cotée', 'Es pública', 'É de capital aberto']),
  number('num_associated_contacts', shared.associatedContacts, { calculated: true }),
  number('num_associated_deals', shared.associatedDeals, { calculated: true }),
  datetime('notes_last_contacted', shared.lastContacted, { readOnly: true }),
  longText('description', shared.description, { inForms: true }),
  own.date('contract_end', 'End of contract', { own: true }),
  own.text('old_crm_id', 'ID in the old CRM', { own: true, archived: true }),
  ...recordProperties('companyinformation', 'hs_lastmodifieddate'),
]; // prettier-ignore
