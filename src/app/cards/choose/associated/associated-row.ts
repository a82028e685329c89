import { foldName, labelKey, type LinkedRecord, type NamedLabel } from '@bulk-associate/contract';
import type { Translator } from '../../locales/translator';
import type { ChosenRecord } from '../../panel/selection';
import { detailText } from '../../parts/detail';

/** An associated record, with the labels of the association. */
export interface AssociatedRow {
  record: ChosenRecord;
  labels: readonly NamedLabel[];
  /** All of which a search finds a part, in the form for comparing. The ID, of which a part says nothing, is not in it. */
  searchText: string;
}

/** The row of an associated record. */
export function rowOf(
  translator: Translator,
  objectType: string,
  { labels, ...record }: LinkedRecord,
): AssociatedRow {
  const { label, detail } = record;
  const words = [label, detail, detailText(translator, objectType, record), ...labels.map(nameOf)];
  return { record, labels, searchText: foldName(words.filter(Boolean).join(separator)) };
}

/** Between two words of a `searchText`. Not a blank, so that no match runs from one into the next. */
const separator = ' | ';

const nameOf = ({ name }: NamedLabel) => name;

/**
 * The filter for a search and a label. Each word of the search occurs or is the ID. The label is a `labelKey`; `any` is
 * any label or none, `none` no label.
 */
export function filterOf(query: string, label: string): (row: AssociatedRow) => boolean {
  const words = foldName(query).split(' ');
  return ({ record, labels, searchText }) =>
    (label === 'any' ||
      (label === 'none' ? labels.length === 0 : labels.some((each) => labelKey(each) === label))) &&
    words.every((word) => searchText.includes(word) || word === record.id);
}
