import { isRecordId, objectTypeIds } from '@bulk-associate/contract';
import type { Column } from './table';

/** Values that identify a record of a type, besides ids and links. */
const readable: Record<string, RegExp> = {
  [objectTypeIds.contact]: /^\S+@\S+\.\S+$/,
  [objectTypeIds.company]: /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/,
};

/** Column headings, most reliable first. Spreadsheets exported from HubSpot use the first. */
const headings = [
  /record id|レコードid|^id$|hs_object_id/i,
  /e-?mail|メール/i,
  /domain|website|ドメイン|ウェブサイト/i,
  /name|subject|名|件名/i,
];

/**
 * Finds the column of a table that identifies records of a type, first by its cells, then by its heading. Undefined if
 * more than one column or none fits: then the user chooses.
 */
export function findColumn(objectType: string, columns: readonly Column[]): number | undefined {
  const all = [...columns.keys()];
  const fitting = all.filter((index) => isReadable(objectType, columns[index]?.values ?? []));
  if (fitting.length === 1) return fitting[0];
  const among = fitting.length > 0 ? fitting : all;
  for (const heading of headings) {
    const named = among.filter((index) => heading.test(columns[index]?.heading ?? ''));
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}

/** The number of cells of a column that are examined. */
const sampled = 200;

/** Whether more than half of the cells identify a record of the type. */
function isReadable(objectType: string, values: readonly string[]): boolean {
  const cells = values.filter(Boolean).slice(0, sampled);
  const fits = cells.filter(
    (cell) =>
      isRecordId(cell) || /\/record\/|\/contacts\/\d+\//.test(cell) || readable[objectType]?.test(cell),
  );
  return fits.length > cells.length / 2;
}
