import { useMemo, type ReactNode } from 'react';
import { en, faces, languageFor } from '@bulk-associate/messages';
import { panels } from '@bulk-associate/messages/panel';
import { createRequiredContext } from '../parts/required-context';
import { useSdk } from '../sdk/SdkProvider';
import { createTranslator, type FaceTranslator, type Translator } from './translator';

const [Provider, useTranslator] = createRequiredContext<Translator>();

/** The translator for the language of the user. */
export { useTranslator };

/** The same for components that are drawn before the panel is open: it has no other messages. */
export function useFaceTranslator(): FaceTranslator {
  return useTranslator();
}

/** Provides the translator for the language of the user. */
export function TranslatorProvider({ children }: { children: ReactNode }) {
  const { language: tag, timeZone } = useSdk();
  const translator = useMemo(() => {
    const language = languageFor(tag);
    const messages = language === 'en' ? en : { ...faces[language], ...panels[language] };
    return createTranslator(language, messages, timeZone);
  }, [tag, timeZone]);
  return <Provider value={translator}>{children}</Provider>;
}
