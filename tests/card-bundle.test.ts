import * as RemoteUI from '@remote-ui/react';
import { createRemoteRoot, type RemoteRoot } from '@remote-ui/core';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import React from 'react';

/** The built bundle of a card, run where nothing exists but what HubSpot's worker gives it. */
const folder = mkdtempSync(join(tmpdir(), 'card-'));
const bundles = Object.fromEntries(
  ['RecordTab', 'RecordSidebar'].map((name) => {
    // Jest sets NODE_ENV to test, and the builder would then build for it.
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync(process.execPath, [join(__dirname, 'build-card.mjs'), `${name}.tsx`, folder], { env });
    return [name, readFileSync(join(folder, `${name}.js`), 'utf8')];
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const context = {
  portal: { id: 1, timezone: 'UTC' },
  user: { language: 'en' },
  crm: { objectId: 55, objectTypeId: '0-2' },
};
const nothingLinked = { json: async () => ({ data: { results: [], hasMore: false, nextOffset: 0 } }) };
const answers: Record<string, object> = {
  describe_objects: {
    ok: true,
    objectTypes: [
      { id: '0-1', singular: 'Contact', plural: 'Contacts', labelProperty: 'email', custom: false },
    ],
  },
};

/** Runs a bundle; returns the tree it draws and the function calls it makes. */
async function run(bundle: string) {
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
    hsWorkerAPI: { fetchAssociations: async () => nothingLinked },
  };
  const sandbox = createContext({ ...worker, self: undefined as unknown });
  sandbox['self'] = sandbox;
  runInContext(bundle, sandbox);
  const actions = { fetchCrmObjectProperties: async () => ({ name: 'Alder Logistics' }) };
  const root = createRemoteRoot(() => undefined, { strict: false });
  if (!extension) throw new Error('The bundle never called hubspot.extend.');
  RemoteUI.render(extension({ context, actions }), root as never);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { calls, shown: textOf(root as RemoteRoot) };
}

function textOf(node: { children?: readonly unknown[]; text?: string }): string {
  if (node.text !== undefined) return node.text;
  return (node.children ?? []).map((child) => textOf(child as never)).join(' ');
}

describe.each(Object.keys(bundles))('the built bundle of %s', (name) => {
  const bundle = bundles[name] ?? '';

  it('draws its face with nothing but what HubSpot’s worker offers', async () => {
    const { calls, shown } = await run(bundle);
    expect(calls).toEqual(['describe_objects']);
    expect(shown).toMatch(/Alder Logistics/);
    expect(shown).toMatch(/Associate records/);
  });

  it('calls only app functions that exist, and stays small', () => {
    const uids = [...bundle.matchAll(/["'`]([a-z]+_(?:records|associations|objects|segments))["'`]/g)].map(
      ([, uid]) => uid ?? '',
    );
    expect(uids.length).toBeGreaterThan(0);
    const missing = [...new Set(uids)].filter((uid) => {
      return !readFileSync(join(__dirname, `../src/app/functions/${uid}-hsmeta.json`), 'utf8').includes(
        `"uid": "${uid}"`,
      );
    });
    expect(missing).toEqual([]);
    expect(gzipSync(bundle).length).toBeLessThan(36 * 1024);
  });
});
