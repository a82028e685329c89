import {
  labelCategories,
  type AssociateParameters,
  type AssociationInput,
  type AssociationLabel,
  type PairsParameters,
  type PreviewParameters,
  type RemoveParameters,
} from './associations';
import type { FunctionUid, ParametersOf } from './calls';
import { filterIssue, type FilterIssue } from './filter-issue';
import type { FilterGroup, FilterOperator, PropertiesParameters, SearchFilter } from './filters';
import { isObjectTypeId, isRecordId } from './ids';
import { maxBatchSize, maxInputs, maxLabels, maxTextLength, maxValues } from './limits';
import type { MessagesParameters } from './messages';
import { maxNoteRecords, type NoteParameters, type NotedRecord, type NotedRun } from './notes';
import { numberKinds, type NumberKind } from './pasted/reading';
import type {
  CollectParameters,
  DescribeParameters,
  ListParameters,
  ResolveParameters,
  SearchSource,
  SegmentsParameters,
} from './records';
import {
  maxOwnDomains,
  suggestionReasons,
  type SuggestParameters,
  type SuggestionReason,
} from './suggestions';

/** Valid parameters (a new object with the contract's fields only), or a sentence about the first invalid one. */
export type Checked<T> = { ok: true; value: T } | { ok: false; message: string };

/** HubSpot's document types association type ids as int32. */
const maxTypeId = 2 ** 31 - 1;

/** The fields of an object from outside. */
export type Fields = { [name: string]: unknown };
/** Checks parameters from outside. */
export type Check<T> = (parameters: unknown) => Checked<T>;

/** Thrown inside a check; `checked` turns it into a `Checked`, so that it never leaves this file. */
export class Refusal extends Error {}

// One constant each, so that the bundle of a function holds no check of another.
export const checkAssociate = /* @__PURE__ */ checked(associate);
export const checkPreview = /* @__PURE__ */ checked(preview);
export const checkRemove = /* @__PURE__ */ checked(remove);
export const checkResolve = /* @__PURE__ */ checked(resolve);
export const checkCollect = /* @__PURE__ */ checked(collect);
export const checkSegments = /* @__PURE__ */ checked(segments);
export const checkDescribe = /* @__PURE__ */ checked(describe);
export const checkList = /* @__PURE__ */ checked(listLinked);
export const checkSuggest = /* @__PURE__ */ checked(suggest);
export const checkProperties = /* @__PURE__ */ checked(describeProperties);
export const checkNote = /* @__PURE__ */ checked(note);
export const checkMessages = /* @__PURE__ */ checked(readMessages);

/**
 * The input check of every app function. It runs before anything else, so that a wrong type, a path character or an
 * oversized list cannot reach a URL.
 */
export const checkParameters: { [Uid in FunctionUid]: Check<ParametersOf<Uid>> } = {
  associate_records: checkAssociate,
  preview_associations: checkPreview,
  remove_associations: checkRemove,
  resolve_records: checkResolve,
  collect_records: checkCollect,
  find_segments: checkSegments,
  describe_objects: checkDescribe,
  list_associations: checkList,
  suggest_records: checkSuggest,
  describe_properties: checkProperties,
  save_note: checkNote,
  read_messages: checkMessages,
};

/** Makes a check of a reader of fields, which throws a `Refusal`. */
export function checked<T>(read: (fields: Fields) => T): Check<T> {
  return (parameters) => {
    try {
      return { ok: true, value: read(fieldsOf(parameters, 'parameters')) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, message: error.message };
      throw error;
    }
  };
}

function associate(fields: Fields): AssociateParameters {
  const { batchSize } = own(fields);
  if (batchSize === undefined) return pairs(fields);
  if (!Number.isInteger(batchSize) || (batchSize as number) < 1 || (batchSize as number) > maxBatchSize) {
    throw new Refusal(`batchSize must be a whole number from 1 to ${maxBatchSize}.`);
  }
  return { ...pairs(fields), batchSize: batchSize as number };
}

function preview(fields: Fields): PreviewParameters {
  const { seen, alone } = own(fields);
  return {
    ...pairs(fields),
    ...(seen !== undefined && { seen: flag(seen, 'seen') }),
    ...(alone !== undefined && { alone: flag(alone, 'alone') }),
  };
}

