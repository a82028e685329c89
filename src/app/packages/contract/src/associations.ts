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
   * How many inputs to put in HubSpot's first batch, as an earlier answer's `usage.batchSize` told; a hint, so that a
   * cold function starts where a warm one stopped. 1 to `maxBatchSize`.
   */
  batchSize?: number;
}

/** What HubSpot, or the engine, said about one pair that is not fine. */
export interface OutcomeError {
  /** HubSpot's message, or a sentence of ours; safe to show. */
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

/** The outcome of one input; `Status` is the set of words of the function that answers. */
export interface PairOutcome<Status extends string> extends AssociationInput {
  status: Status;
  error?: OutcomeError;
}

/**
 * - `associated`: HubSpot named this pair in its results, or a read after the write shows it.
 * - `failed`: HubSpot refused it, or a read shows it is not linked and the engine gave up (`retryable`).
 * - `unconfirmed`: neither results, errors nor a read could tell. Never counted as success.
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
  /** Inputs a batch that the engine would use next; send it back as `AssociateParameters.batchSize`. */
  batchSize: number;
}

/** What became of each pair, and what it cost. */
export interface AssociateAnswer {
  /** Exactly one per input, in input order. */
  outcomes: Outcome[];
  usage: Usage;
  /** Why the run ended early; the inputs it did not reach are `not_attempted`. */
  stopped?: FunctionError;
}

/**
 * - `new`: not linked yet, and nothing speaks against it.
 * - `already_associated`: linked before; associating changes nothing.
 * - `not_found`: HubSpot knows no such record (any more).
 * - `over_limit`: a limit of associations a record leaves no room for it.
 * - `self`: a record to itself. - `duplicate`: a repeat of an earlier input.
 * - `unknown`: HubSpot could not be asked.
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

/** What associating each pair would come to. */
export interface PreviewAnswer {
  /** Exactly one per input, in input order. */
  outcomes: PreviewOutcome[];
  /** Why some are `unknown`, where one cause stopped the reading. */
  stopped?: FunctionError;
}

/**
 * - `removed`: the pair is not linked (any more).
 * - `kept`: the pair has gained a label since; removing the plain link would destroy it.
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

/** What became of each link that was to be removed. */
export interface RemoveAnswer {
  /** Exactly one per input, in input order. */
  outcomes: RemovalOutcome[];
  stopped?: FunctionError;
}
