import type { Language } from '../languages';
import type { FaceMessages } from '../messages';
import { en } from './en';
import { ja } from './ja';
import { de } from './de';
import { fr } from './fr';
import { es } from './es';
import { ptBr } from './pt-br';

/** The messages that are drawn before any is loaded, in every language. */
export const faces: Readonly<Record<Language, FaceMessages>> = {
  en,
  ja,
  de,
  fr,
  es,
  'pt-br': ptBr,
};
