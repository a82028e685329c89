import { isSent, mayBecomePrimary, objectTypeIds, type LabelChoice } from '@bulk-associate/contract';
import type { Translate } from '../locales/messages';
import { countOutcomes, undoable, type Line, type Reviewed } from '../run/ledger';
import { kindOf, undoKindOf } from '../run/operation';
import { hasSeveralAnchors, recordCount } from '../run/pairs';
import { countOf } from '../parts/type-names';
import { isAdding } from './adding';
import { mostPairs, pairCount } from './draft-pairs';
import { isDirect } from './selection-preview';
import { selectionOf, type Draft, type PanelState, type Result } from './state';
import type { StepsSession } from './steps-session';

/** A button at the bottom of the panel. */
export interface Action {
  label: string;
  run: () => void;
  /** Why the button is disabled. Absent if it is enabled. */
  reason?: string | undefined;
  isDangerous?: boolean;
  /** Whether it starts a run, which may leave a note. */
  isRun?: boolean;
}

/** What the actions need besides the state. */
export interface ActionContext {
  session: StepsSession;
  t: Translate;
  /** Absent where HubSpot alone can close what the steps are in. */
  close?: () => void;
  copyReport: (result: Result) => void;
  copyRest: (result: Result) => void;
}

/** The buttons of the panel in the given state. The first is the primary button. */
export function actionsOf(state: PanelState, context: ActionContext): Action[] {
  const { session, t, close } = context;
  const closing: Action[] = close ? [{ label: t('close'), run: close }] : [];
  const back: Action = { label: t('back'), run: () => session.back() };
  switch (state.name) {
    case 'opening':
    case 'nothingToLink':
      return closing;
    case 'unavailable':
      return [{ label: t('tryAgain'), run: () => void session.open() }, ...closing];
    case 'choosing':
      return [...selectActions(state.draft, context), ...closing];
    case 'checking':
      return [{ label: t('stop'), run: () => session.back() }];
    case 'checkFailed':
      return [{ label: t('tryAgain'), run: () => void session.review() }, back];
    case 'reviewing':
    case 'confirming':
      return [carryOutAction(state.draft, state.reviewed, context), back];
    case 'running':
    case 'undoing':
      return [{ label: t('stop'), run: () => session.stop() }, ...closing];
    case 'finished':
      return [...resultActions(state.result, context), ...closing];
    case 'confirmingUndo': {
      const { ledger, operation } = state.result;
      const kind = undoKindOf(operation);
      const lines = undoable(ledger).flatMap((index) => ledger[index] ?? []);
      // This label counts records, the others associations.
      const n = kind === 'remove' ? recordCount(lines) : lines.length;
      const label = t(`undo_run_${kind}`, { n });
      const isDangerous = operation.name === 'associate';
      const reason = state.since === 'reading' ? t('loading') : undefined;
      return [{ label, run: () => void session.undo(), isDangerous, isRun: true, reason }, back];
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
  const toSend = reviewed.filter(({ status }) => isSent(operation, status));
  const n = toSend.length;
  const run = () => void session.carryOut();
  if (n === 0) return { label: t(`operation_${name}`), run, reason: t(`review_none_${name}`) };
  const kind = kindOf(operation);
  const label =
    kind === 'associate' && hasSeveralAnchors(toSend)
      ? t('carry_out_pairs', { pairs: t('nAssociations', { n }) })
      : t(`carry_out_${kind}`, {
          n: kind === 'unlabel' ? recordCount(toSend) : n,
          records: countOf(t, type, n),
        });
  return { label, run, isDangerous: name === 'remove', isRun: true };
}

/** A small selection of which nothing but new records is known is associated at once; others are reviewed first. */
function selectActions(draft: Draft, { session, t }: ActionContext): Action[] {
  const n = pairCount(draft);
  const { type, operation, anchors = [] } = draft;
  const { label: given } = operation;
  const review = () => void session.review();
  const pairs = anchors.length > 1 ? t('nAssociations', { n }) : undefined;
  const reviewLabel = pairs ? t('chooseReviewPairs', { pairs }) : t('chooseReview', { n });
  if (n === 0) {
    return [{ label: t(`operation_${operation.name}`), run: review, reason: t('chooseNoneYet') }];
  }
  if (n > mostPairs && draft.anchors) {
    return [{ label: reviewLabel, run: review, reason: t('chooseTooMany', { most: mostPairs }) }];
  }
  if (operation.name === 'associate' && given && hasOneRecordTooMany(draft, given)) {
    const reason = t('chooseOnlyOne', { label: given.name });
    return [{ label: reviewLabel, run: review, reason }];
  }
  if (!isDirect(draft)) {
    const reason = isAdding(draft) ? t('chooseBusy') : undefined;
    return [{ label: reviewLabel, run: review, reason }];
  }
  const label = pairs
    ? t('carry_out_pairs', { pairs })
    : t('carry_out_associate', { records: countOf(t, type, n) });
  return [
    { label, run: () => void session.associateNow(), isRun: true },
    { label: t('step_review'), run: review },
  ];
}

/** Whether the label is given to a second record, where one alone can have it: a second selected record, or anchor. */
function hasOneRecordTooMany(draft: Draft, label: LabelChoice): boolean {
  const { type, anchors = [] } = draft;
  if (label.limit === 1 && selectionOf(draft).size > 1) return true;
  // Of several companies one alone can be the Primary of a record.
  const isPrimary = label.category === 'HUBSPOT_DEFINED' && anchors[0]?.objectType === objectTypeIds.company;
  return isPrimary && anchors.length > 1 && mayBecomePrimary(objectTypeIds.company, type.id);
}

/** The primary button sends the rest, if any; otherwise retries the failures; otherwise starts the next run. */
function resultActions(result: Result, { session, t, copyReport, copyRest }: ActionContext): Action[] {
  const { ledger, operation } = result;
  const { failed, unconfirmed, not_sent: rest } = countOutcomes(ledger);
  const n = failed + unconfirmed;
  const changes = undoable(ledger).length;
  const isRetried = ({ outcome }: Line) => outcome === 'failed' || outcome === 'unconfirmed';
  const isRest = ({ outcome }: Line) => outcome === 'not_sent';
  const retryLabel = hasSeveralAnchors(ledger)
    ? t('resultRetryPairs', { pairs: t('nAssociations', { n }) })
    : t('resultRetry', { n });
  const retry: Action = { label: retryLabel, run: () => void session.sendAgain(isRetried) };
  const undo: Action = {
    label: t(`result_undo_${undoKindOf(operation)}`, { n: changes }),
    run: () => void session.askUndo(),
  };
  const copy: Action = { label: t('resultCopy'), run: () => copyReport(result) };
  const others = [...(changes > 0 ? [undo] : []), copy];
  if (rest > 0) {
    const sendRest = { label: t('resultSendRest', { n: rest }), run: () => void session.sendAgain(isRest) };
    // With several anchors the ids alone would not name the pairs.
    const copyIds = hasSeveralAnchors(ledger)
      ? []
      : [{ label: t('resultCopyRest'), run: () => copyRest(result) }];
    return [sendRest, ...(n > 0 ? [retry] : []), ...others, ...copyIds];
  }
  if (n > 0) return [retry, ...others];
  return [{ label: t(`result_more_${operation.name}`), run: () => session.startOver() }, ...others];
}
