import { useCallback } from 'react';
import type { RecordView } from '../../address';
import type { CardMeta } from '../../cards';
import type { PageCallbacks } from '../actions';
import { cardContext } from '../contexts';
import { startExtension } from '../extension-host';
import { cardHost } from '../host';
import { ExtensionFrame } from './ExtensionFrame';

interface CardFrameProps {
  view: RecordView;
  card: CardMeta;
  /** A change restarts the card. */
  version: number;
  /** Reads the record's association lists again, and its properties. */
  callbacks: PageCallbacks;
}

/** A running card. */
export function CardFrame({ view, card, version, callbacks }: CardFrameProps) {
  const { uid } = card;
  const { name } = card.config;
  const { objectType, recordId, place, language, user } = view;
  const start = useCallback(
    (edition: number) => {
      const shown = { objectType, recordId, place, language, user, controls: true };
      const host = cardHost(shown, {
        ...callbacks,
        readProperties: () => {
          callbacks.readProperties();
          started.refreshProperties();
        },
      });
      const script = `${location.origin}/page/cards/${uid}.js?${edition}`;
      const started = startExtension(script, cardContext(shown, name), host);
      return started;
    },
    [uid, name, objectType, recordId, place, language, user, callbacks],
  );
  return <ExtensionFrame start={start} version={version} />;
}
