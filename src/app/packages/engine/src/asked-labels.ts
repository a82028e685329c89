import {
  labelKey,
  type AssociationLabel,
  type FunctionError,
  type NamedLabel,
  type OutcomeError,
} from '@bulk-associate/contract';
import { forgetLabels, listLabels } from './label-directory';
import { sideWithOne } from './labels';
import { labelsFor, type Pairs } from './pairs';
import type { Run } from './run';
import { refusalOf } from './send-request';

/** The labels of a call's direction, and those that the call asks for and that are none of them. */
export interface AskedLabels {
  ok: true;
  known: readonly NamedLabel[];
  /** By `labelKey`, of single inputs: such a pair fails alone. */
  missing: ReadonlySet<string>;
}

/** The label of a call is none of its direction. */
export const noSuchLabel: FunctionError = {
  code: 'INVALID_INPUT',
  message:
    'HubSpot has no such label for these two object types in this direction (any more). Choose another label.',
};

/**
 * Checks the labels that a call names against those that HubSpot lists for its direction. A label of the call that is not
 * among them refuses the call before anything is written: the unlabelled type, a label of another direction or of other
 * types, or one that was deleted.
 */
export async function checkAskedLabels(
  run: Run,
  pairs: Pairs,
): Promise<AskedLabels | { ok: false; error: FunctionError }> {
  const { fromObjectType: from, toObjectType: to, label } = pairs.parameters;
  const asked = new Map(
    pairs.open.flatMap((index) => labelsFor(pairs, index)).map((one) => [labelKey(one), one]),
  );
  if (label) asked.set(labelKey(label), label);
  let known = await listLabels(run, from, to);
  const missingIn = (listed: readonly AssociationLabel[]) => {
    const keys = new Set(listed.map(labelKey));
    return new Set([...asked.keys()].filter((key) => !keys.has(key)));
  };
  // The label may have been made since the list was read.
  if (Array.isArray(known) && missingIn(known).size > 0) {
    forgetLabels(run, from, to);
    known = await listLabels(run, from, to);
  }
  if (!Array.isArray(known)) return refusalOf(run, known);
  const missing = missingIn(known);
  if (label && missing.has(labelKey(label))) return { ok: false, error: noSuchLabel };
  return { ok: true, known, missing };
}

const labelGone: OutcomeError = {
  message: 'A label that this pair should get does not exist any more. The pair was left as it is.',
  retryable: false,
};
const secondPrimary: OutcomeError = {
  message: 'A record has this label once, and an earlier pair of the same list gives it to this record.',
  retryable: false,
};

/** The pairs that cannot get the labels they ask for, with the reason; what cannot be done to one does not stop others. */
export function refusedLabels(
  pairs: Pairs,
  indexes: readonly number[],
  missing: ReadonlySet<string>,
): Map<number, OutcomeError> {
  const { fromObjectType, toObjectType } = pairs.parameters;
  const taken = new Set<string>();
  const refused = new Map<number, OutcomeError>();
  for (const index of indexes) {
    const labels = labelsFor(pairs, index);
    if (labels.some((label) => missing.has(labelKey(label)))) refused.set(index, labelGone);
    for (const label of labels) {
      const side = sideWithOne(fromObjectType, toObjectType, label);
      if (!side || refused.has(index)) continue;
      const holder = `${labelKey(label)} ${side === 'from' ? pairs.fromId(index) : pairs.toId(index)}`;
      if (taken.has(holder)) refused.set(index, secondPrimary);
      taken.add(holder);
    }
  }
  return refused;
}
