import { faces, type Language } from '@bulk-associate/messages';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import { ptBr } from './pt-br';
import type { AdminWords, PageName, PageWords, Words } from './words';

export * from './words';

const words: Readonly<Record<Language, Words>> = { en, ja, de, fr, es, 'pt-br': ptBr };

/** Returns the texts of the page for a result of an install. */
export function pageWords(language: Language, name: PageName): PageWords {
  const { steps, ...others } = words[language].install[name];
  const open = String(faces[language].faceOpen);
  return { ...others, ...(steps && { steps: steps.map((step) => step.replace('{open}', open)) }) };
}

/** Returns the texts of the page for admins. */
export function adminWords(language: Language): AdminWords {
  return words[language].admin;
}