function pairs(fields: Fields): PairsParameters {
  const { fromObjectType, toObjectType, inputs, label: given } = own(fields);
  return {
    fromObjectType: objectType(fromObjectType, 'fromObjectType'),
    toObjectType: objectType(toObjectType, 'toObjectType'),
    inputs: list(inputs, 'inputs', maxInputs).map(input),
    ...(given !== undefined && { label: label(given, 'label') }),
  };
}

function remove(fields: Fields): RemoveParameters {
  const { label: given, labelled } = own(fields);
  if (labelled === undefined) return pairs(fields);
  if (labelled !== 'keep' && labelled !== 'remove') throw new Refusal('labelled must be "keep" or "remove".');
  if (given !== undefined) throw new Refusal('labelled must not stand beside a label.');
  return { ...pairs(fields), labelled };
}

function input(value: unknown, index: number): AssociationInput {
  const name = `inputs[${index}]`;
  const { from, to, labels: given } = own(fieldsOf(value, name));
  return {
    from: endpoint(from, `${name}.from`),
    to: endpoint(to, `${name}.to`),
    ...(given !== undefined && { labels: labels(given, `${name}.labels`) }),
  };
}

/** Unlike other lists it may be empty: a link that had no label is restored without one. */
export function labels(value: unknown, name: string): AssociationLabel[] {
  if (Array.isArray(value) && value.length === 0) return [];
  return list(value, name, maxLabels).map((one, index) => label(one, `${name}[${index}]`));
}

/** Category and id of a label. */
export function label(value: unknown, name: string): AssociationLabel {
  const { category, typeId } = own(fieldsOf(value, name));
  const known = labelCategories.find((one) => one === category);
  if (!known) throw new Refusal(`${name}.category must be one of: ${labelCategories.join(', ')}.`);
  if (!Number.isInteger(typeId) || (typeId as number) < 1 || (typeId as number) > maxTypeId)
    throw new Refusal(`${name}.typeId must be a whole number from 1 to ${maxTypeId}.`);
  return { category: known, typeId: typeId as number };
}

/** A record of a pair. */
export function endpoint(value: unknown, name: string): { id: string } {
  return { id: recordId(own(fieldsOf(value, name))['id'], `${name}.id`) };
}

/** A record id. */
export function recordId(value: unknown, name: string): string {
  if (!isRecordId(value)) throw new Refusal(`${name} must be a record id: a string of 1 to 19 digits.`);
  return value;
}

function resolve(fields: Fields): ResolveParameters {
  const { values, portalId, numbers, objectType: type } = own(fields);
  const parameters: ResolveParameters = {
    objectType: objectType(type, 'objectType'),
    values: list(values, 'values', maxValues).map((value, index) => text(value, `values[${index}]`)),
  };
  if (portalId !== undefined) parameters.portalId = account(portalId);
  if (numbers !== undefined) parameters.numbers = numberKindsOf(numbers, parameters.values.length);
  return parameters;
}

function numberKindsOf(value: unknown, count: number): (NumberKind | '')[] {
  const kinds = list(value, 'numbers', maxValues);
  if (kinds.length !== count) throw new Refusal('numbers must have one entry per value.');
  return kinds.map((each) => {
    const kind = ([...numberKinds, ''] as const).find((known) => known === each);
    if (kind === undefined) throw new Refusal(`numbers must hold ${numberKinds.join(', ')} or nothing.`);
    return kind;
  });
}

function account(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1)
    throw new Refusal('portalId must be a positive whole number.');
  return value as number;
}

function collect(fields: Fields): CollectParameters {
  const { cursor, names, source, objectType: type } = own(fields);
  const { segmentId, ...search } = own(fieldsOf(source, 'source'));
  const parameters: CollectParameters = {
    objectType: objectType(type, 'objectType'),
    source: segmentId === undefined ? searchSource(search) : { segmentId: segment(segmentId) },
  };
  if (cursor !== undefined) parameters.cursor = text(cursor, 'cursor');
  if (names !== undefined) parameters.names = flag(names, 'names');
  return parameters;
}

