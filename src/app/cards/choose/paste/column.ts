import { isRecordId, objectTypeIds } from '@bulk-associate/contract';
import type { Column } from './table';

const readable: Record<string, RegExp> = {
  [objectTypeIds.contact]: /^\S+@\S+\.\S+$/,
  [objectTypeIds.company]: /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/,
};

/** Headings that say what a column holds, surest first; spreadsheets exported from HubSpot use the first. */
const headings = [
  /record id|レコードid|^id$|hs_object_id/i,
  /e-?mail|メール/i,
  /domain|website|ドメイン|ウェブサイト/i,
  /name|subject|名|件名/i,
];

/**
 * Finds the column of a table that names records of a type: by what its cells look like, then by its heading.
 * Undefined where that is not clear, and a person has to say.
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

/** Cells looked at to tell what a column holds. */
const sampled = 200;

/** Whether most cells name a record of the type. */
function isReadable(objectType: string, values: readonly string[]): boolean {
  const cells = values.filter(Boolean).slice(0, sampled);
  const fits = cells.filter(
    (cell) =>
      isRecordId(cell) || /\/record\/|\/contacts\/\d+\//.test(cell) || readable[objectType]?.test(cell),
  );
  return fits.length > cells.length / 2;
}
