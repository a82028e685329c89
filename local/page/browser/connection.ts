import type { RemoteChannel } from '@remote-ui/core';
import type { CardRequest, CardResponse } from '../card-request';

/** What the page tells the card about where it runs, in the SDK's shape. */
export interface CardContext {
  location: string;
  portal: { id: number; timezone: string };
  user: Record<string, unknown>;
  crm: { objectId: number; objectTypeId: string };
  variables: Record<string, unknown>;
  extension: { appId: number; appName: string; cardTitle: string };
}

/** An answer of the page to one of the SDK's data hooks. */
export type HookAnswer = { data: unknown } | { error: string };

/** Everything the worker can ask of the page. This, and `WorkerSide`, is all that passes between the two. */
export interface HostSide {
  /** Calls an app function. Rejects with the one sentence that HubSpot has for every failure. */
  serverless(uid: string, parameters: unknown): Promise<unknown>;
  /** Asks the app's back end by way of this page's server. */
  fetch(request: CardRequest): Promise<CardResponse>;
  /** One of `actionNames`, with what the card gave it. */
  action(name: string, ...values: unknown[]): Promise<unknown>;
  /** What a data hook reads, or why it cannot. */
  hook(
    name: 'fetchCrmSearch' | 'fetchCrmProperties' | 'fetchAssociations',
    request: unknown,
  ): Promise<HookAnswer>;
  /** The SDK's logger: `debug`, `info`, `warn` or `error`. */
  log(level: string, message: string): void;
  /** The card threw, and nobody caught it. */
  failed(message: string, stack: string): void;
}

/** Everything the page can ask of the worker. */
export interface WorkerSide {
  /** Loads a card's bundle from an address, and draws it into the channel. */
  start(script: string, channel: RemoteChannel, context: CardContext, host: HostSide): Promise<void>;
  /** The record's properties are to be read again. */
  refreshProperties(): Promise<void>;
}

/** Actions of the SDK that the page carries out. */
export const actionNames = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'fetchCrmObjectProperties',
  'navigateToPage',
  'openIframeModal',
  'refreshObjectProperties',
  'reloadPage',
] as const;
/** A name that a card may call; the page has an answer for each. */
export type ActionName = (typeof actionNames)[number];
