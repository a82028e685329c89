import {
  maxSuggested,
  suggestionReasons,
  type Answer,
  type RecordRef,
  type SuggestAnswer,
  type SuggestedRecord,
  type Suggestion,
  type SuggestionReason,
  type SuggestParameters,
} from '@bulk-associate/contract';
import { readUnassociated, recordsPerRead } from './associated-already';
import type { HubSpot } from './hubspot';
import { isJsonObject, type JsonObject, jsonObjectsIn, numberOf } from './json';
import { labelPropertiesOf, nameLabelsOf, propertiesOfLabel, recordRef } from './record-labels';
import { readRecords } from './records';
import { Run } from './run';
import { sendSpareSearch } from './search';
import { refusalOf, sendRequest, type Reply } from './send-request';
import { findSharedRecords, type SharedRecords } from './shared-records';
import { similarProperties, similarReasons, similarSearch } from './similar-search';

/** The most calls of HubSpot for all suggestions, and for those that a search finds. */
const mostCalls = { all: 6, similar: 3 };
/** HubSpot's maximum for object batches. */
const namesPerRead = 100;

/**
 * How many types of records between the two may be tried. The calls behind are the associations of those records, what is
 * associated already, and the names of both; with a search also the record and the search, with a custom object its schema.
 */
function mostTypesBetween(toObjectType: string, bySearch: boolean): number {
  return bySearch || !isOwnType(toObjectType) ? 1 : 2;
}

function isOwnType(objectType: string): boolean {
  return objectType.startsWith('0-');
}

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
  const between = {
    bySearch: bySearch.length > 0,
    mostTypes: mostTypesBetween(parameters.toObjectType, bySearch.length > 0),
  };
  const [similar, shared] = await Promise.all([
    bySearch.length > 0 ? findSimilar(run, parameters, new Set(bySearch), failed) : undefined,
    wantsShared ? findSharedRecords(run, parameters, between, failed) : undefined,
  ]);
  const candidates = [...new Set([...(similar?.records.keys() ?? []), ...(shared?.records.keys() ?? [])])];
  const { free, failed: unread } = await readUnassociated(run, parameters, candidates);
  if (unread) failed(unread);
  const suggestions = similar ? similarSuggestions(similar, bySearch, free) : [];
  if (shared) {
    const others = new Map([...shared.records].filter(([id]) => free.has(id) && !similar?.records.has(id)));
    const isWhole = shared.isWhole && candidates.length <= recordsPerRead;
    suggestions.push(
      ...(await sharedSuggestion(run, parameters, { ...shared, records: others, isWhole }, failed)),
    );
  }
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

function propertiesIn(record: JsonObject | undefined): JsonObject {
  return isJsonObject(record?.['properties']) ? record['properties'] : {};
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

/** Reads the names of the records, which shows that they still exist, and those of the records between. */
async function sharedSuggestion(
  run: Run,
  { toObjectType }: SuggestParameters,
  { throughType, through, records: ranked, isWhole }: SharedRecords,
  failed: (reply: Reply) => void,
): Promise<Suggestion[]> {
  if (ranked.size === 0) return [];
  const hasNames = through.every(({ label }) => label !== undefined);
  // The status of a ticket takes a call: where the calls are short, its name will do.
  const isShort = run.callsLeft < (hasNames ? 2 : 3) && isOwnType(toObjectType);
  const labelProperties = isShort ? nameLabelsOf(toObjectType) : await labelPropertiesOf(run, toObjectType);
  // One call is kept for the names of the records between.
  const reads = Math.max(1, run.callsLeft - (hasNames ? 0 : 1));
  const asked = [...ranked.keys()].slice(0, Math.min(maxSuggested, reads * namesPerRead));
  const used = [...new Set(asked.flatMap((id) => ranked.get(id) ?? []))].sort((a, b) => a - b);
  const between = used.flatMap((position) => through[position] ?? []);
  const [states, names] = await Promise.all([
    readRecords(run, toObjectType, asked, { labelProperties }),
    hasNames
      ? undefined
      : readNames(
          run,
          throughType,
          between.map(({ id }) => id),
        ),
  ]);
  const records = asked.flatMap((id): SuggestedRecord[] => {
    const state = states.get(id);
    // A record that was merged into another is read as the other.
    if (typeof state !== 'object' || state.ref.id !== id) return [];
    return [{ ...state.ref, through: (ranked.get(id) ?? []).map((position) => used.indexOf(position)) }];
  });
  if (records.length === 0) {
    if ([...states.values()].includes('unknown')) failed({ kind: 'not_sent' });
    return [];
  }
  const isMore = !isWhole || ranked.size > asked.length;
  return [
    {
      reason: 'shared_record',
      through: between.map(({ id, label }) => names?.get(id) ?? { id, label: label ?? id }),
      throughType,
      records,
      more: isMore,
      ...(isMore && isWhole && { total: ranked.size }),
    },
  ];
}

async function readNames(run: Run, objectType: string, ids: string[]): Promise<Map<string, RecordRef>> {
  const states = await readRecords(run, objectType, ids, { labelProperties: nameLabelsOf(objectType) });
  return new Map(
    [...states].flatMap(([id, state]): [string, RecordRef][] =>
      typeof state === 'object' ? [[id, state.ref]] : [],
    ),
  );
}
