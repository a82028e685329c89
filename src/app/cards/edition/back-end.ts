import { createContext, useContext, type ComponentType } from 'react';
import type { Message } from '@bulk-associate/messages';
import type { HostedRuns, RunsSdk } from '../back-end/hosted-runs';
import type { SomeMessages } from '../locales/messages';
import type { FaceTranslator } from '../locales/translator';
import type { Result } from '../panel/state';
import type { Since } from '../run/changed-since';
import type { CallError, RecordKey } from '../sdk/sdk';

/** The text for an error: what is wrong, and who can do what about it. */
export interface ProblemText {
  title: string;
  text: string;
  /** The picture in HubSpot's `ErrorState`. */
  type: 'error' | 'lock' | 'support';
}

/** What the panels of the card share: one is open at a time. */
export interface FacePanels {
  /** The id of the panel that is open. */
  openPanel: string | undefined;
  /** Makes the handler of a button that opens a panel. `show` decides what the panel shows. */
  open: (id: string, show: () => void) => () => void;
  onClosed: () => void;
}

/** What the card, and the bulk action, have where a hosted back end answers them, and keeps the runs. */
export interface BackEnd {
  /** Its messages in English. In other languages they are loaded with those of the panel. */
  english: Readonly<Record<string, Message>>;
  /** The text for an error that only a back end gives. */
  problemText: (error: CallError, translator: FaceTranslator) => ProblemText | undefined;
  /** Creates the runs of a record, or without one those of a bulk action. `messages`: those that are loaded by now. */
  createRuns: (record: RecordKey | undefined, sdk: RunsSdk, messages: () => SomeMessages) => HostedRuns;
  /** Says what has changed since a run, before it is undone. */
  SinceRun: ComponentType<{ since: Since; result: Result }>;
  /** What the card's face says of these runs, and the buttons for them. Absent in a bulk action, which has no face. */
  FaceRuns?: ComponentType<FacePanels>;
  /** What stands below the step in the panel of the card. Absent in a bulk action. */
  PanelNote?: ComponentType;
}

const context = createContext<BackEnd | undefined>(undefined);

/** Provides what a hosted back end adds. Undefined in the private edition. */
export const BackEndProvider = context.Provider;

/** What a hosted back end adds. */
export const useBackEnd = (): BackEnd | undefined => useContext(context);
