import { useMemo } from 'react';
import { en, type ActionKey } from '@bulk-associate/messages';
import { actionMessages, type english } from '@bulk-associate/messages/action';
import type { FillsOf, PlacesOf } from '../locales/messages';
import { createTranslator } from '../locales/translator';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSdk } from '../sdk/SdkProvider';

type Words = typeof english;

/** As `Translate`, for the messages that the bulk action has beside those of the panel. */
export type TranslateAction = <K extends ActionKey>(
  key: K,
  ...fills: PlacesOf<Words[K]> extends never ? [] : [FillsOf<Words[K]>]
) => string;

/** The messages of the bulk action in the language of the user. */
export function useActionWords(): TranslateAction {
  const { language } = useTranslator();
  const { timeZone } = useSdk();
  return useMemo(() => {
    const { t } = createTranslator(language, { ...en, ...actionMessages(language) }, timeZone);
    return t as unknown as TranslateAction;
  }, [language, timeZone]);
}
