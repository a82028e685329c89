import { RemoteRenderer, createController } from '@remote-ui/react/host';
import {
  Component,
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react';
import type { View } from '../../address';
import type { CardMeta } from '../../cards';
import { startCard, type RunningCard } from '../card-host';
import { components } from '../components';
import { unknownComponent } from '../components/remote';
import { contextFor, hostFor, type PageCallbacks } from '../host';
import { cardProblems } from '../problems';
import type { Messages } from '../messages';

/** Components by the SDK's name; an unsupported one is drawn as a visible warning. */
const registry = new Proxy(components, {
  get: (known, name: string) => known[name] ?? (known[name] = unknownComponent(name)),
});
const controller = { ...createController({}), get: (name: string) => registry[name] as ComponentType };

interface CardFrameProps {
  view: View;
  card: CardMeta;
  /** A change restarts the card. */
  version: number;
  /** Reads the record's association lists again, and its properties. */
  callbacks: PageCallbacks;
}

/** A running card: its worker and its tree. */
export function CardFrame({ view, card, version, callbacks }: CardFrameProps) {
  const [running, setRunning] = useState<RunningCard>();
  const { uid } = card;
  const { name } = card.config;
  const { objectType, recordId, place, language, user } = view;
  useEffect(() => {
    cardProblems.clear();
    const shown = { objectType, recordId, place, language, user, controls: true };
    const host = hostFor(shown, {
      ...callbacks,
      readProperties: () => {
        callbacks.readProperties();
        started.refreshProperties();
      },
    });
    const started = startCard(
      `${location.origin}/page/cards/${uid}.js?${version}`,
      contextFor(shown, name),
      host,
    );
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the worker is outside React, and is made here
    setRunning(started);
    return () => started.stop();
  }, [uid, name, objectType, recordId, place, language, user, version, callbacks]);
  return (
    <Boundary key={version}>
      {running && <RemoteRenderer receiver={running.receiver} controller={controller as never} />}
    </Boundary>
  );
}

/** An error of a drawn component must not unmount the page. */
class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch(error: Error) {
    cardProblems.report({ message: error.message, ...(error.stack && { stack: error.stack }) });
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/** The errors of the running cards. */
export function Problems({ messages }: { messages: Messages }) {
  const problems = useSyncExternalStore(cardProblems.subscribe, cardProblems.get);
  if (problems.length === 0) return null;
  return (
    <section role="alert" className="problems">
      <strong>{messages.problems}</strong>
      {problems.map(({ message, stack }) => (
        <details key={message} open>
          <summary>{message}</summary>
          {stack && <pre>{stack}</pre>}
        </details>
      ))}
    </section>
  );
}
