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
import type { PreviewStatus } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import type { Translator } from '../../locales/translator';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import { statusText } from '../../parts/status-text';
import type { FoundRecord, SearchRequest } from '../../sdk/sdk';
import { namePropertiesOf, shownPropertiesOf, type ShownProperty } from './columns';
import { refOf } from './ref';
import type { StatusOf } from '../../records/useKnownRecords';
import { isSelectable } from '../../run/operation';

interface SearchTableProps {
  draft: Draft;
  records: FoundRecord[];
  statusOf: StatusOf;
  sort: SearchRequest['sort'];
  onSort: (sort: SearchRequest['sort']) => void;
}

/** The maximum width of a value in pixels. The rest of the panel is for names, which a long email would wrap. */
const valueWidth = 240;

/** One page of found records, each with a check box whose label is the record's name. */
export function SearchTable({ draft, records, statusOf, sort, onSort }: SearchTableProps) {
  const { t } = useTranslator();
  const shown = shownPropertiesOf(draft.type);
  const header = (property: string, title: string) => (
    <TableHeader
      key={property}
      sortDirection={directionOf(sort, property)}
      onSortChange={(direction) => onSort({ property, descending: direction === 'descending' })}
    >
      {title}
    </TableHeader>
  );
  return (
    <Table density="condensed" flush>
      <TableHead>
        <TableRow>
          {header(namePropertiesOf(draft.type)[0] ?? '', t('column_name'))}
          {shown.map((property) => header(property, t(`column_${property}`)))}
        </TableRow>
      </TableHead>
      <TableBody>
        {records.map((record) => (
          <Row key={record.id} draft={draft} record={record} status={statusOf(record.id)} shown={shown} />
        ))}
      </TableBody>
    </Table>
  );
}

function directionOf(sort: SearchRequest['sort'], property: string): 'ascending' | 'descending' | 'none' {
  if (sort?.property !== property) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

interface RowProps {
  draft: Draft;
  record: FoundRecord;
  /** What associating the record would do, where that is known. */
  status: PreviewStatus | undefined;
  shown: ShownProperty[];
}

function Row({ draft, record, status, shown }: RowProps) {
  const session = useSession();
  const translator = useTranslator();
  const ref = refOf(draft.type, record);
  const { id, label: what } = ref;
  const isChosen = selectionOf(draft).has(id);
  const detail = statusText(translator.t, draft.operation, status);
  return (
    <TableRow>
      <TableCell>
        <Checkbox
          name={`choose-${id}`}
          size="sm"
          // What was selected before it was known can be unselected.
          readOnly={!isSelectable(draft.operation, status) && !isChosen}
          checked={isChosen}
          onChange={(isChecked) => (isChecked ? session.add([ref]) : session.remove([id]))}
        >
          {detail === undefined ? what : translator.t('detailed', { what, detail })}
        </Checkbox>
      </TableCell>
      {shown.map((property) => (
        <TableCell key={property}>
          <Text truncate={{ maxWidth: valueWidth }}>{valueOf(translator, property, record)}</Text>
        </TableCell>
      ))}
    </TableRow>
  );
}

/** A property's value for display. HubSpot's dates are ISO text or milliseconds since 1970. */
function valueOf(
  { number, date }: Translator,
  property: ShownProperty,
  { id, properties }: FoundRecord,
): string {
  if (property === 'hs_object_id') return id;
  const value = properties[property]?.trim() ?? '';
  if (value === '') return '--';
  switch (property) {
    case 'amount':
      return Number.isNaN(Number(value)) ? value : number(Number(value));
    case 'closedate':
    case 'createdate': {
      const ms = Number(value) || Date.parse(value);
      return Number.isNaN(ms) ? value : date(ms);
    }
    default:
      return value;
  }
}