function searchSource(fields: Fields): SearchSource {
  const { query, filterGroups } = own(fields);
  const source: SearchSource = { query: text(query, 'source.query') };
  if (filterGroups === undefined) return source;
  source.filterGroups = entries(filterGroups, 'source.filterGroups').map(filterGroup);
  const issue = filterIssue(source);
  if (issue) throw new Refusal(sentenceOf(issue));
  return source;
}

function filterGroup(value: unknown, index: number): FilterGroup {
  const name = `source.filterGroups[${index}]`;
  const { filters } = own(fieldsOf(value, name));
  return {
    filters: entries(filters, `${name}.filters`).map((each, n) => filter(each, `${name}.filters[${n}]`)),
  };
}

function filter(value: unknown, name: string): SearchFilter {
  const { propertyName, operator, value: compared, highValue, values } = own(fieldsOf(value, name));
  return {
    propertyName: text(propertyName, `${name}.propertyName`),
    // `filterIssue` tells whether it is one of HubSpot's.
    operator: text(operator, `${name}.operator`) as FilterOperator,
    ...(compared !== undefined && { value: text(compared, `${name}.value`) }),
    ...(highValue !== undefined && { highValue: text(highValue, `${name}.highValue`) }),
    ...(values !== undefined && {
      values: entries(values, `${name}.values`).map((each, n) => text(each, `${name}.values[${n}]`)),
    }),
  };
}

function sentenceOf(issue: FilterIssue): string {
  switch (issue.kind) {
    case 'too_many_groups':
      return `A search takes at most ${issue.max} groups of filters.`;
    case 'too_many_in_group':
      return `A group takes at most ${issue.max} filters.`;
    case 'too_many_filters':
      return `A search takes at most ${issue.max} filters in all.`;
    case 'too_long':
      return `The filters and their values are ${issue.over} characters longer than HubSpot takes.`;
    case 'empty_group':
      return `source.filterGroups[${issue.group}] must hold at least one filter.`;
    default:
      return `source.filterGroups[${issue.group}].filters[${issue.filter}] ${lacks[issue.kind]}`;
  }
}

const lacks = {
  no_property: 'needs a property.',
  unknown_operator: 'has an operator that HubSpot does not know.',
  no_value: 'needs a value.',
  no_high_value: 'needs the upper end of the range.',
  no_values: 'needs values, none of them empty.',
};

function suggest(fields: Fields): SuggestParameters {
  const { id, objectType: type, ownDomains, reasons, toObjectType } = own(fields);
  return {
    objectType: objectType(type, 'objectType'),
    id: recordId(id, 'id'),
    toObjectType: objectType(toObjectType, 'toObjectType'),
    ...(reasons !== undefined && {
      reasons: list(reasons, 'reasons', suggestionReasons.length).map(reason),
    }),
    ...(ownDomains !== undefined && {
      ownDomains: list(ownDomains, 'ownDomains', maxOwnDomains).map((each, n) =>
        text(each, `ownDomains[${n}]`),
      ),
    }),
  };
}

function reason(value: unknown): SuggestionReason {
  const known = suggestionReasons.find((each) => each === value);
  if (!known) throw new Refusal(`reasons must hold only: ${suggestionReasons.join(', ')}.`);
  return known;
}

function describeProperties(fields: Fields): PropertiesParameters {
  const { language, objectType: type } = own(fields);
  return {
    objectType: objectType(type, 'objectType'),
    ...(language !== undefined && { language: languageTag(language) }),
  };
}

/** It stands in a URL. The longest registered tag has 35 characters (RFC 5646, section 4.4.1). */
function languageTag(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}$/.test(value))
    throw new Refusal('language must be a language tag such as "en" or "pt-BR".');
  return value;
}

function segment(value: unknown): string {
  if (!isRecordId(value))
    throw new Refusal('source.segmentId must be a segment id: a string of 1 to 19 digits.');
  return value;
}

function segments(fields: Fields): SegmentsParameters {
  const { cursor, objectType: type, query } = own(fields);
  const parameters = { objectType: objectType(type, 'objectType'), query: text(query, 'query') };
  return cursor === undefined ? parameters : { ...parameters, cursor: text(cursor, 'cursor') };
}

