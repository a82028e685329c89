import { objectTypeIds } from '@bulk-associate/contract';

/**
 * The words of headings in English, German, French, Spanish, Portuguese and Japanese: HubSpot's own, and those that people
 * write.
 */
const { contact, company, deal, ticket } = objectTypeIds;

/** Case, accents and punctuation of headings vary: `E-Mail-Adresse`, `Prénom`, `deal_name`, `recordId`. */
export function fold(text: string): string {
  return text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function listed(text: string, separator: string): ReadonlySet<string> {
  return new Set(text.split(separator).map(fold));
}
const words = (text: string) => listed(text, ' ');
const phrases = (text: string) => listed(text, ',');

/** What records of a type are called. */
export const typeWords: Readonly<Record<string, ReadonlySet<string>>> = {
  [contact]: words('contact contacts kontakt kontakte kontakts contacto contactos contato contatos person コンタクト 連絡先'), // prettier-ignore
  [company]: words('company companies unternehmen unternehmens firma firmen entreprise entreprises societe empresa empresas account 会社 企業'), // prettier-ignore
  [deal]: words('deal deals transaction transactions negocio negocios 取引 商談'),
  [ticket]: words('ticket tickets チケット'),
};

/** What else stands in the heading of a column of names, and in none of ids: a customer id is another program's. */
export const namedAs: Readonly<Record<string, ReadonlySet<string>>> = {
  [contact]: words('full ansprechpartner vollständiger complet completo 氏名 お名前 フルネーム 姓名 担当者'), // prettier-ignore
  [company]: words('organization organisation business customer client kunde kunden razon raison razao social sociale cliente 社 顧客 取引先'), // prettier-ignore
  [deal]: words('opportunity 案件'),
  [ticket]: words('subject betreff objet sujet asunto assunto 件名'),
};

export const nameWords = words('name names nom nombre nome 名前 名称 名');
/** Contacts have a title too, which is no name. */
export const titleWords = words('title titel titre titulo label bezeichnung display');
export const firstNames = phrases(
  'first name,firstname,first,given name,given names,forename,vorname,vornamen,prenom,prenoms,nombre de pila,primer nombre,' +
    'nombres,primeiro nome,nome proprio,voornaam,名,ファーストネーム',
);
export const lastNames = phrases(
  'last name,lastname,last,surname,family name,nachname,familienname,zuname,nom de famille,apellido,apellidos,sobrenome,cognome,achternaam,' +
    'ultimo nome,姓,苗字,名字,ラストネーム',
);

export const particles = words('de del do da des du la le l d der the of');
export const idWords = words(
  'id ids vid hs hubspot hub spot crm record records object datensatz datensatzes registro fiche enregistrement identifiant ' +
    'identificador no nr レコード オブジェクト',
);

/** Words for addresses and numbers; with one of the words beside them, the column holds others than the record's own. */
export const emailWords = words('email emails mail mails correo courriel emailadresse mailadresse');
export const notAnEmail = words('owner besitzer propietario proprietaire proprietario marketing opt out date 配信'); // prettier-ignore
export const domainWords = words('domain domains website web url site homepage webseite webseiten domane dominio domaine internet internetseite'); // prettier-ignore
export const notADomain = words('linkedin linked facebook twitter instagram xing logo image photo avatar form page'); // prettier-ignore
export const phoneWords = words(
  'phone telephone tel mobile cell cellphone telefon telefonnummer handy mobil mobiltelefon mobilnummer rufnummer portable ' +
    'telefono movil celular telefone fon',
);
export const notAPhone = words('fax owner besitzer');

/** Japanese writes words together: these count anywhere in a heading. */
const within = (text: string) => new RegExp(text.split(' ').map(fold).join('|'));
export const emailWithin = within('メール');
export const domainWithin = within('ドメイン サイト url');
export const phoneWithin = within('電話 携帯');

/** Headings of columns that name no record, known so that their row is taken for one of headings. */
export const otherWords = words(
  'amount revenue betrag umsatz montant importe valor 金額 date datum fecha data 日付 owner besitzer stage phase pipeline status ' +
    'stadt city ville ciudad cidade country land pays pais state region zip score order rank number anzahl quantity menge ' +
    'count employees mitarbeiter industry branche notes notizen address adresse direccion endereco job position fax currency ' +
    'value price preis prix precio type typ created updated modified language gender age 役職 担当者 作成日 住所 備考',
);
