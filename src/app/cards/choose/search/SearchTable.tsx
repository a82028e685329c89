import {
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useVoice } from '../../locales/VoiceProvider';
import type { Voice } from '../../locales/translate';
import { useSession } from '../../panel/SessionProvider';
import { trayOf, type Desk } from '../../panel/state';
import type { FoundRecord, SearchRequest } from '../../sdk/sdk';
import { columnsFor, type SearchColumn } from './columns';
import { refOf } from './ref';
import type { SearchResultsProps } from './SearchResults';

interface SearchTableProps extends Pick<SearchResultsProps, 'desk' | 'sort' | 'onSort'> {
  records: FoundRecord[];
}

/** Pixels of a value; the rest of the panel's width is for the names, so that a long email does not break them. */
const valueWidth = 240;

/** One page of found records. A record's name is the label of its check box. */
export function SearchTable({ desk, records, sort, onSort }: SearchTableProps) {
  const { t } = useVoice();
  const columns = columnsFor(desk.type);
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          {columns.map(({ header, property }) => (
            <TableHeader
              key={property}
              sortDirection={directionOf(sort, property)}
              onSortChange={(direction) => onSort({ property, descending: direction === 'descending' })}
            >
              {t(header)}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <Row key={record.id} desk={desk} record={record} columns={columns} />
        ))}
      </TableBody>
    </Table>
  );
}

function directionOf(sort: SearchRequest['sort'], property: string): 'ascending' | 'descending' | 'none' {
  if (sort?.property !== property) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

function Row({ desk, record, columns }: { desk: Desk; record: FoundRecord; columns: SearchColumn[] }) {
  const session = useSession();
  const voice = useVoice();
  const ref = refOf(desk.type, record);
  const isSelf = session.isSelf(ref.id);
  const [, ...others] = columns;
  return (
    <TableRow>
      <TableCell>
        <Checkbox
          name={`choose-${ref.id}`}
          size="sm"
          readOnly={isSelf}
          checked={trayOf(desk).has(ref.id)}
          onChange={(isChecked) => (isChecked ? session.add([ref]) : session.remove([ref.id]))}
        >
          {isSelf ? voice.t('searchSelf', { name: ref.label }) : ref.label}
        </Checkbox>
      </TableCell>
      {others.map((column) => (
        <TableCell key={column.property}>
          <Text truncate={{ maxWidth: valueWidth }}>{shown(voice, column, record)}</Text>
        </TableCell>
      ))}
    </TableRow>
  );
}

/** A property's value as it is read; HubSpot's dates are ISO text or milliseconds. */
function shown(voice: Voice, { kind, property }: SearchColumn, { id, properties }: FoundRecord): string {
  if (property === 'hs_object_id') return id;
  const value = properties[property]?.trim() ?? '';
  if (value === '') return '--';
  if (kind === 'text') return value;
  const number = Number(value);
  if (kind === 'number') return Number.isFinite(number) ? voice.number(number) : value;
  const ms = Number.isFinite(number) ? number : Date.parse(value);
  return Number.isNaN(ms) ? value : voice.date(ms);
}
