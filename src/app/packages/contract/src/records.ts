import type { AssociationLabel } from './associations';
import type { FilterGroup } from './filters';
import type { NumberKind, ReadingKind, UnreadableReason } from './pasted/reading';

/** A record with its display name. */
export interface RecordRef {
  id: string;
  /** Its display name; the id where HubSpot has no better one, or where the name was not read. */
  label: string;
  /**
   * What tells it apart from records of the same name: the email of a contact, the domain of a company, the amount of a
   * deal (a number as text), the status of a ticket, the first secondary display property of a custom object. Absent
   * where it has none, or where it was not read.
   */
  detail?: string;
}

/** `resolve_records`: finds the records that pasted values name. */
export interface ResolveParameters {
  /** Object type id of the records looked for. */
  objectType: string;
  /** 1 to `maxValues` pasted values: ids, emails, domains, record links, names. */
  values: string[];
  /** The account's id. With it, a link into another account is `unreadable`. */
  portalId?: number;
  /** One per value: what digits alone are, where the heading above the value says it. Otherwise they may be anything. */
  numbers?: (NumberKind | '')[];
}

/**
 * - `found`: exactly one record matches.
 * - `several`: more than one matches; a person must pick.
 * - `not_found`: none matches.
 * - `unreadable`: no id, email, domain, record link of this type or name that can be searched for.
 * - `unknown`: HubSpot gave no answer.
 */
export const lineStatuses = ['found', 'not_found', 'several', 'unreadable', 'unknown'] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** The records that match one pasted value. */
export interface ResolvedLine {
  value: string;
  status: LineStatus;
  /** One with `found`, the candidates with `several`, none otherwise. */
  records: RecordRef[];
  /** By what the records were found; absent where nothing was, and in answers of functions deployed before. */
  by?: ReadingKind;
  /**
   * Why the value is `unreadable`; with `several`, `parent_domain` says that the records have the parent of the domain
   * that was asked for, so that even a single one is a person's choice.
   */
  reason?: UnreadableReason | 'parent_domain';
  /** With `parent_domain`: the domain that was asked for, and the one above it that the records have. */
  parent?: { of: string; domain: string };
}

/** The records that the pasted values name. */
export interface ResolveAnswer {
  /** Exactly one per value, in input order. */
  lines: ResolvedLine[];
}

/** A search: what is typed, and conditions that a record has to meet as well. */
export interface SearchSource {
  query: string;
  filterGroups?: FilterGroup[];
}

/** `collect_records`: pages the records of a search or of a segment. */
export interface CollectParameters {
  objectType: string;
  source: SearchSource | { segmentId: string };
  /** From the previous answer; absent in the first call. */
  cursor?: string;
  /** `false`: names are not read where that takes calls of its own, as for the members of a segment. */
  names?: boolean;
}

/** One page of a source, and the cursor of the next. */
export interface CollectAnswer {
  records: RecordRef[];
  /** Present while there is more. */
  cursor?: string;
  /** How many records the whole source has, where HubSpot states it. */
  total?: number;
  /** Whether there are more matches than the `searchCap` that HubSpot returns. */
  capped: boolean;
}

/** `find_segments`: segments (HubSpot's lists) of an object type, by name. */
export interface SegmentsParameters {
  objectType: string;
  /** Part of the name, or a segment's id or link; empty for all. */
  query: string;
  /** From the answer before; absent at the start. */
  cursor?: string;
}

/** A segment; HubSpot’s API calls it a list. */
export interface Segment {
  id: string;
  name: string;
  /** The number of members, as HubSpot last counted them. */
  size?: number;
}

/** The segments whose name matches. */
export interface SegmentsAnswer {
  segments: Segment[];
  /** Present while there is more. */
  cursor?: string;
  /** How many fit in all, where HubSpot says so. */
  total?: number;
}

/** `describe_objects`: which object types can be linked from this one. */
export interface DescribeParameters {
  objectType: string;
}

/** A label with its name in this account. */
export interface NamedLabel extends AssociationLabel {
  name: string;
}

/** A label that links can be given. */
export interface LabelChoice extends NamedLabel {
  /**
   * How many records one `from` record may be linked to with this label, where there is such a limit: an admin's, or 1
   * for the Primary company of a record.
   */
  limit?: number;
}

/** An object type whose records can be linked from the one asked about. */
export interface LinkableObjectType {
  /** Object type id: `0-1`, `2-1234567`. */
  id: string;
  /** Its names in this account. */
  singular: string;
  plural: string;
  /** The property that holds a record's display name. */
  labelProperty: string;
  /** Whether it is a custom object of the account. */
  custom: boolean;
  /** How many of these one `from` record may be linked to, where HubSpot states it. */
  limit?: number;
  /**
   * The labels of links from the type asked about to this one, in HubSpot's order; empty where there are none. Absent
   * where they could not be read, and in answers of functions deployed before.
   */
  labels?: LabelChoice[];
}

/** The object types a record can be linked to, with their names in this account. */
export interface DescribeAnswer {
  objectTypes: LinkableObjectType[];
}

/** `list_associations`: pages the records that one record is linked to. */
export interface ListParameters {
  /** Object type id and id of the record. */
  objectType: string;
  id: string;
  /** Object type id of the linked records. */
  toObjectType: string;
  /** From the answer before; absent at the start. */
  cursor?: string;
}

/** A record that is linked, with the labels of the link. */
export interface LinkedRecord extends RecordRef {
  /** In the direction from the record asked about to this one; empty for a link without a label. */
  labels: NamedLabel[];
}

/** One page of linked records, and the cursor of the next. */
export interface ListAnswer {
  records: LinkedRecord[];
  /** Present while there is more. */
  cursor?: string;
  /** How many there are in all, where one page holds them all: HubSpot does not say it otherwise. */
  total?: number;
}
