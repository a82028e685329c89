import { objectTypeIds, peel } from '@bulk-associate/contract';
import { isLegalForm } from './contents';
import type { TextContext } from './pasted-text';

/** No name has more commas. */
const mostNames = 30;
const digit = /\d/;
const fullName = /\S\s+\S/;
const quoted = /^".*"$|^“.*”$/;

/** Words that end the enumeration within one name: `Alder, Beech & Cedar`. */
const connection = /(?:^|\s)(?:&|\+|and|und|et|y|e|og|och|en)\s/i;

/**
 * Names between commas or bars. Commas are in names too, so they separate names only where something says so: a legal form
 * behind each of several, no blanks, words of people, or a text whose every line is such a list. A ticket's subject is a
 * sentence and is never split.
 */
export function splitNames(
  parts: readonly string[],
  whole: string,
  { objectType }: TextContext,
  areListed: boolean,
): readonly string[] {
  if (parts.every((part) => quoted.test(part))) return parts;
  if (objectType === objectTypeIds.ticket) return [whole];
  if (parts.length > mostNames) return parts;
  if (objectType === objectTypeIds.contact) {
    const others = parts.slice(0, -1);
    if (!others.every(isFullName)) return [whole];
    const people = [...others, ...(parts.at(-1) ?? '').split(/ (?:and|und|et|y|e|&) /)];
    return people.every(isFullName) ? people : [whole];
  }
  return splitCompanies(parts, whole, areListed);
}

function isFullName(text: string): boolean {
  return !digit.test(text) && fullName.test(peel(text));
}

function splitCompanies(parts: readonly string[], whole: string, areListed: boolean): string[] {
  const names = withLegalForms(parts);
  const legalForms = parts.length - names.length;
  if (names.length === 1 || connection.test(names.at(-1) ?? '')) return [whole];
  if (legalForms > 0) return legalForms > 1 || names.length > 2 ? names : [whole];
  if (names.some((name) => /^\d+$/.test(name))) return [whole];
  if (!/\s/.test(whole)) return names;
  const areShort =
    names.length > 2 && names.every((name) => name.length <= 40 && name.split(' ').length <= 3);
  return areShort && areListed ? names : [whole];
}

/** `Wingtip`, `Inc.`, `Contoso` -> `Wingtip, Inc.`, `Contoso`. */
function withLegalForms(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    const before = names.at(-1);
    if (before !== undefined && isLegalForm(part)) names[names.length - 1] = `${before}, ${part}`;
    else names.push(part);
  }
  return names;
}
