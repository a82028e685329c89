import type {
  Answer,
  DescribeAnswer,
  DescribeParameters,
  LabelChoice,
  LinkableObjectType,
} from '@bulk-associate/contract';
import { readOptional, refusalOf } from './send-request';
import type { HubSpot } from './hubspot';
import { forEachConcurrently } from './concurrency';
import { readLabelChoices } from './labels';
import { limitsIn } from './limits';
import { Run } from './run';
import { standardTypes } from './standard-types';
import { isJsonObject, type JsonObject, jsonObjectsIn, textOf } from './json';

const concurrency = 3;

/**
 * The object types that can be linked from this one: HubSpot's own that the app has scopes for, and the custom ones of
 * the account with a defined association; with their names in the account, and the labels of links to them. Never rejects. Where a schema cannot be read
 * (it needs a scope of its own), the type has HubSpot's names and no limit.
 */
export async function describe(
  hubspot: HubSpot,
  { objectType }: DescribeParameters,
): Promise<Answer<DescribeAnswer>> {
  const run = new Run(hubspot);
  const schemas = new Map<string, JsonObject>();
  const read = async (type: string) => {
    const schema = await readOptional(run, run.hubspot.paths.schema(type));
    if (schema) schemas.set(type, schema);
  };
  await forEachConcurrently(
    concurrency,
    [...new Set([objectType, ...standardTypes.map(({ id }) => id)])],
    read,
  );
  const custom = jsonObjectsIn((await readOptional(run, run.hubspot.paths.schemas()))?.['results']).filter(
    isCustom,
  );
  if (run.stopped) return refusalOf(run, { kind: 'not_sent' });

  const own = schemas.get(objectType) ?? custom.find((schema) => idsOf(schema).includes(objectType));
  const limit = (to: string) => (own ? limitsIn(own, objectType, to).from : undefined);
  const standard = standardTypes
    .filter(({ id }) => !own || isLinked(own, objectType, id))
    .map((type): LinkableObjectType => ({ ...type, ...wordsIn(schemas.get(type.id)), custom: false }));
  const ofAccount = custom
    .filter((schema) => isLinked(schema, String(schema['objectTypeId']), objectType))
    .map(customType);
  const types = [...standard, ...ofAccount];
  const labels = new Map<string, LabelChoice[] | undefined>();
  await forEachConcurrently(concurrency, types, async ({ id }) => {
    labels.set(id, await readLabelChoices(run, objectType, id));
  });
  return {
    ok: true,
    objectTypes: types.map((type) => {
      const max = limit(type.id);
      const choices = labels.get(type.id);
      return { ...type, ...(max !== undefined && { limit: max }), ...(choices && { labels: choices }) };
    }),
  };
}

/** The list of schemas holds the custom types; in some accounts it holds HubSpot's own types too. */
function isCustom(schema: JsonObject): boolean {
  return String(schema['objectTypeId']).startsWith('2-') && schema['archived'] !== true;
}

function idsOf(schema: JsonObject): unknown[] {
  return [schema['objectTypeId'], schema['fullyQualifiedName']];
}

/** Whether an association is defined between two types. A schema lists the associations of both directions. */
function isLinked(schema: JsonObject, one: string, another: string): boolean {
  const definitions = jsonObjectsIn(schema['associations']);
  return definitions.some(({ fromObjectTypeId: from, toObjectTypeId: to }) => {
    return (from === one && to === another) || (from === another && to === one);
  });
}

function wordsIn(schema: JsonObject | undefined): {
  singular?: string;
  plural?: string;
  labelProperty?: string;
} {
  if (!schema) return {};
  const labels = isJsonObject(schema['labels']) ? schema['labels'] : {};
  const singular = textOf(labels['singular']);
  const plural = textOf(labels['plural']);
  const labelProperty = textOf(schema['primaryDisplayProperty']);
  return {
    ...(singular && { singular }),
    ...(plural && { plural }),
    ...(labelProperty && { labelProperty }),
  };
}

function customType(schema: JsonObject): LinkableObjectType {
  const name = textOf(schema['name']) ?? String(schema['objectTypeId']);
  const words = { singular: name, plural: name, labelProperty: 'hs_object_id', ...wordsIn(schema) };
  return { id: String(schema['objectTypeId']), ...words, custom: true };
}
