import {
  formsOf,
  objectTypeIds,
  type Reading,
  type ReadingKind,
  type RecordRef,
} from '@bulk-associate/contract';
import type { LabelProperties } from './account-facts';
import { readRecords } from './records';
import {
  additionalDomainSearch,
  contactNameSearch,
  domainSearch,
  nameSearch,
  phoneSearch,
} from './record-searches';
import type { Run } from './run';
import { searchRecords, type Matches } from './search-records';

/** The property with a record's name. Contacts have two; a custom object's is in its schema. */
const nameProperty: Record<string, string> = {
  [objectTypeIds.company]: 'name',
  [objectTypeIds.deal]: 'dealname',
  [objectTypeIds.ticket]: 'subject',
};

/** Key of a reading in the `Matches` of its kind. HubSpot compares emails and domains without case. */
export function keyOf({ by, value }: Reading): string {
  return by === 'email' || by === 'domain' ? value.toLowerCase() : value;
}

/** Looks up readings of one kind: the records for each key, undefined where HubSpot gave no answer. */
export async function lookUp(
  run: Run,
  labels: LabelProperties,
  by: ReadingKind,
  readings: Reading[],
): Promise<Matches> {
  const { objectType } = labels;
  const keys = [...new Set(readings.map(keyOf))];
  if (keys.length === 0) return new Map();
  switch (by) {
    case 'id':
      return findUnique(run, labels, keys);
    case 'email':
      return findByEmail(run, labels, keys);
    case 'domain':
      return findByDomain(run, labels, keys);
    case 'phone':
      return searchRecords(run, labels, phoneSearch(objectType), keys);
    case 'name': {
      if (objectType === objectTypeIds.contact) return searchRecords(run, labels, contactNameSearch(), keys);
      const property = nameProperty[objectType] ?? labels.properties[0];
      if (property === undefined) return new Map();
      return searchRecords(run, labels, nameSearch(objectType, property, readings), keys);
    }
  }
}

/** A domain that no company has as its own is looked for among the additional ones, which takes many more searches. */
async function findByDomain(run: Run, labels: LabelProperties, domains: string[]): Promise<Matches> {
  const found = await searchRecords(run, labels, domainSearch, domains);
  const missing = domains.filter((domain) => found.get(domain)?.length === 0);
  return new Map([...found, ...(await searchRecords(run, labels, additionalDomainSearch, missing))]);
}

/** An address with an internationalised domain may be held in either form of it. */
async function findByEmail(run: Run, labels: LabelProperties, emails: string[]): Promise<Matches> {
  const formsByEmail = new Map(
    emails.map((email) => [email, formsOf({ by: 'email', value: email }).map((form) => form.toLowerCase())]),
  );
  const found = await findUnique(run, labels, [...new Set([...formsByEmail.values()].flat())], 'email');
  return new Map(
    [...formsByEmail].map(([email, forms]) => {
      const byForm = forms.map((form) => found.get(form));
      if (byForm.some((records) => records === undefined)) return [email, undefined];
      const records = new Map(byForm.flatMap((refs) => refs ?? []).map((ref) => [ref.id, ref]));
      return [email, [...records.values()]];
    }),
  );
}

async function findUnique(
  run: Run,
  labelProperties: LabelProperties,
  values: string[],
  idProperty?: string,
): Promise<Matches> {
  const states = await readRecords(run, labelProperties.objectType, values, {
    labelProperties,
    ...(idProperty && { idProperty }),
  });
  return new Map(
    [...states].map(([value, state]): [string, RecordRef[] | undefined] => [
      value,
      state === 'unknown' ? undefined : state === 'not_found' ? [] : [state.ref],
    ]),
  );
}
