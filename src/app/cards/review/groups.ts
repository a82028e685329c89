import type { PreviewStatus } from '@bulk-associate/contract';
import type { Key } from '@bulk-associate/messages';
import type { Translate } from '../locales/messages';
import type { Reviewed } from '../run/ledger';
import type { Operation, OperationName } from '../run/operation';

/**
 * The groups of the review of each operation, and the statuses in each. The first is what the operation is for. The
 * groups of `always` are shown also when they are empty.
 */
const groupsOf = {
  associate: {
    new: ['new'],
    addsLabel: ['adds_label'],
    already: ['already_associated'],
    notFound: ['not_found'],
    overLimit: ['over_limit'],
    unknown: ['unknown'],
    other: ['self', 'duplicate'],
  },
  remove: {
    removed: ['already_associated'],
    absent: ['new', 'adds_label', 'over_limit'],
    notFound: ['not_found'],
    unknown: ['unknown'],
    other: ['self', 'duplicate'],
  },
} as const satisfies Record<OperationName, Record<string, readonly PreviewStatus[]>>;

export type ReviewGroupName = keyof (typeof groupsOf)['associate'] | keyof (typeof groupsOf)['remove'];

const always: readonly ReviewGroupName[] = ['new', 'already', 'notFound', 'overLimit', 'removed', 'absent'];

/** The names of the groups of an operation. */
export function groupNames({ name }: Operation): [ReviewGroupName, ...ReviewGroupName[]] {
  return Object.keys(groupsOf[name]) as [ReviewGroupName, ...ReviewGroupName[]];
}

/** The rows of each group. A group that is not always shown is left out without rows. */
export function reviewGroups(
  operation: Operation,
  reviewed: readonly Reviewed[],
): { name: ReviewGroupName; rows: Reviewed[] }[] {
  const groups: Partial<Record<ReviewGroupName, readonly PreviewStatus[]>> = groupsOf[operation.name];
  return groupNames(operation).flatMap((name) => {
    const statuses = groups[name] ?? [];
    const rows = reviewed.filter(({ status }) => statuses.includes(status));
    return always.includes(name) || rows.length > 0 ? [{ name, rows }] : [];
  });
}

/** The title of a group. With a label, what is there already is the label. */
export function groupTitle(t: Translate, { label }: Operation, name: ReviewGroupName): string {
  const withLabel: Partial<Record<ReviewGroupName, Key>> = {
    already: 'tab_hasLabel',
    absent: 'tab_lacksLabel',
  };
  return t(((label && withLabel[name]) ?? `tab_${name}`) as 'tab_new');
}
