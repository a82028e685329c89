import type { Translate } from '../locales/messages';
import { countOutcomes, undoable, type Line, type Reviewed } from '../run/ledger';
import { isSent, kindOf, undoKindOf } from '../run/operation';
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
    case 'confirming':
      return [carryOutAction(state.draft, state.reviewed, context), back];
    case 'running':
    case 'undoing':
      return [{ label: t('stop'), run: () => session.stop() }, closing];
    case 'finished':
      return [...resultActions(state.result, context), closing];
    case 'confirmingUndo': {
      const { ledger, operation } = state.result;
      const label = t(`undo_run_${undoKindOf(operation)}`, { n: undoable(ledger).length });
      return [{ label, run: () => void session.undo(), isDangerous: operation.name === 'associate' }, back];
    }
  }
}

/** The button of a review, with the number of records that are sent. */
function carryOutAction(
  { type, operation }: Draft,
  reviewed: readonly Reviewed[],
  { session, t }: ActionContext,
): Action {
  const { name } = operation;
  const n = reviewed.filter(({ status }) => isSent(operation, status)).length;
  const run = () => void session.carryOut();
  if (n === 0) return { label: t(`operation_${name}`), run, reason: t(`review_none_${name}`) };
  const label = t(`carry_out_${kindOf(operation)}`, { n, records: countOf(t, type, n) });
  return { label, run, isDangerous: name === 'remove' };
}

/** A small selection of which nothing but new records is known is associated at once; others are reviewed first. */
function selectActions(draft: Draft, { session, t }: ActionContext): Actions {
  const n = selectionOf(draft).size;
  const { type, operation } = draft;
  const { label: given } = operation;
  const review = () => void session.review();
  if (n === 0) {
    return [{ label: t(`operation_${operation.name}`), run: review, reason: t('chooseNoneYet') }];
  }
  if (operation.name === 'associate' && given?.limit === 1 && n > 1) {
    const reason = t('chooseOnlyOne', { label: given.name });
    return [{ label: t('chooseReview', { n }), run: review, reason }];
  }
  if (!isDirect(draft)) {
    const reason = isAdding(draft) ? t('chooseBusy') : undefined;
    return [{ label: t('chooseReview', { n }), run: review, reason }];
  }
  const label = t('carry_out_associate', { records: countOf(t, type, n) });
  return [
    { label, run: () => void session.associateNow() },
    { label: t('step_review'), run: review },
  ];
}

/** The primary button sends the rest, if any; otherwise retries the failures; otherwise starts the next run. */
function resultActions(result: Result, { session, t, copyReport }: ActionContext): Actions {
  const { ledger, operation } = result;
  const { failed, unconfirmed, not_sent: rest } = countOutcomes(ledger);
  const n = failed + unconfirmed;
  const changes = undoable(ledger).length;
  const isRetried = ({ outcome }: Line) => outcome === 'failed' || outcome === 'unconfirmed';
  const isRest = ({ outcome }: Line) => outcome === 'not_sent';
  const retry: Action = { label: t('resultRetry', { n }), run: () => void session.sendAgain(isRetried) };
  const undo: Action = {
    label: t(`result_undo_${undoKindOf(operation)}`, { n: changes }),
    run: () => session.askUndo(),
  };
  const copy: Action = { label: t('resultCopy'), run: () => copyReport(result) };
  const others = [...(changes > 0 ? [undo] : []), copy];
  if (rest > 0) {
    const sendRest = { label: t('resultSendRest', { n: rest }), run: () => void session.sendAgain(isRest) };
    return [sendRest, ...(n > 0 ? [retry] : []), ...others];
  }
  if (n > 0) return [retry, ...others];
  return [{ label: t(`result_more_${operation.name}`), run: () => session.startOver() }, ...others];
}
