import * as RemoteUI from '@remote-ui/react';
import { createRemoteRoot } from '@remote-ui/core';
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
  describe_objects: {
    ok: true,
    objectTypes: [
      { id: '0-1', singular: 'Contact', plural: 'Contacts', labelProperty: 'email', custom: false },
      { id: '0-2', singular: 'Company', plural: 'Companies', labelProperty: 'name', custom: false },
    ],
  },
};

const actionContext = {
  ...context,
  user: { language: 'en' },
  location: 'crm.bulkActions',
  crm: { objectTypeId: '0-2', objectIds: [55, '9007199254740993'] },
};
const contact = { objectId: 7, properties: { firstname: 'Ada', hs_object_id: '7' } };
const found = { json: async () => ({ data: { results: [contact], total: 1, hasMore: false } }) };

/** Bytes of a card's bundle as they come over the line. Whoever opens a record page waits for them. */
export function loadedBytes(bundle: string): number {
  return gzipSync(bundle).length;
}

/** The budget of a card, and of the bulk action, in bytes: 60 kB, of which the reading of pasted text may take half. */
export const mostLoadedBytes = 60_000;

/**
 * Runs a card's built bundle where nothing exists but what HubSpot's worker gives it, on a company, until its face is
 * drawn. Returns what the face says, and what it called: the uids of app functions, or in their place addresses of the
 * back end. The messages of the panel do not come.
 */
export async function drawFace(
  bundle: string,
  language: Language = 'en',
): Promise<{ calls: string[]; shown: string }> {
  const { calls, root } = start(
    bundle,
    { context: { ...context, user: { language } }, actions },
    { fetchAssociations: async () => nothingLinked },
  );
  const words = [faces[language].faceOpen as string, companyName];
  const isDrawn = () => words.every((each) => textOf(root).includes(each));
  await until(() => isDrawn() && calls.some((call) => call.includes('suggest_records')));
  return { calls, shown: textOf(root) };
}

/**
 * Runs the built bundle of the bulk action in the same way on two companies, and selects the one contact that is found.
 * Returns what it says then, and what it called.
 */
export async function drawAction(bundle: string): Promise<{ calls: string[]; shown: string }> {
  // There is no `fetchAssociations`: HubSpot offers it to cards alone.
  const { calls, root } = start(
    bundle,
    { context: actionContext, actions: {} },
    { fetchCrmSearch: async () => found },
  );
  const box = () => find(root, ({ props }) => props?.['name'] === 'anchor-7');
  await until(() => box() !== undefined);
  (box()?.props?.['onChange'] as (isTicked: boolean) => void)(true);
  await until(() => calls.some((call) => call.includes('preview_associations')));
  return { calls, shown: textOf(root) };
}

/** Evaluates a bundle and renders what it registers. Returns the tree, and what is called, as it grows. */
function start(bundle: string, api: object, hsWorkerAPI: object): { calls: string[]; root: Node } {
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
    hsWorkerAPI,
  };
  const sandbox = createContext({ ...worker, self: undefined as unknown });
  sandbox['self'] = sandbox;
  runInContext(bundle, sandbox);
  const root = createRemoteRoot(() => undefined, { strict: false });
  if (!extension) throw new Error('The bundle never called hubspot.extend.');
  RemoteUI.render(extension(api), root as never);
  return { calls, root: root as never };
}

/** Polls a condition, at most ten seconds; what follows says what is missing. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
}

interface Node {
  children?: readonly Node[];
  text?: string;
  props?: Record<string, unknown>;
}

function textOf(node: Node): string {
  if (node.text !== undefined) return node.text;
  return (node.children ?? []).map(textOf).join(' ');
}

/** The first node that fits. */
function find(node: Node, fits: (node: Node) => boolean): Node | undefined {
  if (fits(node)) return node;
  for (const child of node.children ?? []) {
    const inside = find(child, fits);
    if (inside) return inside;
  }
  return undefined;
}
