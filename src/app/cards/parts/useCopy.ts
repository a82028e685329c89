import { useCallback } from 'react';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSdk } from '../sdk/SdkProvider';

/** Returns a function that copies a text and shows a banner: `done` if that worked, otherwise an error. */
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
