import { useCallback } from 'react';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSdk } from '../sdk/SdkProvider';

/** Copies a text, and says whether that worked. */
export function useCopy(): (text: string, done?: string) => void {
  const sdk = useSdk();
  const { t } = useTranslator();
  return useCallback(
    (text, done = t('copied')) => {
      void sdk.copy(text).then((isCopied) => {
        sdk.notify(
          isCopied ? { type: 'success', message: done } : { type: 'danger', message: t('copyFailed') },
        );
      });
    },
    [sdk, t],
  );
}
