import { objectTypeIds, type NumberKind } from '@bulk-associate/contract';
import type { ColumnKind } from './headings';

/** What pasted text is read for. */
export interface TextContext {
  /** Object type id of the records looked for. */
  objectType: string;
  /** Other names of the object type: its full name, the account's own words for it. */
  typeNames?: readonly string[];
  /** What the person said of `41,200,000,325`: one number, or several. */
  numbers?: 'grouped' | 'list' | undefined;
  /** What the person said of the text. */
  shape?: 'list' | 'table' | undefined;
  /** What the person said of the row taken for headings. */
  firstRow?: 'data' | undefined;
}

/**
 * Types whose records email addresses and phone numbers lead to. In a ticket's subject, an address is a word among others.
 */
export function areFoundByEmail({ objectType }: TextContext): boolean {
  return objectType === objectTypeIds.contact || objectType === objectTypeIds.company;
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

/** The input of a text that is looked up as it is. */
export function asInput(text: string): PastedInput {
  return { text, values: [text] };
}

/** A column of a pasted table, without its heading. */
export interface Column {
  /** Its heading, if the first row is one. */
  heading?: string;
  /** What it holds, as far as its heading or its cells say. */
  holds?: ColumnKind;
  values: string[];
}

/** Pasted text, taken apart. */
export type PastedText =
  | {
      kind: 'list';
      lines: PastedInput[];
      /** The first line, where it is the heading of the others: "Email". */
      heading?: string;
    }
  | {
      kind: 'table';
      columns: Column[];
      /** The columns that name the records, in the order in which they are used. Empty where a person has to say. */
      suggested: number[];
      /** Lines above the table, which are not used. */
      titles: string[];
    }
  /** A number that may be one or several, for the person to say which, once for the whole text. */
  | { kind: 'askNumbers'; sample: string; grouped: string; list: string[] };