function describe(fields: Fields): DescribeParameters {
  return { objectType: objectType(own(fields)['objectType'], 'objectType') };
}

function listLinked(fields: Fields): ListParameters {
  const { cursor, id, objectType: type, toObjectType } = own(fields);
  const parameters: ListParameters = {
    objectType: objectType(type, 'objectType'),
    id: recordId(id, 'id'),
    toObjectType: objectType(toObjectType, 'toObjectType'),
  };
  return cursor === undefined ? parameters : { ...parameters, cursor: text(cursor, 'cursor') };
}

function note(fields: Fields): NoteParameters {
  const { objectType: type, id, run, language, timeZone } = own(fields);
  return {
    objectType: objectType(type, 'objectType'),
    id: recordId(id, 'id'),
    run: notedRun(fieldsOf(run, 'run')),
    language: text(language, 'language'),
    ...(timeZone !== undefined && { timeZone: text(timeZone, 'timeZone') }),
  };
}

function notedRun(fields: Fields): NotedRun {
  const { key, phase, operation, label: name, what, summary, endedAt, user, records, others } = own(fields);
  if (typeof key !== 'string' || !/^[A-Za-z0-9-]{8,40}$/.test(key))
    throw new Refusal('run.key must have 8 to 40 letters, digits or "-".');
  if (phase !== 'run' && phase !== 'undo') throw new Refusal('run.phase must be "run" or "undo".');
  if (operation !== 'associate' && operation !== 'remove')
    throw new Refusal('run.operation must be "associate" or "remove".');
  return {
    key,
    phase,
    operation,
    ...(name !== undefined && { label: text(name, 'run.label') }),
    what: text(what, 'run.what'),
    summary: text(summary, 'run.summary'),
    endedAt: wholeNumber(endedAt, 'run.endedAt', latestTime),
    ...(user !== undefined && { user: text(user, 'run.user') }),
    records: list(records, 'run.records', maxNoteRecords).map(notedRecord),
    ...(others !== undefined && { others: wholeNumber(others, 'run.others', Number.MAX_SAFE_INTEGER) }),
  };
}

/** The latest time that JavaScript's dates can say. */
const latestTime = 8_640_000_000_000_000;

function wholeNumber(value: unknown, name: string, most: number): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most)
    throw new Refusal(`${name} must be a whole number from 0 to ${most}.`);
  return value as number;
}

function notedRecord(value: unknown, index: number): NotedRecord {
  const name = `run.records[${index}]`;
  const { id, label: given } = own(fieldsOf(value, name));
  return {
    id: recordId(id, `${name}.id`),
    ...(given !== undefined && { label: text(given, `${name}.label`) }),
  };
}

function readMessages(fields: Fields): MessagesParameters {
  return { language: text(own(fields)['language'], 'language') };
}

/** An object type id. */
export function objectType(value: unknown, name: string): string {
  if (!isObjectTypeId(value)) {
    throw new Refusal(`${name} must be an object type id such as "0-1", "2-1234567" or "p1234_name".`);
  }
  return value;
}

/** True or false. */
export function flag(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw new Refusal(`${name} must be true or false.`);
  return value;
}

/** A text of at most `maxTextLength` characters. */
export function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new Refusal(`${name} must be a string.`);
  if (value.length > maxTextLength)
    throw new Refusal(`${name} must have at most ${maxTextLength} characters.`);
  return value;
}

/** A list of 1 to `max` entries. */
export function list(value: unknown, name: string, max: number): unknown[] {
  const all = entries(value, name);
  if (all.length < 1 || all.length > max) throw new Refusal(`${name} must hold 1 to ${max} entries.`);
  return all;
}

/** The entries of a list of any length. */
function entries(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`${name} must be a list.`);
  // `map` skips the holes of a sparse array. Array.from turns them into undefined, which every entry check refuses.
  return Array.from<unknown>(value);
}

/** An object. */
export function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(`${name} must be an object.`);
  }
  return value as Fields;
}

/** Only own properties count: a field set on a prototype was not sent by the caller. */
export function own(fields: Fields): Fields {
  return Object.assign(Object.create(null) as Fields, fields);
}
