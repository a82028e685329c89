import { languageFor, type Language } from '../languages';
import type { Message, PanelMessages } from '../messages';
import { ja } from './ja';
import { de } from './de';
import { fr } from './fr';
import { es } from './es';
import { ptBr } from './pt-br';

/** The messages of the panel in every language but English, which is in the card's bundle. */
export const panels: Readonly<Record<Exclude<Language, 'en'>, PanelMessages>> = {
  ja,
  de,
  fr,
  es,
  'pt-br': ptBr,
};

/** Messages that the card has not in its bundle, and the language that they are in. */
export interface ReadMessages {
  language: Language;
  messages: Readonly<Record<string, Message>>;
}

/** The messages of the panel in the language that is closest to a BCP 47 tag. None for English. */
export function readMessages({ language: tag }: { language: string }): ReadMessages {
  const language = languageFor(tag);
  return { language, messages: language === 'en' ? {} : panels[language] };
}
