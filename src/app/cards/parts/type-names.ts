import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';
import type { Translate, TranslateFace } from '../locales/messages';
import { capitalized } from './capitalized';

/** HubSpot's English names of its own object types. They are also the keys of the card's messages for them. */
const standardNames = {
  [objectTypeIds.contact]: 'Contacts',
  [objectTypeIds.company]: 'Companies',
  [objectTypeIds.deal]: 'Deals',
  [objectTypeIds.ticket]: 'Tickets',
} as const;

type StandardName = (typeof standardNames)[keyof typeof standardNames];
type TypeWords = Pick<LinkableObjectType, 'id' | 'singular' | 'plural'>;

/** The message key for a type. Undefined for custom objects, and for types that the account has renamed. */
function standardName({ id, plural }: TypeWords): StandardName | undefined {
  const name = (standardNames as Readonly<Record<string, StandardName>>)[id];
  return name === plural ? name : undefined;
}

/** Whether the account has a name of its own for one of HubSpot's object types. */
export function isRenamed(type: TypeWords): boolean {
  return standardName(type) === undefined;
}

/** The plural name of a type, to stand alone: "Contacts", or the account's own name for them. */
export function typeTitle(t: TranslateFace, type: TypeWords): string {
  const name = standardName(type);
  return name ? capitalized(t(name)) : type.plural;
}

/** As `typeTitle`, within a sentence, where most languages write HubSpot's own object types without a capital letter. */
export function typeInSentence(t: TranslateFace, type: TypeWords): string {
  const name = standardName(type);
  return name ? t(name) : type.plural;
}

/** A number of records of a type: "38 contacts". */
export function countOf(t: Translate, type: TypeWords, n: number): string {
  const name = standardName(type);
  return name ? t(`n${name}`, { n }) : t('nOf', { n, what: n === 1 ? type.singular : type.plural });
}
