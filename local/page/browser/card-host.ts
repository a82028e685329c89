import { createRemoteReceiver, type RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, retain, type Endpoint } from '@remote-ui/rpc';
import type { CardContext, HostSide, WorkerSide } from './connection';
import { cardProblems } from './problems';

/** A card that runs: its remote tree, and how to end it. */
export interface RunningCard {
  receiver: RemoteReceiver;
  /** Tells the card that the record's properties may have changed. */
  refreshProperties(): void;
  /** Ends its worker at once, as leaving the page would. */
  stop(): void;
}

/** Starts a card's production bundle in a worker of its own. */
export function startCard(script: string, context: CardContext, host: HostSide): RunningCard {
  const worker = new Worker('/page/assets/worker.js');
  const receiver = createRemoteReceiver();
  const endpoint: Endpoint<WorkerSide> = createEndpoint<WorkerSide>(worker);
  retain(host);
  retain(receiver.receive);
  worker.addEventListener('error', (event) => cardProblems.report({ message: event.message }));
  void endpoint.call.start(script, receiver.receive, context, host).catch((error: unknown) => {
    cardProblems.report({ message: String(error) });
  });
  return {
    receiver,
    // A card that has ended, or broke, wants to know nothing.
    refreshProperties: () => void endpoint.call.refreshProperties().catch(() => undefined),
    stop: () => {
      endpoint.terminate();
      worker.terminate();
    },
  };
}
