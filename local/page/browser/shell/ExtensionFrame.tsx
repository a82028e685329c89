import { RemoteRenderer, createController } from '@remote-ui/react/host';
import {
  Component,
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react';
import { components } from '../components';
import { unknownComponent } from '../components/remote';
import type { RunningExtension } from '../extension-host';
import { extensionProblems } from '../problems';

/** Components by the SDK's name; an unsupported one is drawn as a visible warning. */
const registry = new Proxy(components, {
  get: (known, name: string) => known[name] ?? (known[name] = unknownComponent(name)),
});
const controller = { ...createController({}), get: (name: string) => registry[name] as ComponentType };

interface ExtensionFrameProps {
  /** Starts the card or the bulk action. Another function starts it again. */
  start(version: number): RunningExtension;
  /** A change restarts it. */
  version: number;
}

/** A running card or bulk action: its worker and its tree. */
export function ExtensionFrame({ start, version }: ExtensionFrameProps) {
  const [running, setRunning] = useState<RunningExtension>();
  useEffect(() => {
    extensionProblems.clear();
    const started = start(version);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the worker is outside React, and is made here
    setRunning(started);
    return () => started.stop();
  }, [start, version]);
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
    extensionProblems.report({ message: error.message, ...(error.stack && { stack: error.stack }) });
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

/** The errors of what is running, under a title. */
export function Problems({ title }: { title: string }) {
  const problems = useSyncExternalStore(extensionProblems.subscribe, extensionProblems.get);
  if (problems.length === 0) return null;
  return (
    <section role="alert" className="problems">
      <strong>{title}</strong>
      {problems.map(({ message, stack }) => (
        <details key={message} open>
          <summary>{message}</summary>
          {stack && <pre>{stack}</pre>}
        </details>
      ))}
    </section>
  );
}
