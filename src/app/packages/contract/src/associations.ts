import type { FunctionError } from './errors';

/** One pair to link, in the shape of HubSpot's own batch endpoints. Ids are strings of digits (see `isRecordId`). */
export interface AssociationInput {
  from: { id: string };
  to: { id: string };
}

/** Parameters of the three functions that work on pairs: `associate_records`, `preview_associations`, `remove_associations`. */
export interface PairsParameters {
  /** Object type id of every `from` record: `0-1` is contacts (see `isObjectTypeId`). */
  fromObjectType: string;
  /** Object type id of every `to` record. */
  toObjectType: string;
  /** 1 to `maxInputs` pairs. */
  inputs: AssociationInput[];
}

/** `associate_records`: creates default associations. */
export interface AssociateParameters extends PairsParameters {
  /**
   * How many inputs the first batch holds: `usage.batchSize` of an earlier answer, so that a cold process starts with
   * the size that a warm one has learned. A hint. 1 to `maxBatchSize`.
   */
  batchSize?: number;
}

/** `preview_associations`: what associating would do. */
export interface PreviewParameters extends PairsParameters {
  /** HubSpot named all these records in this session, so that they are not read again for being there. */
  seen?: boolean;
  /**
   * Each pair is judged by itself: what other pairs of the call would use up of a limit does not count. For records that
   * are offered, of which a person may select any.
   */
  alone?: boolean;
}

/** Why one pair was not linked, not removed or not sent. */
export interface OutcomeError {
  /** HubSpot's message, or a sentence of this app; safe to show. */
  message: string;
  /** HubSpot's error category, e.g. `OBJECT_NOT_FOUND`. */
  category?: string;
  /** HubSpot's sub-category, e.g. `crm.associations.TO_OBJECT_NOT_FOUND`. */
  subCategory?: string;
  /** HubSpot's id of the call, for its support. */
  correlationId?: string;
  /** Whether sending this pair again, unchanged, may succeed. */
  retryable: boolean;
}

/** The outcome of one input. `Status` is the set of statuses of the function that answers. */
export interface PairOutcome<Status extends string> extends AssociationInput {
  status: Status;
  error?: OutcomeError;
}

/**
 * - `associated`: HubSpot named this pair in its results, or a read after the write shows it.
 * - `failed`: HubSpot refused it, or a read shows it is not linked and the engine gave up (`retryable`).
 * - `unconfirmed`: HubSpot named it in neither results nor errors, and no read got an answer. Never counted as success.
 * - `not_attempted`: time ran out, or the run was stopped, before it was sent. Send it again.
 * - `skipped`: a repeat of an earlier input, or a record to itself; `error` says which.
 */
export const associationStatuses = [
  'associated',
  'failed',
  'unconfirmed',
  'not_attempted',
  'skipped',
] as const;
export type AssociationStatus = (typeof associationStatuses)[number];
export type Outcome = PairOutcome<AssociationStatus>;

/** What a call cost. */
export interface Usage {
  /** HTTP requests sent to HubSpot, retries included. */
  calls: number;
  /** Of those, the ones that repeated an earlier request. */
  retries: number;
  /** Milliseconds from the function's start to its answer. */
  elapsedMs: number;
  /** The size of the next batch, in inputs; send it back as `AssociateParameters.batchSize`. */
  batchSize: number;
}

/** The outcome of each pair, and what the call cost. */
export interface AssociateAnswer {
  /** Exactly one per input, in input order. */
  outcomes: Outcome[];
  usage: Usage;
  /** Why the run ended early; the inputs it did not reach are `not_attempted`. */
  stopped?: FunctionError;
}

/**
 * - `new`: not linked, both records exist, and no known limit is reached.
 * - `already_associated`: linked before; associating changes nothing.
 * - `not_found`: one of the records does not exist (any more).
 * - `over_limit`: one of the records has reached its limit of associations.
 * - `self`: a record to itself.
 * - `duplicate`: a repeat of an earlier input.
 * - `unknown`: no read got an answer.
 */
export const previewStatuses = [
  'new',
  'already_associated',
  'not_found',
  'over_limit',
  'self',
  'duplicate',
  'unknown',
] as const;
export type PreviewStatus = (typeof previewStatuses)[number];
export type PreviewOutcome = PairOutcome<PreviewStatus>;

/** The expected outcome of associating each pair. */
export interface PreviewAnswer {
  /** Exactly one per input, in input order. */
  outcomes: PreviewOutcome[];
  /** Why some are `unknown`, where one cause ended the reads. */
  stopped?: FunctionError;
}

/**
 * - `removed`: the pair is not linked (any more).
 * - `kept`: the pair has gained a label since; removing the unlabelled link would remove the label too.
 * - the others as in `associationStatuses`.
 */
export const removalStatuses = [
  'removed',
  'kept',
  'failed',
  'unconfirmed',
  'not_attempted',
  'skipped',
] as const;
export type RemovalStatus = (typeof removalStatuses)[number];
export type RemovalOutcome = PairOutcome<RemovalStatus>;

/** The outcome of each link that was to be removed. */
export interface RemoveAnswer {
  /** Exactly one per input, in input order. */
  outcomes: RemovalOutcome[];
  stopped?: FunctionError;
}
