import type { NumberKind } from './pasted/reading';

/** What a person has said about a pasted text. It counts before what the text looks like. */
export interface SaidOfText {
  /** Of `41,200,000,325`: one number, or several. */
  numbers?: 'grouped' | 'list' | undefined;
  /** That the text is a list, or a table. */
  shape?: 'list' | 'table' | undefined;
  /** That the row taken for headings is none. */
  firstRow?: 'data' | undefined;
}

/**
 * `read_pasted_text`: takes a pasted text apart into what is looked up. It needs no access to the account, sends nothing to
 * HubSpot, and keeps nothing of the text.
 */
export interface PastedTextParameters extends SaidOfText {
  /** Object type id of the records looked for. */
  objectType: string;
  /** Other names of the object type: the account's own words for it. At most `maxTypeNames`. */
  typeNames?: string[];
  /** At most `maxPastedBytes`, as `jsonBytes` counts them. */
  text: string;
  /** The columns of a table by which its rows are looked up, best first, by their index. Absent: not chosen yet. */
  columns?: number[];
  /** From the answer before; absent at the start. The other parameters are the same as before. */
  cursor?: string;
}

/** A line of a list or a row of a table, to be looked up. */
export interface PastedInput {
  /** As shown. */
  text: string;
  /** What to look up, in this order: what the first does not settle, the next may. */
  values: [string, ...string[]];
  /** What digits alone are in each of them, where a heading says it. */
  numbers?: readonly (NumberKind | '')[];
  /** A person's name beside an email address. */
  name?: string;
}

/** A `PastedInput` in the answer: a text alone is looked up as it is, and `text` is absent where it is the first value. */
export type PastedEntry = string | (Omit<PastedInput, 'text'> & { text?: string });

/** What a column may hold that names records. */
export const columnKinds = ['id', 'email', 'domain', 'phone', 'name', 'firstName', 'lastName'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A column of a pasted table, for the person to choose. */
export interface PastedColumn {
  /** Its heading, if the first row is one. */
  heading?: string;
  /** What it holds, as far as its heading or its cells say. */
  holds?: ColumnKind;
  /** The beginning of its first cell that is not empty. */
  sample?: string;
}

/** A pasted text, taken apart. */
export type PastedParts =
  /** What is looked up: the lines of a list, or the rows of a table whose columns were chosen. */
  | {
      kind: 'list';
      entries: PastedEntry[];
      /** The first line, where it is the heading of the others: "Email". */
      heading?: string;
    }
  /** A table whose columns are to be chosen. */
  | {
      kind: 'table';
      columns: PastedColumn[];
      /** The columns that name the records, in the order in which they are used. Empty where a person has to say. */
      suggested: number[];
      /** Lines above the table, which are not used. */
      titles: string[];
    }
  /** A number that may be one or several, for the person to say which, once for the whole text. */
  | { kind: 'askNumbers'; sample: string; grouped: string; list: string[] };

/** One page of a text's parts. Only a list has several pages. */
export interface PastedTextAnswer {
  parts: PastedParts;
  /** Present while there is more. */
  cursor?: string;
}

/** The bytes of a value in JSON, at most: characters of two bytes count three. */
export function jsonBytes(value: unknown): number {
  return JSON.stringify(value).replace(/[\u0080-\uFFFF]/g, 'UTF').length;
}
