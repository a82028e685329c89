import { Remembered } from './remembered';

/** The most links of one record. */
export interface PairLimits {
  /** Of `to` records, for one `from` record. */
  from?: number;
  /** Of `from` records, for one `to` record. */
  to?: number;
}

/** What was read of an account and changes seldom. Kept between the calls of a warm process. */
export class AccountFacts {
  /** `from to` -> the limits that the schema states. */
  readonly limits = new Remembered<PairLimits>();
}
