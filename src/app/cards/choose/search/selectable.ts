import type { PreviewStatus } from '@bulk-associate/contract';

/** What associating a record would do, where that is known. */
export type StatusOf = (id: string) => PreviewStatus | undefined;

/** Whether a record can be selected. As in HubSpot's own "Add existing", one that is associated already cannot. */
export function isSelectable(status: PreviewStatus | undefined): boolean {
  return status !== 'already_associated' && status !== 'self';
}
