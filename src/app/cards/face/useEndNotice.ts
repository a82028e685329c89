import { useEffect } from 'react';
import { useVoice } from '../locales/VoiceProvider';
import { useSession } from '../panel/SessionProvider';
import { summaryText, undoSummaryText } from '../result/outcome-words';
import { countOpen } from '../run/ledger';
import { useSdk } from '../sdk/SdkProvider';

/**
 * Tells by a banner that a run goes on when its panel is closed, and what it came to when it ends behind a closed
 * panel. Returns what to do when the panel was closed.
 */
export function useEndNotice(isOpen: boolean, onClosed: () => void): () => void {
  const session = useSession();
  const sdk = useSdk();
  const voice = useVoice();
  useEffect(
    () =>
      session.onEnded(({ ledger, operation }) => {
        if (isOpen) return;
        const message = (operation === 'associate' ? summaryText : undoSummaryText)(voice, ledger);
        sdk.notify({ type: countOpen(ledger, operation) === 0 ? 'success' : 'warning', message });
      }),
    [session, sdk, voice, isOpen],
  );
  return () => {
    const { name } = session.getState();
    if (name === 'running' || name === 'undoing') {
      sdk.notify({ type: 'info', message: voice.t('runKeepOpen') });
    }
    onClosed();
  };
}
