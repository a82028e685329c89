/** A record as a person knows it. */
export interface RecordRef {
  id: string;
  /** Its display name; the id in words where HubSpot has no better one. */
  label: string;
}

/** `resolve_records`: turns what a person pasted into records. */
export interface ResolveParameters {
  /** Object type id of the records looked for. */
  objectType: string;
  /** 1 to `maxValues` pasted values: ids, emails, domains, record links, names. */
  values: string[];
}

/**
 * - `found`: exactly one record. - `several`: more than one fits; a person must pick. - `not_found`: none fits.
 * - `unreadable`: not an id, an email, a domain, a record link of this type or a name one can search for.
 * - `unknown`: HubSpot could not be asked.
 */
export const lineStatuses = ['found', 'not_found', 'several', 'unreadable', 'unknown'] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** What became of one pasted value. */
export interface ResolvedLine {
  value: string;
  status: LineStatus;
  /** One with `found`, the candidates with `several`, none otherwise. */
  records: RecordRef[];
}

/** The records that the pasted values name. */
export interface ResolveAnswer {
  /** Exactly one per value, in input order. */
  lines: ResolvedLine[];
}

/** `collect_records`: pages the records of a search or of a segment. */
export interface CollectParameters {
  objectType: string;
  source: { query: string } | { segmentId: string };
  /** From the answer before; absent at the start. */
  cursor?: string;
}

/** One page of a source, and the way to the next. */
export interface CollectAnswer {
  records: RecordRef[];
  /** Present while there is more. */
  cursor?: string;
  /** How many the whole source holds, where HubSpot says so. */
  total?: number;
  /** True when HubSpot's cap of `searchCap` results hides further matches. */
  capped: boolean;
}

/** `find_segments`: segments (HubSpot's lists) of an object type, by name. */
export interface SegmentsParameters {
  objectType: string;
  /** Part of the name; empty for all. */
  query: string;
}

/** A segment, which HubSpot’s API calls a list. */
export interface Segment {
  id: string;
  name: string;
  /** Members, as HubSpot last counted them. */
  size?: number;
}

/** The segments whose name fits. */
export interface SegmentsAnswer {
  segments: Segment[];
}

/** `describe_objects`: which object types can be linked from this one. */
export interface DescribeParameters {
  objectType: string;
}

/** An object type whose records can be linked from the one asked about. */
export interface LinkableObjectType {
  /** Object type id: `0-1`, `2-1234567`. */
  id: string;
  /** The account's own words for it. */
  singular: string;
  plural: string;
  /** The property that names a record. */
  labelProperty: string;
  /** A custom object of the account. */
  custom: boolean;
  /** How many of these one `from` record may be linked to, where HubSpot tells. */
  limit?: number;
}

/** The object types a record can be linked to, in the account’s own words. */
export interface DescribeAnswer {
  objectTypes: LinkableObjectType[];
}
