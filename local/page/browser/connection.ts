import type { RemoteChannel } from '@remote-ui/core';
import type { CardRequest, CardResponse } from '../card-request';

/** The context of a card or of a bulk action, in the SDK's shape. */
export interface ExtensionContext {
  location: string;
  portal: { id: number; timezone: string };
  user: Record<string, unknown>;
  crm: { objectTypeId: string } & ({ objectId: number } | { objectIds: ObjectId[] });
  variables: Record<string, unknown>;
  extension: { appId: number; appName: string; cardTitle: string };
}

/** A record's id. The SDK types it as a number, and HubSpot's own code as either: a number where it is exact. */
export type ObjectId = number | string;

/** The page's answer to one of the SDK's data hooks. */
export type HookAnswer = { data: unknown } | { error: string };

/** What the worker can call in the page. `HostSide` and `WorkerSide` are the whole interface between the two. */
export interface HostSide {
  /** Calls an app function. Rejects with the same message for every failure, as HubSpot does. */
  serverless(uid: string, parameters: unknown): Promise<unknown>;
  /** Sends a request to the app's back end through this page's server. */
  fetch(request: CardRequest): Promise<CardResponse>;
  /** Runs an action with the extension's arguments. */
  action(name: string, ...values: unknown[]): Promise<unknown>;
  /** The data of a data hook, or an error. */
  hook(
    name: 'fetchCrmSearch' | 'fetchCrmProperties' | 'fetchAssociations',
    request: unknown,
  ): Promise<HookAnswer>;
  /** The SDK's logger: `debug`, `info`, `warn` or `error`. */
  log(level: string, message: string): void;
  /** An error that the extension did not catch. */
  failed(message: string, stack: string): void;
}

/** What the page can call in the worker. */
export interface WorkerSide {
  /** Loads a bundle from a URL and renders it into the channel. */
  start(script: string, channel: RemoteChannel, context: ExtensionContext, host: HostSide): Promise<void>;
  /** Reads the record's properties again. */
  refreshProperties(): Promise<void>;
}

/** Actions that the SDK has on record pages and in bulk actions. */
export const sharedActions = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'navigateToPage',
  'openIframeModal',
  'reloadPage',
] as const;
/** See `sharedActions`. */
export type SharedAction = (typeof sharedActions)[number];

/** Actions that the SDK has on record pages only. The worker itself has one more: `onCrmPropertiesUpdate`. */
export const recordActions = ['fetchCrmObjectProperties', 'refreshObjectProperties'] as const;
/** See `recordActions`. */
export type RecordAction = (typeof recordActions)[number];
