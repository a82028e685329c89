import type { Translate } from '../locales/messages';
import { countOutcomes, isSent, undoable, type Line } from '../run/ledger';
import { countOf } from '../parts/type-names';
import { isAdding } from './adding';
import { isDirect } from './selection-preview';
import type { Session } from './session';
import { selectionOf, type Draft, type PanelState, type Result } from './state';

/** A button at the bottom of the panel. */
export interface Action {
  label: string;
  run: () => void;
  /** Why the button is disabled. Absent if it is enabled. */
  reason?: string | undefined;
  isDangerous?: boolean;
}

/** What the actions need besides the state. */
export interface ActionContext {
  session: Session;
  t: Translate;
  close: () => void;
  copyReport: (result: Result) => void;
}

/** The buttons of a state, at least one. The first is the primary button. */
export type Actions = [Action, ...Action[]];

/** The buttons of the panel in the given state. */
export function actionsOf(state: PanelState, context: ActionContext): Actions {
  const { session, t, close } = context;
  const closing: Action = { label: t('close'), run: close };
  const back: Action = { label: t('back'), run: () => session.back() };
  switch (state.name) {
    case 'opening':
    case 'nothingToLink':
      return [closing];
    case 'unavailable':
      return [{ label: t('tryAgain'), run: () => void session.open() }, closing];
    case 'choosing':
      return [...selectActions(state.draft, context), closing];
    case 'checking':
      return [{ label: t('stop'), run: () => session.back() }];
    case 'checkFailed':
      return [{ label: t('tryAgain'), run: () => void session.review() }, back];
    case 'reviewing':
    case 'confirming': {
      const n = state.reviewed.filter(({ status }) => isSent(status)).length;
      const { type } = state.draft;
      const label = n === 0 ? t('faceOpen') : t('associate', { records: countOf(t, type, n) });
      const reason = n === 0 ? t('reviewNoneNew') : undefined;
      return [{ label, run: () => void session.associate(), reason }, back];
    }
    case 'running':
    case 'undoing':
      return [{ label: t('stop'), run: () => session.stop() }, closing];
    case 'finished':
      return [...resultActions(state.result, context), closing];
    case 'confirmingUndo': {
      const n = undoable(state.result.ledger).length;
      return [{ label: t('undoRun', { n }), run: () => void session.undo(), isDangerous: true }, back];
    }
  }
}

/** A small selection of which nothing but new records is known is associated at once; others are reviewed first. */
function selectActions(draft: Draft, { session, t }: ActionContext): Actions {
  const n = selectionOf(draft).size;
  const review = () => void session.review();
  if (n === 0) return [{ label: t('faceOpen'), run: review, reason: t('chooseNoneYet') }];
  if (!isDirect(draft)) {
    const reason = isAdding(draft) ? t('chooseBusy') : undefined;
    return [{ label: t('chooseReview', { n }), run: review, reason }];
  }
  const label = t('associate', { records: countOf(t, draft.type, n) });
  return [
    { label, run: () => void session.associateNow() },
    { label: t('step_review'), run: review },
  ];
}

/** The primary button sends the rest, if any; otherwise retries the failures; otherwise starts the next run. */
function resultActions(result: Result, { session, t, copyReport }: ActionContext): Actions {
  const { ledger } = result;
  const { failed, unconfirmed, not_sent: rest } = countOutcomes(ledger);
  const n = failed + unconfirmed;
  const links = undoable(ledger).length;
  const isRetried = ({ outcome }: Line) => outcome === 'failed' || outcome === 'unconfirmed';
  const isRest = ({ outcome }: Line) => outcome === 'not_sent';
  const retry: Action = { label: t('resultRetry', { n }), run: () => void session.sendAgain(isRetried) };
  const undo: Action = { label: t('resultUndo', { n: links }), run: () => session.askUndo() };
  const copy: Action = { label: t('resultCopy'), run: () => copyReport(result) };
  const others = [...(links > 0 ? [undo] : []), copy];
  if (rest > 0) {
    const sendRest = { label: t('resultSendRest', { n: rest }), run: () => void session.sendAgain(isRest) };
    return [sendRest, ...(n > 0 ? [retry] : []), ...others];
  }
  if (n > 0) return [retry, ...others];
  return [{ label: t('resultMore'), run: () => session.startOver() }, ...others];
}
