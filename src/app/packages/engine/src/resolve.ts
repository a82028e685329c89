import {
  isFreeMail,
  parentDomains,
  readingKinds,
  readValue,
  type Answer,
  type Reading,
  type ResolveAnswer,
  type ResolvedLine,
  type ResolveParameters,
} from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import { keyOf, lookUp } from './look-up';
import { domainSearch } from './record-searches';
import type { LabelProperties } from './account-facts';
import { labelPropertiesOf } from './record-labels';
import { Run } from './run';
import { searchRecords, type Matches } from './search-records';

/**
 * Finds the records that pasted values name, by each reading of a value in turn (see `readValue`): the next one is looked
 * up where HubSpot has answered that the one before finds nothing. A value is `unknown` as soon as HubSpot gives no answer
 * for a reading, because a later reading could find another record than the one meant. For a value that several records
 * match, returns all of them. Never rejects.
 */
export async function resolve(
  hubspot: HubSpot,
  { objectType, values, portalId, numbers }: ResolveParameters,
): Promise<Answer<ResolveAnswer>> {
  const run = new Run(hubspot);
  const labels = await labelPropertiesOf(run, objectType);
  const { typeNames = [] } = labels;
  const context = { objectType, typeNames, ...(portalId !== undefined && { portalId }) };
  const lines = values.map((value, index): Line => {
    const reading = readValue(value, { ...context, numbers: numbers?.[index] || undefined });
    return 'reason' in reading
      ? { readings: [], answer: { value, status: 'unreadable', records: [], reason: reading.reason } }
      : { readings: reading.readings, answer: { value, status: 'not_found', records: [] } };
  });
  await lookUpInTurn(run, labels, lines);
  await offerParents(run, labels, lines);
  const answers = lines.map(({ answer }) => answer);
  const cause = run.stopped ?? run.unresolvedFault;
  const nothingAnswered = answers.every(({ status }) => status === 'unknown' || status === 'unreadable');
  if (cause && nothingAnswered && answers.some(({ status }) => status === 'unknown'))
    return { ok: false, error: cause };
  return { ok: true, lines: answers };
}

interface Line {
  readings: readonly Reading[];
  answer: ResolvedLine;
}

/** All lines by their first reading, then those that were not found by their second, and so on. */
async function lookUpInTurn(run: Run, labels: LabelProperties, lines: Line[]): Promise<void> {
  const turns = Math.max(0, ...lines.map(({ readings }) => readings.length));
  for (let turn = 0; turn < turns; turn++) {
    const open = lines.filter(({ answer }) => answer.status === 'not_found');
    for (const by of readingKinds) {
      const asked = open.flatMap((line) => {
        const reading = line.readings[turn];
        return reading?.by === by ? [{ line, reading }] : [];
      });
      const found = await lookUp(run, labels, by, asked.map(({ reading }) => reading)); // prettier-ignore
      for (const { line, reading } of asked) take(line.answer, reading, found);
    }
  }
}

function take(answer: ResolvedLine, reading: Reading, found: Matches): void {
  const records = found.get(keyOf(reading));
  if (records === undefined) answer.status = 'unknown';
  else if (records.length > 0)
    Object.assign(answer, { status: records.length > 1 ? 'several' : 'found', records, by: reading.by });
}

/** For a subdomain that nothing was found for, offers the companies of the nearest domain above it that has some. */
async function offerParents(run: Run, labels: LabelProperties, lines: Line[]): Promise<void> {
  const open = lines.flatMap(({ answer, readings }) => {
    const domain = readings.find(({ by }) => by === 'domain')?.value;
    const parents = domain === undefined ? [] : parentDomains(domain).filter((parent) => !isFreeMail(parent));
    if (domain === undefined || answer.status !== 'not_found' || parents.length === 0) return [];
    return [{ answer, of: domain, parents }];
  });
  const all = [...new Set(open.flatMap(({ parents }) => parents))];
  const found = await searchRecords(run, labels, domainSearch, all);
  for (const { answer, of, parents } of open) {
    // The nearest parent with companies; one that HubSpot gave no answer for may be nearer.
    const domain = parents.find((parent) => found.get(parent)?.length !== 0);
    if (domain === undefined) continue;
    const records = found.get(domain);
    if (!records) answer.status = 'unknown';
    else
      Object.assign(answer, {
        status: 'several',
        records,
        by: 'domain',
        reason: 'parent_domain',
        parent: { of, domain },
      });
  }
}
