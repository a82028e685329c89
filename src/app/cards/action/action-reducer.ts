import { pairKey, type Anchor, type AnchoredRecord } from '../run/pairs';
import { operationNames } from '../run/operation';
import { panelReducer } from '../panel/reducer';
import { selectionKey, type Draft, type PanelEvent, type PanelState } from '../panel/state';
import { withRecords, emptySelection, type Selection } from '../panel/selection';

/** Events that the bulk action has beside those of the panel. */
export type ActionEvent =
  | { type: 'anchorTypeChosen'; request: number }
  | { type: 'anchorsChosen'; anchors: readonly Anchor[] }
  | { type: 'pairsLeftOut'; pairs: readonly AnchoredRecord[] };

/**
 * The reducer of the bulk action: the panel's, with the selection that HubSpot passes and the anchors that are chosen.
 * Another run starts from the same selection.
 */
export function actionReducer(ids: readonly string[]) {
  const selection = withRecords(
    emptySelection,
    ids.map((id) => ({ id, label: id })),
  );
  return (state: PanelState, event: ActionEvent | PanelEvent): PanelState => {
    switch (event.type) {
      case 'anchorTypeChosen':
        return state.name === 'choosing' ? { name: 'opening', request: event.request } : state;
      case 'anchorsChosen':
        return state.name === 'choosing'
          ? { ...state, draft: withAnchors(state.draft, event.anchors) }
          : state;
      case 'pairsLeftOut':
        return leaveOut(state, event.pairs);
      case 'described':
      case 'startedOver': {
        const next = panelReducer(state, event);
        return next.name === 'choosing' && next !== state
          ? { ...next, draft: withAnchors(withSelection(next.draft, selection), []) }
          : next;
      }
      default:
        return panelReducer(state, event);
    }
  };
}

/** Pairs that were left out are those of the earlier anchors. */
function withAnchors({ leftOut: _, ...draft }: Draft, anchors: readonly Anchor[]): Draft {
  return { ...draft, anchors };
}

/** The same selection, whatever is done with it. */
function withSelection(draft: Draft, selection: Selection): Draft {
  const keys = operationNames.map((name) => selectionKey({ name }, draft.type.id));
  return { ...draft, selections: Object.fromEntries(keys.map((key) => [key, selection])) };
}

/** Takes pairs out of the review. Without any other pair there is nothing to review. */
function leaveOut(state: PanelState, pairs: readonly AnchoredRecord[]): PanelState {
  if (state.name !== 'reviewing') return state;
  const leftOut = new Set([...(state.draft.leftOut ?? []), ...pairs.map(pairKey)]);
  const draft = { ...state.draft, leftOut };
  const reviewed = state.reviewed.filter((pair) => !leftOut.has(pairKey(pair)));
  if (reviewed.length > 0) return { ...state, draft, reviewed };
  return { name: 'choosing', draft: withAnchors(draft, draft.anchors ?? []) };
}
