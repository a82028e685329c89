import type { RecordRef } from './records';

/**
 * Why a record is suggested.
 * - `email_domain`: a contact whose email has a domain of the company being viewed.
 * - `company_domain`: a company that has the domain of the contact's email.
 * - `same_name`: the company that a contact names has the name of the company being viewed, or the other way round.
 * - `shared_record`: it is associated with a record that the record being viewed is associated with, or with a colleague
 *   of the contact being viewed: another contact of a company of this contact.
 */
export const suggestionReasons = ['email_domain', 'company_domain', 'same_name', 'shared_record'] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

/** The most records of one suggestion. */
export const maxSuggested = 200;

/** `suggest_records`: records that probably belong to a record and are not associated with it. */
export interface SuggestParameters {
  /** Object type id and id of the record. */
  objectType: string;
  id: string;
  /** Object type id of the suggested records. */
  toObjectType: string;
  /** Only suggestions for these reasons; all of them if absent. The others cost no calls. */
  reasons?: SuggestionReason[];
  /**
   * Domains of the account's own company, as that of the user's email: they lead to colleagues, not to customers. No
   * endpoint that the app has a scope for tells them.
   */
  ownDomains?: string[];
}

/** The most entries of `ownDomains`. */
export const maxOwnDomains = 20;

/** A suggested record. */
export interface SuggestedRecord extends RecordRef {
  /** With `shared_record`: which of the records in `through` it is associated with, by their position. */
  through?: number[];
}

/** The records that are suggested for one reason. */
export interface Suggestion {
  reason: SuggestionReason;
  /**
   * With `shared_record`: the records between, with which those in `records` are associated. The record being viewed is
   * associated with them too; where both are contacts, they share a company. Empty otherwise.
   */
  through: RecordRef[];
  /** With `shared_record`: the object type id of the records in `through`. */
  throughType?: string;
  /** What both have in common, with the other reasons: a domain, or a name. */
  common?: string;
  /** At most `maxSuggested`, the likeliest first. None of them is associated with the record already. */
  records: SuggestedRecord[];
  /** Whether there are more than these. */
  more: boolean;
  /** With `more`: how many there are in all, where HubSpot's answers tell it. */
  total?: number;
}

/**
 * The suggestions for one record and object type, the strongest reason first; `shared_record` once for each type between.
 * No record is in two of them. Some records are not looked for, because six calls do not reach them: contacts of a company
 * with more than a hundred contacts, if they have another company; what is shared through a third type of records.
 */
export interface SuggestAnswer {
  suggestions: Suggestion[];
}
