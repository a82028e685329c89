import { useMemo } from 'react';
import { en, type BackEndKey } from '@bulk-associate/messages';
import { backEndMessages, type english } from '@bulk-associate/messages/back-end';
import type { FillsOf, PlacesOf } from '../locales/messages';
import { createTranslator } from '../locales/translator';
import { useTranslator } from '../locales/TranslatorProvider';

type Words = typeof english;

/** As `Translate`, for the messages of what only the back end offers. */
export type TranslateBackEnd = <K extends BackEndKey>(
  key: K,
  ...fills: PlacesOf<Words[K]> extends never ? [] : [FillsOf<Words[K]>]
) => string;

/** The messages of what only the back end offers, in a language of the card. */
export function backEndWords(language: string): TranslateBackEnd {
  const { t } = createTranslator(language, { ...en, ...backEndMessages(language) }, 'UTC');
  return t as unknown as TranslateBackEnd;
}

/** The messages of what only the back end offers, in the language of the user. */
export function useBackEndWords(): TranslateBackEnd {
  const { language } = useTranslator();
  return useMemo(() => backEndWords(language), [language]);
}
