// The card's side: HubSpot's worker, as far as a built card can tell (the globals its bundle reads).
import { createRemoteRoot } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import React from 'react';
import type { CardRequest } from '../card-request';
import { actionNames, type HookAnswer, type HostSide, type WorkerSide } from './connection';
import { PropertyWatch } from './property-watch';

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

const watch = new PropertyWatch((names) => host.hook('fetchCrmProperties', names));

interface HookOptions {
  propertiesToFormat?: unknown;
}

/** Data hooks of the SDK expect a `Response`-like object. */
const asResponse = (answer: HookAnswer | object) => ({ json: () => Promise.resolve(answer) });

/** Asks for what a data hook needs. Formatting is HubSpot's own, and an answer without it would be a wrong one. */
async function ask(name: Parameters<HostSide['hook']>[0], request: unknown, options: HookOptions = {}) {
  if (options.propertiesToFormat) return { error: 'propertiesToFormat is not part of this stand-in.' };
  return host.hook(name, request);
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
    fetchCrmSearch: async (request: unknown, options?: HookOptions) =>
      asResponse(await ask('fetchCrmSearch', request, options)),
    fetchAssociations: async (request: unknown, options?: HookOptions) =>
      asResponse(await ask('fetchAssociations', request, options)),
    fetchCrmProperties: async (names: string[], told: (data: object) => void, options?: HookOptions) => {
      const answer = await ask('fetchCrmProperties', names, options);
      if ('error' in answer) return asResponse(answer);
      const cleanup = watch.add(names, (data, error) => {
        if (!error) told(data);
      });
      return asResponse({ ...answer, cleanup });
    },
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
    api = { context, actions: { ...actions, onCrmPropertiesUpdate: watch.add.bind(watch) } };
    try {
      worker.importScripts(script);
      if (!extension) throw new Error('The card never called hubspot.extend.');
      const root = createRemoteRoot(channel, { strict: false });
      RemoteUI.render(extension({ ...api, runServerlessFunction }), root, () => root.mount());
    } catch (error) {
      tell(error);
    }
  },
  refreshProperties: () => watch.refresh(),
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
