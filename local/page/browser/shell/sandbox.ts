import { useEffect, useState } from 'react';

/** A call as the embedded CRM saw it. */
export interface CallSeen {
  at: string;
  method: string;
  path: string;
  status: number | string;
  elapsedMs: number;
  inputs: number;
  fault?: string;
}

/** The embedded CRM as it is set now. It outlives this page, so it is asked, not remembered. */
export interface SandboxState {
  faultNames: string[];
  /** The fault that waits for the next write; empty if none does. */
  fault: string;
  scopes: string[];
  latencyMs: number;
  calls: CallSeen[];
}

interface FaultsAnswer {
  names: string[];
  active: { name: string; times?: number }[];
}

const pollMs = 1_500;

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`/sandbox/${path}`)).json()) as T;
}

/** Sends one of the embedded CRM's own controls. */
export async function control(path: string, body: object): Promise<void> {
  await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Clears what was set, and sets one fault for the next write. */
export async function setFault(name: string): Promise<void> {
  await fetch('/sandbox/faults', { method: 'DELETE' });
  if (name) await control('faults', { name, on: 'associate', times: 1 });
}

/** Whether a scope lets write. HubSpot has a single scope for tickets. */
function isWriting(scope: string): boolean {
  return scope.endsWith('.write') || scope === 'tickets';
}

/** Whether the token may only read. */
export function isReadOnly({ scopes }: SandboxState): boolean {
  return !scopes.some(isWriting);
}

export async function setReadOnly(readOnly: boolean): Promise<void> {
  await control('settings', { scopes: 'all' });
  if (!readOnly) return;
  const { scopes } = await get<{ scopes: string[] }>('settings');
  await control('settings', { scopes: scopes.filter((scope) => !isWriting(scope)) });
}

async function readSandbox(): Promise<SandboxState> {
  const [{ names, active }, { scopes, latencyMs }, { requests }] = await Promise.all([
    get<FaultsAnswer>('faults'),
    get<{ scopes: string[]; latencyMs: number }>('settings'),
    get<{ requests: CallSeen[] }>('requests'),
  ]);
  const fault = active.find(({ times }) => times !== 0)?.name ?? '';
  return { faultNames: names, fault, scopes, latencyMs, calls: requests };
}

/** The embedded CRM's state, asked again and again; undefined in front of a real account. */
export function useSandbox(live: boolean): SandboxState | undefined {
  const [state, setState] = useState<SandboxState>();
  useEffect(() => {
    if (live) return;
    // An answer that fails leaves what was known: the server may be starting anew.
    const ask = () => void readSandbox().then(setState, () => undefined);
    ask();
    const timer = setInterval(ask, pollMs);
    return () => clearInterval(timer);
  }, [live]);
  return state;
}
