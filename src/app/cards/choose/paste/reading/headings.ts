import { objectTypeIds } from '@bulk-associate/contract';

/** What a column may hold that names records. */
export const columnKinds = ['id', 'email', 'domain', 'phone', 'name', 'firstName', 'lastName'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What a heading says: what its column holds, or that it holds something else. */
export type HeadingKind = ColumnKind | 'other';

/** Case, accents and punctuation of headings vary: `E-Mail-Adresse`, `Prénom`, `deal_name`, `recordId`. */
function fold(text: string): string {
  return text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function phrases(text: string): ReadonlySet<string> {
  return new Set(text.split(',').map(fold));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(fold));
}

/** English, German, French, Spanish, Portuguese and Japanese: HubSpot's own headings, and those people write. */
const typeWords: Record<string, ReadonlySet<string>> = {
  [objectTypeIds.contact]: words('contact contacts kontakt kontakte contacto contactos contato contatos person コンタクト 連絡先'), // prettier-ignore
  [objectTypeIds.company]: words('company companies unternehmen unternehmens firma firmen entreprise entreprises societe empresa empresas account 会社 企業'), // prettier-ignore
  [objectTypeIds.deal]: words('deal deals transaction transactions negocio negocios 取引 商談'),
  [objectTypeIds.ticket]: words('ticket tickets チケット'),
};
const idWords = words(
  'id ids vid hs hubspot hub spot crm record records object datensatz datensatzes registro fiche enregistrement identifiant ' +
    'identificador de del do da des la le l d der des the of no nr',
);
const idInOneWord = /^(?:(.*[^a-z])?id)$/;

const emailWords = words('email emails mail mails correo courriel emailadresse mailadresse');
const emailInOneWord = new RegExp(fold('メール'));
const notAnEmail = words(
  'opt out opened open date last first status sent count bounce bounced clicked click delivered subscription subscriptions ' +
    'quarantined owner besitzer propietario proprietaire proprietario marketing type total confirmation 配信',
);
const domainWords = words('domain domains website web url site homepage webseite webseiten domane dominio domaine internet internetseite'); // prettier-ignore
const domainInOneWord = new RegExp(['ドメイン', 'サイト', 'url'].map(fold).join('|'));
const notADomain = words(
  'linkedin linked facebook twitter instagram xing logo image photo avatar form page count session source',
);
const phoneWords = words(
  'phone telephone tel mobile cell cellphone telefon telefonnummer handy mobil mobiltelefon mobilnummer rufnummer portable ' +
    'telefono movil celular telefone fon',
);
const phoneInOneWord = new RegExp(['電話', '携帯'].map(fold).join('|'));
const notAPhone = words('fax owner besitzer date status');

const firstNames = phrases(
  'first name,firstname,first,given name,given names,forename,vorname,vornamen,prenom,prenoms,nombre de pila,primer nombre,' +
    'nombres,primeiro nome,nome proprio,voornaam,名,ファーストネーム',
);
const lastNames = phrases(
  'last name,lastname,last,surname,family name,nachname,familienname,zuname,nom de famille,apellido,apellidos,sobrenome,cognome,achternaam,' +
    'ultimo nome,姓,苗字,名字,ラストネーム',
);
const anyNames = phrases(
  'name,names,nom,nombre,nome,名前,名称,title,titel,titre,titulo,label,bezeichnung,display name',
);
const names: Record<string, ReadonlySet<string>> = {
  [objectTypeIds.contact]: phrases(
    'full name,fullname,contact,contact name,person,person name,vollständiger name,kontakt,kontaktname,ansprechpartner,' +
      'name des kontakts,nom complet,nom du contact,nombre completo,nombre del contacto,contacto,nome completo,' +
      'nome do contato,contato,氏名,お名前,フルネーム,姓名,コンタクト,コンタクト名,連絡先名,担当者名',
  ),
  [objectTypeIds.company]: phrases(
    'company,company name,companies,account,account name,company account,organization,organization name,organisation,' +
      'organisation name,business,business name,customer,customer name,client,client name,firma,firmenname,unternehmen,' +
      'unternehmensname,name des unternehmens,kunde,kundenname,entreprise,nom de l entreprise,societe,nom de la societe,' +
      'raison sociale,empresa,nombre de la empresa,nombre de empresa,nome da empresa,razon social,razao social,cliente,' +
      '会社,会社名,企業,企業名,社名,顧客名,取引先,取引先名',
  ),
  [objectTypeIds.deal]: phrases(
    'deal,deals,deal name,deal title,dealname,opportunity,opportunity name,name des deals,dealbezeichnung,transaction,' +
      'transaction name,nom de la transaction,negocio,nombre del negocio,nome do negocio,取引,取引名,案件,案件名,商談,商談名',
  ),
  [objectTypeIds.ticket]: phrases(
    'ticket,ticket name,ticket title,ticketname,subject,name des tickets,betreff,nom du ticket,objet,sujet,' +
      'nombre del ticket,asunto,nome do ticket,assunto,チケット,チケット名,件名',
  ),
};

/** Headings of columns that name no record, known so that their row is taken for one of headings. */
const others = words(
  'amount revenue betrag umsatz montant importe valor 金額 date datum fecha data 日付 owner besitzer stage phase pipeline status ' +
    'stadt city ville ciudad cidade country land pays pais state region zip score order rank number anzahl quantity menge ' +
    'count employees mitarbeiter industry branche notes notizen address adresse direccion endereco job position fax currency ' +
    'value price preis prix precio type typ created updated modified language gender age 役職 担当者 作成日 住所 備考',
);

/**
 * What a heading says of its column, for records of a type: undefined where it says nothing known. A heading that names
 * another type, as "Company name" does beside contacts, is `other`.
 */
export function readHeading(
  cell: string,
  objectType: string,
  typeNames: readonly string[] = [],
): HeadingKind | undefined {
  if (cell.length > 60 || cell === '') return undefined;
  const heading = fold(cell);
  const parts = heading.split(' ');
  return (
    idHeading(parts, objectType, typeNames) ??
    nameHeading(heading, objectType, typeNames) ??
    addressHeading(heading, parts, objectType) ??
    (parts.some((part) => others.has(part)) ? 'other' : undefined)
  );
}

function isWordOf(types: (id: string) => boolean, part: string): boolean {
  return Object.entries(typeWords).some(([id, its]) => types(id) && its.has(part));
}

function idHeading(
  parts: string[],
  objectType: string,
  typeNames: readonly string[],
): HeadingKind | undefined {
  const ownNames = typeNames.flatMap((name) => fold(name).split(' '));
  // Japanese writes no blank before it: レコードID.
  const split = parts.flatMap((part) => {
    const [, before] = idInOneWord.exec(part) ?? [];
    return before ? [before, 'id'] : [part];
  });
  if (!split.some((part) => /^(?:ids?|vid|identifiant|identificador)$/.test(part))) return undefined;
  const record = fold('レコード');
  const object = fold('オブジェクト');
  const isOwn = (part: string) =>
    idWords.has(part) ||
    part === record ||
    part === object ||
    ownNames.includes(part) ||
    isWordOf((id) => id === objectType, part);
  return split.every(isOwn) ? 'id' : 'other';
}

function nameHeading(
  heading: string,
  objectType: string,
  typeNames: readonly string[],
): HeadingKind | undefined {
  if (objectType === objectTypeIds.contact && firstNames.has(heading)) return 'firstName';
  if (objectType === objectTypeIds.contact && lastNames.has(heading)) return 'lastName';
  if (anyNames.has(heading) || names[objectType]?.has(heading)) return 'name';
  if (typeNames.some((name) => heading === fold(name) || heading === `${fold(name)} name`)) return 'name';
  const isKnown =
    firstNames.has(heading) || lastNames.has(heading) || Object.values(names).some((set) => set.has(heading));
  return isKnown ? 'other' : undefined;
}

function addressHeading(heading: string, parts: string[], objectType: string): HeadingKind | undefined {
  const has = (set: ReadonlySet<string>) => parts.some((part) => set.has(part));
  const isAboutOther = parts.some((part) => isWordOf((id) => id !== objectType, part));
  const isCompany = objectType === objectTypeIds.company;
  const isContact = objectType === objectTypeIds.contact;
  if (has(domainWords) || domainInOneWord.test(heading))
    return isCompany && !has(notADomain) ? 'domain' : 'other';
  if (has(emailWords) || emailInOneWord.test(heading)) {
    const isFit = !has(notAnEmail) && (isCompany || (isContact && !isAboutOther));
    return isFit ? 'email' : 'other';
  }
  if (has(phoneWords) || phoneInOneWord.test(heading))
    return (isCompany || isContact) && !isAboutOther && !has(notAPhone) ? 'phone' : 'other';
  return undefined;
}
