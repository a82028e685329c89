import { useMemo, type ReactNode } from 'react';
import { provided } from '../parts/provided';
import { useSdk } from '../sdk/SdkProvider';
import { languageFor, languages } from './languages';
import { createVoice, type Voice } from './translate';
import { en } from './en';

const [Provider, useVoice] = provided<Voice>();

/** The card’s voice in the language of the user. */
export { useVoice };

/** Lets the card speak the language of the user. */
export function VoiceProvider({ children }: { children: ReactNode }) {
  const { language, timeZone } = useSdk();
  const voice = useMemo(() => {
    const name = languageFor(language);
    return createVoice(name, languages[name] ?? en, timeZone);
  }, [language, timeZone]);
  return <Provider value={voice}>{children}</Provider>;
}
