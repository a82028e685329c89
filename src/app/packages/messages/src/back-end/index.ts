import { closest } from '../languages';
import type { BackEndMessages } from '../messages';
import { en } from './en';
import { ja } from './ja';
import { de } from './de';
import { fr } from './fr';
import { es } from './es';
import { ptBr } from './pt-br';

/** The messages in English, whose type has the places of each. */
export { en as english };

/** The languages of these messages. They are all in the marketplace edition's bundle. */
export const backEnds: Readonly<Record<string, BackEndMessages>> = {
  en,
  ja,
  de,
  fr,
  es,
  'pt-br': ptBr,
};

/** The messages of what only the hosted back end offers, in a language of the card. */
export function backEndMessages(language: string): BackEndMessages {
  return backEnds[closest(Object.keys(backEnds), language) ?? 'en'] ?? en;
}
