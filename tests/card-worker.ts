import * as RemoteUI from '@remote-ui/react';
import { createRemoteRoot, type RemoteRoot } from '@remote-ui/core';
import { faces, type Language } from '@bulk-associate/messages';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import React from 'react';

const context = {
  portal: { id: 1, timezone: 'UTC' },
  crm: { objectId: 55, objectTypeId: '0-2' },
};
const companyName = 'Alder Logistics';
const actions = { fetchCrmObjectProperties: async () => ({ name: companyName }) };
const nothingLinked = { json: async () => ({ data: { results: [], hasMore: false, nextOffset: 0 } }) };
const answers: Record<string, object> = {
  suggest_records: {
    ok: true,
    suggestions: [
      {
        reason: 'email_domain',
        common: 'alder.example',
        through: [],
        records: [{ id: '1', label: 'Ada' }],
        more: false,
      },
    ],
  },
  describe_objects: {
    ok: true,
    objectTypes: [
      { id: '0-1', singular: 'Contact', plural: 'Contacts', labelProperty: 'email', custom: false },
    ],
  },
};

/** Bytes of a card's bundle as they come over the line. Whoever opens a record page waits for them. */
export function loadedBytes(bundle: string): number {
  return gzipSync(bundle).length;
}

/** A card's budget, in bytes: 60 kB, of which the reading of pasted text may take half. */
export const mostLoadedBytes = 60_000;

/**
 * Runs a card's built bundle where nothing exists but what HubSpot's worker gives it, on a company, until its face is
 * drawn, with what is suggested. Returns what the face says, and what it called: the uids of app functions, or in their place addresses of the
 * back end. The messages of the panel do not come.
 */
export async function drawFace(
  bundle: string,
  language: Language = 'en',
): Promise<{ calls: string[]; shown: string }> {
  const calls: string[] = [];
  let extension: ((api: object) => React.ReactElement) | undefined;
  const worker = {
    React,
    RemoteUI,
    // A worker that ends takes its timers along; here they must not keep the process.
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms).unref(),
    clearTimeout,
    __HUBSPOT_EXTENSION_WORKER__: true,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    extend_V2: (callback: typeof extension) => (extension = callback),
    serverless: async (uid: string) => {
      calls.push(uid);
      return answers[uid];
    },
    hsFetch: async (url: string) => {
      calls.push(url);
      return { json: async () => answers[url.split('/').at(-1) ?? ''] };
    },
    hsWorkerAPI: { fetchAssociations: async () => nothingLinked },
  };
  const sandbox = createContext({ ...worker, self: undefined as unknown });
  sandbox['self'] = sandbox;
  runInContext(bundle, sandbox);
  const root = createRemoteRoot(() => undefined, { strict: false });
  if (!extension) throw new Error('The bundle never called hubspot.extend.');
  const user = { language };
  RemoteUI.render(extension({ context: { ...context, user }, actions }), root as never);
  const shown = () => textOf(root as RemoteRoot);
  const { faceOpen, faceShowSuggested } = faces[language];
  const expected = [faceOpen as string, faceShowSuggested as string, companyName];
  await until(() => expected.every((words) => shown().includes(words)));
  return { calls, shown: shown() };
}

/** Polls a condition, at most ten seconds; what follows says what is missing. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
}

function textOf(node: { children?: readonly unknown[]; text?: string }): string {
  if (node.text !== undefined) return node.text;
  return (node.children ?? []).map((child) => textOf(child as never)).join(' ');
}
