import type { Language } from '../languages';
import type { FaceMessages } from '../messages';
import { en } from './en';
import { es } from './es';
import { ja } from './ja';
import { ptBr } from './pt-br';

/** The messages that are drawn before the panel is open, in every language. */
export const faces: Readonly<Record<Language, FaceMessages>> = {
  en,
  ja,
  es,
  'pt-br': ptBr,
};
