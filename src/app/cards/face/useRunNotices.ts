import { useEffect } from 'react';
import { useTranslator } from '../locales/TranslatorProvider';
import { useSession } from '../panel/SessionProvider';
import { summaryText, undoSummaryText } from '../result/outcome-words';
import { countOpen } from '../run/ledger';
import { useSdk } from '../sdk/SdkProvider';

/**
 * Shows a banner when the panel is closed during a run, and another when a run ends while the panel is closed. Returns
 * the handler for the closing of the panel.
 */
export function useRunNotices(isOpen: boolean, onClosed: () => void): () => void {
  const session = useSession();
  const sdk = useSdk();
  const translator = useTranslator();
  useEffect(
    () =>
      session.onEnded(({ ledger, operation, phase }) => {
        if (isOpen) return;
        const message = (phase === 'run' ? summaryText : undoSummaryText)(translator, operation, ledger);
        sdk.notify({ type: countOpen(ledger, phase) === 0 ? 'success' : 'warning', message });
      }),
    [session, sdk, translator, isOpen],
  );
  return () => {
    const state = session.getState();
    if (state.name === 'running' || state.name === 'undoing') {
      sdk.notify({ type: 'info', message: state.run.note?.() ?? translator.t('runKeepOpen') });
    }
    onClosed();
  };
}
