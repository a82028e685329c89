import type {
  Answer,
  RecordRef,
  ResolveAnswer,
  ResolvedLine,
  ResolveParameters,
} from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import { chunksOf } from './lanes';
import { namedBy, readPasted, type Pasted } from './pasted';
import { namingOf, readRecords, recordRef, type Naming } from './records';
import { Run } from './run';
import { nextPage, Searches } from './search';
import { isWire, textOf, wires, type Wire } from './wire';

/** Values one search asks for at once: HubSpot's IN takes 100 (its search guide names no number; 100 is safe). */
const valuesPerSearch = 100;

/** What was found for a value; undefined if HubSpot could not be asked. */
type Finds = Map<string, RecordRef[] | undefined>;

/**
 * Turns pasted values into records: ids and record links for every type, emails for contacts, domains and names for
 * companies, names for deals and tickets. A value that fits several records gets them all, never a guess. Never
 * rejects.
 */
export async function resolve(
  hubspot: HubSpot,
  { objectType, values }: ResolveParameters,
): Promise<Answer<ResolveAnswer>> {
  const run = new Run(hubspot);
  const pasted = values.map((value) => readPasted(objectType, value));
  const found: Record<'id' | 'email' | 'domain' | 'name', Finds> = {
    id: await findUnique(run, objectType, valuesOf(pasted, 'id')),
    email: await findUnique(run, objectType, valuesOf(pasted, 'email'), 'email'),
    domain: await findAll(run, objectType, 'domain', valuesOf(pasted, 'domain')),
    name: await findAll(run, objectType, namedBy[objectType] ?? '', valuesOf(pasted, 'name')),
  };
  const lines = pasted.map((item, index) => lineFor(values[index] ?? '', item, found));
  const cause = run.stopped ?? run.trouble;
  const unasked = lines.every(({ status }) => status === 'unknown' || status === 'unreadable');
  if (cause && unasked && lines.some(({ status }) => status === 'unknown'))
    return { ok: false, error: cause };
  return { ok: true, lines };
}

function valuesOf(pasted: Pasted[], kind: Pasted['kind']): string[] {
  const values = pasted.flatMap((item) =>
    item.kind === kind && item.kind !== 'unreadable' ? [keyOf(item)] : [],
  );
  return [...new Set(values)];
}

/** HubSpot compares emails, domains and names without case. */
function keyOf(item: Exclude<Pasted, { kind: 'unreadable' }>): string {
  return item.kind === 'id' ? item.value : item.value.toLowerCase();
}

function lineFor(value: string, item: Pasted, found: Record<string, Finds>): ResolvedLine {
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
): Promise<Finds> {
  const states = await readRecords(run, objectType, values, idProperty);
  return new Map(
    [...states].map(([value, state]) => [
      value,
      state === 'unknown' ? undefined : state === 'not_found' ? [] : [state.ref],
    ]),
  );
}

/** Finds every record whose property has one of the values. */
async function findAll(run: Run, objectType: string, property: string, values: string[]): Promise<Finds> {
  const finds: Finds = new Map(values.map((value) => [value, undefined]));
  if (values.length === 0) return finds;
  const naming = await namingOf(run, objectType);
  const searches = new Searches(run);
  for (const chunk of chunksOf(values, valuesPerSearch)) {
    const records = await searchAll(searches, naming, property, chunk);
    if (!records) continue;
    for (const value of chunk) {
      finds.set(
        value,
        records.filter((record) => record.value === value).map(({ ref }) => ref),
      );
    }
  }
  return finds;
}

/** Every page of one search, or undefined if HubSpot could not be asked to the end. */
async function searchAll(searches: Searches, naming: Naming, property: string, values: string[]) {
  const records: { value: string; ref: RecordRef }[] = [];
  const properties = [...new Set([...naming.properties, property])];
  const filterGroups = [{ filters: [{ propertyName: property, operator: 'IN' as const, values }] }];
  for (let after: string | undefined = '0'; after !== undefined;) {
    const reply = await searches.send(naming.objectType, { filterGroups, properties, after });
    if (reply.kind !== 'answered') return undefined;
    for (const record of wires(reply.body['results'])) {
      const ref = recordRef(naming, record);
      const value = textOf(propertiesOf(record)[property])?.toLowerCase();
      if (ref && value !== undefined) records.push({ value, ref: withDomain(ref, record, property) });
    }
    after = nextPage(reply.body);
  }
  return records;
}

/** Companies of one name are told apart by their domains. */
function withDomain(ref: RecordRef, record: Wire, property: string): RecordRef {
  const domain = property === 'name' ? textOf(propertiesOf(record)['domain']) : undefined;
  return domain ? { ...ref, label: `${ref.label} (${domain})` } : ref;
}

function propertiesOf(record: Wire): Wire {
  return isWire(record['properties']) ? record['properties'] : {};
}
