import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useSdk } from '../sdk/SdkProvider';
import { languageFor, languages } from './languages';
import { createVoice, type Voice } from './translate';
import { en } from './en';

const VoiceContext = createContext<Voice | undefined>(undefined);

/** Lets the card speak the language of the user. */
export function VoiceProvider({ children }: { children: ReactNode }) {
  const { language, timeZone } = useSdk();
  const voice = useMemo(() => {
    const name = languageFor(language);
    return createVoice(name, languages[name] ?? en, timeZone);
  }, [language, timeZone]);
  return <VoiceContext.Provider value={voice}>{children}</VoiceContext.Provider>;
}

/** The card’s voice in the language of the user. */
export function useVoice(): Voice {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error('useVoice needs a VoiceProvider above it.');
  return voice;
}
