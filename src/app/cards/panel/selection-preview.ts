import type { Clock } from '../run/clock';
import type { Reviewed } from '../run/ledger';
import { isAdding } from './adding';
import type { Selection } from './selection';
import { selectionOf, type Draft, type SelectionPreview } from './state';

/** Up to this number of records, a selection is previewed while the user selects, and needs no review if all are new. */
export const directUpTo = 100;

/** After the last change of the selection, so that a series of ticks costs one preview. */
const pauseMs = 300;

/** After this time, associations may have changed: the selection is previewed again before it is associated. */
const freshMs = 60_000;

/** The preview of the selection as it is. Undefined while there is none. */
export function previewOf(draft: Draft): SelectionPreview | undefined {
  return draft.preview?.selection === selectionOf(draft) ? draft.preview : undefined;
}

/** The preview of the selection, if it can be relied on without another read. */
export function freshPreviewOf(draft: Draft, now: number): SelectionPreview | undefined {
  const preview = previewOf(draft);
  return preview && now - preview.at < freshMs ? preview : undefined;
}

/** Whether all records are new, so that a review would show nothing else. */
export function areAllNew(reviewed: readonly Reviewed[]): boolean {
  return reviewed.every(({ status }) => status === 'new');
}

/** Whether the selection can be associated without a review: it is small, complete, and nothing else is known of it. */
export function isDirect(draft: Draft): boolean {
  const { size } = selectionOf(draft);
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
  onRead: (preview: SelectionPreview, draft: Draft) => void;
}

/**
 * Previews small selections in the background. Returns the function to call after each change of the state. One read is in
 * flight at most; a selection that could not be read is left until it changes.
 */
export function previewInBackground({ clock, getDraft, read, onRead }: PreviewContext): () => void {
  let isActive = false;
  let failed: Selection | undefined;

  function wanted(): Draft | undefined {
    const draft = getDraft();
    if (!draft || isAdding(draft) || previewOf(draft)) return undefined;
    const selection = selectionOf(draft);
    const isSmall = selection.size > 0 && selection.size <= directUpTo;
    return isSmall && selection !== failed ? draft : undefined;
  }

  async function readWanted(): Promise<void> {
    for (let draft = wanted(); draft; draft = wanted()) {
      const selection = selectionOf(draft);
      await clock.sleep(pauseMs);
      const now = wanted();
      if (!now || selectionOf(now) !== selection) continue;
      const at = clock.now();
      const reviewed = await read(now);
      if (reviewed) onRead({ selection, reviewed, at }, now);
      else failed = selection;
    }
    isActive = false;
  }

  return () => {
    if (isActive || !wanted()) return;
    isActive = true;
    void readWanted();
  };
}
