import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Draft } from '../../panel/state';
import { EmptyMessage } from '../../parts/EmptyMessage';
import { Problem } from '../../parts/Problem';
import { useRecordName } from '../../parts/RecordName';
import { typeInSentence } from '../../parts/type-names';
import { rowsPerPage, usePages } from '../../parts/usePages';
import type { AssociatedReader } from './associated-reader';
import { filterOf, type AssociatedRow } from './associated-row';
import { AssociatedTable } from './AssociatedTable';
import { ReadingState } from './ReadingState';
import { SelectButtons } from './SelectButtons';

interface AssociatedResultsProps {
  draft: Draft;
  reader: AssociatedReader<AssociatedRow>;
  query: string;
  /** As in `filterOf`. */
  label: string;
}

/** The associated records that fit the filter, and how far they were read. Mounted anew for every filter. */
export function AssociatedResults({ draft, reader, query, label }: AssociatedResultsProps) {
  const { t } = useTranslator();
  const record = useRecordName();
  const list = useSyncExternalStore(reader.subscribe, reader.get);
  const { rows, status, error } = list;
  const isFiltered = query !== '' || label !== 'any';
  const fits = useMemo(() => filterOf(query, label), [query, label]);
  const fitting = useMemo(() => (isFiltered ? rows.filter(fits) : rows), [isFiltered, rows, fits]);
  const pages = usePages(fitting);
  // A filter needs all records; without one, a record beyond the page shown tells that there is a next page.
  const needed = isFiltered ? Infinity : pages.page * rowsPerPage + 1;
  useEffect(() => reader.stop, [reader]);
  useEffect(() => reader.readOn(needed), [reader, needed]);
  const types = typeInSentence(t, draft.type);
  const isEmpty = fitting.length === 0;
  if (isEmpty && status === 'complete') {
    const text =
      rows.length > 0 ? t('associatedNoMatch', { types }) : t('associatedNoneText', { types, record });
    return <EmptyMessage title={t('searchNone')} text={text} />;
  }
  if (rows.length === 0) {
    if (status === 'reading') return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
    if (error) return <Problem error={error} onRetry={reader.retry} />;
  }
  const state = <ReadingState list={list} reader={reader} />;
  // Above the table where a person waits for it. Otherwise below, so that paging moves no row under the pointer.
  const isAwaited = list.isTaking || error;
  return (
    <Flex direction="column" gap="extra-small">
      {isAwaited && state}
      {!isEmpty && (
        <>
          <SelectButtons
            draft={draft}
            list={list}
            reader={reader}
            pages={pages}
            fitting={fitting}
            fits={fits}
          />
          <AssociatedTable draft={draft} pages={pages} />
        </>
      )}
      {!isAwaited && state}
    </Flex>
  );
}
