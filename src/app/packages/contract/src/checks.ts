import type {
  AssociateParameters,
  AssociationInput,
  PairsParameters,
  PreviewParameters,
  RemoveParameters,
} from './associations';
import type { FunctionUid, ParametersOf } from './calls';
import {
  checked,
  endpoint,
  fieldsOf,
  flag,
  list,
  objectType,
  own,
  recordId,
  Refusal,
  someOf,
  text,
  wholeNumber,
  type Check,
  type Fields,
} from './checks/fields';
import { label, labels } from './checks/labels';
import { note } from './checks/note';
import { pastedText } from './checks/pasted-text';
import { searchSource } from './checks/search-source';
import type { PropertiesParameters } from './filters';
import { isRecordId } from './ids';
import { maxBatchSize, maxInputs, maxValues } from './limits';
import type { MessagesParameters } from './messages';
import { numberKinds, type NumberKind } from './pasted/reading';
import type {
  CollectParameters,
  DescribeParameters,
  ListParameters,
  ResolveParameters,
  SegmentsParameters,
} from './records';
import { maxOwnDomains, suggestionReasons, type SuggestParameters } from './suggestions';

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
export const checkPastedText = /* @__PURE__ */ checked(pastedText);

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
  read_pasted_text: checkPastedText,
};

function associate(fields: Fields): AssociateParameters {
  const { batchSize } = own(fields);
  return {
    ...pairs(fields),
    ...(batchSize !== undefined && { batchSize: wholeNumber(batchSize, 'batchSize', 1, maxBatchSize) }),
  };
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

function suggest(fields: Fields): SuggestParameters {
  const { id, objectType: type, ownDomains, reasons, toObjectType } = own(fields);
  return {
    objectType: objectType(type, 'objectType'),
    id: recordId(id, 'id'),
    toObjectType: objectType(toObjectType, 'toObjectType'),
    ...(reasons !== undefined && { reasons: someOf(reasons, 'reasons', suggestionReasons) }),
    ...(ownDomains !== undefined && {
      ownDomains: list(ownDomains, 'ownDomains', maxOwnDomains).map((each, n) =>
        text(each, `ownDomains[${n}]`),
      ),
    }),
  };
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

function readMessages(fields: Fields): MessagesParameters {
  return { language: text(own(fields)['language'], 'language') };
}
