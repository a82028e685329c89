import { Anchor, Button, Checkbox } from '@mantine/core';
import type { Language } from '../../../crm/languages';
import { recordAddress, type IndexView, type RecordList, type Sort } from '../../address';
import type { PageType } from '../../object-types';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../components/table';
import type { PageRecord } from '../crm';
import { currentView } from '../current-view';
import { fill, type Messages } from '../messages';
import { nameOf, propertyLabel, typeOf } from '../object-types';
import type { ListPage } from '../record-list';
import type { Selection } from './use-selection';

interface RecordTableProps {
  view: IndexView;
  messages: Messages;
  list: RecordList;
  page: ListPage | undefined;
  isReading: boolean;
  selection: Selection;
  onSort(sort: Sort): void;
}

/** The records of a page, each with a box to select it. */
export function RecordTable({ view, messages, list, page, isReading, selection, onSort }: RecordTableProps) {
  const type = typeOf(view.objectType);
  const records = page?.records ?? [];
  if (page && records.length === 0) return <p className="quiet">{messages.nothingFound}</p>;
  return (
    <div className="records" aria-busy={isReading}>
      <Table density="condensed" flush>
        <TableHead>
          <TableRow>
            <TableHeader width="min">
              <PageBox messages={messages} records={records} selection={selection} />
            </TableHeader>
            {columnsOf(type, view.language, messages).map(({ property, label }) => (
              <TableHeader
                key={property}
                sortDirection={list.sort?.property === property ? list.sort.direction : 'none'}
                onSortChange={(direction: Sort['direction']) => onSort({ property, direction })}
              >
                {label}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {records.map((record) => (
            <RecordRow
              key={record.id}
              view={view}
              messages={messages}
              record={record}
              isSelected={selection.ids.has(record.id)}
              onSelect={(isSelected) => selection.set([record.id], isSelected)}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** The first column is the name, which is sorted by the first property that it consists of. */
function columnsOf(type: PageType, language: Language, messages: Messages) {
  const named = type.naming.slice(0, 1).map((property) => ({ property, label: messages.name }));
  const shown = type.shown.map((property) => ({ property, label: propertyLabel(property, language) }));
  return [...named, ...shown];
}

interface PageBoxProps {
  messages: Messages;
  records: PageRecord[];
  selection: Selection;
}

/** Selects or deselects the whole page. */
function PageBox({ messages, records, selection }: PageBoxProps) {
  const ids = records.map(({ id }) => id);
  const count = ids.filter((id) => selection.ids.has(id)).length;
  const isWhole = count > 0 && count === ids.length;
  return (
    <Checkbox
      size="xs"
      aria-label={messages.selectPage}
      checked={isWhole}
      indeterminate={count > 0 && !isWhole}
      onChange={() => selection.set(ids, !isWhole)}
    />
  );
}

interface RecordRowProps {
  view: IndexView;
  messages: Messages;
  record: PageRecord;
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
}

function RecordRow({ view, messages, record, isSelected, onSelect }: RecordRowProps) {
  const type = typeOf(view.objectType);
  const name = nameOf(type, record);
  return (
    <TableRow>
      <TableCell width="min">
        <Checkbox
          size="xs"
          aria-label={fill(messages.selectRecord, { name })}
          checked={isSelected}
          onChange={({ currentTarget }) => onSelect(currentTarget.checked)}
        />
      </TableCell>
      <TableCell>
        <Anchor size="14px" c="#00697f" href={recordAddress(currentView(view), type.id, record.id)}>
          {name}
        </Anchor>
      </TableCell>
      {type.shown.map((property) => (
        <TableCell key={property}>{record.properties[property] ?? '--'}</TableCell>
      ))}
    </TableRow>
  );
}

interface ReadingFailedProps {
  messages: Messages;
  error: string;
  onRetry(): void;
}

/** Says why there are no new rows. */
export function ReadingFailed({ messages, error, onRetry }: ReadingFailedProps) {
  return (
    <p role="alert">
      {fill(messages.notRead, { message: error })}{' '}
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {messages.tryAgain}
      </Button>
    </p>
  );
}
