import {
  isFreeMail,
  maxSuggested,
  objectTypeIds,
  type Answer,
  type FilterGroup,
  type SuggestAnswer,
  type SuggestedRecord,
  type Suggestion,
  type SuggestionReason,
  type SuggestParameters,
} from '@bulk-associate/contract';
import type { HubSpot } from './hubspot';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, numberOf, textOf } from './json';
import { linksByRecord } from './link-rows';
import { labelPropertiesOf, propertiesOfLabel, recordRef } from './record-labels';
import { readRecords } from './records';
import { Run } from './run';
import { sendSearch } from './search';
import { refusalOf, sendRequest, type Reply } from './send-request';

const { contact, company, deal } = objectTypeIds;

/** Suggests records that probably belong to a record and are not associated with it. Never rejects. */
export async function suggest(
  hubspot: HubSpot,
  parameters: SuggestParameters,
): Promise<Answer<SuggestAnswer>> {
  const run = new Run(hubspot);
  const wanted = (reason: SuggestionReason) => parameters.reasons?.includes(reason) ?? true;
  const failures: Reply[] = [];
  const found = [
    ...(await searched(run, parameters, wanted, failures)),
    ...(wanted('shared_record') ? await shared(run, parameters, failures) : []),
  ];
  const linked = await linkedOf(run, parameters, found, failures);
  if (!linked) return refusalOf(run, failures.at(-1) ?? { kind: 'not_sent' });
  const offered = new Set<string>();
  const suggestions = found.flatMap((suggestion) => {
    const records = suggestion.records.filter(({ id }) => !linked.has(id) && !offered.has(id));
    for (const { id } of records) offered.add(id);
    return records.length > 0 ? [{ ...suggestion, records: records.slice(0, maxSuggested) }] : [];
  });
  const [failure] = failures;
  return suggestions.length === 0 && failure ? refusalOf(run, failure) : { ok: true, suggestions };
}

async function searched(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  wanted: (reason: SuggestionReason) => boolean,
  failures: Reply[],
): Promise<Suggestion[]> {
  if (
    !(objectType === company && toObjectType === contact) &&
    !(objectType === contact && toObjectType === company)
  )
    return [];
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.readObjects(objectType),
    body: { inputs: [{ id }], properties: ['name', 'domain', 'hs_additional_domains', 'email', 'company'] },
    purpose: 'read',
  });
  if (reply.kind !== 'answered') {
    failures.push(reply);
    return [];
  }
  const [record] = jsonObjectsIn(reply.body['results']);
  const properties = isJsonObject(record?.['properties']) ? record['properties'] : {};
  const suggestions: Suggestion[] = [];
  for (const { reason, common, filterGroups } of searchesFor(toObjectType, properties)) {
    if (!wanted(reason)) continue;
    const labels = await labelPropertiesOf(run, toObjectType);
    const answer = await sendSearch(run, toObjectType, {
      filterGroups,
      properties: propertiesOfLabel(labels),
    });
    if (answer.kind !== 'answered') {
      failures.push(answer);
      continue;
    }
    const records = jsonObjectsIn(answer.body['results']).flatMap((each) => recordRef(labels, each) ?? []);
    const total = numberOf(answer.body['total']) ?? records.length;
    suggestions.push({ reason, through: [], common, records, more: total > records.length });
  }
  return suggestions;
}

interface ReasonSearch {
  reason: SuggestionReason;
  common: string;
  filterGroups: FilterGroup[];
}

function searchesFor(toObjectType: string, properties: JsonObject): ReasonSearch[] {
  if (toObjectType === contact) {
    const domains = [properties['domain'], ...(textOf(properties['hs_additional_domains'])?.split(';') ?? [])]
      .flatMap((domain) => textOf(domain)?.trim().toLowerCase() ?? [])
      .filter((domain) => domain !== '' && !isFreeMail(domain));
    const name = textOf(properties['name']);
    return [
      ...(domains.length > 0
        ? [
            {
              reason: 'email_domain' as const,
              common: domains[0] ?? '',
              filterGroups: [
                { filters: [{ propertyName: 'hs_email_domain', operator: 'IN' as const, values: domains }] },
              ],
            },
          ]
        : []),
      ...(name ? [sameName('company', name)] : []),
    ];
  }
  const domain = textOf(properties['email'])?.split('@')[1]?.toLowerCase();
  const name = textOf(properties['company']);
  return [
    ...(domain && !isFreeMail(domain)
      ? [
          {
            reason: 'company_domain' as const,
            common: domain,
            filterGroups: [
              { filters: [{ propertyName: 'domain', operator: 'EQ' as const, value: domain }] },
              {
                filters: [
                  {
                    propertyName: 'hs_additional_domains',
                    operator: 'CONTAINS_TOKEN' as const,
                    value: domain,
                  },
                ],
              },
            ],
          },
        ]
      : []),
    ...(name ? [sameName('name', name)] : []),
  ];
}

function sameName(propertyName: string, value: string): ReasonSearch {
  return {
    reason: 'same_name',
    common: value,
    filterGroups: [{ filters: [{ propertyName, operator: 'EQ', value }] }],
  };
}

async function shared(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  failures: Reply[],
): Promise<Suggestion[]> {
  const throughType = [company, contact, deal].find((type) => type !== objectType && type !== toObjectType);
  if (throughType === undefined) return [];
  const near = await partnersOf(run, objectType, throughType, [id], failures);
  const neighbours = [...(near?.get(id) ?? [])].slice(0, 100);
  if (neighbours.length === 0) return [];
  const far = await partnersOf(run, throughType, toObjectType, neighbours, failures);
  const through = new Map<string, number[]>();
  neighbours.forEach((neighbour, index) => {
    for (const partner of far?.get(neighbour) ?? [])
      through.set(partner, [...(through.get(partner) ?? []), index]);
  });
  if (toObjectType === objectType) through.delete(id);
  const ranked = [...through].sort(([, a], [, b]) => b.length - a.length);
  const first = ranked.slice(0, 100);
  const states = await readRecords(
    run,
    toObjectType,
    first.map(([candidate]) => candidate),
  );
  const records = first.flatMap(([candidate, positions]): SuggestedRecord[] => {
    const state = states.get(candidate);
    return typeof state === 'object' && state.ref.id === candidate
      ? [{ ...state.ref, through: positions }]
      : [];
  });
  return [
    {
      reason: 'shared_record',
      through: neighbours.map((neighbour) => ({ id: neighbour, label: neighbour })),
      throughType,
      records,
      more: ranked.length > first.length,
    },
  ];
}

async function partnersOf(run: Run, from: string, to: string, ids: string[], failures: Reply[]) {
  const reply = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.readAssociations(from, to),
    body: { inputs: ids.map((id) => ({ id })) },
    purpose: 'read',
  });
  if (reply.kind !== 'answered') {
    failures.push(reply);
    return undefined;
  }
  return new Map([...linksByRecord(reply.body)].map(([id, { labels }]) => [idOf(id), [...labels.keys()]]));
}

/** Those of the suggested records that are associated with the record already; undefined if that could not be read. */
async function linkedOf(
  run: Run,
  { objectType, id, toObjectType }: SuggestParameters,
  found: Suggestion[],
  failures: Reply[],
): Promise<Set<string> | undefined> {
  const ids = [...new Set(found.flatMap(({ records }) => records.map((record) => record.id)))].slice(0, 1000);
  if (ids.length === 0) return new Set();
  const partners = await partnersOf(run, toObjectType, objectType, ids, failures);
  if (!partners) return undefined;
  return new Set(ids.filter((each) => partners.get(each)?.includes(id)));
}
