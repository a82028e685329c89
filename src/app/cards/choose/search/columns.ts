import { objectTypeIds, type LinkableObjectType } from '@bulk-associate/contract';

/** A column of the search's table. */
export interface SearchColumn {
  header:
    | 'columnName'
    | 'columnEmail'
    | 'columnJob'
    | 'columnDomain'
    | 'columnCity'
    | 'columnAmount'
    | 'columnCloses'
    | 'columnCreated'
    | 'columnRecordId';
  /** The property it shows and is sorted by. */
  property: string;
  kind: 'text' | 'number' | 'date';
}

const columns: Readonly<Record<string, SearchColumn[]>> = {
  [objectTypeIds.contact]: [
    { header: 'columnName', property: 'firstname', kind: 'text' },
    { header: 'columnEmail', property: 'email', kind: 'text' },
    { header: 'columnJob', property: 'jobtitle', kind: 'text' },
  ],
  [objectTypeIds.company]: [
    { header: 'columnName', property: 'name', kind: 'text' },
    { header: 'columnDomain', property: 'domain', kind: 'text' },
    { header: 'columnCity', property: 'city', kind: 'text' },
  ],
  [objectTypeIds.deal]: [
    { header: 'columnName', property: 'dealname', kind: 'text' },
    { header: 'columnAmount', property: 'amount', kind: 'number' },
    { header: 'columnCloses', property: 'closedate', kind: 'date' },
  ],
  [objectTypeIds.ticket]: [
    { header: 'columnName', property: 'subject', kind: 'text' },
    { header: 'columnCreated', property: 'createdate', kind: 'date' },
  ],
};

/** The columns for a type; a custom object shows its name and its id. The first names the record. */
export function columnsFor({ id, labelProperty }: LinkableObjectType): SearchColumn[] {
  return (
    columns[id] ?? [
      { header: 'columnName', property: labelProperty, kind: 'text' },
      { header: 'columnRecordId', property: 'hs_object_id', kind: 'text' },
    ]
  );
}

/** The properties to ask for, so that the columns and the record's name can be shown. */
export function propertiesFor(type: LinkableObjectType): string[] {
  const shown = columnsFor(type).map(({ property }) => property);
  return [...new Set([...shown, ...(type.id === objectTypeIds.contact ? ['lastname'] : [])])].filter(
    (property) => property !== 'hs_object_id',
  );
}
