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

/** The embedded CRM's current state. It outlives this page, so it is read from the server and not kept here. */
interface SandboxState {
  faultNames: string[];
  /** The kinds of calls that a fault can affect. */
  kinds: string[];
  /** The fault that is set, if any. */
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

/** Sends a command to one of the embedded CRM's controls. */
export async function control(path: string, body: object): Promise<void> {
  await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

let lastSet: Promise<void> = Promise.resolve();

/** Replaces all faults by one. Calls run one after the other, because clearing and setting are two requests. */
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

/** Whether a scope permits writing. HubSpot has a single scope for tickets. */
export function isWriting(scope: string): boolean {
  return scope.endsWith('.write') || scope === 'tickets';
}

/** Sets the scopes of the token that app functions use. */
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

/** The embedded CRM's state, and a way to change it. */
export interface Sandbox extends SandboxState {
  /** Applies the change here at once, sends it, and then reads the state again. */
  change(change: Partial<SandboxState>, send: () => Promise<void>): void;
}

/** The embedded CRM's state, polled; undefined on a real account. */
export function useSandbox(live: boolean): Sandbox | undefined {
  const [state, setState] = useState<SandboxState>();
  // A failed read keeps the last state: the server may be restarting.
  const poll = useCallback(() => readSandbox().then(setState, () => undefined), []);
  useEffect(() => {
    if (live) return;
    void poll();
    const timer = setInterval(poll, pollMs);
    return () => clearInterval(timer);
  }, [live, poll]);
  return (
    state && {
      ...state,
      change(change, send) {
        setState({ ...state, ...change });
        void send().then(poll);
      },
    }
  );
}
