import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { en, faces, languageFor } from '@bulk-associate/messages';
import { useBackEnd } from '../edition/back-end';
import { createRequiredContext } from '../parts/required-context';
import { useSdk } from '../sdk/SdkProvider';
import { createPanelLoader, type PanelLoader } from './panel-loader';
import { createTranslator, type FaceTranslator, type Translator } from './translator';

const [Provider, useTranslator] = createRequiredContext<Translator>();
const [LoaderProvider, usePanelLoader] = createRequiredContext<PanelLoader>();

/** The translator for the language of the user, and what loads the messages of its panel. */
export { usePanelLoader, useTranslator };

/** The same translator for components that are drawn before the panel is open: it has no other messages. */
export function useFaceTranslator(): FaceTranslator {
  return useTranslator();
}

/** Provides the translator for the language of the user. The messages are kept when the record changes. */
export function TranslatorProvider({ children }: { children: ReactNode }) {
  const sdk = useSdk();
  const { timeZone } = sdk;
  const backEnd = useBackEnd();
  const [english] = useState(() => ({ ...en, ...backEnd?.english }));
  const [loader] = useState(() => createPanelLoader(languageFor(sdk.language), sdk, english));
  const { messages } = useSyncExternalStore(loader.subscribe, loader.get);
  const translator = useMemo(
    () => createTranslator(loader.language, { ...messages, ...faces[loader.language] }, timeZone, english),
    [loader, messages, timeZone, english],
  );
  return (
    <LoaderProvider value={loader}>
      <Provider value={translator}>{children}</Provider>
    </LoaderProvider>
  );
}

/** Whether the panel is to wait for its messages. */
export function useIsWaiting(): boolean {
  const { get, subscribe } = usePanelLoader();
  return useSyncExternalStore(subscribe, get).isWaiting;
}
