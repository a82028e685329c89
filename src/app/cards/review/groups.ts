import type { PreviewStatus } from '@bulk-associate/contract';

export type ReviewGroupName = 'new' | 'already' | 'notFound' | 'overLimit' | 'unknown' | 'other';

interface ReviewGroupKind {
  name: ReviewGroupName;
  statuses: readonly PreviewStatus[];
  title:
    'reviewNew' | 'reviewAlready' | 'reviewNotFound' | 'reviewOverLimit' | 'reviewUnknown' | 'reviewOther';
  text?:
    | 'reviewAlreadyText'
    | 'reviewNotFoundText'
    | 'reviewOverLimitText'
    | 'reviewUnknownText'
    | 'reviewOtherText';
  /** The four counts that a review always tells, even when they are zero. */
  isAlwaysShown: boolean;
}

/** What the review tells apart. */
export const reviewGroups: readonly ReviewGroupKind[] = [
  { name: 'new', statuses: ['new'], title: 'reviewNew', isAlwaysShown: true },
  {
    name: 'already',
    statuses: ['already_associated'],
    title: 'reviewAlready',
    text: 'reviewAlreadyText',
    isAlwaysShown: true,
  },
  {
    name: 'notFound',
    statuses: ['not_found'],
    title: 'reviewNotFound',
    text: 'reviewNotFoundText',
    isAlwaysShown: true,
  },
  {
    name: 'overLimit',
    statuses: ['over_limit'],
    title: 'reviewOverLimit',
    text: 'reviewOverLimitText',
    isAlwaysShown: true,
  },
  {
    name: 'unknown',
    statuses: ['unknown'],
    title: 'reviewUnknown',
    text: 'reviewUnknownText',
    isAlwaysShown: false,
  },
  {
    name: 'other',
    statuses: ['self', 'duplicate'],
    title: 'reviewOther',
    text: 'reviewOtherText',
    isAlwaysShown: false,
  },
];
