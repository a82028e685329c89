import { languageFor, type Language } from '../languages';
import type { BackEndMessages } from '../messages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { ptBr } from './pt-br';

/** The messages in English, whose type has the places of each. */
export { en as english };

/**
 * The messages of what only the hosted back end offers, in every language but English, which is in the card's bundle. The
 * back end answers with them, together with those of the panel.
 */
export const backEnds: Readonly<Record<Exclude<Language, 'en'>, BackEndMessages>> = {
  ja,
  de,
  fr,
  es,
  'pt-br': ptBr,
};

/** These messages in a language of the card, for tests: the card loads them. */
export function backEndMessages(language: string): BackEndMessages {
  const closest = languageFor(language);
  return closest === 'en' ? en : backEnds[closest];
}
