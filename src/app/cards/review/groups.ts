import type { PreviewStatus } from '@bulk-associate/contract';
import type { Reviewed } from '../run/ledger';

/** The groups of the review, and the statuses in each. */
const statusesOf = {
  new: ['new', 'adds_label'],
  already: ['already_associated'],
  notFound: ['not_found'],
  overLimit: ['over_limit'],
  unknown: ['unknown'],
  other: ['self', 'duplicate'],
} as const satisfies Record<string, readonly PreviewStatus[]>;

export type ReviewGroupName = keyof typeof statusesOf;

/** The rows of each group. Four groups are always present, also when empty; `unknown` and `other` only with rows. */
export function reviewGroups(reviewed: readonly Reviewed[]): { name: ReviewGroupName; rows: Reviewed[] }[] {
  const names = Object.keys(statusesOf) as ReviewGroupName[];
  return names.flatMap((name) => {
    const statuses: readonly PreviewStatus[] = statusesOf[name];
    const rows = reviewed.filter(({ status }) => statuses.includes(status));
    const isAlwaysShown = name !== 'unknown' && name !== 'other';
    return isAlwaysShown || rows.length > 0 ? [{ name, rows }] : [];
  });
}
