import { createRemoteReceiver, type RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, retain, type Endpoint } from '@remote-ui/rpc';
import type { CardContext, HostSide, WorkerSide } from './connection';
import { cardProblems } from './problems';

/** A running card. */
export interface RunningCard {
  /** Its remote tree. */
  receiver: RemoteReceiver;
  /** Sends the card the record's properties again. */
  refreshProperties(): void;
  /** Terminates its worker at once, as leaving the page does. */
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
    // A card whose worker has ended, or that threw, cannot take the call.
    refreshProperties: () => void endpoint.call.refreshProperties().catch(() => undefined),
    stop: () => {
      endpoint.terminate();
      worker.terminate();
    },
  };
}
