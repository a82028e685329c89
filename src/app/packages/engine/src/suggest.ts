import {
  maxSuggested,
  suggestionReasons,
  type Answer,
  type RecordRef,
  type SuggestAnswer,
  type Suggestion,
  type SuggestionReason,
  type SuggestParameters,
} from '@bulk-associate/contract';
import { readUnassociated } from './associated-already';
import type { HubSpot } from './hubspot';
import { jsonObjectsIn, numberOf, propertiesIn } from './json';
import { mostAssociationReads } from './read-associations';
import { labelPropertiesOf, propertiesOfLabel, recordRef } from './record-labels';
import { Run } from './run';
import { sendSpareSearch } from './search';
import { refusalOf, sendRequest, type Reply } from './send-request';
import { findSharedRecords } from './shared-records';
import { byTurns, sharedSuggestions } from './shared-suggestions';
import { similarProperties, similarReasons, similarSearch } from './similar-search';

/** The most calls of HubSpot for all suggestions, and for those that a search finds. */
const mostCalls = { all: 6, similar: 3 };

/**
 * Suggests records that probably belong to a record and are not associated with it, as a read shows. Takes at most six
 * calls, repeats of failed ones included; the searches among them wait for those that a person asked for. Never rejects.
 * Where one call fails, the answer holds what the others found.
 */
export async function suggest(
  hubspot: HubSpot,
  parameters: SuggestParameters,
): Promise<Answer<SuggestAnswer>> {
  const wanted = new Set(parameters.reasons ?? suggestionReasons);
  const bySearch = similarReasons(parameters).filter((reason) => wanted.has(reason));
  const wantsShared = wanted.has('shared_record');
  const run = new Run(hubspot, wantsShared ? mostCalls.all : mostCalls.similar);
  const failures: Reply[] = [];
  const failed = (reply: Reply) => void failures.push(reply);
  const searched =
    bySearch.length > 0
      ? findSimilar(run, parameters, new Set(bySearch), failed)
      : Promise.resolve<undefined>(undefined);
  const [similar, shared] = await Promise.all([
    searched,
    wantsShared ? findSharedRecords(run, parameters, searched, failed) : [],
  ]);
  const sharing = byTurns(shared.map(({ records }) => [...records.keys()]));
  const candidates = [...new Set([...(similar?.records.keys() ?? []), ...sharing])];
  const { free, failed: unread } = await readUnassociated(run, parameters, candidates);
  if (unread) failed(unread);
  const suggestions = similar ? similarSuggestions(similar, bySearch, free) : [];
  // No record is in two suggestions: the first, which is the strongest, has it.
  const offered = new Set(similar?.records.keys());
  const others = shared.map((group) => {
    const records = new Map([...group.records].filter(([id]) => free.has(id) && !offered.has(id)));
    for (const id of records.keys()) offered.add(id);
    return { ...group, records, isWhole: group.isWhole && candidates.length <= mostAssociationReads };
  });
  suggestions.push(...(await sharedSuggestions(run, parameters, others, failed)));
  const [failure] = failures;
  return suggestions.length === 0 && failure ? refusalOf(run, failure) : { ok: true, suggestions };
}

/** The records that a search found. */
interface Similar {
  /** Those that are likelier come first. */
  records: Map<string, { ref: RecordRef; reason: SuggestionReason; common: string }>;
  /** How many the search matches. */
  total: number;
  isWhole: boolean;
}

async function findSimilar(
  run: Run,
  parameters: SuggestParameters,
  reasons: ReadonlySet<SuggestionReason>,
  failed: (reply: Reply) => void,
): Promise<Similar | undefined> {
  const { objectType, id, toObjectType } = parameters;
  const read = await sendRequest(run, {
    method: 'POST',
    path: run.hubspot.paths.readObjects(objectType),
    body: { inputs: [{ id }], properties: similarProperties(objectType) },
    purpose: 'read',
  });
  if (read.kind !== 'answered') {
    failed(read);
    return undefined;
  }
  const search = similarSearch(parameters, propertiesIn(jsonObjectsIn(read.body['results'])[0]), reasons);
  if (!search) return undefined;
  const labels = await labelPropertiesOf(run, toObjectType);
  const properties = [...new Set([...propertiesOfLabel(labels), ...search.properties])];
  const reply = await sendSpareSearch(run, toObjectType, { filterGroups: search.filterGroups, properties });
  if (reply.kind !== 'answered') {
    failed(reply);
    return undefined;
  }
  const results = jsonObjectsIn(reply.body['results']);
  const found = results.flatMap((record) => {
    const ref = recordRef(labels, record);
    const match = search.matchOf(propertiesIn(record));
    return ref && match ? [{ ref, ...match, isLikelier: search.isLikelier(propertiesIn(record)) }] : [];
  });
  found.sort((one, another) => Number(another.isLikelier) - Number(one.isLikelier));
  const total = numberOf(reply.body['total']) ?? results.length;
  return {
    records: new Map(found.map((record) => [record.ref.id, record])),
    total,
    isWhole: total <= results.length,
  };
}

function similarSuggestions(
  { records, total, isWhole }: Similar,
  reasons: SuggestionReason[],
  free: ReadonlySet<string>,
): Suggestion[] {
  // The total counts what is associated already, of which the first page is a sample: it is only told if that has none.
  const isTotal = reasons.length === 1 && free.size === records.size;
  return reasons.flatMap((reason): Suggestion[] => {
    const of = [...records.values()].filter((each) => each.reason === reason && free.has(each.ref.id));
    if (of.length === 0) return [];
    return [
      {
        reason,
        through: [],
        common: [...new Set(of.map(({ common }) => common))].join(', '),
        records: of.slice(0, maxSuggested).map(({ ref }) => ref),
        more: !isWhole,
        ...(!isWhole && isTotal && { total }),
      },
    ];
  });
}
