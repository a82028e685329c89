import { en as face } from '../back-end-face/en';
import { languageFor, type Language } from '../languages';
import type { BackEndMessages, PanelMessages } from '../messages';
import { readMessages as readPanel } from '../panel';
import { en } from './en';
import { ja } from './ja';

export { backEndFaces } from '../back-end-face';

/** The messages in English, which are in the bundle of the marketplace edition. */
export const english = { ...face, ...en };

/** The messages of the panel in every language. Of these, the bundle has English alone. */
export const backEnds: Readonly<Record<Language, BackEndMessages>> = {
  en,
  ja,
};

/** As `readMessages` of the panel, with the messages for what only the hosted back end offers. None for English. */
export function readMessages({ language: tag }: { language: string }): {
  language: Language;
  messages: (PanelMessages & BackEndMessages) | Record<string, never>;
} {
  const language = languageFor(tag);
  const { messages } = readPanel({ language });
  return {
    language,
    messages: language === 'en' ? {} : { ...(messages as PanelMessages), ...backEnds[language] },
  };
}
