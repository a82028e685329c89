// The card's side: HubSpot's worker, as far as a built card can tell (the globals its bundle reads).
import { createRemoteRoot } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import React from 'react';
import { actionNames, type HostSide, type WorkerSide } from './connection';

type Extend = (api: object) => React.ReactElement;

/** What HubSpot's worker global is to a bundle. */
interface CardGlobals {
  importScripts(url: string): void;
  addEventListener(type: string, listener: (event: never) => void): void;
}
const worker = self as unknown as CardGlobals;

let host: HostSide;
let api: { context: object; actions: object };
let extension: Extend | undefined;

/** Data hooks of the SDK expect a `Response`-like object. */
const asResponse = (answer: Promise<unknown>) =>
  answer.then((value) => ({ json: () => Promise.resolve(value) }));

Object.assign(self, {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  extend_V2: (callback: Extend) => (extension = callback),
  serverless: (uid: string, options: { parameters?: unknown } = {}) =>
    host.serverless(uid, options.parameters),
  hsFetch: () =>
    Promise.reject(new Error('hubspot.fetch is not part of this stand-in: the app calls functions.')),
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
    fetchCrmSearch: (request: unknown) => asResponse(host.hook('fetchCrmSearch', request)),
    fetchCrmProperties: (request: unknown) => asResponse(host.hook('fetchCrmProperties', request)),
    fetchAssociations: (request: unknown) => asResponse(host.hook('fetchAssociations', request)),
    fetchHubSpotApi: () => Promise.reject(new Error('fetchHubSpotApi is not part of this stand-in.')),
    formatCrmProperties: () => Promise.reject(new Error('formatCrmProperties is not part of this stand-in.')),
  },
});

function tell(error: unknown): void {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  host?.failed(message, stack);
}
worker.addEventListener('error', (event: ErrorEvent) => tell(event.error ?? event.message));
worker.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => tell(event.reason));

const side: WorkerSide = {
  async start(script, channel, context, given) {
    retain(channel);
    retain(given);
    host = given;
    const actions = Object.fromEntries(
      actionNames.map((name) => [name, (...values: unknown[]) => host.action(name, ...values)]),
    );
    api = { context, actions };
    try {
      worker.importScripts(script);
      if (!extension) throw new Error('The card never called hubspot.extend.');
      const root = createRemoteRoot(channel, { strict: false });
      RemoteUI.render(extension({ ...api, runServerlessFunction: runServerlessFunction }), root, () =>
        root.mount(),
      );
    } catch (error) {
      tell(error);
    }
  },
};

/** The SDK's older way to call a function. */
async function runServerlessFunction({ name, parameters }: { name: string; parameters?: unknown }) {
  try {
    return { status: 'SUCCESS', response: await host.serverless(name, parameters) };
  } catch (error) {
    return { status: 'ERROR', message: String(error) };
  }
}

createEndpoint<HostSide>(self as never).expose(side as never);
