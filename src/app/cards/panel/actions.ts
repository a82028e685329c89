import type { Voice } from '../locales/translate';
import { countFates, isSent, undoable, type Line } from '../run/ledger';
import type { Session } from './session';
import { trayOf, type Desk, type PanelState, type Result } from './state';

/** A button at the foot of the panel. */
export interface Action {
  label: string;
  run: () => void;
  /** Why it cannot be pressed now. */
  reason?: string;
  isDangerous?: boolean;
}

/** What the foot needs beside the state. */
export interface ActionContext {
  session: Session;
  voice: Voice;
  close: () => void;
  copyReport: (result: Result) => void;
}

/** The buttons of a state. There is always exactly one that leads. */
export interface Actions {
  primary: Action;
  others: Action[];
}

type Of<Name extends PanelState['name']> = Extract<PanelState, { name: Name }>;
type Feet = { [Name in PanelState['name']]: (state: Of<Name>, context: ActionContext) => Actions };

/** The buttons of the panel in a state. */
export function actionsOf(state: PanelState, context: ActionContext): Actions {
  return (feet[state.name] as (state: PanelState, context: ActionContext) => Actions)(state, context);
}

const feet: Feet = {
  opening: justClose,
  nothing: justClose,
  unavailable: (_, context) => ({
    primary: { label: context.voice.t('tryAgain'), run: () => void context.session.open() },
    others: [closing(context)],
  }),
  choosing: ({ desk }, context) => {
    const { session, voice } = context;
    const { t } = voice;
    const n = trayOf(desk).size;
    const reason = n === 0 ? t('chooseNoneYet') : isAdding(desk) ? t('chooseBusy') : undefined;
    const label = n === 0 ? t('chooseReviewNone') : t('chooseReview', { n });
    return {
      primary: { label, run: () => void session.review(), ...(reason && { reason }) },
      others: [closing(context)],
    };
  },
  checking: (_, { session, voice: { t } }) => ({
    primary: { label: t('runStop'), run: () => session.back() },
    others: [],
  }),
  uncheckable: (_, context) => ({
    primary: { label: context.voice.t('tryAgain'), run: () => void context.session.review() },
    others: [back(context)],
  }),
  reviewing: associateOrBack,
  confirming: associateOrBack,
  running: stopOrClose,
  undoing: stopOrClose,
  finished: ({ result }, context) => finishedActions(result, context),
  confirmingUndo: ({ result }, context) => ({
    primary: {
      label: context.voice.t('undoRun', { n: undoable(result.ledger).length }),
      run: () => void context.session.undo(),
      isDangerous: true,
    },
    others: [back(context)],
  }),
};

/** Records still being added would be missing from a review. */
function isAdding({ collecting, pasting }: Desk): boolean {
  return collecting.name === 'collecting' || pasting.name === 'resolving';
}

function back({ session, voice: { t } }: ActionContext): Action {
  return { label: t('back'), run: () => session.back() };
}

function closing({ close, voice: { t } }: ActionContext): Action {
  return { label: t('close'), run: close };
}

function justClose(_: PanelState, context: ActionContext): Actions {
  return { primary: closing(context), others: [] };
}

function associateOrBack({ reviewed }: Of<'reviewing' | 'confirming'>, context: ActionContext): Actions {
  const { session, voice } = context;
  const { t } = voice;
  const n = reviewed.filter(({ status }) => isSent(status)).length;
  return {
    primary: {
      label: n === 0 ? t('faceOpen') : t('associate', { n }),
      run: () => void session.associate(),
      ...(n === 0 && { reason: t('associateNothing') }),
    },
    others: [back(context)],
  };
}

function stopOrClose(_: PanelState, context: ActionContext): Actions {
  const { session, voice } = context;
  return {
    primary: { label: voice.t('runStop'), run: () => session.stop() },
    others: [closing(context)],
  };
}

/** What is left to do leads: the rest, then the failures; with neither, the next run. */
function finishedActions(result: Result, context: ActionContext): Actions {
  const { session, voice, copyReport } = context;
  const { t } = voice;
  const { failed, unconfirmed, not_sent: notSent } = countFates(result.ledger);
  const isRetried = ({ fate }: Line) => fate === 'failed' || fate === 'unconfirmed';
  const links = undoable(result.ledger).length;
  const more: Action = { label: t('resultMore'), run: () => session.startOver() };
  const actions: Action[] = [];
  if (notSent > 0) {
    const run = () => void session.sendAgain(({ fate }) => fate === 'not_sent');
    actions.push({ label: t('resultSendRest', { n: notSent }), run });
  }
  if (failed + unconfirmed > 0) {
    const run = () => void session.sendAgain(isRetried);
    actions.push({ label: t('resultRetry', { n: failed + unconfirmed }), run });
  }
  if (actions.length === 0) actions.push(more);
  if (links > 0) actions.push({ label: t('resultUndo', { n: links }), run: () => session.askUndo() });
  actions.push({ label: t('resultCopy'), run: () => copyReport(result) }, closing(context));
  const [primary = more, ...others] = actions;
  return { primary, others };
}
