import type { AssociationLabel, FilterProperty, NamedLabel } from '@bulk-associate/contract';
import { Remembered } from './remembered';

/** The most links of one record. */
export interface PairLimits {
  /** Of `to` records, for one `from` record. */
  from?: number;
  /** Of `from` records, for one `to` record. */
  to?: number;
}

/** The properties of the display names and details of one object type. */
export interface LabelProperties {
  objectType: string;
  /** Of the name, the preferred one first. */
  properties: readonly string[];
  /** Of the detail; absent where the type has none. */
  detailProperty?: string;
  /** Value of the detail property -> the detail, where they differ. */
  detailNames?: ReadonlyMap<string, string>;
  /** Other names that a custom object has in links: its id, its full name. */
  typeNames?: string[];
}

/** Translates a label of one direction into the same label of the other; undefined where it is not known. */
export type Turn = (label: AssociationLabel) => AssociationLabel | undefined;

/** What was read of an account and changes seldom. Kept between the calls of a warm process. */
export class AccountFacts {
  /** `from to` -> the limits that the schema states. */
  readonly limits = new Remembered<PairLimits>();
  /** Object type -> the properties that its labels need. */
  readonly labels = new Remembered<LabelProperties>();
  /** `type language` -> the properties that a search can filter by. */
  readonly properties = new Remembered<FilterProperty[]>();
  /** Object type -> its plural name. */
  readonly plurals = new Remembered<string>();
  /** `from to` -> the labels of links in that direction. */
  readonly linkLabels = new Remembered<NamedLabel[]>();
  /** `from to` -> the translation of labels of that direction. */
  readonly turns = new Remembered<Turn>();
}
