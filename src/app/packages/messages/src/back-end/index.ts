import type { Language } from '../languages';
import type { BackEndMessages } from '../messages';
import { de } from './de';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { ptBr } from './pt-br';

/** The messages in English, whose type has the places of each. */
export { en as english } from './en';

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
