import { createRemoteReceiver, type RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, retain, type Endpoint } from '@remote-ui/rpc';
import type { ExtensionContext, HostSide, WorkerSide } from './connection';
import { extensionProblems } from './problems';

/** A running card or bulk action. */
export interface RunningExtension {
  /** Its remote tree. */
  receiver: RemoteReceiver;
  /** Sends a card the record's properties again. */
  refreshProperties(): void;
  /** Terminates its worker at once, as leaving the page does. */
  stop(): void;
}

/** Starts a production bundle in a worker of its own. */
export function startExtension(script: string, context: ExtensionContext, host: HostSide): RunningExtension {
  const worker = new Worker('/page/assets/worker.js');
  const receiver = createRemoteReceiver();
  const endpoint: Endpoint<WorkerSide> = createEndpoint<WorkerSide>(worker);
  retain(host);
  retain(receiver.receive);
  worker.addEventListener('error', (event) => extensionProblems.report({ message: event.message }));
  void endpoint.call.start(script, receiver.receive, context, host).catch((error: unknown) => {
    extensionProblems.report({ message: String(error) });
  });
  return {
    receiver,
    // An extension whose worker has ended, or that threw, cannot take the call.
    refreshProperties: () => void endpoint.call.refreshProperties().catch(() => undefined),
    stop: () => {
      endpoint.terminate();
      worker.terminate();
    },
  };
}
