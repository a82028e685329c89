import {
  objectTypeIds,
  type ColumnKind,
  type PastedInput,
  type PastedParts,
  type SaidOfText,
} from '@bulk-associate/contract';

/** What pasted text is read for. */
export interface TextContext extends SaidOfText {
  /** Object type id of the records looked for. */
  objectType: string;
  /** Other names of the object type: its full name, the account's own words for it. */
  typeNames?: string[];
}

/**
 * Types whose records email addresses and phone numbers lead to. In a ticket's subject, an address is a word among others.
 */
export function areFoundByEmail({ objectType }: TextContext): boolean {
  return objectType === objectTypeIds.contact || objectType === objectTypeIds.company;
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
  | Extract<PastedParts, { kind: 'askNumbers' }>;
