import { languageFor, type Language } from '../languages';
import type { NoteMessages } from '../messages';
import { en } from './en';
import { ja } from './ja';
import { de } from './de';
import { fr } from './fr';
import { es } from './es';
import { ptBr } from './pt-br';

/** The words of a note in every language. They are in the app function, not in the card. */
export const notes: Readonly<Record<Language, NoteMessages>> = {
  en,
  ja,
  de,
  fr,
  es,
  'pt-br': ptBr,
};

/** The words of a note in the language that is closest to a BCP 47 tag, and the tag of that language. */
export function noteWords(language: string): NoteMessages & { tag: Language } {
  const tag = languageFor(language);
  return { ...notes[tag], tag };
}
