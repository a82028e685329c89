import { labelKey, type AssociationLabel, type LabelChoice } from '@bulk-associate/contract';
import { jsonObjectsIn, numberOf } from './json';
import { labelsIn } from './link-rows';
import type { Run } from './run';
import { readOptional } from './send-request';

/**
 * The types of the label Primary, `from to` -> type id: a contact, deal or ticket has one Primary company. Source:
 * HubSpot's associate-records guide.
 */
const primaryTypes: Record<string, number> = { '0-1 0-2': 1, '0-3 0-2': 5, '0-5 0-2': 26 };
const primaryBackTypes: Record<string, number> = { '0-2 0-1': 2, '0-2 0-3': 6, '0-2 0-5': 25 };

/** Which of the two records has the label once, as with Primary; undefined for a label that every record may have often. */
export function sideWithOne(from: string, to: string, label: AssociationLabel): 'from' | 'to' | undefined {
  if (label.category !== 'HUBSPOT_DEFINED') return undefined;
  const types = `${from} ${to}`;
  if (primaryTypes[types] === label.typeId) return 'from';
  return primaryBackTypes[types] === label.typeId ? 'to' : undefined;
}

/** The label Primary in the other direction. */
export function primaryBack(from: string, to: string, label: AssociationLabel): AssociationLabel | undefined {
  const side = sideWithOne(from, to, label);
  const typeId = (side === 'from' ? primaryBackTypes : primaryTypes)[`${to} ${from}`];
  return side && typeId !== undefined ? { category: 'HUBSPOT_DEFINED', typeId } : undefined;
}

/** The labels from one type to another, with the limits that an admin has set, and 1 for a record's Primary. */
export async function readLabelChoices(
  run: Run,
  from: string,
  to: string,
): Promise<LabelChoice[] | undefined> {
  const body = await readOptional(run, run.hubspot.paths.labels(from, to));
  const labels = labelsIn(body?.['results']);
  if (!body || labels.length === 0) return body && [];
  const limits = await readLabelLimits(run, from, to);
  return labels.map((label) => {
    const limit = sideWithOne(from, to, label) === 'from' ? 1 : limits.get(labelKey(label));
    return limit === undefined ? label : { ...label, limit };
  });
}

/** The limits that an admin has set on labels in one direction, by `labelKey`; none without an answer. */
export async function readLabelLimits(run: Run, from: string, to: string): Promise<Map<string, number>> {
  const body = await readOptional(run, run.hubspot.paths.associationLimits(from, to));
  const limits = new Map<string, number>();
  for (const row of jsonObjectsIn(body?.['results'])) {
    // HubSpot's file has the first name, its guide the second.
    const limit = numberOf(row['userEnforcedMaxToObjectIds']) ?? numberOf(row['maxToObjectIds']);
    if (limit !== undefined) limits.set(`${String(row['category'])} ${String(row['typeId'])}`, limit);
  }
  return limits;
}
