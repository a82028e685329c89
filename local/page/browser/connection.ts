import type { RemoteChannel } from '@remote-ui/core';
import type { CardRequest, CardResponse } from '../card-request';

/** The context of a card, in the SDK's shape. */
export interface CardContext {
  location: string;
  portal: { id: number; timezone: string };
  user: Record<string, unknown>;
  crm: { objectId: number; objectTypeId: string };
  variables: Record<string, unknown>;
  extension: { appId: number; appName: string; cardTitle: string };
}

/** The page's answer to one of the SDK's data hooks. */
export type HookAnswer = { data: unknown } | { error: string };

/** What the worker can call in the page. `HostSide` and `WorkerSide` are the whole interface between the two. */
export interface HostSide {
  /** Calls an app function. Rejects with the same message for every failure, as HubSpot does. */
  serverless(uid: string, parameters: unknown): Promise<unknown>;
  /** Sends a request to the app's back end through this page's server. */
  fetch(request: CardRequest): Promise<CardResponse>;
  /** Runs one of `actionNames` with the card's arguments. */
  action(name: string, ...values: unknown[]): Promise<unknown>;
  /** The data of a data hook, or an error. */
  hook(
    name: 'fetchCrmSearch' | 'fetchCrmProperties' | 'fetchAssociations',
    request: unknown,
  ): Promise<HookAnswer>;
  /** The SDK's logger: `debug`, `info`, `warn` or `error`. */
  log(level: string, message: string): void;
  /** An error that the card did not catch. */
  failed(message: string, stack: string): void;
}

/** What the page can call in the worker. */
export interface WorkerSide {
  /** Loads a card's bundle from a URL and renders it into the channel. */
  start(script: string, channel: RemoteChannel, context: CardContext, host: HostSide): Promise<void>;
  /** Reads the record's properties again. */
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
/** The name of an action; the page implements each. */
export type ActionName = (typeof actionNames)[number];
