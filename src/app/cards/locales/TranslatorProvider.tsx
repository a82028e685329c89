import { useMemo, type ReactNode } from 'react';
import { createRequiredContext } from '../parts/required-context';
import { useSdk } from '../sdk/SdkProvider';
import { languageFor, languages } from './languages';
import { createTranslator, type Translator } from './translator';
import { en } from './en';

const [Provider, useTranslator] = createRequiredContext<Translator>();

/** The translator for the language of the user. */
export { useTranslator };

/** Provides the translator for the language of the user. */
export function TranslatorProvider({ children }: { children: ReactNode }) {
  const { language, timeZone } = useSdk();
  const translator = useMemo(() => {
    const name = languageFor(language);
    return createTranslator(name, languages[name] ?? en, timeZone);
  }, [language, timeZone]);
  return <Provider value={translator}>{children}</Provider>;
}
