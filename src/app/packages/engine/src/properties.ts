import {
  objectTypeIds,
  type Answer,
  type FilterProperty,
  type FilterType,
  type PropertiesAnswer,
  type PropertiesParameters,
  type PropertyOption,
} from '@bulk-associate/contract';
import { associationProperty } from './association-property';
import { forEachConcurrently } from './concurrency';
import type { HubSpot } from './hubspot';
import { idOf, isJsonObject, type JsonObject, jsonObjectsIn, textOf } from './json';
import { bounded, inOrder } from './property-order';
import { Run } from './run';
import { readOptional, refusalOf, sendRequest } from './send-request';
import { standardTypes } from './standard-types';

/** HubSpot's types of properties that a search compares, and the type that each is here. */
const filterTypes: Record<string, FilterType> = {
  string: 'string',
  phone_number: 'string',
  number: 'number',
  date: 'date',
  datetime: 'datetime',
  enumeration: 'enumeration',
  bool: 'bool',
};

/** The properties that hold the stage of a record: their options are the stages of all pipelines. */
const stageProperties = ['dealstage', 'hs_pipeline_stage'];
/** The names that HubSpot's guide has in the path of pipelines; other types have their id there. */
const pipelineNames: Record<string, string> = {
  [objectTypeIds.deal]: 'deals',
  [objectTypeIds.ticket]: 'tickets',
};

const concurrency = 3;

/**
 * The properties of an object type that a search can filter by, with names in the user's language: without hidden,
 * archived and sensitive ones, the usual ones first, and last whether a record has associations. An account may have a
 * thousand properties with hundreds of options each, and an answer has a megabyte: options that are too many for it are
 * left out, those of later properties first (`bounded`). Kept for some minutes in a warm process. Never rejects.
 */
export async function describeProperties(
  hubspot: HubSpot,
  { objectType, language }: PropertiesParameters,
): Promise<Answer<PropertiesAnswer>> {
  const run = new Run(hubspot);
  // HubSpot writes the languages of its users so: "pt-br".
  const locale = language?.toLowerCase().replaceAll('_', '-');
  const query = locale === undefined ? '' : `?locale=${locale}`;
  let refused = refusalOf(run, { kind: 'not_sent' });
  const properties = await hubspot.facts.properties.get(
    run.environment,
    `${objectType} ${locale ?? ''}`,
    async () => {
      const path = `${hubspot.paths.properties(objectType)}${query}`;
      const [reply, groups, associations] = await Promise.all([
        sendRequest(run, { method: 'GET', path, purpose: 'read' }),
        readOptional(run, `${hubspot.paths.propertyGroups(objectType)}${query}`),
        associationProperties(run, objectType),
      ]);
      if (reply.kind !== 'answered') {
        refused = refusalOf(run, reply);
        return undefined;
      }
      const names = groupNames(groups);
      const own = jsonObjectsIn(reply.body['results']).flatMap((property) => filterProperty(property, names));
      await addStages(run, objectType, own);
      return bounded([...inOrder(own, locale), ...associations]);
    },
  );
  return properties ? { ok: true, properties } : refused;
}

function filterProperty(property: JsonObject, groups: ReadonlyMap<string, string>): FilterProperty[] {
  const name = textOf(property['name']);
  const type = filterTypeOf(property);
  if (name === undefined || type === undefined || !isOffered(property)) return [];
  const groupName = textOf(property['groupName']);
  const group = groupName === undefined ? undefined : (groups.get(groupName) ?? groupName);
  const options = type === 'enumeration' ? jsonObjectsIn(property['options']).flatMap(optionIn) : [];
  return [
    {
      name,
      label: textOf(property['label']) ?? name,
      type,
      ...(group && { group }),
      ...(options.length > 0 && { options }),
      ...(type === 'enumeration' && property['fieldType'] === 'checkbox' && { multiple: true }),
    },
  ];
}

/** A single check box may be an enumeration of "true" and "false". */
function filterTypeOf({ type, fieldType }: JsonObject): FilterType | undefined {
  if (fieldType === 'booleancheckbox') return 'bool';
  return typeof type === 'string' && Object.hasOwn(filterTypes, type) ? filterTypes[type] : undefined;
}

function isOffered({ hidden, archived, dataSensitivity = 'non_sensitive' }: JsonObject): boolean {
  return hidden !== true && archived !== true && dataSensitivity === 'non_sensitive';
}

function optionIn(option: JsonObject): PropertyOption[] {
  const value = textOf(option['value']);
  if (value === undefined || option['hidden'] === true) return [];
  return [{ value, label: textOf(option['label']) ?? value }];
}

function groupNames(body: JsonObject | undefined): Map<string, string> {
  return new Map(
    jsonObjectsIn(body?.['results']).flatMap((group): [string, string][] => {
      const [name, label] = [textOf(group['name']), textOf(group['label'])];
      return name === undefined || label === undefined ? [] : [[name, label]];
    }),
  );
}

/** Gives the stage the stages of the pipelines as options, with the pipeline's name before each if there are several. */
async function addStages(run: Run, objectType: string, properties: FilterProperty[]): Promise<void> {
  const stage = properties.find(({ name }) => stageProperties.includes(name));
  if (!stage) return;
  const body = await readOptional(run, run.hubspot.paths.pipelines(pipelineNames[objectType] ?? objectType));
  const pipelines = jsonObjectsIn(body?.['results']).filter(({ archived }) => archived !== true);
  const options = pipelines.flatMap((pipeline) =>
    jsonObjectsIn(pipeline['stages']).flatMap((each): PropertyOption[] => {
      const [value, label] = [idOf(each['id']), textOf(each['label'])];
      if (value === undefined || each['archived'] === true) return [];
      const name = label ?? value;
      const prefix = pipelines.length > 1 ? textOf(pipeline['label']) : undefined;
      return [{ value, label: prefix === undefined ? name : `${prefix}: ${name}` }];
    }),
  );
  if (options.length > 0) stage.options = options;
}

/**
 * Whether a record has associations with each of HubSpot's own types, which are those that a search can ask for (search
 * guide); not with its own type, of which HubSpot says nothing.
 */
async function associationProperties(run: Run, objectType: string): Promise<FilterProperty[]> {
  const types = standardTypes.filter(({ id }) => id !== objectType);
  const plurals = new Map<string, string>();
  await forEachConcurrently(concurrency, types, async ({ id }) => {
    const plural = await run.hubspot.facts.plurals.get(run.environment, id, () => readPlural(run, id));
    if (plural !== undefined) plurals.set(id, plural);
  });
  return types.map(({ id, plural }) => ({
    name: associationProperty(id),
    label: plurals.get(id) ?? plural,
    type: 'association',
  }));
}

async function readPlural(run: Run, objectType: string): Promise<string | undefined> {
  const labels = (await readOptional(run, run.hubspot.paths.schema(objectType)))?.['labels'];
  return isJsonObject(labels) ? textOf(labels['plural']) : undefined;
}
