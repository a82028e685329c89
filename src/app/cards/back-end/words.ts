import type { BackEndKey } from '@bulk-associate/messages';
import type { english } from '@bulk-associate/messages/back-end';
import type { FillsOf, PlacesOf, TranslateFace } from '../locales/messages';
import { useTranslator } from '../locales/TranslatorProvider';

type Words = typeof english;

/** As `Translate`, for the messages of what only the back end offers. */
export type TranslateBackEnd = <K extends BackEndKey>(
  key: K,
  ...fills: PlacesOf<Words[K]> extends never ? [] : [FillsOf<Words[K]>]
) => string;

/** The same translator for the messages of what only the back end offers, which `TranslatorProvider` adds where there is one. */
export function backEndWords(t: TranslateFace): TranslateBackEnd {
  return t as unknown as TranslateBackEnd;
}

/** The messages of what only the back end offers, in the language of the user. */
export function useBackEndWords(): TranslateBackEnd {
  return backEndWords(useTranslator().t);
}
