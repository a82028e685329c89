// Runs a card or a bulk action in a worker with the globals of HubSpot's worker that a bundle reads.
import { createRemoteRoot } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import React from 'react';
import { bulkActionLocation } from '../address';
import type { CardRequest } from '../card-request';
import {
  recordActions,
  sharedActions,
  type ExtensionContext,
  type HookAnswer,
  type HostSide,
  type WorkerSide,
} from './connection';
import { PropertyWatch } from './property-watch';

type Extend = (api: object) => React.ReactElement;

/** The worker's global object, as far as this file uses it. */
interface CardGlobals {
  importScripts(url: string): void;
  addEventListener(type: string, listener: (event: never) => void): void;
}
const worker = self as unknown as CardGlobals;

let host: HostSide;
let api: { context: object; actions: object };
let extension: Extend | undefined;

const watch = new PropertyWatch((names) => host.hook('fetchCrmProperties', names));

interface HookOptions {
  propertiesToFormat?: unknown;
}

/** The SDK's data hooks expect an object with the `json()` of a `Response`. */
const asResponse = (answer: HookAnswer | object) => ({ json: () => Promise.resolve(answer) });

/** Requests the data of a data hook. Formatting is refused: HubSpot does not document it, and unformatted data would be wrong. */
async function request(name: Parameters<HostSide['hook']>[0], payload: unknown, options: HookOptions = {}) {
  if (options.propertiesToFormat) return { error: 'propertiesToFormat is not part of this stand-in.' };
  return host.hook(name, payload);
}

Object.assign(self, {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  extend_V2: (callback: Extend) => (extension = callback),
  serverless: (uid: string, options: { parameters?: unknown } = {}) =>
    host.serverless(uid, options.parameters),
  hsFetch: async (url: string | URL, options: Omit<CardRequest, 'url'> = {}) => {
    const answer = await host.fetch({ ...options, url: String(url) });
    if ('refused' in answer) throw new Error(answer.refused);
    return new Response(answer.body || null, { status: answer.status });
  },
  logger: Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map((level) => [
      level,
      (text: unknown) => host.log(level, String(text)),
    ]),
  ),
  hsWorkerAPI: {
    useExtensionContext: () => api.context,
    useExtensionActions: () => api.actions,
    useExtensionApi: () => api,
    useAppPageLocation: () => ({ path: '/', params: {} }),
    fetchCrmSearch: async (payload: unknown, options?: HookOptions) =>
      asResponse(await request('fetchCrmSearch', payload, options)),
    fetchAssociations: async (payload: unknown, options?: HookOptions) =>
      asResponse(await request('fetchAssociations', payload, options)),
    fetchCrmProperties: async (names: string[], onChange: (data: object) => void, options?: HookOptions) => {
      const answer = await request('fetchCrmProperties', names, options);
      if ('error' in answer) return asResponse(answer);
      const cleanup = watch.add(names, (data, error) => {
        if (!error) onChange(data);
      });
      return asResponse({ ...answer, cleanup });
    },
    fetchHubSpotApi: () => Promise.reject(new Error('fetchHubSpotApi is not part of this stand-in.')),
    formatCrmProperties: () => Promise.reject(new Error('formatCrmProperties is not part of this stand-in.')),
  },
});

function report(error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  host?.failed(message, stack);
}
worker.addEventListener('error', (event: ErrorEvent) => report(event.error ?? event.message));
worker.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => report(event.reason));

/** An action that HubSpot does not offer at the location is not there at all. */
function actionsAt({ location }: ExtensionContext): object {
  const isOnRecord = location !== bulkActionLocation;
  const names = isOnRecord ? [...sharedActions, ...recordActions] : sharedActions;
  const actions = names.map((name) => [name, (...values: unknown[]) => host.action(name, ...values)]);
  return {
    ...Object.fromEntries(actions),
    ...(isOnRecord && { onCrmPropertiesUpdate: watch.add.bind(watch) }),
  };
}

const side: WorkerSide = {
  async start(script, channel, context, given) {
    retain(channel);
    retain(given);
    host = given;
    api = { context, actions: actionsAt(context) };
    try {
      worker.importScripts(script);
      if (!extension) throw new Error('The bundle never called hubspot.extend.');
      const root = createRemoteRoot(channel, { strict: false });
      RemoteUI.render(extension({ ...api, runServerlessFunction }), root, () => root.mount());
    } catch (error) {
      report(error);
    }
  },
  refreshProperties: () => watch.refresh(),
};

/** The SDK's older interface for calling a function. */
async function runServerlessFunction({ name, parameters }: { name: string; parameters?: unknown }) {
  try {
    return { status: 'SUCCESS', response: await host.serverless(name, parameters) };
  } catch (error) {
    return { status: 'ERROR', message: String(error) };
  }
}

createEndpoint<HostSide>(self as never).expose(side as never);
