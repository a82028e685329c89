import type { Language } from '../../../crm/languages';
import { de } from './de';
import { en, type Messages } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { ptBr } from './pt-br';

export type { Messages } from './en';

/** By the language of the page's address. */
export const messages: Record<Language, Messages> = { en, ja, de, fr, es, 'pt-br': ptBr };

/** Replaces the placeholders of a text, such as `{n}`. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** A count as it is written in the language: 5,000. */
export function countOf(count: number, language: Language): string {
  return count.toLocaleString(language);
}
