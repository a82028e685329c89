import type { LinkableObjectType, RunNote } from '@bulk-associate/contract';
import type { CallError } from '../sdk/sdk';
import type { RunView } from './chunked-run';
import type { Ledger, Phase } from './ledger';
import type { Operation } from './operation';

/** A run that the back end keeps, as the card last saw it. */
export interface KeptRun {
  run: string;
  /** Grows each time that the run is continued or undone. */
  revision: number;
}

/** What a run, or its undo, is performed on. */
export interface RunOf {
  ledger: Ledger;
  type: LinkableObjectType;
  operation: Operation;
  phase: Phase;
  /** Names the run in its note. */
  key?: string;
  /** Present if the back end keeps the run. */
  kept?: KeptRun | undefined;
}

/** How a run ended: its lines with their outcomes. */
export interface Performance {
  ledger: Ledger;
  stopped: boolean;
  /** Why the run ended early. */
  error?: CallError | undefined;
  kept?: KeptRun | undefined;
  /** What became of the note, if the back end writes it. */
  note?: RunNote | undefined;
}

/** A run that can be started. */
export interface Performed {
  run: RunView;
  /** Resolves at its end, never rejects. Call once. */
  start: () => Promise<Performance>;
}
