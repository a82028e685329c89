import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { pageSizes, type IndexView, type RecordList } from '../../address';
import { Pagination } from '../components/pagination';
import { countOf, fill, type Messages } from '../messages';
import { pluralInSentence, typeOf } from '../object-types';
import { mostFound, pageCount } from '../record-list';

const debounceMs = 250;

interface RecordSearchProps {
  view: IndexView;
  messages: Messages;
  /** The words that the list now has. */
  query: string;
  onSearch(query: string): void;
}

/** Searches while one types. */
export function RecordSearch({ view, messages, query, onSearch }: RecordSearchProps) {
  const [text, setText] = useState(query);
  const words = text.trim();
  useEffect(() => {
    if (words === query) return;
    const timer = setTimeout(() => onSearch(words), debounceMs);
    return () => clearTimeout(timer);
  }, [words, query, onSearch]);
  const plural = pluralInSentence(typeOf(view.objectType), view.language);
  const label = fill(messages.searchRecords, { plural });
  return (
    <TextInput
      type="search"
      size="xs"
      w={280}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
}

interface ListFooterProps {
  view: IndexView;
  messages: Messages;
  list: RecordList;
  total: number;
  onChange(list: RecordList): void;
}

/** Turns the pages, and sets how many rows they have. */
export function ListFooter({ view, messages, list, total, onChange }: ListFooterProps) {
  return (
    <>
      {total > mostFound && (
        <p className="quiet">{fill(messages.onlyFirst, { n: countOf(mostFound, view.language) })}</p>
      )}
      <div className="turning">
        <Pagination
          page={list.page}
          pageCount={pageCount(total, list.pageSize)}
          onChange={(page) => onChange({ ...list, page })}
        />
        <NativeSelect
          size="xs"
          aria-label={messages.rowsPerPage}
          value={String(list.pageSize)}
          data={pageSizes.map((size) => ({
            value: String(size),
            label: fill(messages.perPage, { n: String(size) }),
          }))}
          onChange={({ currentTarget }) => {
            const pageSize = pageSizes.find((size) => String(size) === currentTarget.value) ?? list.pageSize;
            onChange({ ...list, pageSize, page: 1 });
          }}
        />
      </div>
    </>
  );
}
