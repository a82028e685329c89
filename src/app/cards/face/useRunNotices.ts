import { useEffect } from 'react';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { summaryText, undoSummaryText } from '../result/outcome-words';
import { countOpen } from '../run/ledger';
import { useSdk } from '../sdk/SdkProvider';

/**
 * Tells by a banner that a run goes on when its panel is closed, and what it came to when it ends behind a closed
 * panel. Returns what to do when the panel was closed.
 */
export function useRunNotices(isOpen: boolean, onClosed: () => void): () => void {
  const session = useSession();
  const sdk = useSdk();
  const translator = useTranslator();
  useEffect(
    () =>
      session.onEnded(({ ledger, operation }) => {
        if (isOpen) return;
        const message = (operation === 'associate' ? summaryText : undoSummaryText)(translator, ledger);
        sdk.notify({ type: countOpen(ledger, operation) === 0 ? 'success' : 'warning', message });
      }),
    [session, sdk, translator, isOpen],
  );
  return () => {
    const { name } = session.getState();
    if (name === 'running' || name === 'undoing') {
      sdk.notify({ type: 'info', message: translator.t('runKeepOpen') });
    }
    onClosed();
  };
}
