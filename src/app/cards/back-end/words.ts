import type { BackEndKey } from '@bulk-associate/messages';
import type { english } from '@bulk-associate/messages/back-end';
import type { FillsOf, PlacesOf } from '../locales/messages';
import type { FaceTranslator } from '../locales/translator';
import { useTranslator } from '../locales/TranslatorProvider';

type Words = typeof english;

/** As `Translate`, for the messages of what only the back end offers. */
export type TranslateBackEnd = <K extends BackEndKey>(
  key: K,
  ...fills: PlacesOf<Words[K]> extends never ? [] : [FillsOf<Words[K]>]
) => string;

/** The messages of what only the back end offers. Where there is one, the card's translator has them (`BackEnd.english`). */
export function backEndWords({ t }: FaceTranslator): TranslateBackEnd {
  return t as unknown as TranslateBackEnd;
}

/** The messages of what only the back end offers, in the language of the user. */
export function useBackEndWords(): TranslateBackEnd {
  return backEndWords(useTranslator());
}
