import type { Clock } from '../run/clock';
import type { Reviewed } from '../run/ledger';
import { freshMs } from '../records/background-reader';
import { isAdding } from './adding';
import { pairCount } from './draft-pairs';
import { isOf, previewKey, type Draft, type PreviewKey, type SelectionPreview } from './state';

/** Up to this number of pairs, a selection is previewed while the user selects, and needs no review if all are new. */
export const directUpTo = 100;

/** After the last change of the selection, so that a series of ticks costs one preview. */
const pauseMs = 300;

/** The preview of the selection as it is. Undefined while there is none. */
export function previewOf(draft: Draft): SelectionPreview | undefined {
  return draft.preview && isOf(draft.preview, draft) ? draft.preview : undefined;
}

/** The preview of the selection, if it can be relied on without another read. */
export function freshPreviewOf(draft: Draft, now: number): SelectionPreview | undefined {
  const preview = previewOf(draft);
  return preview && now - preview.at < freshMs ? preview : undefined;
}

/** Whether all records are new, and no other loses Primary, so that a review would show nothing else. */
export function areAllNew(reviewed: readonly Reviewed[]): boolean {
  return reviewed.every(({ status, movesFrom }) => status === 'new' && !movesFrom);
}

/**
 * Whether the selection can be associated without a review: it is small and complete, and nothing is known of it but that
 * all records are new. A removal is always reviewed.
 */
export function isDirect(draft: Draft): boolean {
  if (draft.operation.name !== 'associate') return false;
  const size = pairCount(draft);
  const preview = previewOf(draft);
  return size > 0 && size <= directUpTo && !isAdding(draft) && (!preview || areAllNew(preview.reviewed));
}

/** What the preview in the background needs. */
export interface PreviewContext {
  clock: Clock;
  /** The draft while the user selects, otherwise undefined. */
  getDraft: () => Draft | undefined;
  /** Undefined if HubSpot could not be asked. */
  read: (draft: Draft) => Promise<Reviewed[] | undefined>;
  onRead: (preview: SelectionPreview) => void;
}

/**
 * Previews small selections in the background. Returns the function to call after each change of the state. One read is in
 * flight at most; a selection that could not be read is left until it changes.
 */
export function previewInBackground({ clock, getDraft, read, onRead }: PreviewContext): () => void {
  let isActive = false;
  let failed: PreviewKey | undefined;

  function wanted(): Draft | undefined {
    const draft = getDraft();
    if (!draft || isAdding(draft) || previewOf(draft)) return undefined;
    const size = pairCount(draft);
    const isSmall = size > 0 && size <= directUpTo;
    const hasFailed = failed !== undefined && isOf(failed, draft);
    return isSmall && !hasFailed ? draft : undefined;
  }

  async function readWanted(): Promise<void> {
    for (let draft = wanted(); draft; draft = wanted()) {
      const of = previewKey(draft);
      await clock.sleep(pauseMs);
      const now = wanted();
      if (!now || !isOf(of, now)) continue;
      const at = clock.now();
      const reviewed = await read(now);
      if (reviewed) onRead({ ...of, reviewed, at });
      else failed = of;
    }
    isActive = false;
  }

  return () => {
    if (isActive || !wanted()) return;
    isActive = true;
    void readWanted();
  };
}
