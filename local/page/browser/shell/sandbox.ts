import { useCallback, useEffect, useState } from 'react';
import type { FaultChoice } from '../../address';

/** A call as the embedded CRM saw it. */
export interface CallSeen {
  at: string;
  method: string;
  path: string;
  status: number | string;
  elapsedMs: number;
  inputs: number;
  fault?: string;
  agent?: string;
}

/** The embedded CRM as it is set now. It outlives this page, so it is asked, not remembered. */
interface SandboxState {
  faultNames: string[];
  /** The calls that faults can strike. */
  kinds: string[];
  /** The fault that waits; undefined if none does. */
  fault: FaultChoice | undefined;
  scopes: string[];
  allScopes: string[];
  latencyMs: number;
  calls: CallSeen[];
}

interface FaultsAnswer {
  names: string[];
  kinds: string[];
  active: ActiveFault[];
}

interface ActiveFault {
  name: string;
  on?: string;
  times?: number;
  probability?: number;
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

let lastSet: Promise<void> = Promise.resolve();

/** Clears what was set, and sets one fault. One choice after the other: clearing and setting are two requests. */
export function setFault(fault: FaultChoice | undefined): Promise<void> {
  lastSet = lastSet.then(() => replaceFault(fault));
  return lastSet;
}

async function replaceFault(fault: FaultChoice | undefined): Promise<void> {
  await fetch('/sandbox/faults', { method: 'DELETE' });
  if (!fault) return;
  const { name, on, often } = fault;
  await control('faults', {
    name,
    on,
    ...(often === 'once' && { times: 1 }),
    ...(often === 'half' && { probability: 0.5 }),
  });
}

function choiceOf({ name, on = 'any', times, probability = 1 }: ActiveFault): FaultChoice {
  return { name, on, often: probability < 1 ? 'half' : times === undefined ? 'always' : 'once' };
}

/** Whether a scope lets write. HubSpot has a single scope for tickets. */
export function isWriting(scope: string): boolean {
  return scope.endsWith('.write') || scope === 'tickets';
}

/** Sets the scopes of the token that app functions work with. */
export async function setScopes(scopes: string[]): Promise<void> {
  await control('settings', { scopes });
}

async function readSandbox(): Promise<SandboxState> {
  const [{ names, kinds, active }, { scopes, allScopes, latencyMs }, { requests }] = await Promise.all([
    get<FaultsAnswer>('faults'),
    get<{ scopes: string[]; allScopes: string[]; latencyMs: number }>('settings'),
    get<{ requests: CallSeen[] }>('requests'),
  ]);
  const [waiting] = active;
  const fault = waiting && choiceOf(waiting);
  return { faultNames: names, kinds, fault, scopes, allScopes, latencyMs, calls: requests };
}

/** The embedded CRM's state, and a way to change it that shows at once. */
export interface Sandbox extends SandboxState {
  /** Shows the change before it is sent, and what the CRM then says. */
  change(change: Partial<SandboxState>, send: () => Promise<void>): void;
}

/** The embedded CRM's state, asked again and again; undefined in front of a real account. */
export function useSandbox(live: boolean): Sandbox | undefined {
  const [state, setState] = useState<SandboxState>();
  // An answer that fails leaves what was known: the server may be starting anew.
  const ask = useCallback(() => readSandbox().then(setState, () => undefined), []);
  useEffect(() => {
    if (live) return;
    void ask();
    const timer = setInterval(ask, pollMs);
    return () => clearInterval(timer);
  }, [live, ask]);
  return (
    state && {
      ...state,
      change(change, send) {
        setState({ ...state, ...change });
        void send().then(ask);
      },
    }
  );
}
