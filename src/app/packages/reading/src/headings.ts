import { objectTypeIds, type ColumnKind, type NumberKind } from '@bulk-associate/contract';
import {
  domainWithin,
  domainWords,
  emailWithin,
  emailWords,
  firstNames,
  fold,
  idWords,
  lastNames,
  namedAs,
  nameWords,
  notADomain,
  notAnEmail,
  notAPhone,
  otherWords,
  particles,
  phoneWithin,
  phoneWords,
  titleWords,
  typeWords,
} from './heading-words';

/** What a heading says: what its column holds, or that it holds something else. */
export type HeadingKind = ColumnKind | 'other';

/** What digits alone are below such a heading. */
export function numbersBelow(kind: ColumnKind): NumberKind {
  return kind === 'id' || kind === 'phone' ? kind : 'name';
}

const longestHeading = 60;

/**
 * What a heading says of its column, for records of a type: undefined where it says nothing known. A heading that names
 * another type, as "Company name" does beside contacts, is `other`.
 */
export function readHeading(
  cell: string,
  objectType: string,
  typeNames: readonly string[] = [],
): HeadingKind | undefined {
  if (cell.length > longestHeading || cell === '') return undefined;
  const heading = fold(cell);
  const parts = heading.split(' ').flatMap(apart);
  const own = new Set(typeNames.flatMap((name) => fold(name).split(' ')));
  return (
    idHeading(parts, objectType, own) ??
    nameHeading(heading, parts, objectType, own) ??
    addressHeading(heading, parts, objectType) ??
    (parts.some((part) => otherWords.has(part)) ? 'other' : undefined)
  );
}

/** Words written together: `レコードID`, `会社名`, `Firmenname`. */
function apart(part: string): string[] {
  const [, before, end = ''] = /^(.*[^a-z])(ids?)$|$/.exec(part) ?? [];
  if (before) return [before, end];
  const [, type = '', name = ''] = /^(.+)(名|name|title|bezeichnung)$|$/.exec(part) ?? [];
  return isWordOf(() => true, type) ? [type, name] : [part];
}

function isWordOf(isType: (id: string) => boolean, part: string): boolean {
  return [typeWords, namedAs].some((of) => Object.entries(of).some(([id, its]) => isType(id) && its.has(part))); // prettier-ignore
}

function idHeading(parts: string[], objectType: string, own: ReadonlySet<string>): HeadingKind | undefined {
  if (!parts.some((part) => /^(?:ids?|vid|identifiant|identificador)$/.test(part))) return undefined;
  const isOwn = (part: string) =>
    idWords.has(part) || particles.has(part) || own.has(part) || typeWords[objectType]?.has(part) === true;
  return parts.every(isOwn) ? 'id' : 'other';
}

function nameHeading(
  heading: string,
  parts: string[],
  objectType: string,
  own: ReadonlySet<string>,
): HeadingKind | undefined {
  const isContact = objectType === objectTypeIds.contact;
  if (firstNames.has(heading) && (isContact || heading !== '名')) return isContact ? 'firstName' : 'other';
  if (lastNames.has(heading)) return isContact ? 'lastName' : 'other';
  const isName = (part: string) => nameWords.has(part) || titleWords.has(part);
  const said = parts.filter((part) => !particles.has(part));
  const isOwn = (part: string) => isName(part) || own.has(part) || isWordOf((id) => id === objectType, part);
  if (said.length === 0) return undefined;
  if (said.every(isOwn)) return isContact && said.some((part) => titleWords.has(part)) ? 'other' : 'name';
  return said.every((part) => isName(part) || isWordOf(() => true, part)) ? 'other' : undefined;
}

function addressHeading(heading: string, parts: string[], objectType: string): HeadingKind | undefined {
  const has = (words: ReadonlySet<string>) => parts.some((part) => words.has(part));
  const isCompany = objectType === objectTypeIds.company;
  const isContact = objectType === objectTypeIds.contact;
  const isAboutOther = parts.some((part) =>
    Object.entries(typeWords).some(([id, its]) => id !== objectType && its.has(part)),
  );
  if (has(domainWords) || domainWithin.test(heading))
    return isCompany && !has(notADomain) ? 'domain' : 'other';
  if (has(emailWords) || emailWithin.test(heading))
    return !has(notAnEmail) && (isCompany || (isContact && !isAboutOther)) ? 'email' : 'other';
  if (has(phoneWords) || phoneWithin.test(heading))
    return (isCompany || isContact) && !isAboutOther && !has(notAPhone) ? 'phone' : 'other';
  return undefined;
}
