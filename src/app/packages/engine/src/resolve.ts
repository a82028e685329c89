import type { Answer, ResolveAnswer, ResolvedLine, ResolveParameters } from '@bulk-associate/contract';
import { findByProperty, type Matches } from './find-by-property';
import type { HubSpot } from './hubspot';
import { nameProperty, parsePastedValue, type PastedValue } from './pasted-value';
import { readRecords } from './records';
import { Run } from './run';

/**
 * Finds the records that pasted values name: ids and record links for every type, emails for contacts, domains and names
 * for companies, names for deals and tickets. For a value that several records match, it returns all of them. Never
 * rejects.
 */
export async function resolve(
  hubspot: HubSpot,
  { objectType, values }: ResolveParameters,
): Promise<Answer<ResolveAnswer>> {
  const run = new Run(hubspot);
  const pasted = values.map((value) => parsePastedValue(objectType, value));
  const matches: Record<'id' | 'email' | 'domain' | 'name', Matches> = {
    id: await findUnique(run, objectType, valuesOf(pasted, 'id')),
    email: await findUnique(run, objectType, valuesOf(pasted, 'email'), 'email'),
    domain: await findByProperty(run, objectType, 'domain', valuesOf(pasted, 'domain')),
    name: await findByProperty(run, objectType, nameProperty[objectType] ?? '', valuesOf(pasted, 'name')),
  };
  const lines = pasted.map((item, index) => lineFor(values[index] ?? '', item, matches));
  const cause = run.stopped ?? run.unresolvedFault;
  const nothingAnswered = lines.every(({ status }) => status === 'unknown' || status === 'unreadable');
  if (cause && nothingAnswered && lines.some(({ status }) => status === 'unknown'))
    return { ok: false, error: cause };
  return { ok: true, lines };
}

function valuesOf(pasted: PastedValue[], kind: PastedValue['kind']): string[] {
  const values = pasted.flatMap((item) =>
    item.kind === kind && item.kind !== 'unreadable' ? [keyOf(item)] : [],
  );
  return [...new Set(values)];
}

/** HubSpot compares emails, domains and names without case. */
function keyOf(item: Exclude<PastedValue, { kind: 'unreadable' }>): string {
  return item.kind === 'id' ? item.value : item.value.toLowerCase();
}

function lineFor(value: string, item: PastedValue, found: Record<string, Matches>): ResolvedLine {
  if (item.kind === 'unreadable') return { value, status: 'unreadable', records: [] };
  const records = found[item.kind]?.get(keyOf(item));
  if (!records) return { value, status: 'unknown', records: [] };
  if (records.length > 1) return { value, status: 'several', records };
  return { value, status: records.length === 1 ? 'found' : 'not_found', records };
}

async function findUnique(
  run: Run,
  objectType: string,
  values: string[],
  idProperty?: string,
): Promise<Matches> {
  const states = await readRecords(run, objectType, values, idProperty === undefined ? {} : { idProperty });
  return new Map(
    [...states].map(([value, state]) => [
      value,
      state === 'unknown' ? undefined : state === 'not_found' ? [] : [state.ref],
    ]),
  );
}
