import type { FunctionError } from './errors';

/** Where an association type comes from. Ids of different categories overlap: category and id together name a type. */
export const labelCategories = ['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED', 'WORK'] as const;

/**
 * A label of a pair: an association type other than the unlabelled one, which every linked pair has. It belongs to one
 * direction: the type of `from` > `to` of the call. HubSpot gives the other direction an id of its own.
 */
export interface AssociationLabel {
  category: (typeof labelCategories)[number];
  typeId: number;
}

/** Two records, in the shape of HubSpot's own batch endpoints. Ids are strings of digits (see `isRecordId`). */
export interface Pair {
  from: { id: string };
  to: { id: string };
}

/** One pair to work on. */
export interface AssociationInput extends Pair {
  /**
   * Labels of this pair alone. `associate_records` gives it these in addition to the `label` of the call; the labels
   * that a pair has stay in any case. `remove_associations` without a `label` lets them go with the link: any other
   * label keeps the pair. `preview_associations` takes none into account.
   */
  labels?: AssociationLabel[];
}

/** Parameters of the three functions that work on pairs: `associate_records`, `preview_associations`, `remove_associations`. */
export interface PairsParameters {
  /** Object type id of every `from` record: `0-1` is contacts (see `isObjectTypeId`). */
  fromObjectType: string;
  /** Object type id of every `to` record. */
  toObjectType: string;
  /** 1 to `maxInputs` pairs. */
  inputs: AssociationInput[];
  /**
   * The label that every pair shall have, or lose. Without it, `associate_records` makes the unlabelled link, and
   * `remove_associations` removes the whole link.
   */
  label?: AssociationLabel;
}

/**
 * `associate_records`: links the pairs. Without a label a pair that is linked stays as it is. With one, a pair that is
 * not linked gets the link and the label, and a linked pair the label beside those it has.
 */
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

/**
 * `remove_associations`: removes whole links, or with `label` that label alone. To undo a run:
 *
 * | what the run did | what gives it back |
 * |---|---|
 * | linked a pair that was not linked | `remove_associations`; `inputs[].labels` names what came with the link: the label of the run, and a Primary that HubSpot gave by itself, which a preview after the run shows |
 * | gave a linked pair a label | `remove_associations` with this `label` |
 * | took a label away | `associate_records` with this `label` |
 * | removed a link | `associate_records`; `inputs[].labels` are the `labels` of the pair's outcome |
 * | moved Primary | `associate_records` with the label, for the pairs in `movesFrom`, before the rest is undone; not if a preview shows that another pair has it by now |
 */
export interface RemoveParameters extends PairsParameters {
  /**
   * Whether a pair with labels that `inputs[].labels` does not name goes too, with all its labels. `keep` if absent.
   * Not together with `label`.
   */
  labelled?: 'keep' | 'remove';
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
export interface PairOutcome<Status extends string> extends Pair {
  status: Status;
  /**
   * The labels that the pair had when the function read it, before it wrote anything; empty for a link without a label.
   * Absent where the pair was not linked, or was not read: a run without a label reads none. Of several answers about
   * one pair the first one counts, because the later ones show what a run has changed.
   */
  labels?: AssociationLabel[];
  error?: OutcomeError;
}

/**
 * - `associated`: HubSpot named this pair in its results, or a read after the write shows it. With a label: named with
 *   the label.
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
 * - `already_associated`: linked before, with the label if one is given; associating changes nothing.
 * - `adds_label`: linked before, and gets the label beside those it has. Only with a label.
 * - `not_found`: one of the records does not exist (any more).
 * - `over_limit`: one of the records has reached its limit of associations, or of associations with this label.
 * - `self`: a record to itself.
 * - `duplicate`: a repeat of an earlier input.
 * - `unknown`: no read got an answer; with Primary also where none says which pair has it now.
 */
export const previewStatuses = [
  'new',
  'already_associated',
  'adds_label',
  'not_found',
  'over_limit',
  'self',
  'duplicate',
  'unknown',
] as const;
export type PreviewStatus = (typeof previewStatuses)[number];

/** The expected outcome of one pair. */
export interface PreviewOutcome extends PairOutcome<PreviewStatus> {
  /**
   * With the label Primary, of which a record has one: the linked pair that has it now and loses it to this one. One of
   * its records is of this pair; the other is where Primary moves from.
   */
  movesFrom?: Pair;
}

/** How many more associations the limits of one record allow. A number is absent where no limit is known. */
export interface Room {
  associations?: number;
  /** With the label of the call. */
  label?: number;
}

/** The expected outcome of associating each pair. */
export interface PreviewAnswer {
  /** Exactly one per input, in input order. */
  outcomes: PreviewOutcome[];
  /**
   * Of the `from` record, if all pairs have the same: what its limits allow before any of these pairs is associated. A
   * list that takes several calls is counted against it, because each call counts its own pairs alone.
   */
  room?: Room;
  /** The same of each `from` record, by id, if the pairs have several. Absent ids have no known limit. */
  rooms?: Record<string, Room>;
  /** Why some are `unknown`, where one cause ended the reads. */
  stopped?: FunctionError;
}

/**
 * - `removed`: the pair is not linked (any more); with a label: does not have it (any more).
 * - `kept`: the pair has a label that is not to go; removing the link would remove the label too.
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
