import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { FilterProperty } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { searchOf, type Draft } from '../../panel/state';
import { valueWidth } from '../../parts/PagedTable';
import { RecordBox } from '../../parts/RecordBox';
import type { FoundRecord, SearchRequest } from '../../sdk/sdk';
import { namePropertiesOf } from './columns';
import { refOf } from './ref';
import type { StatusOf } from '../../records/useKnownRecords';
import { valueText } from './value-text';

interface SearchTableProps {
  draft: Draft;
  records: FoundRecord[];
  statusOf: StatusOf;
  columns: FilterProperty[];
}

/** One page of found records, each with a check box whose label is the record's name. */
export function SearchTable({ draft, records, statusOf, columns }: SearchTableProps) {
  const session = useSession();
  const translator = useTranslator();
  const { type } = draft;
  const { sort } = searchOf(draft);
  const header = (property: string, title: string) => (
    <TableHeader
      key={property}
      sortDirection={directionOf(sort, property)}
      onSortChange={(direction) =>
        session.search({ sort: { property, descending: direction === 'descending' } })
      }
    >
      {title}
    </TableHeader>
  );
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          {header(namePropertiesOf(type)[0] ?? '', translator.t('column_name'))}
          {columns.map(({ name, label }) => header(name, label))}
        </TableRow>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <TableRow key={record.id}>
            <TableCell>
              <RecordBox draft={draft} record={refOf(type, record)} status={statusOf(record.id)} />
            </TableCell>
            {columns.map((column) => {
              const value = column.name === 'hs_object_id' ? record.id : valueIn(record, column.name);
              return (
                <TableCell key={column.name}>
                  <Text truncate={{ maxWidth: valueWidth(columns.length) }}>
                    {value ? valueText(translator, column, value) : '--'}
                  </Text>
                </TableCell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A property may be called `constructor`, which every object has. */
function valueIn({ properties }: FoundRecord, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value.trim() : '';
}

function directionOf(sort: SearchRequest['sort'], property: string): 'ascending' | 'descending' | 'none' {
  if (sort?.property !== property) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
